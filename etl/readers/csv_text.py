"""The reader for .csv: strict encodings, the delimiter found from the text, one sheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from etl.opening.letters import decoded
from etl.opening.not_opened import NotOpened
from etl.readers.cells import encode
from etl.readers.limits import TooLarge, checked_height, checked_width

DELIMITERS = (",", ";", "\t", "|")
SHEET = "csv"
WIDEST_LINE = 16_384  # cells, filled or not: as wide as a spreadsheet
LOOKED_AT = 100_000  # letters of the start, to find the delimiter in
LONGEST_CELL = 131_072  # four times what a cell of a spreadsheet can hold


def read(data: bytes) -> dict[str, Any]:
    """The filled rows of the file as one sheet, ready for JSON. Raises NotOpened and TooLarge."""
    delimiter, text = _delimiter(_text(data))
    rows: list = []
    widths: list[int] = []
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, values in enumerate(reader, start=1):
            if len(values) > WIDEST_LINE:
                raise TooLarge("sheet_too_wide", SHEET)
            cells = checked_width([encode(v.strip() or None) for v in values], SHEET)
            if cells:
                checked_height(rows, SHEET)
                rows.append([number, cells])
                widths.append(len(values))
    except csv.Error as told:
        # Without strict reading, an open quotation mark would make one cell of all the rows below it.
        code = "cell_too_long" if "field limit" in str(told) else "file_quotes"
        raise NotOpened(code, f"line {reader.line_num}", SHEET) from None
    sheet = {"name": SHEET, "rows": rows, "merged": []}
    uneven = {"widths": widths} if len(set(widths)) > 1 else {}
    return {"sheets": [sheet | uneven], "passed_over": []}


def _text(data: bytes) -> str:
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        raise NotOpened("file_letters") from None
    if "\x00" in text:
        raise NotOpened("file_not_a_workbook")
    return text


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter that a "sep=" line names, else the one that gives the first rows the most columns."""
    lines = text[:LOOKED_AT].splitlines()
    first = lines[0] if lines else ""
    if first[:4].lower() == "sep=" and len(first := first.rstrip(" ")) == 5:
        named = first[4]
        # The line stays as a blank one, so that row numbers hold.
        return named if named not in "\"'" else _widest(lines[1:30]), text[len(first) :]
    return _widest(lines[:30]), text


def _widest(lines: list[str]) -> str:
    return max(DELIMITERS, key=lambda d: _columns("\n".join(lines), d))


def _columns(start: str, delimiter: str) -> int:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return 0
    return sum(widths) - len(widths)
