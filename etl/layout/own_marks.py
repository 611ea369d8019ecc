"""The last column of a returned workbook is advice, not the sender's own: it is not read again."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

from etl.layout.grid import Row, Sheet, Workbook, as_text

HOW_TO = "How to put it right"


def without_own_marks(book: Workbook) -> Workbook:
    """The workbook without the columns of advice of an earlier check. Its sheet of faults goes by name."""
    return replace(book, sheets=tuple(_without(sheet) for sheet in book.sheets))


def _without(sheet: Sheet) -> Sheet:
    # A sheet may hold a million cells and few texts: each text is asked once.
    texts = {cell for cell in set(chain.from_iterable(row.cells for row in sheet.rows)) if _is(cell)}
    if not texts:
        return sheet
    number, index = next(
        (row.number, i) for row in sheet.rows for i, cell in enumerate(row.cells) if cell in texts
    )
    rows = (row if row.number < number else _cut(row, index) for row in sheet.rows)
    return replace(sheet, rows=tuple(row for row in rows if row.filled()))


def _is(cell: Any) -> bool:
    return isinstance(cell, str) and "right" in cell and len(cell) < 40 and as_text(cell) == HOW_TO


def _cut(row: Row, index: int) -> Row:
    """The row without the advice; what somebody wrote to the right of it stays where it is."""
    rest = (None, *row.cells[index + 1 :]) if any(c is not None for c in row.cells[index + 1 :]) else ()
    return replace(row, cells=(*row.cells[:index], *rest))
