"""The range in which a unit's next count would usually lie, from its own months: for checks at intake."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.xmr import xmr

FEWEST_MONTHS = 12
FEWEST_FOR_TIMES = 3
TIMES = 10
LEAST_APART = 10  # a difference of fewer cases is not worth asking about, whatever the range
SPREADS = 3  # counts by chance: 99.7% lie within three times the root of the usual count
Series = Sequence[float | None]


@dataclass(frozen=True)
class Usual:
    """Where the next count would usually lie, and the middle of the months it is taken from."""

    lower: float
    upper: float
    middle: float
    months: int


def usual_count(values: Series, *, stock: bool) -> Usual | None:
    """The usual range of the next value; None where fewer than 12 months are known.

    `values`: one for each month in order, None where it is missing. Of a flow the limits of an XmR chart; of
    a `stock`, which moves on from where it was, the last value and the limits of its monthly changes. Never
    narrower than chance makes counts of that size.
    """
    held = [value for value in values if value is not None]
    if len(held) < FEWEST_MONTHS:
        return None
    centre = held[-1] if stock else median(held)
    limits = xmr(_changes(values) if stock else values).groups[-1]
    if limits.lower is None or limits.upper is None:
        lower = upper = 0.0 if stock else centre
    else:
        lower, upper = limits.lower, limits.upper
    chance = SPREADS * math.sqrt(max(centre, 1))
    low = (centre + lower) if stock else lower
    high = (centre + upper) if stock else upper
    return Usual(max(0.0, min(low, centre - chance)), max(high, centre + chance), median(held), len(held))


def is_unusual(value: float, usual: Usual) -> bool:
    """Whether a count lies outside the range, by as much as is worth asking about."""
    beyond = usual.lower - value if value < usual.lower else value - usual.upper
    return beyond > 0 and abs(value - usual.middle) >= LEAST_APART


def times_the_usual(value: float, values: Series) -> float | None:
    """How many times the usual count, where it is ten times or a tenth of it or beyond; else None.

    A slip of the keyboard shows so from three months on. Counts under ten are too small to be told of so.
    """
    held = [each for each in values if each is not None]
    middle = median(held) if len(held) >= FEWEST_FOR_TIMES else 0
    if middle <= 0 or max(value, middle) < LEAST_APART:
        return None
    times = value / middle
    far = times >= TIMES or (times <= 1 / TIMES and middle >= LEAST_APART)
    return times if far and abs(value - middle) >= LEAST_APART else None


def _changes(values: Series) -> list[float | None]:
    """From month to month; None where either is missing."""
    return [None if a is None or b is None else b - a for a, b in pairwise(values)]
