"""What a sheet holds once it is read: cells with their true row numbers, and nothing of the file format."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

Meaning = TypeVar("Meaning")
_EQUAL_ACROSS = {bool, int, float}


@dataclass(frozen=True)
class CellFault:
    """A cell that shows something in a spreadsheet but holds no value we can trust.

    `kind` is "error" (#N/A, #DIV/0!), "formula" (never calculated) or "not finite".
    """

    kind: str
    text: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Row:
    """One row that is not blank. `number` is the row as the spreadsheet shows it, from 1.

    `places` names where each cell came from, for rows that were made from a matrix. `from_rows` are the rows
    of the sheet that a row of counts was made from, the first of them being its number.
    """

    number: int
    cells: tuple[Any, ...]
    places: tuple[str, ...] = ()
    from_rows: tuple[int, ...] = ()

    def cell(self, index: int) -> Any:
        """The cell in a column (from 0), or None beyond the last one filled in."""
        return self.cells[index] if index < len(self.cells) else None

    def place(self, index: int | None) -> str:
        """The address of a cell, or "row 14" where it has none of its own."""
        if index is None:
            return f"row {self.number}"
        return self.places[index] if index < len(self.places) else address(self.number, index)

    def filled(self) -> list[Any]:
        """The cells that hold something, left to right."""
        return [c for c in self.cells if not is_blank(c)]


@dataclass(frozen=True)
class ListFault:
    """What is wrong in a live list of cases: the message code with its words, and the rows of the list.

    `near` is told beside them: how many days a month has.
    """

    code: str
    column: str
    places: Sequence[str]
    value: str
    detail: str
    rows: Sequence[int]
    near: str = ""


@dataclass(frozen=True)
class ListHeadings:
    """The headings of a live list: (column, heading) of those read, (heading, how its cells look) of others.

    `doubled`: columns of which several stand. `unsure`: only the cells say that it is a list of cases.
    """

    found: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    doubled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unsure: bool = False


@dataclass(frozen=True)
class CountedCases:
    """What a sheet of counts was made from: a live list of cases that stayed in the process that read it.

    `columns` are the contract's names; none where the list could not be counted, and `faults` say why.
    `ignored`: (row, reason) of those in no count; `faulty`: (row, unit, work type) of those that are in none
    because of a fault, so that they may be held back. `is_open` and `closed` cases are counted, of
    `rows_in_sheet` filled rows.
    """

    dataset: str
    list_name: str
    columns: tuple[str, ...] = ()
    month: date | None = None
    taken: date | None = None
    rows_in_sheet: int = 0
    ignored: tuple[tuple[int, str], ...] = ()
    faults: tuple[ListFault, ...] = ()
    is_open: int = 0
    closed: int = 0
    faulty: tuple[tuple[int, str, str], ...] = ()
    headings: ListHeadings = ListHeadings()

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings that are no part of it."""
        return tuple(text for text, _ in self.headings.others)


@dataclass(frozen=True)
class Sheet:
    """A visible sheet: its filled rows, and merged ranges (first row, first column, last row, last).

    `dates_1904`: days that stand as plain numbers are counted from 1904, as older Macs did. `counted`: its
    rows are counts of a live list, under their headings. `widths`: of a text whose rows have not as many
    cells each, how many each row was written with, filled or not.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    dates_1904: bool = False
    counted: CountedCases | None = None
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Workbook:
    """The sheets that may be read, and those that were not, each with its reason code."""

    sheets: tuple[Sheet, ...]
    passed_over: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=())


def column_of(rows: Sequence[Row], index: int) -> list[Any]:
    """The cells of one column (from 0), None in rows that do not reach so far."""
    try:
        return [row.cells[index] for row in rows]
    except IndexError:
        return [row.cell(index) for row in rows]


def kinds_of(cells: Sequence[Any]) -> Sequence[Hashable]:
    """What tells cells apart: themselves, and their types where TRUE, 1 and 1.0 stand, which are equal."""
    mixed = len(_EQUAL_ACROSS & set(map(type, cells))) > 1
    return list(zip(map(type, cells), cells, strict=True)) if mixed else cells


def each_once(cells: Sequence[Any], meaning: Callable[[Any], Meaning]) -> list[Meaning]:
    """What each cell means. Large sheets repeat themselves: the same cell is not asked about again."""
    kinds = kinds_of(cells)
    known = {kind: meaning(cell) for kind, cell in dict(zip(kinds, cells, strict=True)).items()}
    return list(map(known.__getitem__, kinds))


def is_blank(cell: Any) -> bool:
    """True for an empty cell and for one that holds only spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def is_number(cell: Any) -> bool:
    """True for a number; TRUE and FALSE are not numbers."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def is_date(cell: Any) -> bool:
    """True for a cell stored as a date."""
    return isinstance(cell, (date, datetime))


def column_letters(index: int) -> str:
    """The letters a spreadsheet shows for a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row_number: int, index: int) -> str:
    """A cell's address as a spreadsheet shows it, such as F14."""
    return f"{column_letters(index)}{row_number}"


def as_text(cell: Any) -> str:
    """The cell as a person would read it, without odd spaces or control characters."""
    if isinstance(cell, str):
        return _without_odd_spaces(cell)
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return _without_odd_spaces(str(cell))


def _without_odd_spaces(text: str) -> str:
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())
