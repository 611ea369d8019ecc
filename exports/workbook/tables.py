"""A table on a sheet, named, its numbers as numbers with the decimals that a page prints and no more."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.disclosure import NotShown
from charts.cells import cell_words, decimals_of, is_numeric
from exports.tables import distinct, safe, safe_text
from exports.workbook.book import Book, is_day, width_of

STYLE = "Table Style Light 1"


@dataclass(frozen=True)
class Placed:
    """Where a table stands: its sheet, the row and column of its first heading, its headings and rows."""

    sheet: Any
    top: int
    left: int
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def column(self, n: int, rows: int | None = None) -> str:
        """The cells under a heading, as a chart refers to them."""
        first = xl_rowcol_to_cell(self.top + 1, self.left + n, row_abs=True, col_abs=True)
        deep = len(self.rows) if rows is None else rows
        last = xl_rowcol_to_cell(self.top + max(1, deep), self.left + n, row_abs=True, col_abs=True)
        return f"='{self.sheet.get_name()}'!{first}:{last}"

    @property
    def bottom(self) -> int:
        """The row after the table."""
        return self.top + max(1, len(self.rows)) + 1


def add_table(book: Book, sheet: Any, frame: pd.DataFrame, decimals: int, top: int, left: int = 0) -> Placed:
    """Write the table with its headings at `top`, `left`."""
    headings = tuple(distinct([safe_text(str(c)) for c in frame.columns]))
    rows = tuple(
        tuple(as_cell(value, decimals) for value in row) for row in frame.itertuples(index=False, name=None)
    )
    placed = Placed(sheet, top, left, headings, rows)
    if not headings:
        return placed
    columns = (frame.iloc[:, n] for n in range(len(headings)))
    numeric = [is_numeric(column[column.astype(str) != ""]) for column in columns]
    _name(book, placed, numeric)
    for r, (row, said) in enumerate(zip(rows, frame.itertuples(index=False, name=None), strict=True), 1):
        for c, value in enumerate(row):
            _write(book, placed, (r, c), value, decimals_of(said[c], decimals), numeric[c])
    widths = [_wide(heading, frame.iloc[:, c], decimals) for c, heading in enumerate(headings)]
    for c, width in enumerate(widths):
        book.widen(sheet, left + c, width)
    lines = max(-(-len(h) // max(1, int(w) - 2)) for h, w in zip(headings, widths, strict=True))
    sheet.set_row(top, 15 + 13 * (lines - 1))
    return placed


def _wide(heading: str, column: pd.Series, decimals: int) -> float:
    """How wide a column is: its longest cell, the longest word above it, and half of a long heading."""
    word = max(heading.split(), key=len, default="")
    return width_of([*(cell_words(v, decimals) for v in column), word, heading[: len(heading) * 6 // 10]])


def as_cell(value: Any, decimals: int) -> Any:
    """What a cell holds: a number as a page prints it and not more exactly, a day, or words made safe."""
    value = safe(value) if not isinstance(value, NotShown) else safe_text(str(value))
    if value is None:
        return cell_words(None, decimals)
    if isinstance(value, float):
        return round(value, decimals_of(value, decimals))
    return value


def _name(book: Book, placed: Placed, numeric: list[bool]) -> None:
    """The headings, and the table's name."""
    looks = [_look(book, n, right, bold=True, bottom=1, valign="bottom") for n, right in enumerate(numeric)]
    heads = [
        {"header": head, "header_format": look} for head, look in zip(placed.headings, looks, strict=True)
    ]
    right = placed.left + len(placed.headings) - 1
    options = {
        "columns": heads,
        "name": book.table_name(),
        "style": "Table Style Light 1",
        "autofilter": False,
    }
    placed.sheet.add_table(placed.top, placed.left, placed.bottom - 1, right, options)


def _look(book: Book, column: int, numeric: bool, **said: Any) -> Any:
    """Words to the left, and away from the numbers before them; in a column of numbers to the right."""
    right = numeric and column
    side = {"align": "right"} if right else {"align": "left", "indent": 1 if column else 0}
    return book.look(text_wrap=True, **side, **said)


def _write(book: Book, placed: Placed, at: tuple[int, int], value: Any, decimals: int, numeric: bool) -> None:
    row, column = placed.top + at[0], placed.left + at[1]
    if value == "":
        return
    if isinstance(value, bool | str):
        placed.sheet.write_string(row, column, str(value), _look(book, at[1], numeric))
    elif is_day(value):
        placed.sheet.write_datetime(row, column, value, book.day() if column else book.first_day())
    else:
        placed.sheet.write_number(row, column, value, book.number(decimals))
