"""The finance workbook: budgets of the force and its units, and what a post costs. All invented."""

import datetime as dt
from collections.abc import Iterator, Sequence

from etl.samples import headings
from etl.samples.calendar import month_end
from etl.samples.chance import Chance
from etl.samples.desk import Desk
from etl.samples.headings import say
from etl.samples.plan import UNITS, UnitPlan
from etl.samples.workbook import Sheet

WHOLE_FORCE = "Whole force"
SOURCE = "Invented for the sample force (synthetic)"
FIRST_YEAR = 2024  # the cost of a post from 1 September of this year; each later year is dearer
RISE = 1.035
COSTS = {  # pounds a year with on-costs, from 1 September 2024
    ("investigator", "officer"): 56_800,
    ("investigator", "police staff"): 43_900,
    ("supervisor", "officer"): 67_300,
    ("manager", "officer"): 82_600,
    ("offender manager", "officer"): 57_400,
    ("offender manager", "police staff"): 42_700,
    ("referral officer", "officer"): 55_900,
    ("referral officer", "police staff"): 39_800,
    ("sexual-offence trained officer", "officer"): 57_900,
    ("coordinator", "police staff"): 40_600,
    ("support", "police staff"): 33_200,
}
FORCE_PAY, FORCE_ALL = 108_400_000, 131_900_000
OVERSPENT = {"VA1": 1.06, "RASSO1": 0.93}  # over establishment, and posts that stand empty


def finance_sheets(desk: Desk, force: str, seed: int, numbers: Sequence[int]) -> tuple[Sheet, ...]:
    """Lay out the budgets of the financial years of these months, and the costs that held in them."""
    last = month_end(numbers[-1])
    years = sorted({_year_ending(month_end(number)) for number in numbers})
    budgets = tuple(
        row for year in years for row in _budgets(desk, Chance(seed, force, "finance"), year, last)
    )
    costs = tuple(row for year in years for row in _costs(dt.date(year.year - 1, 9, 1)) if row[0] <= last)
    notes = ("Notes", f"{SOURCE}. Pay only, but where all spending is said.")
    return (
        Sheet("Budget", desk.above("budget", last), tuple(headings.BUDGET.values()), budgets, notes=notes),
        Sheet("Post costs", desk.above("cost of a post", last), tuple(headings.POST_COST.values()), costs),
    )


def _year_ending(day: dt.date) -> dt.date:
    return dt.date(day.year + (day.month > 3), 3, 31)


def _budgets(desk: Desk, chance: Chance, year: dt.date, last: dt.date) -> Iterator[tuple]:
    rise = RISE ** (year.year - 1 - FIRST_YEAR)
    yield _budget(WHOLE_FORCE, "all spending", FORCE_ALL * rise, 1.0, year, last)
    yield _budget(WHOLE_FORCE, "pay only", FORCE_PAY * rise, 0.995, year, last)
    for unit in UNITS:
        share = OVERSPENT.get(unit.code, 1.0) * (1 + 0.01 * (chance.share() - 0.5))
        spent = min(share, 0.999) if unit.code not in OVERSPENT else share
        yield _budget(
            desk.title(unit.code, min(year, last)), "pay only", _pay(unit) * rise, spent, year, last
        )


def _pay(unit: UnitPlan) -> float:
    """What the funded posts of a unit cost in a year."""
    return sum(post.funded * COSTS[post.role, post.worker_type] for post in unit.posts)


def _budget(
    unit: str, includes: str, pounds: float, share: float, year: dt.date, last: dt.date
) -> tuple[dt.date | str | int | None, ...]:
    """One row, rounded to thousands of pounds; a year that has not ended is spent up to a day."""
    begun = dt.date(year.year - 1, 3, 31)
    passed = min(1.0, (last - begun).days / (year - begun).days)
    budget = round(pounds, -3)
    up_to = last if passed < 1 else None
    agreed = dt.date(year.year - 1, 2, 24)
    return year, unit, say(includes), round(budget), round(budget * share * passed), up_to, SOURCE, agreed


def _costs(start: dt.date) -> Iterator[tuple]:
    rise = RISE ** (start.year - FIRST_YEAR)
    for (role, worker_type), cost in COSTS.items():
        yield start, say(role), say(worker_type), round(cost * rise), say("pay and on-costs"), SOURCE, start
