"""Which month a sheet describes: its own column, else a date above the headings, else its workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from etl.layout.find import Table
from etl.layout.grid import as_text, column_of, each_once, is_blank
from etl.layout.title_month import either, other_month, stands_alone, title_days
from etl.reports.messages import said
from etl.values.read_date import dates_inside, month_end, month_of_extract, read_date


@dataclass(frozen=True)
class SheetMonth:
    """A sheet's month end (None: not known), the extract's date where later, and the faults by row.

    `own`: the month of each row, in a sheet whose rows are dated one by one; `month` is then the newest.
    `titled`: the month that the title says, where it is another than that of the rows.
    """

    month: date | None
    extract: date | None = None
    faults: dict[int, tuple[str, str, str]] = field(default_factory=dict)  # position: (code, shown, detail)
    said: tuple[str, ...] = ()
    fault: str = ""
    shown: str = ""
    detail: str = ""
    own: tuple[date | None, ...] = ()
    titled: date | None = None


def month_of(table: Table, today: date) -> SheetMonth:
    """The month of a table from its own cells or its title. Never guessed: None where neither says."""
    if table.dataset.dated_by not in ("", "month_end"):
        return SheetMonth(None)  # each row says its own day
    matched = table.matching.found.get("month_end")
    if matched and any(not is_blank(row.cell(matched.index)) for row in table.rows):
        return _from_column(table, matched.index, today)
    days = title_days(table.above) or _named(table.sheet)
    if not days:
        return SheetMonth(None)
    if len(days) > 1:
        return SheetMonth(None, fault="month_several", shown=", ".join(f"{day:%d/%m/%Y}" for day in days))
    return _from_title(table, days[0], today)


def _named(sheet: str) -> tuple[date, ...]:
    """The date in a sheet's name, where there is just one."""
    days = {day for day, _ in dates_inside(sheet)}
    return tuple(days) if len(days) == 1 else ()


def _from_title(table: Table, day: date, today: date) -> SheetMonth:
    month = month_of_extract(day)
    shown = f"{day:%d/%m/%Y}"
    if day.day == 1 and stands_alone(table.above, day):
        return SheetMonth(None, fault="month_first", shown=shown, detail=either(day))
    if month is None:
        return SheetMonth(None, fault="month_not_end", shown=shown, detail=f"{month_end(day):%d/%m/%Y}")
    if month > today:
        return SheetMonth(month, fault="month_future", shown=shown)
    told = [said("month_from_title", table.sheet, _long(month))]
    return SheetMonth(month, day if day != month else None, said=(*told, *_late(table.sheet, day, month)))


def _from_column(table: Table, index: int, today: date) -> SheetMonth:
    cells = column_of(table.rows, index)
    if table.dataset.dated_by:
        return _row_by_row(cells, today)
    read = each_once(cells, _read)
    counted = Counter(month for _, month in read if month)
    most = counted.most_common(1)[0][0] if counted else None
    codes = each_once(cells, lambda cell: _fault(cell, most, today))
    faults = {
        position: (code, as_text(cells[position])[:40], _detail(code, read[position][0], most))
        for position, code in enumerate(codes)
        if code
    }
    late = next((day for day, month in read if month and month == most and day != month), None)
    told = _late(table.sheet, late, most) if late and most else ()
    return SheetMonth(most, late, faults, told, titled=other_month(table.above, most) if most else None)


def _row_by_row(cells: Sequence[object], today: date) -> SheetMonth:
    """A sheet of many months: each row is of its own."""
    read = [_read(cell) for cell in cells]
    codes = [_fault(cell, month, today) for cell, (_, month) in zip(cells, read, strict=True)]
    faults = {
        position: (code, as_text(cells[position])[:40], _detail(code, *read[position]))
        for position, code in enumerate(codes)
        if code
    }
    own = tuple(month for _, month in read)
    newest = max((month for n, month in enumerate(own) if month and n not in faults), default=None)
    return SheetMonth(newest, faults=faults, own=own)


def _read(cell: object) -> tuple[date | None, date | None]:
    """The day in a cell, and the month whose end it tells."""
    day = read_date(cell, month_only=True)
    # Excel keeps "Sep-26" as 1 September: a first day in a cell may mean that month or the one before.
    return day, month_of_extract(day) if day and day.day != 1 else None


def _detail(code: str, day: date | None, most: date | None) -> str:
    """What the advice names: the cell's own month where that is what is unclear, else that of most rows."""
    if day and code == "month_first":
        return either(day)
    if day and code == "month_not_end":
        return f"{month_end(day):%d/%m/%Y}"
    return _long(most) if most else ""


def _fault(cell: object, most: date | None, today: date) -> str:
    if is_blank(cell):
        return "cell_blank_text"
    day, month = _read(cell)
    if day is None:
        return "cell_not_date"
    if month is None:
        return "month_first" if day.day == 1 else "month_not_end"
    if month > today:
        return "month_future"
    return "month_mixed" if month != most else ""


def latest_month(days: list[date | None]) -> date | None:
    """The month of the latest day, for a sheet of events that says no month of its own."""
    held = [day for day in days if day]
    return month_end(max(held)) if held else None


def _late(sheet: str, day: date, month: date) -> tuple[str, ...]:
    return (said("extract_late", sheet, f"{day:%d/%m/%Y}", _long(month)),) if day != month else ()


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
