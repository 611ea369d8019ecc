"""People month by month in every run: who leaves, who comes, who is in training, who is accredited.

In a month, in this order: people leave; those in training or waiting for a seat may leave; who was
advertised for long enough ago comes, where a funded post is empty; seats are taken; starters as now fill
posts that are still empty; who has finished training joins those past it; courses accredit, and
accreditation runs out. A stock at month t is after t months of leaving.

People are whole. The part of a post over whole people (0.4 of 23.4 FTE) is carried at its expected value.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.scenario.courses import accredit
from analysis.scenario.draws import Dealt, Floats, Ints
from analysis.scenario.model import Inputs, lacking
from analysis.scenario.state import State

Table = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class People:
    """FTE by month (rows: 0 is now) and run. `trained` are past training, absent ones among them; `posted`
    were recruited in the month, `started` took a training seat. `accredited` is of those past training,
    absent ones too.
    """

    trained: Table
    accredited: Table
    in_pay: Table
    deployable: Table
    posted: Table
    started: Table


def simulate_people(inputs: Inputs, dealt: Dealt, runs: int, seed: int) -> People:
    """Every run's people by month, 0 to `inputs.months`. The inputs must not lack what people need."""
    state = State(inputs, dealt, seed, runs, accredits=not lacking(inputs, "accredited"))
    none = np.zeros(runs)
    rows = [_row(state, none, none)]
    for month in range(1, inputs.months + 1):
        state.month = month
        _leave(state)
        vacant = _vacant(state)
        posted = _arrive(state, vacant)
        started = _take_seats(state)
        came = _start_as_now(state, vacant - posted)
        _join(state, came)
        _join(state, _complete(state))
        if state.accredits:
            accredit(state)
        rows.append(_row(state, posted + came * inputs.recruited_share, started))
    return People(*(np.stack([row[n] for row in rows]).astype(np.float32) for n in range(6)))


def _row(state: State, posted: Floats | Ints, started: Floats | Ints) -> tuple[Floats | Ints, ...]:
    trained = state.trained
    ready = state.accredited + state.part_accredited
    deployable = trained * (1 - _absence(state))
    return trained, ready, trained + state.in_training, deployable, posted, started


def _absence(state: State) -> Floats | float:
    if state.month >= state.inputs.begins and state.inputs.has("absence_later"):
        return state.dealt.of("absence_later")
    return state.inputs.absence


def _leave(state: State) -> None:
    cut = state.dealt.of("leavers_cut") if state.month >= state.inputs.begins else 0.0
    leave = state.dealt.leave * (1 - cut)
    state.accredited = _stay(state, state.accredited, leave, "stay_accredited")
    state.other = _stay(state, state.other, leave, "stay_other")
    state.part_accredited = state.part_accredited * (1 - leave)
    state.part_other = state.part_other * (1 - leave)
    state.course = [(due, group * (1 - leave)) for due, group in state.course]
    lost = state.dealt.of("training_leave")
    luck = state.luck("stay_training")
    state.training = [(due, group - luck.binomial(group, lost)) for due, group in state.training]
    if state.awaiting_seat.any():
        state.awaiting_seat = _stay(state, state.awaiting_seat, lost, "stay_waiting")


def _stay(state: State, group: Ints, leave: Floats | float, purpose: str) -> Ints:
    if not group.any():
        return group
    return np.asarray(group - state.luck(purpose).binomial(group, leave))


def _vacant(state: State) -> Ints:
    """Whole funded posts that nobody is paid for."""
    extra = state.inputs.value("extra_posts") if state.month >= state.inputs.begins else 0.0
    empty = state.inputs.value("funded") + extra - state.trained - state.in_training
    return np.asarray(np.floor(np.maximum(empty, 0.0) + 1e-9), dtype=np.int64)


def _arrive(state: State, vacant: Ints) -> Ints:
    """Who comes this month: those who got through, and those who waited for a post, where there are posts."""
    number = state.inputs.arrivals(state.month)
    if number:
        share = np.ones(state.runs)
        for stage in ("advertise", "vet", "post"):
            share = share * state.dealt.of(f"{stage}_pass", 1.0)
        state.awaiting_post = state.awaiting_post + state.luck("reach_post").binomial(number, share)
    posted = np.minimum(state.awaiting_post, vacant)
    state.awaiting_post = state.awaiting_post - posted
    state.awaiting_seat = state.awaiting_seat + posted
    return np.asarray(posted)


def _take_seats(state: State) -> Ints:
    started = state.awaiting_seat
    if state.inputs.has("seats"):
        started = np.minimum(started, whole_seats(state.inputs.value("seats"), state.month))
    state.awaiting_seat = state.awaiting_seat - started
    if started.any():
        state.training.append((state.month + int(state.inputs.value("train_months")), started))
    return np.asarray(started)


def whole_seats(seats: float, month: int) -> int:
    """The seats of one month where there are so many a month on average: 1.5 is 1, then 2, then 1."""
    return math.floor(seats * month + 1e-9) - math.floor(seats * (month - 1) + 1e-9)


def _start_as_now(state: State, vacant: Ints) -> Ints:
    rate = state.inputs.value("starters") / 12
    if not rate:
        return np.zeros(state.runs, dtype=np.int64)
    return np.asarray(np.minimum(state.luck("starters").poisson(rate, state.runs), vacant))


def _complete(state: State) -> Ints:
    """Who has been in training long enough and gets through; who does not has left."""
    through: Ints = np.zeros(state.runs, dtype=np.int64)
    luck = state.luck("completes")
    for due, group in state.training:
        if due == state.month:
            through = through + luck.binomial(group, state.dealt.of("train_pass", 1.0))
    state.training = [each for each in state.training if each[0] > state.month]
    return np.asarray(through)


def _join(state: State, group: Ints) -> None:
    """New people past training; those in need of the accrediting course are not accredited yet."""
    if not group.any():
        return
    free: Ints | int = 0
    if state.accredits:
        free = state.luck("needs_course").binomial(group, 1 - state.dealt.of("course_share"))
    state.accredited = state.accredited + free
    state.other = state.other + group - free
