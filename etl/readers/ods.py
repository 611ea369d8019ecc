"""The reader for .ods: the file's own markup, cell by cell.

python-calamine read a fault of the spreadsheet as 0 or as blank, a formula without an answer as blank, and
told of no merged cells: each would be a wrong value. The gate has refused entities before this is reached.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError, iterparse

from etl.readers.limits import MOST_COLUMNS, checked_height, checked_width
from etl.readers.ods_cell import TABLE, ReadCell, repeats
from etl.readers.ods_markup import Apart, NotPlain, cut

SHEET, ROW = TABLE + "table", TABLE + "table-row"
LINKED = TABLE + "dde-links"  # what another file held when it was last looked at: no sheet of this one
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
STYLED = STYLE + "style"
WATCHED = frozenset((SHEET, ROW, LINKED, STYLED))


@dataclass
class _Sheet:
    """A sheet as it is read: its filled rows, its merged ranges, and the last row seen."""

    name: str
    rows: list = field(default_factory=list)
    merged: list = field(default_factory=list)
    last: int = 0


def read(data: bytes) -> dict[str, Any]:
    """Every visible sheet's filled rows, ready for JSON; and the names of the sheets passed over."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        markup = book.read("content.xml")
    try:
        return _read(cut(markup))
    except (NotPlain, ParseError):
        return _read(Apart(markup))


def _read(apart: Apart) -> dict[str, Any]:
    """Rows are read as they end and let go, so that a long sheet needs little memory."""
    sheets: list[_Sheet] = []
    passed_over: list[tuple[str, str]] = []
    hidden: set[str] = set()
    sheet: _Sheet | None = None
    depth = 0  # of sheets: one inside a sheet, or among links, is none of the file's own
    for event, element in iterparse(BytesIO(apart.markup), events=("start", "end")):
        tag = element.tag
        if tag not in WATCHED:
            continue
        if tag == STYLED:
            if event == "end" and _is_hidden(element):
                hidden.add(element.get(STYLE + "name", ""))
        elif tag == ROW:
            if event == "end" and depth == 1 and sheet is not None:
                _add_row(sheet, element, apart)
            if event == "end":
                element.clear()
        else:
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1 and tag == SHEET:
                sheet = _opened(element, hidden, sheets, passed_over)
            elif depth == 0:
                sheet = None
                element.clear()
    kept = [{"name": s.name, "rows": s.rows, "merged": s.merged} for s in sheets]
    return {"sheets": kept, "passed_over": passed_over}


def _opened(
    element: Element, hidden: set[str], sheets: list[_Sheet], passed_over: list[tuple[str, str]]
) -> _Sheet | None:
    name = element.get(TABLE + "name", "")
    if element.get(TABLE + "style-name", "") in hidden:
        passed_over.append((name, "sheet_hidden"))
        return None
    sheets.append(_Sheet(name))
    return sheets[-1]


def _is_hidden(style: Element) -> bool:
    properties = style.find(STYLE + "table-properties")
    return properties is not None and properties.get(TABLE + "display") == "false"


def _add_row(sheet: _Sheet, row: Element, apart: Apart) -> None:
    """One row, as often as the file says that it repeats; blank ones only move the count on."""
    times, first = repeats(row), sheet.last + 1
    sheet.last += times
    cells = checked_width(_placed(apart.cells_of(row), sheet, first), sheet.name)
    if cells:
        for number in range(first, first + times):
            checked_height(sheet.rows, sheet.name)
            sheet.rows.append([number, list(cells)])


def _placed(read: Iterable[ReadCell | None], sheet: _Sheet, number: int) -> list:
    """The cells of a row, each in its column; blank ones at the end are left out."""
    cells: list = []
    index = 0
    for cell in read:
        if cell is None:
            continue
        held, times, down, across = cell
        if held is not None:
            if index > len(cells):
                cells += [None] * (min(index, MOST_COLUMNS) - len(cells))
            # One more than a sheet may have is enough to be told so.
            cells += [held] * min(times, MOST_COLUMNS + 1)
        if down > 1 or across > 1:
            sheet.merged.append([number, index, number + down - 1, index + across - 1])
        index += times
    return cells
