"""The lowest and highest value that whole numbers can take when some of their sums are known.

An integer programme for each end (scipy.optimize.milp, HiGHS). scipy is imported when the first is solved.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SECONDS = 10.0  # for each end: past it nothing is taken as proven
SOLVED, INFEASIBLE = 0, 2


@dataclass(frozen=True)
class Range:
    """The values from `low` to `high`, people, that fit with what is known; `high` None without an end."""

    low: int
    high: int | None

    @property
    def width(self) -> float:
        """How far apart its ends are: 0 when there is one value."""
        return math.inf if self.high is None else self.high - self.low


class NothingFits(ValueError):
    """No whole numbers fit with what is said to be known: the figures contradict each other."""


class NotSolved(RuntimeError):
    """The programme was not solved in its time, so that nothing is proven."""


@dataclass(frozen=True)
class Known:
    """What is known of n unknown whole numbers: bounds on m sums of them, and on each of them.

    `sums` m x n coefficients, `low` and `high` m bounds on those sums (equal for a sum that is known);
    `lowest` and `highest` n bounds on the numbers themselves (`highest` may be infinite).
    """

    sums: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]


def range_of(target: NDArray[np.float64], known: Known) -> Range:
    """The range of target · x over all whole numbers x that fit.

    `target` n coefficients. Raises NothingFits where no x does, NotSolved where the search did not end.
    """
    low, high = _lowest(target, known), _lowest(-target, known)
    if low is None:
        raise NotSolved("a sum has no lowest value")
    return Range(low, None if high is None else -high)


def _lowest(target: NDArray[np.float64], known: Known) -> int | None:
    """The lowest value of a sum; None where there is none, as a number without an end drives it."""
    whole = np.ones(target.size)
    found = minimise(target, known, whole)
    if found is not None:
        return round(float(target @ found))
    if minimise(0 * target, known, whole) is None:
        raise NothingFits("the figures contradict each other")
    if not ((target < 0) & np.isinf(known.highest)).any():
        raise NotSolved("the integer programme came to no end")
    return None


def minimise(
    cost: NDArray[np.float64], known: Known, whole: NDArray[np.float64]
) -> NDArray[np.float64] | None:
    """The x of lowest cost · x among those that fit, or None where none does or the cost has no lowest.

    `whole` is 1 for a number that must be whole, else 0. Raises NotSolved after SECONDS.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    sums = [LinearConstraint(known.sums, known.low, known.high)] if known.sums.size else []
    limits = Bounds(known.lowest, known.highest)
    found = milp(cost, integrality=whole, bounds=limits, constraints=sums, options={"time_limit": SECONDS})
    if found.status == SOLVED:
        return np.rint(np.asarray(found.x, dtype=np.float64), dtype=np.float64)
    if found.status >= INFEASIBLE:
        return None
    raise NotSolved("the integer programme was not solved in its time")
