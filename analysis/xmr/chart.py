"""An XmR chart: limits, signals and verdicts for one series of independent monthly values.

Not for a stock or a rolling rate: with nothing changing, their last point is flagged about two times in
three. Source: NHS England, Making Data Count, as in NHSRplotthedots 0.2.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analysis.variation import (
    BETTER,
    Assurance,
    Direction,
    Improvement,
    Series,
    Variation,
    known,
    variation_of,
)
from analysis.xmr.limits import FEWEST_TO_FIX, Limits, WhyNot, limits_of
from analysis.xmr.rules import PRECEDENCE, Reason, signals


@dataclass(frozen=True)
class Point:
    """One month: its value, the limits it is judged by, and its signals.

    `flags` holds every rule it breaks, `reason` the one to name, `direction` the side of that one (for a
    trend its slope). `variation` is "not known" where there is no value or there are no limits.
    """

    value: float | None
    centre: float | None
    lower: float | None
    upper: float | None
    flags: tuple[Reason, ...]
    reason: Reason | None
    direction: Direction | None
    variation: Variation


@dataclass(frozen=True)
class XmrChart:
    """A chart and its verdicts.

    `variation` is that of the last point. `assurance` says whether the target will be met if nothing
    changes: "pass", "fail" or "hit or miss"; None without target, better side or limits. `trial` and
    `why_not` are those of the last group: `why_not` is "" or "no values", "too few points", "no variation
    yet", or "last month missing" (there are limits, and nothing to judge by them). `may_fix_baseline`:
    24 or more values in the last group and its baseline not fixed.
    """

    points: tuple[Point, ...]
    groups: tuple[Limits, ...]
    variation: Variation
    assurance: Assurance | None
    trial: bool
    why_not: WhyNot | Literal["last month missing"]
    may_fix_baseline: bool
    screened: bool


def xmr(
    values: Series,
    *,
    rebase_at: Sequence[int] = (),
    fix_after: int | None = None,
    improvement: Improvement = "neither",
    target: float | None = None,
    screen: bool = True,
) -> XmrChart:
    """Judge `values`, one for each month in order, None or NaN for a month without one.

    m = mean of the baseline; A = mean moving range, ranges of 3.267 A or more left out once; limits
    m ± 2.66 A. Signals: outside a limit; 7 rising or falling; 2 of 3 close to a limit; 7 on one side; in
    this order of precedence. `rebase_at`: positions (from 0) at which new limits begin; positions outside
    the series begin nothing. `fix_after`: limits come from the first so many values of each group.
    `target`: in the unit of the values. Under 8 values no limits, 8 to 11 trial limits, 12 all rules.
    Raises ValueError for a `fix_after` under 1 or an unknown `improvement`; never for the values.
    """
    variation_of(None, improvement)  # an unknown word is refused for an empty series too
    if fix_after is not None and fix_after < 1:
        raise ValueError(f"a baseline of {fix_after} points holds none")
    y = [known(value) for value in values]
    groups = tuple(
        limits_of(y, start, stop, fix_after=fix_after, screen=screen)
        for start, stop in _bounds(len(y), rebase_at)
    )
    points = tuple(point for limits in groups for point in _points(y, limits, improvement))
    last = groups[-1] if groups else Limits(0, 0, 0, why_not="no values")
    return XmrChart(
        points=points,
        groups=groups,
        variation=points[-1].variation if points else "not known",
        assurance=assurance(last, improvement, target),
        trial=last.trial,
        why_not=last.why_not or ("last month missing" if points[-1].value is None else ""),
        may_fix_baseline=fix_after is None and last.points >= FEWEST_TO_FIX and not last.why_not,
        screened=screen,
    )


def assurance(limits: Limits, improvement: Improvement, target: float | None) -> Assurance | None:
    """Whether a target will be met if nothing changes, from the limits it lies between or beyond (strict)."""
    better = BETTER[improvement]
    if target is None or target != target or better is None or limits.lower is None or limits.upper is None:
        return None
    if target > limits.upper:
        return "fail" if better == "high" else "pass"
    if target < limits.lower:
        return "pass" if better == "high" else "fail"
    return "hit or miss"


def _bounds(n: int, rebase_at: Sequence[int]) -> list[tuple[int, int]]:
    """Start and stop of each group of limits."""
    starts = sorted({0, *(at for at in rebase_at if 0 < at < n)})
    return list(pairwise([*starts, n])) if n else []


def _points(values: Series, limits: Limits, improvement: Improvement) -> list[Point]:
    """The points of one group of limits."""
    stretch = values[limits.start : limits.stop]
    found = signals(stretch, limits)
    points = []
    for position, value in enumerate(stretch):
        flags = tuple(rule for rule in PRECEDENCE if rule in found and found[rule][position])
        reason = flags[0] if flags else None
        direction = found[reason][position] if reason else None
        judged = value is not None and limits.lower is not None
        variation = variation_of(direction, improvement) if judged else "not known"
        points.append(
            Point(value, limits.centre, limits.lower, limits.upper, flags, reason, direction, variation)
        )
    return points
