"""Small workbooks in memory, as units really make them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

import settings
from etl.checking.check_file import CheckedFile, checked

TODAY = date(2026, 10, 12)
SEPTEMBER = date(2026, 9, 30)
CASELOAD = ["Month end", "Unit", "Work type", "Open", "Unallocated", "New", "Closed"]
DOMESTIC = [SEPTEMBER, "Domestic abuse investigation", "domestic abuse", 120, 14, 41, 38]
CHILD = [SEPTEMBER, "Child abuse investigation", "child abuse", 64, 3, 12, 10]


def workbook(**sheets: list[list[Any]]) -> bytes:
    """A workbook whose sheets (underscores become spaces) hold these rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def check_bytes(data: bytes, name: str = "return.xlsx") -> CheckedFile:
    """The checked file, for the sample force, on a fixed day."""
    return checked(settings.sample(), [(name, data)], today=TODAY)[0]


def check_sheets(**sheets: list[list[Any]]) -> CheckedFile:
    """The checked file of a workbook with these sheets."""
    return check_bytes(workbook(**sheets))


def codes(file: CheckedFile) -> list[str]:
    """The codes of everything to put right."""
    return [b.code for b in file.report.breaches]


def only(file: CheckedFile, code: str) -> Any:
    """The one breach with that code."""
    found = [b for b in file.report.breaches if b.code == code]
    assert len(found) == 1, [(b.code, b.value, b.cells) for b in file.report.breaches]
    return found[0]
