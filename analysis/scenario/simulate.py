"""A scenario and "do nothing" beside it, 20,000 times: fans, months until back, what a month more costs."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.scenario.draws import deal
from analysis.scenario.model import Inputs, do_nothing, faults, lacking
from analysis.scenario.people import Table, simulate_people
from analysis.scenario.work import simulate_cost, simulate_work

RUNS = 20_000
LEVELS = (0.1, 0.5, 0.9)
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Paths:
    """Every run by month (rows: 0 is now). A part is None where the inputs lack what it needs.

    `deployable` and `accredited` (deployable and accredited) are FTE, `workload` hours of new work for each
    hour available, `open_cases` cases, `cost` pounds from now on, `in_pay` FTE.
    """

    deployable: Table
    in_pay: Table
    accredited: Table | None
    workload: Table | None
    open_cases: Table | None
    cost: Table | None


@dataclass(frozen=True)
class Fan:
    """The 10th, 50th and 90th percentile of the runs for each month, 0 (now) first."""

    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Reach:
    """Months until at or under the line for the first time: percentiles over all runs, infinite where that
    many do not get there in the months looked at, and the share of runs that do.
    """

    share: float
    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Result:
    """What one scenario comes to. `cost_each` is pounds for each deployable FTE-month, by the last month as
    p10, p50, p90; `open_per_carrier` is open cases for each deployable FTE; `meets` the share of runs with
    the required people deployable, by month.
    """

    deployable: Fan
    in_pay: Fan
    accredited: Fan | None
    workload: Fan | None
    open_cases: Fan | None
    open_per_carrier: Fan | None
    cost: Fan | None
    cost_each: tuple[float, float, float] | None
    reach: Reach | None
    meets: tuple[float, ...] | None


@dataclass(frozen=True)
class Beside:
    """A scenario beside doing nothing, run by run with the same luck, over all the months: deployable
    FTE-months more, pounds more, and pounds for each of them, as p10, p50, p90. `each` is None where fewer
    than nine runs in ten have more people.
    """

    months_more: tuple[float, float, float]
    cost_more: tuple[float, float, float] | None
    each: tuple[float, float, float] | None


@dataclass(frozen=True)
class Scenario:
    """The result with the changes, without them, and the one beside the other."""

    changed: Result
    nothing: Result
    beside: Beside
    seed: int
    runs: int


def simulate(inputs: Inputs, seed: int, runs: int = RUNS) -> Scenario:
    """Both results from the same seed. Raises ValueError where a number cannot be meant or is lacking."""
    if wrong := faults(inputs):
        raise ValueError(" ".join(text for _, text in wrong))
    as_is = do_nothing(inputs)
    with_changes = paths(inputs, seed, runs)
    without = with_changes if as_is == inputs else paths(as_is, seed, runs)
    changed = summary(inputs, with_changes)
    nothing = changed if without is with_changes else summary(as_is, without)
    return Scenario(changed, nothing, _beside(with_changes, without), seed, runs)


def paths(inputs: Inputs, seed: int, runs: int = RUNS) -> Paths:
    """Every run of one scenario. Raises ValueError where people lack a number."""
    if gone := lacking(inputs, "people"):
        raise ValueError(f"people cannot be reckoned without {', '.join(gone)}")
    dealt = deal(inputs, runs, seed)
    people = simulate_people(inputs, dealt, runs, seed)
    work = None if lacking(inputs, "work") else simulate_work(inputs, dealt, people, runs, seed)
    ready = None
    if not lacking(inputs, "accredited"):
        kept = np.divide(people.deployable, people.trained, out=np.zeros_like(people.trained),
                         where=people.trained > 0)  # fmt: skip
        ready = people.accredited * kept
    cost = None if lacking(inputs, "cost") else simulate_cost(inputs, dealt, people, work)
    load, left = (work.workload, work.open_cases) if work else (None, None)
    return Paths(people.deployable, people.in_pay, ready, load, left, cost)


def summary(inputs: Inputs, found: Paths) -> Result:
    """Fans and answers out of the runs."""
    accredited, workload, left, each_carries, cost = (
        None if table is None else _fan(table)
        for table in (found.accredited, found.workload, found.open_cases, carried(found), found.cost)
    )
    each, reach, meets = _cost_each(found), _reach(inputs, found), _meets(inputs, found)
    people = _fan(found.deployable), _fan(found.in_pay)
    return Result(*people, accredited, workload, left, each_carries, cost, each, reach, meets)


def carried(found: Paths) -> Table | None:
    """Open cases for each deployable FTE; infinite where nobody is deployable."""
    if found.open_cases is None:
        return None
    nobody = np.full_like(found.open_cases, np.inf)
    return np.asarray(np.divide(found.open_cases, found.deployable, out=nobody, where=found.deployable > 0))


def percentiles(values: Array, axis: int = -1) -> Array:
    """The 10th, 50th and 90th percentile, each a value that a run has: infinite ones may be among them."""
    last = values.shape[axis] - 1
    at = [round(level * last) for level in LEVELS]
    return np.take(np.partition(values, at, axis=axis), at, axis=axis)


def _fan(table: Table) -> Fan:
    return Fan(*(tuple(float(v) for v in row) for row in percentiles(table).T))


def _three(values: Array) -> tuple[float, float, float]:
    low, middle, high = (float(v) for v in percentiles(values))
    return low, middle, high


def _cost_each(found: Paths) -> tuple[float, float, float] | None:
    if found.cost is None:
        return None
    months = found.deployable[1:].sum(axis=0, dtype=np.float64)
    each = np.divide(found.cost[-1], months, out=np.full(len(months), np.inf), where=months > 0)
    return _three(each)


def _reach(inputs: Inputs, found: Paths) -> Reach | None:
    measure = carried(found) if inputs.line_of == "open_per_carrier" else found.workload
    if measure is None or not inputs.has("line"):
        return None
    under = measure <= inputs.value("line")
    gets_there = under.any(axis=0)
    months = np.where(gets_there, under.argmax(axis=0), math.inf)
    return Reach(float(gets_there.mean()), *_three(months))


def _meets(inputs: Inputs, found: Paths) -> tuple[float, ...] | None:
    if not inputs.has("required"):
        return None
    return tuple(float(v) for v in (found.deployable >= inputs.value("required") - 1e-6).mean(axis=1))


def _beside(changed: Paths, nothing: Paths) -> Beside:
    more = (changed.deployable[1:] - nothing.deployable[1:]).sum(axis=0, dtype=np.float64)
    if changed.cost is None or nothing.cost is None:
        return Beside(_three(more), None, None)
    pounds = changed.cost[-1].astype(np.float64) - nothing.cost[-1]
    most = (more > 0).mean() >= LEVELS[-1]
    each = np.divide(pounds, more, out=np.full(len(more), np.inf), where=more > 0)
    return Beside(_three(more), _three(pounds), _three(each) if most else None)
