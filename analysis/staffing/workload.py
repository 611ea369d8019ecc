"""Hours of work for each hour there is to do it in, with the part of every work type.

    W     = Σ_c new_c · w_c + Σ_c open_c · r_c · months + planned backlog hours
    ratio = W / hours available over the same months = Σ W / Σ hours (never a mean of ratios)

The figure that is published is reckoned in SQL (metrics/parts/work_hours.sql and carrier_hours.sql, read
as the measures pressure/workload_per_hour, _low and _high): hours of new cases alone, so `open_month` 0 and
no backlog. This is its statement in Python, which also takes open cases and a backlog; the tests hold the
published figure to it (tests/metrics/pressure/test_reckoning.py), ratio and range.

Weights are a force's own, in hours. Source: WHO, Workload Indicators of Staffing Need, 2010, with weights by
case type as courts and detectives use them (National Center for State Courts; Prummell).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.variation import known


@dataclass(frozen=True)
class CaseWeight:
    """Hours that one new case takes (`new`), and an open one each month (`open_month`), with their ranges.

    Each is a middle with a low and a high, low <= middle <= high. An `open_month` of 0 means that the hours
    of a case are all in `new`.
    """

    new: float
    new_low: float
    new_high: float
    open_month: float = 0.0
    open_month_low: float = 0.0
    open_month_high: float = 0.0


@dataclass(frozen=True)
class WorkTypeCounts:
    """Cases of one work type: `new` over all the months, `open` as the mean of their month ends."""

    work_type: str
    new: float | None
    open: float | None


@dataclass(frozen=True)
class WorkloadPart:
    """Hours of one work type: from new and from open cases at the middle weight; all at the low and the high.

    `swing` is high less low: how far this one weight moves the whole.
    """

    work_type: str
    from_new: float
    from_open: float
    low: float
    high: float

    @property
    def hours(self) -> float:
        return self.from_new + self.from_open

    @property
    def swing(self) -> float:
        return self.high - self.low


@dataclass(frozen=True)
class WorkloadRatio:
    """Hours of work for each hour available, and what it is made of.

    `hours` = the parts and `backlog`. `low` and `high` set every weight low or high together, so that they
    are outer bounds and not an interval: `most_moving` names the work type whose weight moves the answer
    most ("" where no weight has a range). `why_not`: "no_weight" (`without_weight` names the work types that
    have cases and no weight), "wrong_range" (a weight outside its own low and high, or negative),
    "missing", "negative", "no_hours_known" or "nobody_available" (hours of work stand, no ratio).
    """

    parts: tuple[WorkloadPart, ...] = ()
    backlog: float = 0.0
    hours: float | None = None
    available: float | None = None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    most_moving: str = ""
    without_weight: tuple[str, ...] = ()
    why_not: str = ""


def workload_ratio(
    counts: Sequence[WorkTypeCounts],
    weights: Mapping[str, CaseWeight],
    available: float | None,
    *,
    months: int = 1,
    backlog: float = 0.0,
) -> WorkloadRatio:
    """Workload of `months` months over `available` hours of deployable people in the same months.

    `available` = deployable FTE (summed over months) × available hours of a full-time year / 12. Weights
    are by work type; a work type without cases needs none. Raises ValueError for fewer than 1 month.
    """
    if months < 1:
        raise ValueError(f"a workload of {months} months is of none")
    if why_not := _why_no_hours(counts, backlog):
        return WorkloadRatio(why_not=why_not)
    busy = [each for each in counts if each.new or each.open]
    if bare := tuple(each.work_type for each in busy if each.work_type not in weights):
        return WorkloadRatio(without_weight=bare, why_not="no_weight")
    if not all(_in_range(weights[each.work_type]) for each in busy):
        return WorkloadRatio(why_not="wrong_range")
    parts = tuple(_part(each, weights[each.work_type], months) for each in busy)
    return _over(parts, backlog, known(available))


def _why_no_hours(counts: Sequence[WorkTypeCounts], backlog: float) -> str:
    given = [known(each) for count in counts for each in (count.new, count.open)] + [known(backlog)]
    if not counts or any(each is None for each in given):
        return "missing"
    return "negative" if any(each is not None and each < 0 for each in given) else ""


def _in_range(weight: CaseWeight) -> bool:
    ranges = (
        (weight.new_low, weight.new, weight.new_high),
        (weight.open_month_low, weight.open_month, weight.open_month_high),
    )
    return all(0 <= low <= middle <= high < math.inf for low, middle, high in ranges)


def _part(count: WorkTypeCounts, weight: CaseWeight, months: int) -> WorkloadPart:
    new, stock = count.new or 0.0, (count.open or 0.0) * months
    return WorkloadPart(
        count.work_type,
        from_new=new * weight.new,
        from_open=stock * weight.open_month,
        low=new * weight.new_low + stock * weight.open_month_low,
        high=new * weight.new_high + stock * weight.open_month_high,
    )


def _over(parts: tuple[WorkloadPart, ...], backlog: float, available: float | None) -> WorkloadRatio:
    hours = math.fsum(part.hours for part in parts) + backlog
    widest = max(parts, key=lambda part: part.swing, default=None)
    moving = widest.work_type if widest and widest.swing else ""
    if available is None or available <= 0:
        why_not = "no_hours_known" if available is None or available < 0 else "nobody_available"
        return WorkloadRatio(parts, backlog, hours, available, most_moving=moving, why_not=why_not)
    low = math.fsum(part.low for part in parts) + backlog
    high = math.fsum(part.high for part in parts) + backlog
    return WorkloadRatio(
        parts, backlog, hours, available, hours / available, low / available, high / available, moving
    )
