"""Work month by month in every run: new cases, what the hours close, what stays open, and what it costs.

    open(t)    = open(t−1) + new − closed
    closed     = min((open(t−1) + new) × share that can close, hours / hours a case)
    hours      = deployable FTE × hours of a full-time post / 12 + overtime
    workload   = expected new cases × hours a case / hours of deployable people, without overtime

New cases and the number that the hours close vary by month as counts do (Poisson).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.scenario.draws import Dealt, Floats, stream
from analysis.scenario.model import Inputs
from analysis.scenario.people import People, Table


@dataclass(frozen=True)
class Work:
    """By month (rows: 0 is now) and run: open cases, hours of new work for each hour available, and overtime
    bought in hours. The workload is infinite where nobody is deployable.
    """

    open_cases: Table
    workload: Table
    overtime: Table


def simulate_work(inputs: Inputs, dealt: Dealt, people: People, runs: int, seed: int) -> Work:
    """Every run's work by month. The inputs must not lack what work needs."""
    on_hand = np.full(runs, inputs.value("open_cases"))
    rows = [(on_hand, _workload(inputs, dealt, people, 0), np.zeros(runs))]
    for month in range(1, inputs.months + 1):
        expected = expected_new(inputs, dealt, month)
        on_hand = on_hand + stream(seed, "arrive", month).poisson(expected, runs)
        extra = _overtime(inputs, dealt, people, month)
        room = (_hours(dealt, people, month) + extra) / dealt.of("case_hours")
        could = np.floor(on_hand * dealt.of("closable", 1.0))
        on_hand = on_hand - np.minimum(could, stream(seed, "close", month).poisson(room, runs))
        rows.append((on_hand, _workload(inputs, dealt, people, month), extra))
    return Work(*(np.stack([row[n] for row in rows]).astype(np.float32) for n in range(3)))


def expected_new(inputs: Inputs, dealt: Dealt, month: int) -> Floats:
    """New cases expected in a month: the rate now, grown by so much a year."""
    return np.asarray(dealt.new * (1 + dealt.of("growth")) ** (month / 12))


def _hours(dealt: Dealt, people: People, month: int) -> Any:
    return people.deployable[month] * dealt.of("fte_hours") / 12


def _workload(inputs: Inputs, dealt: Dealt, people: People, month: int) -> Floats:
    brought = expected_new(inputs, dealt, month) * dealt.of("case_hours")
    hours = _hours(dealt, people, month)
    nobody = np.full(len(hours), np.inf)
    return np.asarray(np.divide(brought, hours, out=nobody, where=hours > 0))


def _overtime(inputs: Inputs, dealt: Dealt, people: People, month: int) -> Floats:
    """Hours bought: what new work asks for over what there is, up to the most that may be bought."""
    most = inputs.value("overtime_hours") if month >= inputs.begins else 0.0
    short = expected_new(inputs, dealt, month) * dealt.of("case_hours") - _hours(dealt, people, month)
    return np.asarray(np.clip(short, 0.0, most))


def simulate_cost(inputs: Inputs, dealt: Dealt, people: People, work: Work | None) -> Table:
    """Pounds spent from now to each month (row 0 is nothing): everyone in pay at the cost of a post / 12,
    those in training too; who was recruited (who moved from another unit was not) and who began training;
    overtime.
    """
    monthly = _pay(inputs, dealt, people) / 12
    monthly = monthly + people.posted * dealt.of("recruit_cost") + people.started * dealt.of("training_cost")
    if work is not None and inputs.has("overtime_cost"):
        monthly = monthly + work.overtime * dealt.of("overtime_cost")
    monthly[0] = 0.0
    return np.cumsum(monthly, axis=0, dtype=np.float64).astype(np.float32)


def _pay(inputs: Inputs, dealt: Dealt, people: People) -> Table:
    """Pounds a year by month and run of everyone in pay: whoever is beyond the posts there were, up to the
    posts that are added, costs what an added post of its role does.
    """
    each = np.asarray(dealt.of("post_cost"), dtype=np.float32)
    paid = people.in_pay * each
    extra = inputs.value("extra_posts")
    if extra <= 0:
        return np.asarray(paid)
    added = np.clip(people.in_pay - np.float32(inputs.standing), 0.0, extra)
    added[: inputs.begins] = 0.0
    return np.asarray(paid + added * (np.asarray(dealt.of("extra_post_cost"), dtype=np.float32) - each))
