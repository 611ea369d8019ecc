"""What is said of a course over the 12 months ahead: coverage to come, seats for a target, their cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.coverage_ahead import MONTHS, coverage, seats_a_month
from analysis.intervals import Interval
from charts.outlook import Outlook
from metrics.course_ahead import CourseAhead
from metrics.verdicts import every_month
from ui.parts.wording import join, month_name, number, plural

FEW = 10
"""Below this many people a percentage says more than it knows: counts alone are shown."""
RANGE = "Range of who leaves"
TARGET = "Target"
OWN, POOLED = "this unit", "all units in view"
NO_TARGET = "not set"


@dataclass(frozen=True)
class Plan:
    """One course of one unit, or of all in view: what lies ahead of it and what the force has set for it.

    `rate` is the yearly leaver rate with its interval, of `rate_of`; None where no year of People is known,
    and then nobody is taken to leave. `target` is the force's own entry, None where it has set none.
    `course` is its entry in the catalogue.
    """

    title: str
    ahead: CourseAhead
    rate: Interval | None
    rate_of: str
    target: Any
    course: Any

    @property
    def rates(self) -> tuple[float, float, float]:
        """The rate, and the lower and upper end of its interval."""
        if self.rate is None or self.rate.value is None:
            return 0.0, 0.0, 0.0
        return self.rate.value, self.rate.lower or 0.0, self.rate.upper or self.rate.value

    def people(self, rate: float) -> float:
        """How many of those who need it are in date in 12 months, with nothing renewed."""
        return (coverage(self.ahead.in_date, self.ahead.needed, rate)[-1] or 0.0) * self.ahead.needed

    def seats(self, rate: float) -> float | None:
        """Seats a month for the target; None without one."""
        if self.target is None:
            return None
        return seats_a_month(
            self.ahead.in_date[-1], self.ahead.needed, self.target.share, rate, self.course.valid_months
        )


def year_after(month: date) -> tuple[date, ...]:
    """The 12 month ends after one."""
    return tuple(every_month((month, date(month.year + 1, month.month, 28))))[1:]


def outlook(plan: Plan, months: Sequence[date], values: Sequence[float | None]) -> Outlook:
    """Coverage so far and for the 12 months ahead, in percent."""
    ahead = year_after(months[-1])
    rate, least, most = plan.rates
    booked = coverage(plan.ahead.if_booked, plan.ahead.needed, rate)
    known = plan.rate is not None
    return Outlook(
        outlook_title(plan, ahead[-1]),
        f"Share of those who need it in date on {plan.course.title}, {plan.title}",
        tuple(months),
        tuple(values),
        ahead,
        _percent(coverage(plan.ahead.in_date, plan.ahead.needed, rate)),
        _percent(booked),
        _percent(coverage(plan.ahead.in_date, plan.ahead.needed, most)) if known else (),
        _percent(coverage(plan.ahead.in_date, plan.ahead.needed, least)) if known else (),
        RANGE if known else "",
        (TARGET, plan.target.share * 100) if plan.target else None,
        ("A projection, not a forecast of what will be done. What it assumes is in the table.",),
    )


def _percent(shares: Sequence[float | None]) -> tuple[float, ...]:
    """Percentages of the months ahead, without the one that has been."""
    return tuple((share or 0.0) * 100 for share in shares[1:])


def outlook_title(plan: Plan, end: date) -> str:
    """How many are in date now, and how many in a year with nothing renewed."""
    now, then = plan.ahead.in_date[0], plan.people(plan.rates[0])
    start = f"{number(now)} of {plural(plan.ahead.needed, 'person', 'people')} in date now"
    return f"{start}; with nothing renewed {_about(then)} in {month_name(end)}"


def _about(people: float) -> str:
    return "none" if people < 0.5 else f"about {number(people)}"


def table(plans: Sequence[Plan], month: date) -> pd.DataFrame:
    """One row for each unit: in date now and in a year, its target, and what reaching it takes."""
    end = year_after(month)[-1]
    columns = [
        "Unit",
        "Need it, people",
        "In date now",
        f"In {month_name(end)}, nothing renewed",
        TARGET,
        "Seats a month",
        "Places booked in 90 days",
        "Working days, 12 months",
    ]
    return pd.DataFrame([_row(plan) for plan in plans], columns=columns)


def _row(plan: Plan) -> tuple[str, ...]:
    rate, least, most = plan.rates
    low, high = plan.people(most), plan.people(least)
    return (
        plan.title,
        number(plan.ahead.needed),
        _of(plan.ahead.in_date[0], plan.ahead.needed),
        f"{_of(plan.people(rate), plan.ahead.needed)}{_between(low, high, 0)}",
        f"{plan.target.share:.0%}" if plan.target else NO_TARGET,
        seats_said(plan),
        number(sum(plan.ahead.places)),
        days_said(plan),
    )


def _of(part: float, whole: int) -> str:
    """`9 of 34, 26%`; under ten people without the share."""
    counts = f"{number(part)} of {number(whole)}"
    return counts if whole < FEW else f"{counts}, {part / whole:.0%}"


def _between(low: float, high: float, decimals: int) -> str:
    ends = number(low, decimals), number(high, decimals)
    return "" if ends[0] == ends[1] else f" ({ends[0]} to {ends[1]})"


def seats_said(plan: Plan) -> str:
    """Seats a month with the range that the leaver rate gives; `none` where the target is reached without."""
    rate, least, most = plan.rates
    seats, low, high = (plan.seats(each) for each in (rate, least, most))
    if seats is None or low is None or high is None:
        return "needs a target"
    if high < 0.05:
        return "none"
    return f"{number(seats, 1)}{_between(low, high, 1)}"


def days_said(plan: Plan) -> str:
    """Working days that those seats take in 12 months."""
    rate, least, most = plan.rates
    seats, low, high = (plan.seats(each) for each in (rate, least, most))
    if seats is None or low is None or high is None:
        return "needs a target"
    if plan.course.days is None:
        return "needs the length of the course"
    days = plan.course.days * MONTHS
    return f"{number(seats * days)}{_between(low * days, high * days, 0)}"


def seats_title(plans: Sequence[Plan], month: date) -> str:
    """The finding over the units shown: seats a month, and the working days they take."""
    known = [(p, s) for p in plans if (s := p.seats(p.rates[0])) is not None]
    if not known:
        return "How many seats are needed: no target to reckon from"
    seats = sum(s for _, s in known)
    course, end = known[0][0].course, year_after(month)[-1]
    whose = "the" if len(plans) == 1 else "1 unit's" if len(known) == 1 else f"{len(known)} units'"
    to = f"{whose} {'target' if len({p.target.share for p, _ in known}) == 1 else 'targets'}"
    if seats < 0.05:
        return f"No seat is needed to reach {to} by {month_name(end)}"
    start = f"{number(seats, 1)} {'seat' if round(seats, 1) == 1 else 'seats'} a month reach"
    start += "es" if round(seats, 1) == 1 else ""
    said = f"{start} {to} by {month_name(end)}"
    return said if course.days is None else f"{said}: {_days(seats * course.days * MONTHS)}"


def _days(count: float) -> str:
    return plural(max(1, round(count)), "working day")


def needed(plans: Sequence[Plan]) -> list[str]:
    """What has to be set before seats and days can be told."""
    gone = sorted(plan.title for plan in plans if plan.target is None)
    said = []
    if gone:
        whose = "" if len(gone) == len(plans) else f" for {join(gone)}"
        said.append(
            f"No target is set{whose}. Seats a month need one: the share that the force wants in date, with "
            "who set it and why, under [[training_targets]] in its courses file. None is national."
        )
    if plans and plans[0].course.days is None:
        said.append(
            f"The length of {plans[0].course.title} is not set. Working days need it: days, beside the "
            "course in the force's courses file."
        )
    return said
