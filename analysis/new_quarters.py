"""New limits for counts by quarter: the quarters before them keep theirs, and what new ones must rest on.

Deciding is for a person, who names the cause. Source of the exact test of two Poisson counts: Przyborowski
and Wilenski 1940.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.quarters import CONFIDENCE, FEWEST_QUARTERS, QuarterlyChart, binomial_tail, quarterly
from analysis.variation import Improvement, Series
from analysis.xmr import NoRebase


def quarterly_in_turn(
    values: Series, starts: Sequence[tuple[int, int]], improvement: Improvement = "neither"
) -> QuarterlyChart:
    """Monthly counts by quarter, judged by the limits that hold now; `earlier` holds the charts before them.

    `starts`: for each set of limits the position from which they hold and the position at which their first
    whole quarter begins, in order. Months between the two belong to no quarter. As quarterly, which raises
    ValueError.
    """
    ends = [*(begins for begins, _ in starts[1:]), len(values)]
    charts = [
        quarterly(values[:end], first=first, improvement=improvement)
        for (_, first), end in zip(starts, ends, strict=True)
    ]
    return replace(charts[-1], earlier=tuple(each for each in charts[:-1] if each.quarters))


def why_not_new_quarters(values: Series, starts: Sequence[int], at: int) -> NoRebase:
    """Why new limits may not begin at position `at`, the first month of a quarter; "" when a person may.

    `starts`: positions at which quarters begin anew already, the first of the series among them. Needed: 5
    whole quarters with a count before it and 5 from it, up to the limits before and after; and more or fewer
    events from it than chance gives if the rate had stayed: with a before and b from it in m and n quarters,
    b is Binomial(a + b, n / (m + n)), and as far out on its side with a chance of 0.1% or less.
    """
    start = max((each for each in starts if each < at), default=0)
    end = min((each for each in starts if each > at), default=len(values))
    before, after = (list(_counts(values[:stop], first)) for first, stop in ((start, at), (at, end)))
    if len(before) < FEWEST_QUARTERS:
        return "too few points before"
    if len(after) < FEWEST_QUARTERS:
        return "too few points after"
    total, share = sum(before) + sum(after), len(after) / (len(before) + len(after))
    tail = (1 - CONFIDENCE) / 2
    fewer, more = _up_to(sum(after), total, share), _up_to(sum(before), total, 1 - share)
    return "" if min(fewer, more) <= tail else "no shift"


def _counts(values: Series, first: int) -> Iterator[int]:
    yield from (q.count for q in quarterly(values, first=first).quarters if q.count is not None)


def _up_to(count: int, total: int, share: float) -> float:
    """The chance of that many events or fewer."""
    return next(below for x, below in enumerate(binomial_tail(total, share)) if x == count)
