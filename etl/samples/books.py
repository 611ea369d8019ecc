"""The three workbooks of one month, and the late and the corrected ones."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from etl.samples import headings
from etl.samples.calendar import folder_name, month_end, month_start, short_name
from etl.samples.courses import COURSES
from etl.samples.force import Month
from etl.samples.headings import say
from etl.samples.holding import Holding
from etl.samples.plan import OLD_NAMES, SHORT_NAMES, TITLES
from etl.samples.stories import CORRECTED_UNIT, LATE_UNIT, Stories
from etl.samples.work import CaseloadRow
from etl.samples.workbook import Sheet, write

MATRIX_FROM = 12  # months before the last from which training comes as a matrix; before that as a list
LEFT_OUT = 9  # cases of the tray that VA1 forgot to count, until it sent its return again


@dataclass(frozen=True)
class Desk:
    """Who fills in the workbooks: the force's name, its stories, and where the files go."""

    force_name: str
    stories: Stories
    out: Path

    def unit(self, code: str, on: dt.date) -> str:
        """What a unit calls itself on a day, in its own sheets."""
        return self._old_name(code, on) or SHORT_NAMES[code]

    def title(self, code: str, on: dt.date) -> str:
        """What HR calls a unit on a day."""
        return self._old_name(code, on) or TITLES[code]

    def _old_name(self, code: str, on: dt.date) -> str | None:
        return OLD_NAMES.get(code) if on < month_start(self.stories.renamed) else None

    def above(self, what: str, on: dt.date, *more: str) -> tuple[str, ...]:
        """The lines over a table."""
        return (f"{self.force_name} Public Protection - {what} (SYNTHETIC)", f"As at {on:%d/%m/%Y}", *more)


def write_month(desk: Desk, month: Month) -> list[Path]:
    """Write what came in with one month: its three workbooks, and last month's late or corrected one."""
    folder = desk.out / folder_name(month.number)
    name = short_name(month.number)
    books = {
        folder / f"PPU attrition {name}.xlsx": _attrition(desk, month),
        folder / f"PPU caseload {name}.xlsx": _caseload(desk, _as_first_sent(desk, month)),
        folder / f"PPU training {name}.xlsx": _training(desk, month),
    }
    for path, sheets in books.items():
        write(path, sheets)
    return list(books)


def write_afterthoughts(desk: Desk, month: Month) -> list[Path]:
    """Write what came in a month later: EXP1's late return and VA1's corrected one, in the next month's folder."""
    folder, name = desk.out / folder_name(month.number + 1), short_name(month.number)
    books = {}
    if month.number == desk.stories.late_return:
        run = f"Extract run {month_end(month.number) + dt.timedelta(days=22):%d/%m/%Y}. Late: system not available."
        path = folder / f"PPU caseload {name} {TITLES[LATE_UNIT]} LATE.xlsx"
        books[path] = _caseload(desk, _only(month, LATE_UNIT), run)
    if month.number == desk.stories.corrected_return:
        path = folder / f"PPU caseload {name} {TITLES[CORRECTED_UNIT]} CORRECTED.xlsx"
        books[path] = _caseload(
            desk, _only(month, CORRECTED_UNIT), "Corrected: the tray was left out of the first return."
        )
    for path, sheets in books.items():
        write(path, sheets)
    return list(books)


def _only(month: Month, unit: str) -> Month:
    return replace(
        month,
        caseload=tuple(row for row in month.caseload if row.unit == unit),
        investigators=tuple(row for row in month.investigators if row.unit == unit),
    )


def _as_first_sent(desk: Desk, month: Month) -> Month:
    if month.number == desk.stories.late_return:
        return replace(
            month,
            caseload=tuple(row for row in month.caseload if row.unit != LATE_UNIT),
            investigators=tuple(row for row in month.investigators if row.unit != LATE_UNIT),
        )
    if month.number == desk.stories.corrected_return:
        return replace(month, caseload=tuple(_tray_left_out(row) for row in month.caseload))
    return month


def _tray_left_out(row: CaseloadRow) -> CaseloadRow:
    if (row.unit, row.work_type) != (CORRECTED_UNIT, "adult at risk"):
        return row
    forgotten = min(LEFT_OUT, row.unallocated)
    left = row.unallocated - forgotten
    return replace(
        row,
        open=row.open - forgotten,
        unallocated=left,
        high_risk_unallocated=min(row.high_risk_unallocated, left),
        oldest_unallocated_days=row.oldest_unallocated_days if left else None,
    )


def _caseload(desk: Desk, month: Month, *more: str) -> tuple[Sheet, ...]:
    on = month_end(month.number)
    run = more or (f"Source: crime system. Extract run {on + dt.timedelta(days=2):%d/%m/%Y}",)
    rows = tuple((on, desk.unit(row.unit, on), say(row.work_type), *_counts(row)) for row in month.caseload)
    names = tuple(headings.CASELOAD)
    total = (
        "Total",
        None,
        None,
        *(
            _sum(rows, place) if names[place] != "oldest_unallocated_days" else None
            for place in range(3, len(names))
        ),
    )
    notes = (
        "Notes",
        "Live cases include those awaiting allocation. A supervisor's tray counts as awaiting allocation.",
        "Each crime is counted once, under its officer in the case.",
    )
    by_officer = tuple(_holding(desk, on, row) for row in month.investigators)
    return (
        Sheet(
            "Caseload",
            desk.above("caseload return", on, *run),
            tuple(headings.CASELOAD.values()),
            rows,
            total,
            notes,
        ),
        Sheet(
            "By investigator",
            desk.above("caseload by officer", on),
            tuple(headings.INVESTIGATORS.values()),
            by_officer,
            notes=("Not for individual performance, attendance or misconduct.",),
        ),
    )


def _counts(row: CaseloadRow) -> list[int | None]:
    return [
        getattr(row, name) for name in headings.CASELOAD if name not in ("month_end", "unit", "work_type")
    ]


def _holding(desk: Desk, on: dt.date, row: Holding) -> tuple:
    return (
        on,
        row.officer,
        desk.unit(row.unit, on),
        say(row.work_type),
        row.open,
        row.over_180_days,
        row.charged_before_court,
    )


def _attrition(desk: Desk, month: Month) -> tuple[Sheet, ...]:
    on = month_end(month.number)
    return (
        _establishment(desk, month, on),
        _people(desk, month, on),
        _unavailable(desk, month, on),
        _movements(desk, month, on),
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
        )
        for row in month.establishment
    )
    total = ("Total", None, None, None, *(_sum(rows, place) for place in range(4, 8)))
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
    total = ("Total", None, None, _sum(rows, 3))
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


def _training(desk: Desk, month: Month) -> tuple[Sheet, ...]:
    on = month_end(month.number)
    as_matrix = month.number > desk.stories.end - MATRIX_FROM
    booked = tuple(_line(desk, on, row, "booked", None, row.booked_for) for row in month.bookings)
    if as_matrix:
        return (
            _matrix(desk, month, on),
            Sheet(
                "Bookings", desk.above("booked places", on), tuple(headings.TRAINING_LIST.values()), booked
            ),
        )
    done = tuple(_line(desk, on, row, "completed", row.completed_on, None) for row in month.completions)
    return (
        Sheet(
            "Training record",
            desk.above("training record", on),
            tuple(headings.TRAINING_LIST.values()),
            done + booked,
        ),
    )


def _line(
    desk: Desk, on: dt.date, row, status: str, completed: dt.date | None, booked: dt.date | None
) -> tuple:
    return (
        row.training_number,
        desk.unit(row.unit, on),
        row.course,
        completed,
        say(status),
        booked,
        say(row.delivery),
    )


def _matrix(desk: Desk, month: Month, on: dt.date) -> Sheet:
    done = {(row.training_number, row.course): row.completed_on for row in month.completions}
    people = {row.person.training_number: row.person.unit for row in month.people}
    rows = tuple(
        (number, desk.unit(unit, on), *(done.get((number, course.title)) for course in COURSES))
        for number, unit in people.items()
    )
    columns = (*headings.TRAINING_MATRIX.values(), *(course.title for course in COURSES))
    return Sheet(
        "Training matrix",
        desk.above("training matrix", on, "Date completed. Blank: no record."),
        columns,
        rows,
        notes=("Booked places are on the next sheet.",),
    )


def _sum(rows: Iterable[tuple], place: int) -> float:
    return round(sum(row[place] or 0 for row in rows), 2)


def _or_none(unit: str, desk: Desk, on: dt.date) -> str | None:
    return desk.title(unit, on) if unit else None


def _word(word: str) -> str | None:
    return say(word) if word else None
