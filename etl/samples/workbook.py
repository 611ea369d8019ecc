"""A workbook as a unit would make it: titles above, a total row and notes below. The same bytes each time."""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
MADE = dt.datetime(2026, 1, 1, 9, 0)
BOLD, SMALL, LARGE = Font(bold=True), Font(italic=True, size=9), Font(bold=True, size=13)
HEAD = PatternFill("solid", start_color="D9E1F2")
WRAP = Alignment(wrap_text=True, vertical="top")
UK_DATE = "DD/MM/YYYY"


@dataclass(frozen=True)
class Sheet:
    """One sheet: what stands above the table, the table, its total row and the notes below it."""

    name: str
    above: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple, ...]
    total: tuple = ()
    notes: tuple[str, ...] = ()


def write(path: Path, sheets: tuple[Sheet, ...]) -> None:
    """Write a workbook of these sheets to `path`, making its folder where there is none."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Synthetic sample"
    book.properties.created = MADE
    for sheet in sheets:
        _lay_out(book.create_sheet(sheet.name), sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_same_bytes_each_time(book))


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    for line in sheet.above:
        page.append([line])
    page["A1"].font = LARGE
    page.append([])
    head = len(sheet.above) + 2
    page.append(sheet.headings)
    for cell in page[head]:
        cell.font, cell.fill, cell.alignment = BOLD, HEAD, WRAP
    for row in sheet.rows:
        page.append(row)
    _dates_in_uk_order(page, sheet, head)
    _below(page, sheet)
    page.freeze_panes = f"A{head + 1}"
    for number, heading in enumerate(sheet.headings, start=1):
        page.column_dimensions[get_column_letter(number)].width = max(11, min(30, len(heading) + 3))


def _dates_in_uk_order(page: Worksheet, sheet: Sheet, head: int) -> None:
    dated = {
        place for row in sheet.rows for place, value in enumerate(row, start=1) if isinstance(value, dt.date)
    }
    for number in range(head + 1, head + 1 + len(sheet.rows)):
        for place in dated:
            page.cell(number, place).number_format = UK_DATE


def _below(page: Worksheet, sheet: Sheet) -> None:
    if sheet.total:
        page.append(sheet.total)
        for cell in page[page.max_row]:
            cell.font = BOLD
    last = len(sheet.above) + 2 + len(sheet.rows) + bool(sheet.total)
    for offset, note in enumerate(sheet.notes, start=2):
        page.cell(last + offset, 1, note).font = SMALL


def _same_bytes_each_time(book: Workbook) -> bytes:
    """Save without the moment of saving: it is in the properties and in every zip entry."""
    saved, steady = io.BytesIO(), io.BytesIO()
    book.save(saved)
    moment = f"{book.properties.modified:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = part.replace(moment, f"{MADE:%Y-%m-%dT%H:%M:%SZ}".encode())
            after.writestr(zipfile.ZipInfo(name, ZIP_DATE), part, zipfile.ZIP_DEFLATED)
    return steady.getvalue()
