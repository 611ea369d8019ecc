"""The accrediting course in every run: seats, the months it takes, who passes, and when it runs out."""

import numpy as np

from analysis.scenario.draws import Ints
from analysis.scenario.model import Inputs
from analysis.scenario.state import State


def accredit(state: State) -> None:
    """Seats are taken, whoever finished the course and passed is accredited, and some of it runs out."""
    under_way = sum((group for _, group in state.course), np.zeros(state.runs))
    free = np.maximum(state.other - under_way, 0.0)
    taken = np.minimum(free, course_seats(state.inputs, state.month))
    state.course.append((state.month + int(state.inputs.value("accredit_months")), taken))
    done = sum((group for due, group in state.course if due == state.month), np.zeros(state.runs))
    state.course = [each for each in state.course if each[0] > state.month]
    sat = np.floor(done + state.luck("course_rounding").random(state.runs)).astype(np.int64)
    share = state.dealt.of("accredit_pass")
    passed = state.luck("course_pass").binomial(np.minimum(sat, state.other), share)
    lapsed: Ints | int = 0
    if state.inputs.has("course_valid"):
        runs_out = state.dealt.of("course_share") / state.inputs.value("course_valid")
        lapsed = state.luck("lapse").binomial(state.accredited, runs_out)
    state.accredited = state.accredited + passed - lapsed
    state.other = state.other - passed + lapsed


def course_seats(inputs: Inputs, month: int) -> float:
    """Accreditation seats of a month."""
    now = inputs.value("course_seats")
    return inputs.value("course_seats_later", now) if month >= inputs.begins else now
