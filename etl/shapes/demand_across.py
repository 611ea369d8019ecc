"""Recorded demand with months across (a row for each category, a column for each month) as plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.model import Dataset
from etl.layout.find import DEEPEST_HEADING, Table, fill_merged
from etl.layout.grid import Row, Sheet, as_text, is_blank
from etl.layout.match import Matched, Matching, fits_name, keyed, match
from etl.layout.table_rows import sort_rows
from etl.layout.title_month import either
from etl.reports.messages import breach, said
from etl.reports.report import Breach
from etl.shapes.months_across import Unfolded, month_in
from etl.values.read_date import read_date

DOWN = ("unit", "category", "counted_as", "definition", "source", "published_on")
SEVERAL = 2


@dataclass(frozen=True)
class _Month:
    """A column of counts: where it stands, the cell that names its month, and that cell's address."""

    index: int
    cell: Any
    place: str


@dataclass(frozen=True)
class _Heads:
    """The heading rows of such a sheet. `yearless`: months named without their year."""

    position: int
    height: int
    down: Matching
    months: tuple[_Month, ...]
    yearless: tuple[_Month, ...]


def unfold(sheet: Sheet, dataset: Dataset) -> Unfolded | None:
    """The rows of a sheet of demand with months across, or None when it is not one.

    A blank cell is no row: it was not sent. A month that cannot be told is a breach.
    """
    depth = min(len(sheet.rows), DEEPEST_HEADING)
    tried = (_heads(sheet, at, height, dataset) for height in (1, 2) for at in range(depth))
    heads = next((each for each in tried if each), None)
    if heads is None:
        return None
    if unclear := _unclear(sheet, dataset, heads):
        return Unfolded(breaches=(unclear,))
    table, blank = _table(sheet, heads)
    if not table.rows:
        return Unfolded(breaches=(breach("sheet_no_rows", dataset=dataset.name, sheet=sheet.name),))
    rows = f"{len(table.rows)} row{'s' if len(table.rows) != 1 else ''}"
    return Unfolded((table,), said=(said("demand_across", sheet.name, rows, blank),))


def _heads(sheet: Sheet, position: int, height: int, dataset: Dataset) -> _Heads | None:
    """The headings that begin at a row: words beside months, in one row or in two."""
    rows = sheet.rows[position : position + height]
    cells = [
        (i, cell, row.place(i)) for row in rows for i, cell in enumerate(row.cells) if not is_blank(cell)
    ]
    months = tuple(_Month(*each) for each in cells if month_in(each[1]))
    yearless = tuple(_Month(*each) for each in cells if _is_yearless(each[1]))
    taken = {each.place for each in (*months, *yearless)}
    words = [(i, as_text(cell)) for i, cell, place in cells if isinstance(cell, str) and place not in taken]
    matching = match(dataset, keyed(words))
    down = tuple(m for m in matching.matched if m.column in DOWN and m.how != "close")
    enough = len(months) + len(yearless) >= (SEVERAL if height > 1 else 1)
    if not enough or not _is_demand(sheet, matching, down, months + yearless):
        return None
    kept = {m.index for m in down}
    left = tuple((i, text) for i, text in words if i not in kept)
    return _Heads(position, height, Matching(dataset, down, left, matching.doubled), months, yearless)


def _is_demand(
    sheet: Sheet, matching: Matching, down: tuple[Matched, ...], months: tuple[_Month, ...]
) -> bool:
    """Categories beside months and no column of counts; or the name of the sheet and several months."""
    found = {m.column for m in down}
    if "count" in matching.found or {m.index for m in down} & {each.index for each in months}:
        return False
    named = fits_name(matching.dataset, sheet.name) and len(months) >= SEVERAL
    return bool(found) and ("category" in found or named)


def _is_yearless(cell: Any) -> bool:
    """A month alone: "Apr", "September"."""
    text = as_text(cell) if isinstance(cell, str) else ""
    return text.isalpha() and read_date(f"{text} 2000", month_only=True) is not None


def _unclear(sheet: Sheet, dataset: Dataset, heads: _Heads) -> Breach | None:
    """Months whose year is not said, or first days, which may stand for the month or end the one before."""
    where = {"dataset": dataset.name, "sheet": sheet.name, "column": dataset.column("month_end").title}
    if heads.yearless:
        named = ", ".join(as_text(each.cell) for each in heads.yearless[:3])
        return breach("demand_no_year", cells=tuple(m.place for m in heads.yearless), value=named, **where)
    first = [(day, each) for each in heads.months if (day := month_in(each.cell) or date.max).day == 1]
    if not first:
        return None
    day, cells = first[0][0], tuple(each.place for _, each in first)
    return breach("month_first", cells=cells, value=f"{day:%d/%m/%Y}", detail=either(day), **where)


def _table(sheet: Sheet, heads: _Heads) -> tuple[Table, int]:
    """The plain rows, one for each row and month, and how many cells under the months are blank."""
    first, down = heads.position + heads.height, heads.down
    body, filled = fill_merged(sheet, sheet.rows[first:], down)
    counts = tuple(Matched(each.index, as_text(each.cell), "count", "title") for each in heads.months)
    every = Matching(down.dataset, (*down.matched, *counts), ())
    under = sort_rows(body, every, sheet.rows[heads.position : first])
    made = [(row, _long(row, heads)) for row in under.rows]
    without = tuple((row.number, "no count under any month") for row, each in made if not each)
    names = ("month_end", *(m.column for m in down.matched), "count")
    headings = ("Month", *(m.heading for m in down.matched), "Count")
    long = tuple(Matched(i, h, n, "title") for i, (h, n) in enumerate(zip(headings, names, strict=True)))
    rows = tuple(row for _, each in made for row in each)
    table = Table(
        sheet.name,
        sheet.rows[first - 1].number,
        Matching(down.dataset, long, down.unmatched, down.doubled),
        rows,
        sheet.rows[: heads.position],
        tuple(sorted((*under.ignored, *without))),
        filled,
        len(sheet.rows),
        heads.height,
        under.below,
    )
    return table, len(under.rows) * len(heads.months) - len(rows)


def _long(row: Row, heads: _Heads) -> list[Row]:
    """A row for each month under which something stands, every cell with the address it came from."""
    down = [m.index for m in heads.down.matched]
    head, places = tuple(row.cell(i) for i in down), tuple(row.place(i) for i in down)
    return [
        Row(row.number, (m.cell, *head, row.cell(m.index)), (m.place, *places, row.place(m.index)))
        for m in heads.months
        if not is_blank(row.cell(m.index))
    ]
