"""The four rules that tell a signal from chance on an XmR chart, each within one stretch of limits.

Every rule takes the values of one stretch (None = missing) and gives, for each, the side of its signal
or None. Rules about neighbouring months do not reach across a missing month: what it held is not known.
Source: NHS England, Making Data Count, as in NHSRplotthedots 0.2.2.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from analysis.variation import Direction, Series
from analysis.xmr.limits import CLOSE, Limits

Reason = Literal["outside", "trend", "two of three", "shift"]
Flags = list[Direction | None]
# The order in which a point with several signals is named.
PRECEDENCE: tuple[Reason, ...] = ("outside", "trend", "two of three", "shift")
RUN = 7


def signals(values: Series, limits: Limits) -> dict[Reason, Flags]:
    """Each rule's flags for the values of one stretch; only the outside rule where limits are on trial."""
    if limits.centre is None or limits.lower is None or limits.upper is None:
        return {}
    beyond = outside(values, limits.lower, limits.upper)
    if limits.trial:
        return {"outside": beyond}
    sides = [_sign(value - limits.centre) if value is not None else 0 for value in values]
    return {
        "outside": beyond,
        "trend": trend(values),
        "two of three": two_of_three(sides, close(values, limits, beyond)),
        "shift": shift(sides),
    }


def outside(values: Series, lower: float, upper: float) -> Flags:
    """Strictly above the upper limit, or strictly below the lower."""
    return [
        None if value is None else "high" if value > upper else "low" if value < lower else None
        for value in values
    ]


def close(values: Series, limits: Limits, beyond: Flags) -> list[bool]:
    """More than two thirds of the way from the centre to a limit, and not outside it."""
    if limits.centre is None or limits.upper is None:
        return [False] * len(values)
    centre, near = limits.centre, CLOSE * (limits.upper - limits.centre)
    return [
        value is not None and flag is None and (value > centre + near or value < centre - near)
        for value, flag in zip(values, beyond, strict=True)
    ]


def shift(sides: Sequence[int]) -> Flags:
    """Seven or more in a row on one side of the centre; a value on the centre, or a gap, ends the run."""
    flags: Flags = [None] * len(sides)
    for start, stop in _stretches(sides, RUN):
        flags[start:stop] = [_direction(sides[start])] * (stop - start)
    return flags


def trend(values: Series) -> Flags:
    """Seven in a row strictly rising or falling; a tie or a gap ends it.

    A turning point that belongs to two trends is named for the one that follows it.
    """
    steps = [0 if a is None or b is None else _sign(b - a) for a, b in pairwise(values)]
    flags: Flags = [None] * len(values)
    for start, stop in _stretches(steps, RUN - 1):
        flags[start : stop + 1] = [_direction(steps[start])] * (stop + 1 - start)
    return flags


def two_of_three(sides: Sequence[int], close: Sequence[bool]) -> Flags:
    """In three in a row on one side, two or more close to the limit: the close ones are flagged.

    A point outside the limit does not count as close.
    """
    flags: Flags = [None] * len(sides)
    for start in range(len(sides) - 2):
        window = range(start, start + 3)
        side = sides[start]
        if side and all(sides[i] == side for i in window) and sum(close[i] for i in window) >= 2:
            for i in window:
                flags[i] = _direction(side) if close[i] else flags[i]
    return flags


def _stretches(signs: Sequence[int], fewest: int) -> list[tuple[int, int]]:
    """Start and stop of every run of `fewest` or more equal signs; zeros are in no run."""
    found, start = [], 0
    for position in range(1, len(signs) + 1):
        if position == len(signs) or signs[position] != signs[start]:
            if signs[start] and position - start >= fewest:
                found.append((start, position))
            start = position
    return found


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)


def _direction(sign: int) -> Direction:
    return "high" if sign > 0 else "low"
