"""Every template, filled in with its own example, loads; left blank, it is not read as none."""

from io import BytesIO

import openpyxl
import pytest

from contracts import DATASETS
from contracts.model import Dataset
from contracts.to_excel import heading_row, template
from contracts.to_rows import example_row
from tests.etl.intake.workbooks import check_bytes, codes, saved

LISTS = {"units": ["Domestic abuse investigation"], "courses": ["Trauma-informed practice"]}
# A force may switch off the sheet of single people; Home Office tables have no template to send.
SENT = [d for d in DATASETS.values() if d.name != "investigators" and not d.published]


def filled(dataset: Dataset) -> bytes:
    """The template with the example in its first row, and the facts stated once above the headings."""
    book = openpyxl.load_workbook(BytesIO(template(dataset, LISTS)))
    sheet, example = book[dataset.title], example_row(dataset)
    for row, column in enumerate(dataset.once_per_file, start=1):
        sheet.cell(row, 2, example[column.name])
    across = [c for c in dataset.columns if not c.once_per_file]
    for place, column in enumerate(across, start=1):
        sheet.cell(heading_row(dataset) + 1, place, example[column.name])
    return saved(book)


@pytest.mark.parametrize("dataset", SENT, ids=lambda d: d.name)
def test_a_filled_in_template_loads(dataset: Dataset):
    file = check_bytes(filled(dataset))
    assert not file.report.errors, file.report.errors
    (sheet,) = file.sheets
    assert (sheet.dataset.name, len(sheet.rows)) == (dataset.name, 1)
    of_the_month = dataset.dated_by in ("", "month_end")  # else each row says its own day
    assert f"{sheet.month_end}" == ("2026-09-30" if of_the_month else "None")
    assert all(how == "title" for _, _, how in file.report.sheets[0].matched)


@pytest.mark.parametrize("dataset", SENT, ids=lambda d: d.name)
def test_a_blank_template_is_not_read_as_none(dataset: Dataset):
    assert "sheet_no_rows" in codes(check_bytes(template(dataset, LISTS)))
