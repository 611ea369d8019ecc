"""Counts too small for a monthly chart: whole quarters, each judged against all the others.

Below about five events a month an XmR chart flags too often: with a mean of 0.5 a month and nothing
changing, the last month is flagged about once in twelve. Source of the exact test of two Poisson counts:
Przyborowski and Wilenski 1940.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.variation import Direction, Improvement, Series, Variation, known, variation_of

# A mean below this is judged by quarter. At five a month the last point of a stable chart of 60 months is
# flagged 2.5% of the time, at six 2.3%.
FEWEST_A_MONTH = 6.0
FEWEST_QUARTERS = 5  # the quarter judged, and a year to judge it by
CONFIDENCE = 0.998

CountChart = Literal["xmr", "quarterly"]
WhyNot = Literal["", "too few quarters", "last quarter missing", "not counts", "no events"]


@dataclass(frozen=True)
class Quarter:
    """Three months from position `start` of the series; `count` is None when one of them is missing."""

    start: int
    count: int | None
    variation: Variation
    direction: Direction | None


@dataclass(frozen=True)
class QuarterlyChart:
    """Quarterly counts, their mean, and the counts that chance would give 998 times in 1,000.

    `lower` and `upper` are counts still within the usual range. `variation` is that of the last whole
    quarter. `why_not`: "", "too few quarters" (under five with a count), "last quarter missing", "not
    counts" (a value that is negative or not whole: FTE are not pooled here) or "no events" (none in any
    quarter: nothing unusual, and no range, since one event more would move it).
    `months_left_over` counts the months after the last whole quarter. `earlier`: the charts of the quarters
    before limits began anew, oldest first.
    """

    quarters: tuple[Quarter, ...]
    centre: float | None
    lower: int | None
    upper: int | None
    variation: Variation
    why_not: WhyNot
    months_left_over: int
    earlier: tuple["QuarterlyChart", ...] = ()


def chart_for_counts(values: Series) -> CountChart:
    """Which chart suits a monthly count: "quarterly" when its mean is under six a month, else "xmr".

    Months without a value (None or NaN) are left out of the mean; with no value at all the answer is
    "quarterly", the chart that claims less.
    """
    return "xmr" if _mean(values) >= FEWEST_A_MONTH else "quarterly"


def net_change_can_be_judged(gained: Series, lost: Series) -> bool:
    """Whether the monthly difference of two counts suits an XmR chart: six or more a month, in and out.

    With less, most differences are 0, 1 or -1, and the last point of a stable chart is flagged up to one
    time in eleven: show the difference without rules.
    """
    return _mean(gained) + _mean(lost) >= FEWEST_A_MONTH


def _mean(values: Series) -> float:
    """Mean of the months with a value; 0 when there are none."""
    y = [count for count in map(known, values) if count is not None]
    return math.fsum(y) / len(y) if y else 0.0


def quarterly(values: Series, *, first: int = 0, improvement: Improvement = "neither") -> QuarterlyChart:
    """Pool monthly counts (None or NaN = missing) into whole quarters and judge each against the others.

    `first` is the position at which the first whole quarter begins. If the rate is constant, a quarter's
    count, given the total T of all m quarters, is Binomial(T, 1/m), whatever the rate: the exact test of
    two Poisson counts (Przyborowski and Wilenski 1940), as R poisson.test. A count is a signal when a
    count as far out on its side has a chance of 0.1% or less. Events that come in clusters (a team
    leaving together) vary more: with twice the variance, the last quarter is flagged 1.5% of the time.
    Raises ValueError for an unknown `improvement` or a negative `first`, never for the values.
    """
    variation_of(None, improvement)
    if first < 0:
        raise ValueError(f"a first quarter at position {first} is before the series")
    months = [known(value) for value in values]
    if not all(count is None or (count >= 0 and count == int(count)) for count in months):
        return QuarterlyChart((), None, None, None, "not known", "not counts", 0)
    counts = [_whole(months[at : at + 3]) for at in range(first, len(months) - 2, 3)]
    left_over = max(len(months) - first, 0) % 3
    seen = [count for count in counts if count is not None]
    if len(seen) < FEWEST_QUARTERS:
        quarters = [Quarter(first + 3 * i, n, "not known", None) for i, n in enumerate(counts)]
        return QuarterlyChart(tuple(quarters), None, None, None, "not known", "too few quarters", left_over)
    lower, upper = usual_counts(sum(seen), len(seen)) if any(seen) else (None, None)
    judged = tuple(_judge(first + 3 * i, n, lower, upper, improvement) for i, n in enumerate(counts))
    why_not: WhyNot = "last quarter missing" if counts[-1] is None else "" if any(seen) else "no events"
    centre = sum(seen) / len(seen)
    return QuarterlyChart(judged, centre, lower, upper, judged[-1].variation, why_not, left_over)


def usual_counts(total: int, quarters: int, confidence: float = CONFIDENCE) -> tuple[int, int]:
    """The least and most events a quarter holds by chance, given the `total` events of all `quarters`.

    x is within when P(X >= x) and P(X <= x) both exceed (1 - confidence) / 2, X ~ Binomial(total,
    1/quarters). Either end is a count; the least is 0 unless counts are large.
    """
    tail = (1 - confidence) / 2
    lower = next(x for x, below in enumerate(binomial_tail(total, 1 / quarters)) if below > tail)
    # P(X >= x) for X events here is P(at most total - x) for the events elsewhere.
    elsewhere = next(x for x, below in enumerate(binomial_tail(total, 1 - 1 / quarters)) if below > tail)
    return lower, total - elsewhere


def binomial_tail(n: int, share: float) -> Iterator[float]:
    """The chances P(X <= x) for x = 0, 1, ... n, X ~ Binomial(n, share); by logarithms, so large n holds."""
    below = 0.0
    for x in range(n + 1):
        ways = math.lgamma(n + 1) - math.lgamma(x + 1) - math.lgamma(n - x + 1)
        below += math.exp(ways + x * math.log(share) + (n - x) * math.log1p(-share))
        yield below


def _judge(
    start: int, count: int | None, lower: int | None, upper: int | None, improvement: Improvement
) -> Quarter:
    if count is None:
        return Quarter(start, None, "not known", None)
    if lower is None or upper is None:
        return Quarter(start, count, "common", None)
    direction: Direction | None = "high" if count > upper else "low" if count < lower else None
    return Quarter(start, count, variation_of(direction, improvement), direction)


def _whole(months: Series) -> int | None:
    """The sum of three months, None when one is missing: two months are not a quarter."""
    return None if None in months else sum(int(count) for count in months if count is not None)
