"""The last column of a returned workbook is advice, not the sender's own: it is not read again."""

from __future__ import annotations

from dataclasses import replace

from etl.layout.grid import Row, Sheet, Workbook, as_text

HOW_TO = "How to put it right"


def without_own_marks(book: Workbook) -> Workbook:
    """The workbook without the columns of advice of an earlier check. Its sheet of faults goes by name."""
    return replace(book, sheets=tuple(_without(sheet) for sheet in book.sheets))


def _without(sheet: Sheet) -> Sheet:
    # Every cell is asked, so most are answered by a look for one word, within which no sign can stand.
    asked = (
        (row.number, i, cell)
        for row in sheet.rows
        for i, cell in enumerate(row.cells)
        if cell.__class__ is str and "right" in cell
    )
    place = next(((number, i) for number, i, cell in asked if _is(cell)), None)
    if place is None:
        return sheet
    number, index = place
    rows = (row if row.number < number else _cut(row, index) for row in sheet.rows)
    return replace(sheet, rows=tuple(row for row in rows if row.filled()))


def _is(text: str) -> bool:
    return len(text) < 40 and as_text(text) == HOW_TO


def _cut(row: Row, index: int) -> Row:
    """The row without the advice; what somebody wrote to the right of it stays where it is."""
    rest = (None, *row.cells[index + 1 :]) if any(c is not None for c in row.cells[index + 1 :]) else ()
    return replace(row, cells=(*row.cells[:index], *rest))
