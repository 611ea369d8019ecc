"""The exact reader for .xlsx: openpyxl in its streaming mode, whatever dimensions are written."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from etl.opening.not_opened import NotOpened
from etl.readers.bounds import checked_sheets
from etl.readers.limits import MOST_COLUMNS, checked_height, checked_width
from etl.readers.sheet_parser import rows_of
from etl.readers.sheet_xml import merged_ranges, sheets_listed
from etl.readers.strict import in_usual_words, is_strict


def read(data: bytes) -> dict[str, Any]:
    """Every visible sheet's filled rows, ready for JSON; and the names of the sheets passed over."""
    warnings.simplefilter("ignore")
    ReadOnlyWorksheet._get_size = (
        _unread  # it would read a sheet without dimensions through, and a hidden one
    )
    return _read(data)


def _read(data: bytes) -> dict[str, Any]:
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if not book.worksheets and is_strict(data):
        return _read(in_usual_words(data))  # of which the exact reader sees no sheets, and says nothing
    checked_sheets(len(book.worksheets))
    _check_all_there(data, len(book.worksheets) + len(book.chartsheets))
    sheets, passed_over = [], []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            passed_over.append((sheet.title, "sheet_hidden"))
            continue
        merged = merged_ranges(data, sheet._worksheet_path)
        sheets.append({"name": sheet.title, "rows": _rows(sheet), "merged": merged})
    passed_over += [(chart.title, "sheet_chart") for chart in book.chartsheets]
    return {"sheets": sheets, "passed_over": passed_over}


def _unread(sheet: Any) -> None:
    """The size that a sheet says it has is not believed, so it is not looked for."""


def _check_all_there(data: bytes, seen: int) -> None:
    """A sheet that is listed and whose part is not there is passed over by openpyxl without a word."""
    listed = sheets_listed(data)
    if listed > seen:
        raise NotOpened("file_damaged", f"{listed} sheets are listed, {seen} are there")


def _rows(sheet: Any) -> list:
    """Rows with anything in them. The dimensions a file writes of itself may lie: they are not believed."""
    rows: list = []
    for number, placed in rows_of(sheet):
        cells = checked_width(_beside_each_other(placed), sheet.title)
        if cells:
            checked_height(rows, sheet.title)
            rows.append([number, cells])
    return rows


def _beside_each_other(placed: list[tuple[int, Any]]) -> list:
    """The cells of a row from column A on; beyond what we read, one more is enough to be told so."""
    cells: list = []
    for column, value in placed:
        cells += [None] * (min(column - 1, MOST_COLUMNS) - len(cells))
        cells.append(value)
    return cells
