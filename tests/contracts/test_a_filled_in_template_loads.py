"""A template filled in with example rows is read without a fault."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from contracts import WORKBOOKS, workbook
from contracts.model import Dataset
from contracts.to_excel import heading_row, workbook_template
from etl.checking.check_file import checked
from settings import sample


def filled_in(sheets: tuple[Dataset, ...]) -> bytes:
    units = ("Domestic abuse investigation", "Child abuse investigation")
    book = load_workbook(BytesIO(workbook_template(sheets, {"units": units})))
    for each in sheets:
        sheet = book[each.title]
        for row, column in enumerate(each.once_per_file, start=1):
            sheet.cell(row, 2, column.example)
        across = [c for c in each.columns if not c.once_per_file]
        for place, column in enumerate(across, start=1):
            sheet.cell(heading_row(each) + 1, place, column.example)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_filled_in_template_is_read_without_a_fault(name: str) -> None:
    sheets = workbook(name)
    report = checked(sample(), [(f"{name}.xlsx", filled_in(sheets))], today=date(2026, 11, 2))[0].report
    assert [b for b in report.breaches if b.severity == "error"] == []
    assert {(s.dataset, s.rows_loaded) for s in report.sheets} == {(each.name, 1) for each in sheets}
