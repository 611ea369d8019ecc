"""Whether two rates differ by more than chance: this year and last, one unit and another."""

import math
from dataclasses import dataclass

import numpy as np

from analysis.intervals import FEW_EVENTS, USUAL, z_of


@dataclass(frozen=True)
class TwoRates:
    """The first rate over the second, and how often chance alone would part them at least as far.

    `ratio` is None when the second has no events; `upper` is None when it has no upper limit. `p_value` is
    two sided. `guard` is "few_events" when either has under 10. `why_not`, when there is no comparison:
    "missing", "negative", "no_denominator", "not_a_count" (events that are not whole, as FTE are) or
    "no_events" in either.
    """

    level: float
    ratio: float | None = None
    lower: float | None = None
    upper: float | None = None
    p_value: float | None = None
    guard: str = ""
    why_not: str = ""


def compare_rates(
    first: float | None,
    first_exposure: float | None,
    second: float | None,
    second_exposure: float | None,
    level: float = USUAL,
) -> TwoRates:
    """Compare two counts of events over two exposures (person-years, say), exactly.

    Given x1 + x2 events, x1 is binomial with p = t1/(t1 + t2) when the rates are equal; the limits of p
    become those of the ratio as p/(1 − p) · t2/t1. Source: Przyborowski and Wilenski 1940; equal to R's
    `poisson.test`. Raises ValueError for a level that is not between 0 and 1.
    """
    z_of(level)
    given = (first, first_exposure, second, second_exposure)
    known = [number for number in given if number is not None and not math.isnan(number)]
    if len(known) < len(given):
        return TwoRates(level, why_not="missing")
    x1, t1, x2, t2 = known
    if why_not := _why_not(x1, t1, x2, t2):
        return TwoRates(level, why_not=why_not)
    return _compare(int(x1), t1, int(x2), t2, level)


def _why_not(x1: float, t1: float, x2: float, t2: float) -> str:
    if min(x1, t1, x2, t2) < 0:
        return "negative"
    if t1 == 0 or t2 == 0:
        return "no_denominator"
    if x1 != int(x1) or x2 != int(x2):
        return "not_a_count"
    return "no_events" if x1 + x2 == 0 else ""


def _compare(x1: int, t1: float, x2: int, t2: float, level: float) -> TwoRates:
    guard = "few_events" if min(x1, x2) < FEW_EVENTS else ""
    ratio = (x1 / t1) / (x2 / t2) if x2 else None
    lower, upper = (_odds(p, t2 / t1) for p in _exact_share(x1, x1 + x2, level))
    return TwoRates(level, ratio, lower, upper, _chance(x1, x1 + x2, t1 / (t1 + t2)), guard)


def _exact_share(x: int, n: int, level: float) -> tuple[float, float]:
    """The limits of a share of which x in n were seen. Source: Clopper and Pearson 1934."""
    # The function under scipy.stats.binomtest, without the second that importing scipy.stats takes.
    from scipy.special import betainccinv, betaincinv

    tail = (1 - level) / 2
    lower = float(betaincinv(x, n - x + 1, tail)) if x else 0.0
    return lower, float(betainccinv(x + 1, n - x, tail)) if x < n else 1.0


def _chance(x: int, n: int, p: float) -> float:
    """How often a binomial count of n is as unlikely as x, or more so: the exact two-sided test."""
    from scipy.special import gammaln, xlog1py, xlogy

    k = np.arange(n + 1)
    ways = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    each = np.exp(ways + xlogy(k, p) + xlog1py(n - k, -p))
    # Counts on either side that are equally likely differ by rounding alone.
    return min(1.0, float(each[each <= each[x] * (1 + 1e-7)].sum()))


def _odds(p: float, scale: float) -> float | None:
    """The ratio of rates that goes with a share of the events; None where it has no bound."""
    return p / (1 - p) * scale if p < 1 else None
