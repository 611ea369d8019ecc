"""The fast reader for a large plain .xlsx: python-calamine, handed over column by column.

It answers only where it gives what the exact reader would: no formulas, spreadsheet faults, hidden sheets or
escaped characters, every cell within what we read, and as many filled cells as the file holds.
"""

from __future__ import annotations

import re
import zipfile
from array import array
from collections import defaultdict
from io import BytesIO
from itertools import pairwise
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from etl.readers.cells import PLACES, encode
from etl.readers.limits import MOST_ROWS

LARGE = (
    4_000_000  # bytes of the sheets' markup, some 5,000 rows of ten columns; below, the exact reader is quick
)
_NOT_PLAIN = (b"<f", b't="e"', b"_x0", b"<!")
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_TOO_WIDE = re.compile(rb' r="(?:[A-Z][A-Z][A-Z]|[E-Z][A-Z]|D[Q-Z])')  # beyond DP, the 120th column
_FILLED = b"</c>"  # an empty cell is closed where it is opened


def read(data: bytes) -> dict[str, Any] | None:
    """Every sheet by columns, ready for JSON; None where the exact reader has to read the file."""
    said = _filled_cells(data)
    if said is None:
        return None
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    if any(
        s.visible != SheetVisibleEnum.Visible or s.typ != SheetTypeEnum.WorkSheet
        for s in book.sheets_metadata
    ):
        return None
    found = [_sheet(book.get_sheet_by_name(name), name) for name in book.sheet_names]
    if sum(filled for _, filled in found) != said or any(len(s["numbers"]) > MOST_ROWS for s, _ in found):
        return None
    return {"sheets": [sheet for sheet, _ in found], "passed_over": []}


def _filled_cells(data: bytes) -> int | None:
    """How many filled cells the sheets hold by their markup; None where they are small, or not plain."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        names = [n for n in book.namelist() if n.startswith("xl/worksheets/") and n.endswith(".xml")]
        if sum(book.getinfo(name).file_size for name in names) < LARGE:
            return None
        if "xl/sharedStrings.xml" in book.namelist() and b"_x0" in book.read("xl/sharedStrings.xml"):
            return None
        sheets = [book.read(name) for name in names]
    if not all(map(_plain, sheets)):
        return None
    return sum(markup.count(_FILLED) for markup in sheets)


def _plain(markup: bytes) -> bool:
    """Whether the fast reader lives through this sheet, and answers as the exact one."""
    if any(mark in markup for mark in _NOT_PLAIN) or _TOO_WIDE.search(markup):
        return False
    rows = _ROW.findall(markup)
    # One cell far down makes the fast reader ask for memory for every row above it.
    if len(rows) != markup.count(b"<row") or any(len(n) > 6 for n in rows):
        return False
    numbers = [int(n) for n in rows]
    return max(numbers, default=0) <= 2 * MOST_ROWS and all(a < b for a, b in pairwise(numbers))


def _sheet(sheet: Any, name: str) -> tuple[dict[str, Any], int]:
    """The filled rows' numbers, and each column as its distinct values and where they stand; cells filled."""
    top, left = sheet.start or (0, 0)
    rows = sheet.to_python(skip_empty_area=True)
    filled = [len(values) - values.count("") for values in rows]
    kept = [n for n, cells in enumerate(filled) if cells]
    held = rows if len(kept) == len(rows) else [rows[n] for n in kept]
    columns = [_column(values) for values in zip(*held, strict=True)]
    blank: list[Any] = [[None], array(PLACES, [0]) * len(kept)]
    told = {
        "name": name,
        "numbers": [top + 1 + n for n in kept],
        "columns": [blank] * left + columns,
        "merged": _merged(sheet),
    }
    return told, sum(filled)


def _column(values: tuple[Any, ...]) -> list[Any]:
    """Distinct values, ready for JSON, and which of them each cell is. TRUE and 1 are two values."""
    place: defaultdict[Any, int] = defaultdict()
    place.default_factory = place.__len__  # a value that was not seen before is the next one
    kinds = values if bool not in set(map(type, values)) else [(type(value), value) for value in values]
    places = array(PLACES, map(place.__getitem__, kinds))
    distinct = place if kinds is values else [value for _, value in place]
    return [list(map(encode, distinct)), places]


def _merged(sheet: Any) -> list[list[int]]:
    ranges = sheet.merged_cell_ranges or []
    return [[top + 1, left, bottom + 1, right] for (top, left), (bottom, right) in ranges]
