"""Clean tables of each return, and the rubbish that real sheets put around them, drawn at random."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date, datetime
from io import StringIO
from typing import Any

import openpyxl
from hypothesis import strategies as st

import contracts
import settings
from contracts.model import Column, Dataset
from contracts.words import ALIASES
from etl.layout.grid import Row, Sheet, Workbook, is_blank, is_date
from etl.values.known_values import KnownValues
from tests.etl.intake import ods_files
from tests.etl.intake.ods_files import ods
from tests.etl.intake.workbooks import SEPTEMBER, saved

SENT = ("caseload", "investigators", "establishment", "people", "unavailable", "movements", "training")
FORCE = settings.sample().forces[0].code
KNOWN = KnownValues(settings.sample(), FORCE, SEPTEMBER)
TITLES = (
    "Northshire Police", "PPU monthly return", "OFFICIAL-SENSITIVE", "Source: crime system", "Version 3",
    "Fill in the white cells only. Do not add columns; leave a cell blank where nothing is known about it.",
)  # fmt: skip
NOTES = (
    "Note: investigations are counted, not crimes.", "* provisional", "Produced by the performance team",
    "Cases held by a supervisor are in the tray and count as unallocated, whatever the system shows.",
)  # fmt: skip
EXTRA = ("Comments", "do not edit! --->", "XX", "f0_", "(blank)", "RAG", "Colour", "Check")
JUNK = (None, "ok", "see email", 7, "x", 3.5)
GROUPS = ("Cases", "Details", "This month", "For completion by the unit")
DECOYS = {
    "Instructions": [["How to fill this in"], ["Unit", "Work type", "Open", "New", "Closed", "Unallocated"]],
    "Lists": [["Units", "Roles"], ["Domestic abuse investigation", "investigator"]],
    "Contacts": [["Name", "Telephone"], ["Duty desk", "01234 567890"]],
    "Pivot": [["Row Labels", "Sum of Open"], ["Domestic abuse investigation", 12], ["Grand Total", 12]],
    "Sheet9": [["a", "b"], [1, 2]],
}


@dataclass
class Clean:
    """A table as it is meant: what each row holds by column, and how its cells are written."""

    dataset: Dataset
    columns: list[str]
    meant: list[dict[str, Any]]
    written: list[dict[str, Any]]


@dataclass
class Buried:
    """A workbook with one clean table in it, and the rows of its sheet that are data."""

    clean: Clean
    book: Workbook
    data_rows: list[int]
    heading_rows: int
    header_row: int
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def _known(list_name: str, texts: list[str]) -> list[tuple[str, str]]:
    """(what it stands for, how it is written) for the texts that are read as title or alias."""
    column = Column("c", "c", "text", "", allowed_from=list_name)
    found = [(KNOWN.look_up(column, text), text) for text in texts]
    return [(known.code, text) for known, text in found if known.code and known.how in ("title", "alias")]


UNITS = _known("units", [unit.title for unit in settings.sample().forces[0].units])
COURSES = _known("courses", [course.title for course in settings.sample().forces[0].courses])


def _words(column: Column) -> list[tuple[str, str]]:
    if column.allowed_from == "units":
        return UNITS
    if column.allowed_from == "courses":
        return COURSES
    said = [(word, word) for word in column.allowed]
    return said + [(w, text) for w, texts in ALIASES.get(column.allowed_from, {}).items() for text in texts]


@st.composite
def cell_of(draw: st.DrawFn, column: Column) -> tuple[Any, Any]:
    """(what is meant, how it is written) for one cell of a column."""
    if not column.needs_value and draw(st.integers(0, 3)) == 0:
        return None, draw(st.sampled_from((None, "", " ", "n/a" if column.type != "text" else None)))
    if column.sensitivity == "person":
        number = draw(st.integers(100, 99_999))
        return str(number), draw(st.sampled_from((number, str(number), f"DC {number}", f" {number} ")))
    if column.type == "text" and not (column.allowed or column.allowed_from):
        text = draw(st.sampled_from(("core budget", "grant", "CO/2025/114", "DC", "Band E")))
        return text, text
    if column.type == "text":
        meant, text = draw(st.sampled_from(_words(column)))
        return meant, draw(st.sampled_from((text, text.upper(), f" {text}", text.replace(" ", "\xa0"))))
    if column.type == "date":
        day = draw(st.dates(date(2019, 1, 1), date(2026, 9, 30)))
        serial = (day - date(1899, 12, 30)).days
        return day, draw(st.sampled_from((day, datetime(day.year, day.month, day.day), f"{day:%d/%m/%Y}",
                                          f"{day.day} {day:%B %Y}", serial)))  # fmt: skip
    if column.type == "whole_number":
        count = draw(st.integers(0, 3000))
        return count, draw(st.sampled_from((count, float(count), str(count), f"{count:,}")))
    fte = draw(st.integers(0, 20)) / 20
    comma = f"{fte:.2f}".replace(".", ",")
    return fte, draw(st.sampled_from((fte, str(fte), comma, f"{fte * 100:g}%", f"{fte} FTE")))


@st.composite
def clean_table(draw: st.DrawFn, name: str) -> Clean:
    """A table of a dataset: the columns it needs and some of the others, and a few rows."""
    dataset = contracts.dataset(name)
    usual = [c for c in dataset.columns if c.name != "month_end"]
    more = [c for c in usual if not c.required and draw(st.booleans())]
    columns = [c for c in usual if c.required or c in more]
    rows = draw(st.lists(st.tuples(*(cell_of(c) for c in columns)), min_size=1, max_size=6))
    names = [c.name for c in columns]
    meant = [{n: cell[0] for n, cell in zip(names, row, strict=True)} for row in rows]
    written = [{n: cell[1] for n, cell in zip(names, row, strict=True)} for row in rows]
    return Clean(dataset, names, meant, written)


@st.composite
def heading_of(draw: st.DrawFn, column: Column) -> str:
    """A heading that means the column, as people write it."""
    text = draw(st.sampled_from(column.headings))
    return draw(st.sampled_from((text, text.upper(), f" {text} ", text.replace(" ", "\n", 1), f"{text}:")))


@st.composite
def buried(draw: st.DrawFn, name: str) -> Buried:
    """A workbook with a clean table of the dataset under random rubbish."""
    clean = draw(clean_table(name))
    in_column = draw(st.booleans())
    columns = list(clean.columns)
    if in_column and not clean.dataset.column("month_end").once_per_file:
        columns.append("month_end")
        for meant, written in zip(clean.meant, clean.written, strict=True):
            meant["month_end"] = SEPTEMBER
            written["month_end"] = draw(st.sampled_from((SEPTEMBER, "30/09/2026", "Sep-26", 46295)))
    extra = draw(st.lists(st.sampled_from(EXTRA), unique=True, max_size=3))
    blank = [f"blank {n}" for n in range(draw(st.integers(0, 2)))]
    order = draw(st.permutations([*columns, *extra, *blank]))
    page = _Page(draw, clean, order, "month_end" not in columns)
    return page.buried()


class _Page:
    """Writes one sheet row by row, leaving blank rows where it is told to."""

    def __init__(self, draw: st.DrawFn, clean: Clean, order: list[str], month_in_title: bool) -> None:
        self.draw, self.clean, self.order, self.month_in_title = draw, clean, order, month_in_title
        self.rows: list[Row] = []
        self.number = 0
        self.data: list[int] = []
        self.merges: list[tuple[int, int, int, int]] = []

    def put(self, cells: list[Any], gap: int = 0) -> int:
        self.number += 1 + gap
        if any(not is_blank(c) for c in cells):
            self.rows.append(Row(self.number, tuple(cells)))
        return self.number

    def buried(self) -> Buried:
        for title in self.draw(st.lists(st.sampled_from(TITLES), unique=True, max_size=3)):
            beside = self.draw(st.sampled_from(([], [None, "Contact:", "Duty desk"], ["Page", 1])))
            self.put([title, *beside], self.draw(st.integers(0, 1)))
        if self.month_in_title:
            said = ("Position as at 30/09/2026", "Return for September 2026", "As at 30th Sept 2026")
            self.put([self.draw(st.sampled_from(said))])
        high = self.headings()
        header = self.number
        self.body()
        self.notes()
        name = self.draw(
            st.sampled_from((self.clean.dataset.title, *self.clean.dataset.sheet_aliases, "Sheet1"))
        )
        sheets = [Sheet(name, tuple(self.rows), tuple(self.merges))]
        for decoy in self.draw(st.lists(st.sampled_from(sorted(DECOYS)), unique=True, max_size=2)):
            rows = tuple(Row(n, tuple(cells)) for n, cells in enumerate(DECOYS[decoy], start=1))
            sheets.insert(self.draw(st.integers(0, len(sheets))), Sheet(decoy, rows))
        return Buried(self.clean, Workbook(tuple(sheets)), self.data, high, header, self.merges)

    def headings(self) -> int:
        """Headings in one row, or in two: under a merged group, or cut at the first space."""
        lower = [self._heading(name) for name in self.order]
        if not self.draw(st.booleans()):
            self.put(lower, self.draw(st.integers(0, 2)))
            self.lower = lower
            return 1
        upper: list[Any] = [None] * len(lower)
        start = self.draw(st.integers(0, len(lower) - 1))
        end = self.draw(st.integers(start, len(lower) - 1))
        upper[start] = self.draw(st.sampled_from(GROUPS))
        for index in range(len(lower)):
            if not start <= index <= end and (text := lower[index]):
                cut = text.split(" ", 1) if " " in text.strip() and not text.startswith(" ") else [text, None]
                choices = ([None, text], [text, None], cut)  # the lower row, across both rows, half in each
                upper[index], lower[index] = self.draw(st.sampled_from(choices))
        top = self.put(upper, self.draw(st.integers(0, 2)))
        if end > start:
            self.merges.append((top, start, top, end))
        self.put(lower)
        self.lower = lower
        return 2 if any(lower) and any(upper) else 1

    def _heading(self, name: str) -> str | None:
        if name.startswith("blank "):
            return None
        if name in EXTRA:
            return name
        return self.draw(heading_of(self.clean.dataset.column(name)))

    def body(self) -> None:
        run: tuple[Any, int] | None = None
        merge = "unit" in self.order and self.draw(st.booleans())
        for written in self.clean.written:
            cells = [self._cell(name, written) for name in self.order]
            gap = 0 if merge else self.draw(st.sampled_from((0, 0, 0, 1)))
            if merge and run and not is_blank(written["unit"]) and run[0] == written["unit"]:
                cells[self.order.index("unit")] = None
            elif merge:
                self._merged(run)
                run = (written["unit"], self.number + 1) if not is_blank(written["unit"]) else None
            self.data.append(self.put(cells, gap))
            if self.draw(st.integers(0, 5)) == 0:
                self._merged(run)
                run = None
                self._between()
        self._merged(run)

    def _cell(self, name: str, written: dict[str, Any]) -> Any:
        if name.startswith("blank "):
            return None
        return self.draw(st.sampled_from(JUNK)) if name in EXTRA else written[name]

    def _merged(self, run: tuple[Any, int] | None) -> None:
        if run and self.number > run[1]:
            index = self.order.index("unit")
            self.merges.append((run[1], index, self.number, index))

    def _between(self) -> None:
        """A subtotal, the headings again, or a heading between rows."""
        kind = self.draw(st.sampled_from(("total", "headings", "label", "beside")))
        if kind == "total":
            self.total("Sub-total")
        elif kind == "headings" and sum(1 for h in self.lower if h) > 2:
            self.put(list(self.lower))
        elif kind == "label":
            self.put(["North area"], 1)
        elif any(name in EXTRA for name in self.order):
            self.put(["see email" if name in EXTRA else None for name in self.order])

    def total(self, label: str) -> None:
        cells: list[Any] = [None] * len(self.order)
        for index, name in enumerate(self.order):
            if name in self.clean.columns and "number" in self.clean.dataset.column(name).type:
                cells[index] = 999
        words = [i for i, n in enumerate(self.order) if n in self.clean.dataset.key and n != "month_end"]
        cells[words[0]] = label
        self.put(cells)

    def sums(self) -> None:
        """The sums of each column with no word beside them; only where there is something to add."""
        counted = [n for n in self.clean.columns if self.clean.dataset.column(n).type == "whole_number"]
        if len(self.data) > 1 and counted:
            sums = {name: sum(row[name] or 0 for row in self.clean.meant) for name in counted}
            self.put([sums.get(name) for name in self.order])

    def notes(self) -> None:
        if self.draw(st.booleans()):
            self.sums()
        elif self.draw(st.booleans()):
            self.total(self.draw(st.sampled_from(("Total", "TOTAL", "Grand total", "Totals:", "All units"))))
        for note in self.draw(st.lists(st.sampled_from(NOTES), unique=True, max_size=2)):
            self.put([note], self.draw(st.integers(0, 2)))


def as_xlsx(book: Workbook) -> bytes:
    """The workbook as Excel keeps it."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for sheet in book.sheets:
        page = made.create_sheet(sheet.name)
        for row in sheet.rows:
            for index, value in enumerate(row.cells, start=1):
                page.cell(row.number, index, value)
        for top, left, bottom, right in sheet.merged:
            page.merge_cells(start_row=top, start_column=left + 1, end_row=bottom, end_column=right + 1)
    return saved(made)


def as_ods(book: Workbook) -> bytes:
    """The workbook as LibreOffice keeps it, with blank rows that repeat."""
    return ods(*(ods_files.table(sheet.name, _ods_rows(sheet)) for sheet in book.sheets))


def _ods_rows(sheet: Sheet) -> list[str]:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merged}
    rows, last = [], 0
    for row in sheet.rows:
        if row.number > last + 1:
            rows.append(ods_files.row([], f'table:number-rows-repeated="{row.number - last - 1}"'))
        last = row.number
        cells = [ods_files.plain(value) for value in row.cells]
        for index in range(len(cells)):
            if span := spans.get((row.number, index)):
                spanned = 'table-cell table:number-rows-spanned="{}" table:number-columns-spanned="{}" '
                cells[index] = cells[index].replace("table-cell ", spanned.format(*span), 1)
        rows.append(ods_files.row(cells))
    return rows


def as_csv(book: Workbook, name: str) -> bytes:
    """One sheet of the workbook as text, with the commas of its cells quoted."""
    (sheet,) = (sheet for sheet in book.sheets if sheet.name == name)
    out, last = StringIO(newline=""), 0
    writer = csv.writer(out)
    width = max(len(row.cells) for row in sheet.rows)
    for row in sheet.rows:
        writer.writerows([[None] * width] * (row.number - last - 1))
        writer.writerow([f"{c:%d/%m/%Y}" if is_date(c) else c for c in row.cells])
        last = row.number
    return out.getvalue().encode()
