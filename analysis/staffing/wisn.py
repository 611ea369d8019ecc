"""Staff that the work requires: Workload Indicators of Staffing Need.

    staff for service = Σ N_i · t_i / AWT              N a year, t hours for each, AWT hours a full-time year
    CAF               = 1 / (1 − Σ CAS_j / 100)        work that all of the group do, as % of their time
    IAF               = Σ staff_k · hours_k / AWT      work that some of them do, hours a year for each
    required          = CAF · staff for service + IAF
    ratio             = actual / required              difference = actual − required (negative = short)

Nothing is rounded here, and each group of staff is a call of its own. Source: WHO, Workload Indicators of
Staffing Need (WISN), User's manual, 2010.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.variation import known

Period = Literal["day", "week", "month", "year"]
MONTHS = 12


@dataclass(frozen=True)
class Activity:
    """Work counted in a year, and the hours that one takes."""

    annual_count: float
    hours_each: float


@dataclass(frozen=True)
class IndividualAllowance:
    """Work outside the counted activities that so many FTE do, in hours a year for each of them."""

    staff: float
    hours_a_year: float


@dataclass(frozen=True)
class Wisn:
    """Staff required beside staff there are, in FTE.

    `ratio` is actual over required (0.68: staff for 68% of the work) and `inverse` the other way up (1.46
    hours of work for each hour available). `difference` is negative where short. `why_not`, when there is
    no requirement: "missing", "negative", "no_available_time" or "support_takes_all_time" (allowances of
    100% or more). `no_ratio` when there is one but no ratio: "nothing_required" or "no_actual"; `no_inverse`
    when nobody is there: "nobody_available" or "no_actual".
    """

    staff_for_service: float | None = None
    category_factor: float | None = None
    individual_staff: float | None = None
    required: float | None = None
    ratio: float | None = None
    difference: float | None = None
    inverse: float | None = None
    why_not: str = ""
    no_ratio: str = ""
    no_inverse: str = ""


def support_percent(
    hours: float, each: Period, *, hours_a_day: float, hours_a_week: float, awt: float
) -> float:
    """Working time that a support activity takes, in %, from its hours each day, week, month or year.

    Of a day over the hours of a day; of a week over those of a week; of a month times 12, and of a year,
    over the available working time of a year (`awt`). Raises ValueError for another period, or where
    there are no hours to divide by.
    """
    periods = {"day": hours_a_day, "week": hours_a_week, "month": awt / MONTHS, "year": awt}
    if each not in periods:
        raise ValueError(f"a support activity is for each day, week, month or year, not {each!r}")
    if not periods[each] > 0:
        raise ValueError(f"there are no working hours in a {each}")
    return 100 * hours / periods[each]


def wisn(
    activities: Sequence[Activity],
    awt: float | None,
    actual: float | None = None,
    *,
    support_percents: Sequence[float] = (),
    individual: Sequence[IndividualAllowance] = (),
) -> Wisn:
    """Staff required for a year's work of one group, beside `actual` FTE; `awt` as in available_time.

    Never raises for the figures: see `why_not`, `no_ratio` and `no_inverse`.
    """
    hours = known(awt)
    shares = list(support_percents)
    parts = [value for work in activities for value in (work.annual_count, work.hours_each)]
    parts += [value for work in individual for value in (work.staff, work.hours_a_year)]
    if why_not := _why_not(hours, parts, shares):
        return Wisn(why_not=why_not)
    assert hours is not None
    service = math.fsum(work.annual_count * work.hours_each for work in activities) / hours
    factor = 1 / (1 - math.fsum(shares) / 100)
    extra = math.fsum(work.staff * work.hours_a_year for work in individual) / hours
    return _beside(service, factor, extra, known(actual))


def _why_not(awt: float | None, parts: list[float], shares: list[float]) -> str:
    if awt is None or any(known(each) is None for each in [*parts, *shares]):
        return "missing"
    if awt <= 0:
        return "no_available_time"
    if min([*parts, *shares], default=0) < 0:
        return "negative"
    return "support_takes_all_time" if math.fsum(shares) >= 100 else ""


def _beside(service: float, factor: float, extra: float, actual: float | None) -> Wisn:
    required = factor * service + extra
    if actual is None or actual < 0:
        return Wisn(service, factor, extra, required, no_ratio="no_actual", no_inverse="no_actual")
    return Wisn(
        service,
        factor,
        extra,
        required,
        ratio=actual / required if required else None,
        difference=actual - required,
        inverse=required / actual if actual else None,
        no_ratio="" if required else "nothing_required",
        no_inverse="" if actual else "nobody_available",
    )
