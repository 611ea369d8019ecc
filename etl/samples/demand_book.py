"""The demand workbook: what the force recorded month by month, as a performance team would extract it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.samples import headings
from etl.samples.calendar import month_end, month_number
from etl.samples.chance import Chance
from etl.samples.desk import Desk
from etl.samples.headings import say
from etl.samples.plan import UNITS
from etl.samples.stories import STEP, Stories
from etl.samples.workbook import Sheet

CRIMES, INCIDENTS = "recorded crimes", "incidents"
WHOLE_FORCE = "Whole force"
RULES_CHANGE = month_number(2025, 4)  # the month from which another counting rule holds
RULES = ("Home Office Counting Rules, April 2024", "Home Office Counting Rules, April 2025")
INCIDENT_RULE = "National Standard for Incident Recording"
LESS_BY_RULE = {"stalking or harassment": 0.82}  # what the new rule leaves of a category, invented
SOURCE = "Crime system extract (synthetic)"


@dataclass(frozen=True)
class Recorded:
    """How much of one category is recorded in a month of the whole force, on average."""

    category: str
    counted_as: str
    mean: float


FORCE = (
    Recorded("domestic abuse", CRIMES, 815),
    Recorded("rape", CRIMES, 46),
    Recorded("other sexual offence", CRIMES, 97),
    Recorded("child abuse", CRIMES, 138),
    Recorded("online child abuse", CRIMES, 41),
    Recorded("stalking or harassment", CRIMES, 505),
    Recorded("honour-based abuse", CRIMES, 6),
    Recorded("adult at risk", CRIMES, 52),
    Recorded("exploitation or modern slavery", CRIMES, 24),
    Recorded("domestic abuse", INCIDENTS, 1_040),
    Recorded("missing report", INCIDENTS, 212),
)
OTHER_CRIME, OTHER_INCIDENTS = 3_900.0, 13_200.0  # recorded beside these categories
SUMMER = {5: 1.03, 6: 1.05, 7: 1.06, 8: 1.04, 1: 0.96, 2: 0.95}
Row = tuple[str, str, str, int]
"""Unit as its sheet says it, category, what is counted, how many."""


def demand_sheet(desk: Desk, force: str, seed: int, numbers: Sequence[int]) -> Sheet:
    """Lay out what was recorded in these months, one row for each month, unit, category and kind of count."""
    rows = tuple(
        (on, *row, _rule(row[2], number), SOURCE, on + dt.timedelta(days=5))
        for number in numbers
        for on in (month_end(number),)
        for row in _month(desk, Chance(seed, force, "demand", str(number)), number)
    )
    notes = (
        "Notes",
        "A crime may be in several categories, so the categories do not add up to all recorded crime.",
        f"From April 2025 the counting rule is another; stalking and harassment is lower by it. {SOURCE}.",
    )
    above = desk.above("recorded demand", month_end(numbers[-1]))
    return Sheet("Recorded demand", above, tuple(headings.DEMAND.values()), rows, notes=notes)


def _rule(counted_as: str, number: int) -> str:
    return INCIDENT_RULE if counted_as.casefold() == INCIDENTS else RULES[number >= RULES_CHANGE]


def _month(desk: Desk, chance: Chance, number: int) -> Iterator[Row]:
    found = [(each, chance.arrivals(each.mean * _times(each, number, desk.stories))) for each in FORCE]
    for each, count in found:
        yield WHOLE_FORCE, say(each.category), say(each.counted_as), count
    for category, counted_as, beside in (
        ("all recorded crime", CRIMES, OTHER_CRIME),
        ("all incidents", INCIDENTS, OTHER_INCIDENTS),
    ):
        # A crime may be in two categories, so that all is somewhat less than their sum.
        within = sum(count for each, count in found if each.counted_as == counted_as)
        yield (
            WHOLE_FORCE,
            say(category),
            say(counted_as),
            round(0.9 * within) + chance.arrivals(beside * _season(number)),
        )
    yield from _of_units(desk, chance, number, found)


def _of_units(
    desk: Desk, chance: Chance, number: int, found: Sequence[tuple[Recorded, int]]
) -> Iterator[Row]:
    """The recorded crimes that become the work of a unit: a share of those of the force."""
    crimes = {each.category: (each.mean, count) for each, count in found if each.counted_as == CRIMES}
    for unit in UNITS:
        for work in unit.works:
            if work.work_type in crimes:
                mean, count = crimes[work.work_type]
                mine = chance.out_of(count, min(work.new / mean, 0.95))
                yield desk.title(unit.code, month_end(number)), say(work.work_type), say(CRIMES), mine


def _times(each: Recorded, number: int, stories: Stories) -> float:
    """The season, the step of domestic abuse, and what the counting rule leaves."""
    steps = each.category == "domestic abuse" and number >= stories.demand_steps_up
    by_rule = number >= RULES_CHANGE and each.counted_as == CRIMES
    left = LESS_BY_RULE.get(each.category, 1.0) if by_rule else 1.0
    return _season(number) * (STEP if steps else 1.0) * left


def _season(number: int) -> float:
    return SUMMER.get(number % 12 + 1, 1.0)
