"""What sums over twelve months, published one after the other, give away of the months in them.

Twelve months to March less twelve months to February is this March less last March. Let P be the people
counted up to a month, from the first: a sum over months a to b is P[b] - P[a], so that all that is known is
bounds on differences. The tightest bounds that follow are shortest paths (Bellman 1958; Floyd 1962), and they
are exact for whole numbers as well, since each sum is of months that follow each other. Source of the attack:
differencing, in the Handbook on Statistical Disclosure Control (Hundepool and others).
"""

from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN

Known = NDArray[np.float64]
"""Of n months, (n + 1) x (n + 1): the most people that can be in the months from a row up to a column."""
NARROW = 1.0
"""A range narrower than one person is a count."""
ROUNDING = 1e-6


def nothing_known(months: int) -> Known:
    """What is known of `months` counts of people before anything is shown: none is below zero.

    Read the wrong way round, from a later month back to an earlier one, the most is 0.
    """
    return np.where(np.tri(months + 1, dtype=bool), 0.0, np.inf)


def with_sum(known: Known, start: int, stop: int, low: float, high: float) -> Known:
    """The same when the sum of the months from `start` up to, not with, `stop` lies from `low` to `high`.

    People. Positions count from 0. Costs (n + 1) squared, as each new fact is one more edge.
    """
    tighter = np.minimum(known, known[:, [start]] + high + known[[stop], :])
    return np.minimum(tighter, tighter[:, [stop]] - low + tighter[[start], :])


def gives_away(known: Known, threshold: int = FEWEST_PEOPLE_SHOWN) -> bool:
    """Whether some months in a row are known to hold a small count of people, and which one.

    Small is above zero and under the threshold; known is to within less than one person.
    """
    high, low = known, -known.T
    later = ~np.tri(len(known), dtype=bool)
    narrow = np.zeros_like(later)
    narrow[later] = high[later] - low[later] < NARROW - ROUNDING
    small = narrow & (low > ROUNDING) & (high < threshold - ROUNDING)
    return bool(small.any())


class RollingSums:
    """One series after another of sums over `reach` months, each seen month by month, the oldest first.

    What is not yet seen can be asked about first: whether showing it would give a small count away.
    """

    def __init__(self, months: int, threshold: int = FEWEST_PEOPLE_SHOWN, reach: int = 12) -> None:
        """`months` is how many sums there are at most, one ending in each month, from position 0."""
        self._months, self._threshold, self._reach = months + reach - 1, threshold, reach
        self._known: dict[Hashable, Known] = {}

    def tells(self, series: Hashable, at: int, people: float) -> bool:
        """Whether the sum that ends at position `at`, or the mark that it is small, would give one away."""
        return gives_away(self._seen(series, at, people), self._threshold)

    def see(self, series: Hashable, at: int, people: float) -> None:
        """The sum that ends at position `at` is shown; where it is small, that it is small."""
        self._known[series] = self._seen(series, at, people)

    def _seen(self, series: Hashable, at: int, people: float) -> Known:
        known = self._known.get(series)
        known = nothing_known(self._months) if known is None else known
        small = 0 < people < self._threshold
        low, high = (1.0, self._threshold - 1.0) if small else (people, people)
        return with_sum(known, at, at + self._reach, low, high)
