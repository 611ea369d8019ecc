"""The attrition workbook: posts, people, who is not available, and who came and went."""

import datetime as dt

from etl.samples import headings
from etl.samples.calendar import month_end
from etl.samples.desk import Desk, total_of
from etl.samples.force import Month
from etl.samples.headings import say
from etl.samples.workbook import Sheet


def attrition_sheets(desk: Desk, month: Month) -> tuple[Sheet, ...]:
    """Lay out a month's posts, people, absences in FTE and movements."""
    on = month_end(month.number)
    return (
        _establishment(desk, month, on),
        _people(desk, month, on),
        _unavailable(desk, month, on),
        _movements(desk, month, on),  # headings alone in a month without any: none, and not "not sent"
    )


def _establishment(desk: Desk, month: Month, on: dt.date) -> Sheet:
    rows = tuple(
        (
            on,
            desk.title(row.unit, on),
            say(row.role),
            say(row.worker_type),
            row.funded_fte,
            row.in_post_fte,
            row.start_agreed_fte,
            row.held_fte,
            row.funding_source,
            row.funding_ends,
            row.decision_ref,
            row.decision_fte,
            row.time_limited_fte,
        )
        for row in month.establishment
    )
    total = ("Total", None, None, None, *(total_of(rows, place) for place in range(4, 8)))
    return Sheet(
        "Establishment",
        desk.above("posts and strength, FTE", on),
        tuple(headings.ESTABLISHMENT.values()),
        rows,
        total,
        ("Rest of force is given to compare with; it is not public protection.",),
    )


def _people(desk: Desk, month: Month, on: dt.date) -> Sheet:
    rows = []
    for row in month.people:
        who = row.person
        home = desk.title(who.home_unit, on) if who.home_unit and who.home_unit != row.unit else None
        rows.append(
            (
                on,
                who.hr_number,
                desk.title(row.unit, on),
                say(who.role),
                say(who.worker_type),
                row.fte,
                say(row.carries_work),
                who.rank,
                "Yes" if who.acting else "No",
                row.in_unit_since,
                home,
                say(row.stage),
                who.collar if who.crime_known else None,
                who.training_number if who.training_known else None,
            )
        )
    return Sheet(
        "Staff list",
        desk.above("staff in post", on, "Source: HR system"),
        tuple(headings.PEOPLE.values()),
        tuple(rows),
    )


def _unavailable(desk: Desk, month: Month, on: dt.date) -> Sheet:
    rows = tuple(
        (on, desk.title(unit, on), say(reason), fte, say(worker_type))
        for unit, reason, worker_type, fte in month.unavailable
    )
    total = ("Total", None, None, total_of(rows, 3))
    return Sheet(
        "Absences",
        desk.above("FTE not available, by reason", on),
        tuple(headings.UNAVAILABLE.values()),
        rows,
        total,
        ("Over 28 days only. Other includes everything not named.",),
    )


def _movements(desk: Desk, month: Month, on: dt.date) -> Sheet:
    rows = tuple(
        (
            move.date,
            move.hr_number,
            say(move.event),
            _or_none(move.from_unit, desk, on),
            _or_none(move.to_unit, desk, on),
            _word(move.leaver_type),
            _word(move.move_reason),
            move.fte,
        )
        for move in month.movements
    )
    return Sheet(
        "Joiners and leavers",
        desk.above("joiners, movers and leavers in the month", on),
        tuple(headings.MOVEMENTS.values()),
        rows,
    )


def _or_none(unit: str, desk: Desk, on: dt.date) -> str | None:
    return desk.title(unit, on) if unit else None


def _word(word: str) -> str | None:
    return say(word) if word else None
