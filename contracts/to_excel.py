"""Dataset -> the workbook that a unit fills in: headings with notes, drop-downs, and an example apart.

Every sheet is visible. The reader passes over `Example` and `Lists` by name. The same call gives the same
bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from contracts import words
from contracts.model import Column, Dataset
from contracts.same_bytes import same_bytes

EXAMPLE, LISTS = "Example", "Lists"
UNITS_OR_FORCE = "units_or_whole_force"
LAST_ROW = 5000
NEEDED = PatternFill("solid", fgColor="DCE6F2")
TO_ASK = PatternFill("solid", fgColor="FFF2CC")
OPTIONAL = PatternFill("solid", fgColor="F2F2F2")
NUMBER_FORMAT = {"date": "dd/mm/yyyy", "text": "@", "whole_number": "0", "number": "0.00"}
Lists = Mapping[str, Sequence[str]]
NO_DAY = datetime(2000, 1, 1)


@dataclass(frozen=True)
class Filled:
    """What a sheet begins with, by the names of its columns: rows, and the facts stated once above them.

    `notes` stand at cells, by the number of the row (from 0) and the name of the column.
    """

    rows: Sequence[Mapping[str, Any]] = ()
    once: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[tuple[int, str], str] = field(default_factory=dict)


def template(dataset: Dataset, lists: Lists) -> bytes:
    """The workbook of one sheet. `lists` holds the force's units and courses; the other lists are fixed."""
    return workbook_template((dataset,), lists)


def workbook_template(
    datasets: Iterable[Dataset], lists: Lists, filled: Mapping[str, Filled] | None = None
) -> bytes:
    """A workbook with one sheet for each dataset, then Example and Lists, as the bytes of an .xlsx file.

    `filled` says, by dataset, what its sheet begins with; a text in it is written as text, never a formula.
    """
    datasets = tuple(datasets)
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "PPU workforce dashboard"
    ranges = _write_sheets(book, datasets, {**words.LISTS, **lists})
    for dataset in datasets:
        _add_choices(book[dataset.title], dataset, ranges)
        _fill_in(book[dataset.title], dataset, (filled or {}).get(dataset.name, Filled()))
    return _bytes(book)


def _bytes(book: Workbook) -> bytes:
    """Saved without the time of day, which `book.save` would write in."""
    book.properties.created = book.properties.modified = NO_DAY
    held = BytesIO()
    ExcelWriter(book, ZipFile(held, "w", ZIP_DEFLATED)).save()
    return same_bytes(held.getvalue())


def _write_sheets(book: Workbook, datasets: tuple[Dataset, ...], lists: Lists) -> dict[str, str]:
    for dataset in datasets:
        _headings(book.create_sheet(dataset.title), dataset)
    _example(book.create_sheet(EXAMPLE), datasets)
    lists = {**lists, UNITS_OR_FORCE: (*lists.get("units", ()), words.WHOLE_FORCE)}
    wanted = dict.fromkeys(_list_of(c) for d in datasets for c in d.columns if c.allowed_from)
    return _lists(book.create_sheet(LISTS), {name: lists[name] for name in wanted if lists.get(name)})


def _list_of(column: Column) -> str:
    """The list that a column's drop-down offers."""
    return UNITS_OR_FORCE if column.may_be_whole_force else column.allowed_from or ""


def heading_row(dataset: Dataset) -> int:
    """The row of the headings: the first, or below the facts that are stated once and a blank row."""
    return len(dataset.once_per_file) + 2 if dataset.once_per_file else 1


def _across(dataset: Dataset) -> list[Column]:
    return [column for column in dataset.columns if not column.once_per_file]


def _headings(sheet: Worksheet, dataset: Dataset) -> None:
    top = heading_row(dataset)
    for row, column in enumerate(dataset.once_per_file, start=1):
        _heading(sheet, row, 1, column)
        sheet.cell(row, 2).number_format = NUMBER_FORMAT[column.type]
    for place, column in enumerate(_across(dataset), start=1):
        _heading(sheet, top, place, column)
        letter = get_column_letter(place)
        # The format of the whole column: "0417" typed under a text heading keeps its zero.
        sheet.column_dimensions[letter].number_format = NUMBER_FORMAT[column.type]
        sheet.column_dimensions[letter].width = max(12, len(column.title) + 4)
    sheet.freeze_panes = sheet.cell(top + 1, 1)


def _heading(sheet: Worksheet, row: int, place: int, column: Column) -> None:
    cell = sheet.cell(row, place, column.title)
    cell.font = Font(bold=True)
    cell.fill = NEEDED if column.required else OPTIONAL
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.number_format = "@"
    cell.comment = _comment(_note(column))


def _comment(text: str) -> Comment:
    return Comment(text, "PPU workforce dashboard", height=120, width=320)


def _note(column: Column) -> str:
    needed = "Needed." if column.required else "Optional."
    blank = " A cell may be blank." if column.required and column.may_be_blank else ""
    return f"{column.meaning}\n{needed}{blank}"


def _fill_in(sheet: Worksheet, dataset: Dataset, filled: Filled) -> None:
    """What the sheet begins with, under its headings and beside the facts that are stated once."""
    for row, column in enumerate(dataset.once_per_file, start=1):
        _value(sheet.cell(row, 2), column, filled.once.get(column.name))
    first = heading_row(dataset) + 1
    for number, values in enumerate(filled.rows):
        for place, column in enumerate(_across(dataset), start=1):
            cell = sheet.cell(first + number, place)
            _value(cell, column, values.get(column.name))
            if note := filled.notes.get((number, column.name)):
                cell.comment, cell.fill = _comment(note), TO_ASK


def _value(cell: Cell, column: Column, value: Any) -> None:
    cell.number_format = NUMBER_FORMAT[column.type]
    if isinstance(value, str):
        _as_text(cell, value)
    elif value is not None:
        cell.value = value


def _as_text(cell: Cell, text: str) -> None:
    """A text as it is, also where it begins like a formula or reads like a fault of a spreadsheet."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"


def _example(sheet: Worksheet, datasets: tuple[Dataset, ...]) -> None:
    """One made-up row for each sheet, away from the sheets that are filled in, so that none is loaded."""
    sheet.append(["Example rows. This sheet is never read: fill in the others."])
    for dataset in datasets:
        sheet.append([])
        sheet.append([f"{dataset.title}: one row is {dataset.one_row_is}"])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        for column in dataset.once_per_file:
            _example_line(sheet, [column.title, column.example])
        _example_line(sheet, [column.title for column in _across(dataset)])
        _example_line(sheet, [column.example for column in _across(dataset)])


def _example_line(sheet: Worksheet, values: list[Any]) -> None:
    sheet.append(values)
    for cell in sheet[sheet.max_row]:
        if cell.is_date:
            cell.number_format = NUMBER_FORMAT["date"]


def _lists(sheet: Worksheet, lists: Lists) -> dict[str, str]:
    """Write each list down a column; the answer is where each lies, as a range for drop-downs."""
    ranges = {}
    for place, (name, values) in enumerate(lists.items(), start=1):
        sheet.cell(1, place, name.replace("_", " ").capitalize()).font = Font(bold=True)
        for row, value in enumerate(values, start=2):
            _as_text(sheet.cell(row, place), value)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(14, *(len(value) + 2 for value in values))
        ranges[name] = f"'{LISTS}'!${letter}$2:${letter}${len(values) + 1}"
    return ranges


def _add_choices(sheet: Worksheet, dataset: Dataset, ranges: Mapping[str, str]) -> None:
    """Drop-downs under the headings that have a list."""
    first = heading_row(dataset) + 1
    for place, column in enumerate(_across(dataset), start=1):
        if _list_of(column) in ranges:
            choice = DataValidation(type="list", formula1=ranges[_list_of(column)], allow_blank=True)
            choice.errorTitle, choice.error = column.title, "Choose one of the values on the sheet Lists."
            sheet.add_data_validation(choice)
            letter = get_column_letter(place)
            choice.add(f"{letter}{first}:{letter}{LAST_ROW}")
