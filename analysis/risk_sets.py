"""Who was being watched when: the people at risk of leaving at each length of time in a unit."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
STILL_HERE = ""
FEWEST_AT_RISK = 5


@dataclass(frozen=True)
class RiskSets:
    """At each time when a watch ended, shortest first: how many were at risk, and left for each cause.

    `at_risk[i]` counts the watches with entry < times[i] ≤ time. `exits` holds one array for each cause, in
    the order of their names. `starts_at` is the time from which as many as were asked for are at risk;
    above 0, all that follows is about people who had already stayed so long. `watched` counts the watches
    with a length.
    """

    times: Numbers
    at_risk: Numbers
    exits: dict[str, Numbers]
    starts_at: float
    watched: int

    @property
    def all_exits(self) -> Numbers:
        """How many left at each time, for whatever cause."""
        return np.sum(list(self.exits.values()), axis=0) if self.exits else np.zeros_like(self.times)


def risk_sets(
    time: Sequence[float] | Numbers,
    cause: Sequence[str],
    entry: Sequence[float] | Numbers | None = None,
    fewest: int = FEWEST_AT_RISK,
) -> RiskSets:
    """Count who is at risk at each time, over the longest stretch of time with at least `fewest` of them.

    `time` is how long each had been there (months, say) when the watch ended, `cause` why, "" for who was
    still there, and `entry` how long each had already been there when it began (None: from the start). A
    watch with no length, or of unknown start, says nothing and is left out. With delayed entry few are at
    risk early, and a curve that began with them could collapse on one exit: hence the stretch. With 0 for
    `fewest` every time is kept, as statistical programs do.
    """
    ends = np.asarray(time, dtype=np.float64)
    begins = np.full_like(ends, -np.inf) if entry is None else np.asarray(entry, dtype=np.float64)
    watched = begins < ends
    ends, begins = ends[watched], begins[watched]
    causes = np.asarray(list(cause), dtype=object)[watched]
    times = np.unique(ends)
    at_risk = before(begins, times) - before(ends, times)
    first, last = _longest(times, at_risk, _up_to(begins, times) - _up_to(ends, times), fewest)
    kept = times[first:last]
    exits = {str(each): count_at(ends[causes == each], kept) for each in sorted({*causes} - {STILL_HERE})}
    start = _start(times, begins[ends >= kept[0]], first, fewest) if len(kept) else 0.0
    return RiskSets(kept, at_risk[first:last], exits, start, len(ends))


def numbers_at_risk(
    time: Sequence[float] | Numbers, entry: Sequence[float] | Numbers | None, when: Sequence[float]
) -> tuple[int, ...]:
    """How many are at risk at each of `when`, to be written under a curve: entry < t ≤ time, as statistical
    programs print it. Who was watched from 0 on is at risk at 0. `time` and `entry` as in `risk_sets`.
    """
    ends = np.asarray(time, dtype=np.float64)
    begins = np.zeros_like(ends) if entry is None else np.asarray(entry, dtype=np.float64)
    watched = begins < ends
    begins = np.where(begins[watched] <= 0, -np.inf, begins[watched])
    at = np.asarray(when, dtype=np.float64)
    return tuple(int(n) for n in before(begins, at) - before(ends[watched], at))


def before(values: Numbers, times: Numbers) -> Numbers:
    """How many of the values lie strictly before each time."""
    return np.searchsorted(np.sort(values), times, side="left").astype(np.float64)


def _up_to(values: Numbers, times: Numbers) -> Numbers:
    """How many of the values lie at each time or before it."""
    return np.searchsorted(np.sort(values), times, side="right").astype(np.float64)


def count_at(values: Numbers, times: Numbers) -> Numbers:
    """How many of the values lie at each time."""
    ordered = np.sort(values)
    return (np.searchsorted(ordered, times, "right") - np.searchsorted(ordered, times, "left")).astype(float)


def _longest(times: Numbers, at_risk: Numbers, between: Numbers, fewest: int) -> tuple[int, int]:
    """First and one past last of the longest run of times with enough at risk throughout; first of equals.

    A run ends where too few are left just after a time, though more come under watch before the next: what
    follows is about other people, and a share carried over to them would say nothing.
    """
    runs: list[tuple[int, int]] = []
    for i in np.flatnonzero(at_risk >= fewest).tolist():
        if runs and runs[-1][1] == i and between[i - 1] >= fewest:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return max(runs, key=lambda run: times[run[1] - 1] - times[run[0]], default=(0, 0))


def _start(times: Numbers, begins: Numbers, first: int, fewest: int) -> float:
    """When enough of those at risk at the first time kept were under watch, after every time left out."""
    came = np.sort(begins)[max(fewest, 1) - 1]
    return max(0.0, float(came), float(times[first - 1]) if first else 0.0)
