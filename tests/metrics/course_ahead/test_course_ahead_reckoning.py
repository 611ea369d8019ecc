"""What lies ahead of each course, reckoned a second time in plain Python."""

import calendar
from datetime import date, timedelta

from hypothesis import given

from metrics import course_ahead
from tests.depth import examples
from tests.metrics.training.test_reckoning import MONTHS_VALID, NEEDED, heard, standing
from tests.metrics.warehouse import FORCE
from tests.metrics.world import TYPE_OF, UNITS, World, worlds


def later(day: date, number: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_ends(month: date) -> list[date]:
    firsts = [later(month.replace(day=1), n + 1) for n in range(13)]
    return [first - timedelta(days=1) for first in firsts]


def week_of(month: date, day: date) -> int | None:
    """1 to 13: seven days each, the last six; the month end itself belongs to the first."""
    ahead = (day - month).days
    if not 0 <= ahead <= 90:
        return None
    return next(n for n in range(1, 14) if ahead <= min(7 * n, 90))


def reckoned(world: World, unit: str, month: date, course: str) -> list[list[int]] | None:
    people = [
        (until, booked)
        for person in world.of("people", unit, month)
        if course in NEEDED.get((TYPE_OF[unit], person["role"]), ())
        for _, until, exempt, booked in [standing(world, month, person, course)]
        if not exempt
    ]
    if not people:
        return None
    valid = MONTHS_VALID[course]
    counts = [[0] * 13 for _ in range(6)]
    for until, booked in people:
        until = until if until and until >= month else None
        for n, end in enumerate(month_ends(month)):
            holds = until is not None and until >= end
            taken = booked is not None and booked <= end and (valid is None or later(booked, valid) >= end)
            counts[0][n] += holds
            counts[1][n] += holds or taken
        out, at = (None if day is None else week_of(month, day) for day in (until, booked))
        if out:
            counts[2][out - 1] += 1
            counts[3][out - 1] += at is None
            counts[4][out - 1] += at is not None and booked > until
        if at:
            counts[5][at - 1] += 1
    return [[len(people)], *counts]


@examples(8)
@given(worlds())
def test_a_second_reckoning_agrees_in_every_unit_month_and_course(world: World) -> None:
    made = world.publish("training/expiring_90_days")
    course_ahead.fill(made.con)
    found = {
        (month, each.unit, each.course): each
        for month in world.months
        for each in course_ahead.read(made.con.cursor(), made.scope, FORCE, month)
    }
    for month in world.months:
        for unit in UNITS:
            for course in MONTHS_VALID:
                mine = reckoned(world, unit, month, course) if heard(world, unit, month) else None
                row = found.get((month, unit, course))
                assert (row is None) == (mine is None)
                if row is not None and mine is not None:
                    lists = (row.in_date, row.if_booked, row.expiring, row.no_place, row.place_after)
                    assert [[row.needed], *map(list, lists), list(row.places)] == mine
