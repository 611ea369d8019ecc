"""The caseload workbook: what is open by team and work type, and by officer."""

import datetime as dt

from etl.samples import headings
from etl.samples.calendar import month_end
from etl.samples.desk import Desk, total_of
from etl.samples.force import Month
from etl.samples.headings import say
from etl.samples.holding import Holding
from etl.samples.work import CaseloadRow
from etl.samples.workbook import Sheet


def caseload_sheets(desk: Desk, month: Month, *more: str) -> tuple[Sheet, ...]:
    """Lay out a month's caseload; `more` stands above the table instead of the day of the extract."""
    on = month_end(month.number)
    run = more or (f"Source: crime system. Extract run {on + dt.timedelta(days=2):%d/%m/%Y}",)
    rows = tuple((on, desk.unit(row.unit, on), say(row.work_type), *_counts(row)) for row in month.caseload)
    names = tuple(headings.CASELOAD)
    total = (
        "Total",
        None,
        None,
        *(
            total_of(rows, place) if names[place] != "oldest_unallocated_days" else None
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
