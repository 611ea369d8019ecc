"""The rows of one sheet part as openpyxl's own parser gives them, each where the file says it is.

What openpyxl's sheet makes of them drops rows and cells that are out of order, takes shared text -1 for the
last one, and stops at a number such as NaN; here each is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import (
    CELL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from etl.opening.not_opened import NotOpened
from etl.readers.blanks import without_blanks
from etl.readers.cells import encode

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_FAR_RIGHT = re.compile("[A-Z]{4,}[0-9]")
_PLACED = re.compile("[A-Z]{1,3}[0-9]+$")
_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
NEVER_CALCULATED = {"f": ""}
Placed = tuple[int, list[tuple[int, Any]]]  # the row's number, and its filled cells by column from 1


class _Parser(WorkSheetParser):
    """The parser, but that a formula without an answer, and a number that is none, are told as such."""

    def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Rows alone: what else a sheet part says of looks and printing is not read, and cannot fail."""
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()

    def parse_row(self, row: Any) -> tuple[int, list[dict[str, Any]]]:
        said = row.get("r")
        self.row_counter = int(float(said)) if said else self.row_counter + 1
        self.col_counter = 0
        return self.row_counter, [self.parse_cell(each) for each in row if each.tag == CELL_TAG]

    def parse_cell(self, element: Any) -> dict[str, Any]:
        plain = _plain_text(element)
        if plain is not None:
            return self._of_text(element, plain)
        before = self.col_counter
        try:
            cell: dict[str, Any] = super().parse_cell(element)
        except ValueError:
            if _FAR_RIGHT.match(element.get("r", "")):
                raise NotOpened("sheet_outside", f"row {self.row_counter}") from None
            self.col_counter = before  # a cell that does not say its place is counted once
            return self._not_a_number(element)
        if cell["value"] is None and _was_never_calculated(element):
            cell["value"] = NEVER_CALCULATED
        return cell

    def _of_text(self, element: Any, text: str) -> dict[str, Any]:
        """What the parser gives for text that stands in its cell, without the objects it makes of it."""
        row, column = coordinate_to_tuple(element.get("r"))
        self.col_counter = column
        return {"row": row, "column": column, "value": text, "data_type": "s"}

    def _not_a_number(self, element: Any) -> dict[str, Any]:
        held = element.find(VALUE_TAG)
        if element.get("t", "n") != "n" or held is None:
            raise ValueError("not a cell")
        text, held.text = str(held.text), ""
        return {**super().parse_cell(element), "value": {"n": text[:40]}}


def _plain_text(element: Any) -> str | None:
    """The text of a cell that holds one piece of text and no more; None of any other cell."""
    if element.get("t") != "inlineStr" or not _PLACED.match(element.get("r", "")) or len(element) != 1:
        return None
    held = element[0]
    plain = held.tag == INLINE_STRING and len(held) == 1 and held[0].tag == _TEXT_TAG
    return held[0].text if plain else None


def _was_never_calculated(element: Any) -> bool:
    # A formula whose answer is the empty text is t="str" with nothing in it: that one was calculated.
    if element.get("t") == "str" or element.find(FORMULA_TAG) is None:
        return False
    return element.find(INLINE_STRING) is None


def rows_of(sheet: Any) -> Iterator[Placed]:
    """Every row with a cell in it, from the top, its cells ready for JSON. Raises NotOpened."""
    last = 0
    with sheet._get_source() as part:
        source = BytesIO(without_blanks(part.read()))
        for number, cells in _parser(sheet, source).parse():
            if not 1 <= number <= LAST_ROW:
                raise NotOpened("sheet_outside", f"row {number}", sheet.title)
            if number <= last:
                raise _disordered(number, sheet.title)
            last = number
            if cells:
                yield number, _placed(number, cells, sheet.title)


def _parser(sheet: Any, source: Any) -> _Parser:
    book = sheet.parent
    return _Parser(
        source,
        dict(enumerate(sheet._shared_strings)),  # a list would take -1 for its last
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _placed(number: int, cells: list[dict[str, Any]], title: str) -> list[tuple[int, Any]]:
    placed, last = [], 0
    for cell in cells:
        column = cell["column"]
        if column <= last or cell["row"] != number:
            raise _disordered(number, title)
        last = column
        if column > LAST_COLUMN:
            raise NotOpened("sheet_outside", f"row {number}, column {column}", title)
        value = _ready(cell)
        if value is not None:
            placed.append((column, value))
    return placed


def _ready(cell: dict[str, Any]) -> Any:
    """A cell ready for JSON; a spreadsheet fault is one whatever its name, and spaces alone are none."""
    value = cell["value"]
    if isinstance(value, dict) or value is None:
        return value
    if cell["data_type"] == "e":
        return {"e": str(value)[:40]}
    return None if isinstance(value, str) and not value.strip() else encode(value)


def _disordered(number: int, title: str = "") -> NotOpened:
    return NotOpened("sheet_disordered", f"row {number}", title)
