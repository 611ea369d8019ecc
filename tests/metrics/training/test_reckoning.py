"""Training, reckoned a second time in plain Python."""

import calendar
from collections.abc import Callable
from datetime import date

from hypothesis import given

from tests.depth import examples
from tests.metrics.reckon import agrees
from tests.metrics.world import TYPE_OF, Parts, Reckon, Row, World, worlds

MONTHS_VALID = {"TIP": 12, "DAM": 24, "ONCE": None}
NEEDED = {
    ("DA", "investigator"): ("TIP", "DAM"),
    ("RASSO", "investigator"): ("TIP",),
    ("DA", "supervisor"): ("TIP",),
}


def as_at(world: World, unit: str, month: date) -> date | None:
    """The newest training record of the unit taken by the month end."""
    taken = [at for at, of in world.sent["training"] if of in (unit, None) and at <= month]
    return max(taken, default=None)


def record(world: World, month: date, person: Row, course: str) -> list[Row]:
    """Rows of the current records of any unit that speak of this person and course."""
    key = person["training_key"] or person["person_key"]
    current = {(as_at(world, unit, month), unit) for unit in TYPE_OF}
    return [
        row
        for row in world.of("training")
        if row["person_key"] == key
        and row["course"] == course
        and (
            (row["month_end"], row["unit"]) in current
            or (row["unit"] is None and row["month_end"] in dict(current))
        )
    ]


def lapses(row: Row) -> date:
    """The last day on which a completion is in date."""
    if row["expires_on"]:
        return row["expires_on"]
    valid = MONTHS_VALID[row["course"]]
    if valid is None:
        return date.max
    done = row["completed_on"]
    year, month = divmod(done.year * 12 + done.month - 1 + valid, 12)
    return date(year, month + 1, min(done.day, calendar.monthrange(year, month + 1)[1]))


def standing(
    world: World, month: date, person: Row, course: str
) -> tuple[bool, date | None, bool, date | None]:
    """Ever completed, in date until, exempt, and the next booked day."""
    rows = record(world, month, person, course)
    done = [
        row
        for row in rows
        if row["status"] in ("completed", "accredited", None)
        and row["completed_on"]
        and row["completed_on"] <= month
    ]
    booked = [row["booked_for"] for row in rows if row["booked_for"] and row["booked_for"] > month]
    exempt = any(row["status"] == "exempt" for row in rows)
    return bool(done), max(map(lapses, done), default=None), exempt and not done, min(booked, default=None)


def heard(world: World, unit: str, month: date) -> bool:
    return world.has_people(unit, month) and as_at(world, unit, month) is not None


def trauma(at_work: bool, counts: Callable[[bool, date | None, date], bool]) -> Reckon:
    def reckon(world: World, unit: str, month: date, _: str) -> Parts | None:
        if not heard(world, unit, month):
            return None
        found = [
            counts(ever, until, month)
            for person in world.of("people", unit, month)
            if not (at_work and person["carries_work"] == "none")
            for ever, until, exempt, _ in [standing(world, month, person, "TIP")]
            if not exempt
        ]
        return sum(found), len(found)

    return reckon


def needs(
    counts: Callable[[bool, date | None, date, date | None], bool],
    share: bool = True,
    of: Callable[[date | None, date], bool] = lambda until, month: True,
) -> Reckon:
    """Records for which `counts` holds: a share of those for which `of` does, or a count by itself."""

    def reckon(world: World, unit: str, month: date, _: str) -> Parts | None:
        if not heard(world, unit, month):
            return None
        found = [
            counts(ever, until, month, booked)
            for person in world.of("people", unit, month)
            for course in NEEDED.get((TYPE_OF[unit], person["role"]), ())
            for ever, until, exempt, booked in [standing(world, month, person, course)]
            if not exempt and of(until, month)
        ]
        return sum(found), len(found) if share else 0

    return reckon


def in_date(until: date | None, month: date) -> bool:
    return until is not None and until >= month


def soon(day: date | None, month: date) -> bool:
    return day is not None and 0 <= (day - month).days <= 90


def held_by(trained: Callable[[World, str, date, Row], bool | None]) -> Reckon:
    """Open work by whether its holder is trained; None leaves the holder's work out."""

    def reckon(world: World, unit: str, month: date, family: str) -> Parts | None:
        if not heard(world, unit, month):
            return None
        people = {p["crime_key"] or p["person_key"]: p for p in world.of("people", unit, month)}
        top = bottom = 0
        for row in world.of("investigators", unit, month):
            person = people.get(row["person_key"])
            good = trained(world, unit, month, person) if person else False
            if row["work_family"] == family and good is not None:
                top, bottom = top + row["open"] * good, bottom + row["open"]
        return top, bottom

    return reckon


def on_every_course(world: World, unit: str, month: date, person: Row) -> bool | None:
    courses = NEEDED.get((TYPE_OF[unit], person["role"]), ())
    found = [standing(world, month, person, course) for course in courses]
    due = [in_date(until, month) for _, until, exempt, _ in found if not exempt]
    return all(due) if due else None


def trauma_informed(world: World, unit: str, month: date, person: Row) -> bool:
    return in_date(standing(world, month, person, "TIP")[1], month)


RECKONINGS: dict[str, Reckon] = {
    "training/trauma_informed_in_date_at_work": trauma(
        True, lambda ever, until, month: in_date(until, month)
    ),
    "training/trauma_informed_in_date_in_post": trauma(
        False, lambda ever, until, month: in_date(until, month)
    ),
    "training/trauma_informed_ever_in_post": trauma(False, lambda ever, until, month: ever),
    "training/required_course_in_date": needs(lambda ever, until, month, booked: in_date(until, month)),
    "training/required_course_ever": needs(lambda ever, until, month, booked: ever),
    "training/no_record": needs(lambda ever, until, month, booked: not ever),
    "training/expired": needs(lambda ever, until, month, booked: ever and not in_date(until, month)),
    "training/expiring_90_days": needs(lambda ever, until, month, booked: soon(until, month), share=False),
    "training/expiring_not_booked_90_days": needs(
        lambda ever, until, month, booked: not soon(booked, month), of=soon
    ),
    "training/booked_90_days": needs(lambda ever, until, month, booked: soon(booked, month), share=False),
    "training/open_work_held_in_date": held_by(on_every_course),
    "training/open_work_held_trauma_informed": held_by(trauma_informed),
}


@examples(15)
@given(worlds())
def test_a_second_reckoning_agrees(world: World) -> None:
    agrees(world, RECKONINGS)
