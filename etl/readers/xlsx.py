"""The exact reader for .xlsx: openpyxl in its streaming mode, after the written dimensions are set aside."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

import openpyxl

from etl.readers import large_xlsx
from etl.readers.cells import encode
from etl.readers.limits import checked_height, checked_width
from etl.readers.sheet_xml import SheetMarks, column_index, counts_from_1904, marks
from etl.readers.strict import in_usual_words, is_strict


def read(data: bytes) -> dict[str, Any]:
    """Every visible sheet's filled rows, ready for JSON; and the names of the sheets passed over."""
    warnings.simplefilter("ignore")
    answer = large_xlsx.read(data) or _read_exactly(data)
    since_1904 = {"dates_1904": True} if counts_from_1904(data) else {}
    return answer | {"sheets": [sheet | since_1904 for sheet in answer["sheets"]]}


def _read_exactly(data: bytes) -> dict[str, Any]:
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if not book.worksheets:
        # In a "strict" workbook the exact reader sees no sheets, and says nothing.
        return _read_exactly(in_usual_words(data)) if is_strict(data) else {"sheets": [], "passed_over": []}
    sheets, passed_over = [], []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            passed_over.append((sheet.title, "sheet_hidden"))
            continue
        found = marks(data, sheet._worksheet_path)
        sheets.append({"name": sheet.title, "rows": _rows(sheet, found), "merged": found.merged})
    passed_over += [(chart.title, "sheet_chart") for chart in book.chartsheets]
    return {"sheets": sheets, "passed_over": passed_over}


def _rows(sheet: Any, found: SheetMarks) -> list:
    """Rows with anything in them. The dimensions a file writes of itself may lie: they are not believed."""
    sheet.reset_dimensions()
    rows: list = []
    uncalculated = _by_row(found.uncalculated)
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if not any(v is not None for v in values) and number not in uncalculated:
            continue
        cells = [encode(v) for v in values]
        for index in uncalculated.get(number, ()):
            cells += [None] * (index + 1 - len(cells))
            cells[index] = {"f": ""}
        cells = checked_width(cells, sheet.title)
        if cells:
            checked_height(rows, sheet.title)
            rows.append([number, cells])
    return rows


def _by_row(addresses: frozenset[str]) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for place in addresses:
        letters = place.rstrip("0123456789")
        rows.setdefault(int(place[len(letters) :]), []).append(column_index(letters.encode()))
    return rows
