"""The reader for .ods: the file's own markup, cell by cell.

python-calamine read a fault of the spreadsheet as 0 or as blank, a formula without an answer as blank, and
told of no merged cells: each would be a wrong value. The gate has refused entities before this is reached.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from etl.readers.limits import MOST_COLUMNS, checked_height, checked_width
from etl.readers.ods_cell import COVERED, TABLE, content, is_cell, repeats

OFFICE_BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}spreadsheet"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@dataclass
class _Sheet:
    """A sheet as it is read: its filled rows, its merged ranges, and the last row seen."""

    name: str
    rows: list = field(default_factory=list)
    merged: list = field(default_factory=list)
    last: int = 0


def read(data: bytes) -> dict[str, Any]:
    """Every visible sheet's filled rows, ready for JSON; and the names of the sheets passed over."""
    with zipfile.ZipFile(BytesIO(data)) as book, book.open("content.xml") as part:
        return _read(iterparse(part, events=("start", "end")))


def _read(events: Iterator[tuple[str, Element]]) -> dict[str, Any]:
    """Rows are read as they end and let go, so that a long sheet needs little memory."""
    sheets: list[_Sheet] = []
    passed_over: list[tuple[str, str]] = []
    hidden: set[str] = set()
    inside: list[str] = []
    sheet: _Sheet | None = None
    for event, element in events:
        tag = element.tag
        if event == "start":
            if tag == TABLE + "table" and inside[-1:] == [OFFICE_BODY]:
                sheet = _opened(element, hidden, sheets, passed_over)
            inside.append(tag)
            continue
        inside.pop()
        if tag == STYLE + "style" and _is_hidden(element):
            hidden.add(element.get(STYLE + "name", ""))
        elif tag == TABLE + "table" and inside[-1:] == [OFFICE_BODY]:
            sheet = None
            element.clear()
        elif tag == TABLE + "table-row":
            if sheet is not None and inside.count(TABLE + "table") == 1:
                _add_row(sheet, element)
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


def _add_row(sheet: _Sheet, row: Element) -> None:
    """One row, as often as the file says that it repeats; blank ones only move the count on."""
    times, first = repeats(row, "rows"), sheet.last + 1
    sheet.last += times
    cells = checked_width(_cells(row, sheet, first), sheet.name)
    if cells:
        for number in range(first, first + times):
            checked_height(sheet.rows, sheet.name)
            sheet.rows.append([number, list(cells)])


def _cells(row: Element, sheet: _Sheet, number: int) -> list:
    cells: list = []
    index = 0
    for cell in (each for each in row if is_cell(each)):
        times = repeats(cell, "columns")
        held = None if cell.tag == COVERED else content(cell)
        if held is not None:
            # One more than a sheet may have is enough to be told so.
            cells += [None] * (min(index, MOST_COLUMNS) - len(cells))
            cells += [held] * min(times, MOST_COLUMNS + 1)
        down, across = (int(cell.get(f"{TABLE}number-{way}-spanned", 1)) for way in ("rows", "columns"))
        if down > 1 or across > 1:
            sheet.merged.append([number, index, number + down - 1, index + across - 1])
        index += times
    return cells
