"""The user's own workbook, built anew from the values that were read, with faults marked and told.

It is made in memory for whoever sent the file, is never a copy of the upload, and is not kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import xlsxwriter

from etl.layout.grid import Row, Sheet, Workbook, is_blank, is_number
from etl.layout.own_marks import HOW_TO
from etl.reports.fault_list import write_fault_list
from etl.reports.report import Breach, FileReport
from etl.reports.words_in_counts import ONLY_A_WORD, with_words_in_counts
from etl.shapes.months_across import in_sheets_of

# A spreadsheet takes such a text for a formula once somebody edits the cell; so the cell is marked as text.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NOTES_MOST = 2000
NO_ANSWER = "formula without its answer"
_ROW = re.compile(r"(\d+)$")
_CELL = re.compile(r"^([A-Z]{1,3})(\d+)$")
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}


def returned_workbook(report: FileReport, book: Workbook) -> bytes:
    """The bytes of an .xlsx: first a sheet that lists every fault, then each sheet that was read, marked."""
    report = with_words_in_counts(in_sheets_of(report, {sheet.name for sheet in book.sheets}), book)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as made:
        made.set_properties({"title": "How to put it right"})
        listing = made.add_worksheet(HOW_TO)
        paper = _Paper(made)
        names = {}
        for sheet in _read(report, book):
            names[sheet.name] = _name(sheet.name, {HOW_TO, *names.values()})
            _Marked(sheet, report, made.add_worksheet(names[sheet.name]), paper).write()
        write_fault_list(made, listing, report, names, of_a_list=any(sheet.counted for sheet in book.sheets))
    return out.getvalue()


def _read(report: FileReport, book: Workbook) -> list[Sheet]:
    """The sheets that were read, or that something is wrong with."""
    named = {each.sheet for each in report.sheets} | {b.sheet for b in report.breaches if b.sheet}
    faulty = {breach.sheet for breach in report.errors if breach.code != ONLY_A_WORD}
    return [_whole(sheet, faulty) for sheet in book.sheets if sheet.name in named]


def _whole(sheet: Sheet, faulty: set[str]) -> Sheet:
    """The sheet. Of counts from a list with faults the headings alone: sent back, they would pass for all."""
    if sheet.counted is None or sheet.counted.list_name not in faulty:
        return sheet
    return replace(sheet, rows=sheet.rows[:1])


def _name(name: str, taken: set[str]) -> str:
    """A name that a workbook may give a sheet: its own, unless another has it or it holds odd characters."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", CONTROL.sub("", name)).strip("' ")[:31] or "Sheet"
    held = {other.casefold() for other in taken}
    choice, number = plain, 2
    while choice.casefold() in held or choice.casefold() == "history":
        choice, number = f"{plain[:27]} {number}", number + 1
    return choice


@dataclass
class _Paper:
    """The formats of the workbook, and how many notes it holds already."""

    made: Any
    notes: int = 0
    formats: dict[tuple[bool, ...], Any] = field(default_factory=dict)

    def of(self, value: Any, marked: bool) -> Any:
        """The format of a cell: dates as dates, what looks like a formula as text, faults coloured."""
        as_day = isinstance(value, date)
        as_words = isinstance(value, str) and value.startswith(STARTS_A_FORMULA)
        key = (marked, as_day, as_words)
        if key not in self.formats:
            look = {"bg_color": "#FCEEE5", "border": 1, "border_color": "#B8470C"} if marked else {}
            look |= {"num_format": "dd/mm/yyyy"} if as_day else {}
            look |= {"quote_prefix": True} if as_words else {}
            self.formats[key] = self.made.add_format(look)
        return self.formats[key]


@dataclass
class _Marked:
    """One sheet as it was read, with its faulty cells marked and a last column of what to do."""

    sheet: Sheet
    report: FileReport
    page: Any
    paper: _Paper

    def write(self) -> None:
        """Write every row at its own place."""
        wrong = [b for b in self.report.breaches if b.sheet == self.sheet.name]
        last = self._last_column()
        cells, rows = _by_cell(wrong), _by_row(wrong)
        for top, left, bottom, right in _apart(self.sheet.merged):
            self.page.merge_range(top - 1, left, bottom - 1, right, "", self.paper.of(None, False))
        for row in self.sheet.rows:
            self._row(row, last, cells)
            if row.number in rows and row.number != self._header():
                self.page.write_string(row.number - 1, last, " ".join(rows[row.number])[:32_000])
        if self._header():
            self.page.write_string(self._header() - 1, last, HOW_TO)
        self.page.set_column(0, max(last - 1, 0), 16)
        self.page.set_column(last, last, 80)

    def _header(self) -> int:
        return next((s.header_row for s in self.report.sheets if s.sheet == self.sheet.name), 0)

    def _last_column(self) -> int:
        """The first column with nothing in it or to its right."""
        filled = [i for row in self.sheet.rows for i, cell in enumerate(row.cells) if not is_blank(cell)]
        return max(filled, default=-1) + 1

    def _row(self, row: Row, last: int, cells: dict[tuple[int, int], list[str]]) -> None:
        for index, value in enumerate(row.cells):
            told = cells.get((row.number, index), [])
            if index < last and (value is not None or told):
                self._cell(row.number - 1, index, value, told)

    def _cell(self, row: int, column: int, value: Any, told: Sequence[str]) -> None:
        look = self.paper.of(value, bool(told))
        if isinstance(value, bool):
            self.page.write_boolean(row, column, value, look)
        elif is_number(value):
            self.page.write_number(row, column, value, look)
        elif isinstance(value, (date, datetime)):
            self.page.write_datetime(row, column, value, look)
        elif value is None:
            self.page.write_blank(row, column, None, look)
        else:
            self.page.write_string(row, column, CONTROL.sub("", str(value) or NO_ANSWER)[:32_000], look)
        if told and self.paper.notes < NOTES_MOST:
            self.paper.notes += 1
            self.page.write_comment(row, column, "\n".join(told)[:2000], {"author": HOW_TO, "x_scale": 2})


def _by_cell(breaches: Iterable[Breach]) -> dict[tuple[int, int], list[str]]:
    """What is wrong in each cell that has an address: (row, column from 0)."""
    found: dict[tuple[int, int], list[str]] = {}
    for breach in breaches:
        for cell in breach.cells:
            place = _CELL.match(cell)
            if place:
                found.setdefault((int(place[2]), _index(place[1])), []).append(_said(breach))
    return found


def _by_row(breaches: Iterable[Breach]) -> dict[int, list[str]]:
    """What is wrong in each row, each thing once."""
    found: dict[int, dict[str, None]] = {}
    for breach in breaches:
        for cell in breach.cells:
            place = _ROW.search(cell)
            if place:
                found.setdefault(int(place[1]), {})[_said(breach)] = None
    return {row: list(said) for row, said in found.items()}


def _said(breach: Breach) -> str:
    kind = "" if breach.severity == "error" else "Warning: "
    return f"{kind}{breach.says} {breach.how_to_fix}"


def _index(letters: str) -> int:
    """The column of its letters, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _apart(merged: Iterable[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Merged ranges of more than one cell that do not lie over one another."""
    kept: list[tuple[int, int, int, int]] = []
    for top, left, bottom, right in merged:
        free = all(bottom < t or top > b or right < lft or left > rgt for t, lft, b, rgt in kept)
        if (top, left) != (bottom, right) and free:
            kept.append((top, left, bottom, right))
    return kept
