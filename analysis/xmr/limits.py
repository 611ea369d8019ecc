"""The centre and limits of one stretch of an XmR chart, and how much they may be relied on.

Sources: NHS England, Making Data Count, as in NHSRplotthedots 0.2.2; screening of moving ranges: Nelson 1982.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

WIDTH = 2.66  # limits, in mean moving ranges from the centre: 3 / 1.128, rounded as the standard does
SCREEN = 3.267  # a moving range of this many means is left out of their mean, once
CLOSE = 2 / 3  # of the way from the centre to a limit
FEWEST_FOR_LIMITS = 8
FEWEST_FOR_ALL_RULES = 12
FEWEST_TO_FIX = 24
ROUNDING = 1e-12  # of the largest value: less variation than this is the rounding of the computer

WhyNot = Literal["", "no values", "too few points", "no variation yet"]


@dataclass(frozen=True)
class Limits:
    """Centre and limits of the points from `start` up to, not including, `stop`.

    `points` counts the values in the baseline; `average_range` is their mean moving range after
    screening, in the unit of the values. `lower` and `upper` are None when `why_not` says why; `centre`
    only when there is no value at all. `trial` marks limits from 8 to 11 points: the outside rule alone
    is used with them.
    """

    start: int
    stop: int
    points: int
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    average_range: float | None = None
    trial: bool = False
    why_not: WhyNot = ""


def limits_of(
    values: Sequence[float | None], start: int, stop: int, *, fix_after: int | None, screen: bool
) -> Limits:
    """Limits of one stretch: centre ± 2.66 × mean moving range of its baseline.

    The baseline is the first `fix_after` values of the stretch, or all. A moving range is taken between
    neighbouring months only: never across a missing month, never into another stretch. Under 8 values
    there are no limits. Each gap takes away a moving range as well, so values minus gaps is what counts.
    """
    baseline = _baseline(values[start:stop], fix_after)
    y = [value for value in baseline if value is not None]
    if not y:
        return Limits(start, stop, 0, why_not="no values")
    centre = math.fsum(y) / len(y)
    ranges = [abs(b - a) for a, b in pairwise(baseline) if a is not None and b is not None]
    sound = len(ranges) + 1
    if sound < FEWEST_FOR_LIMITS:
        return Limits(start, stop, len(y), centre, why_not="too few points")
    average = average_range(ranges, screen=screen)
    if average <= ROUNDING * max(map(abs, y)):
        return Limits(start, stop, len(y), centre, average_range=0.0, why_not="no variation yet")
    reach = WIDTH * average
    trial = sound < FEWEST_FOR_ALL_RULES
    return Limits(start, stop, len(y), centre, centre - reach, centre + reach, average, trial)


def average_range(ranges: Sequence[float], *, screen: bool) -> float:
    """Mean moving range, in the unit of the values; 0 when none is left.

    With `screen`, ranges of 3.267 means or more are left out once and the rest averaged again, so that
    one freak month does not widen the limits (Nelson 1982; the official Excel tool does not screen).
    """
    if not ranges:
        return 0.0
    average = math.fsum(ranges) / len(ranges)
    if not screen:
        return average
    kept = [each for each in ranges if each < SCREEN * average]
    return math.fsum(kept) / len(kept) if kept else 0.0


def _baseline(stretch: Sequence[float | None], fix_after: int | None) -> Sequence[float | None]:
    """The months up to and including the one that holds value number `fix_after`."""
    if fix_after is None:
        return stretch
    seen = 0
    for position, value in enumerate(stretch):
        seen += value is not None
        if seen == fix_after:
            return stretch[: position + 1]
    return stretch
