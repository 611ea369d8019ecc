"""A clean table of each return, under random rubbish, comes back equal; every row of a sheet is told of."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import settings
from etl.checking import check_workbook as checking
from etl.checking.gathered import Asked
from etl.layout.grid import Workbook
from etl.opening.gate import gate
from etl.opening.read import Unread
from etl.opening.read import read as opened
from tests.depth import examples
from tests.etl.intake.rubbish import DECOYS, FORCE, SENT, Buried, as_csv, as_ods, as_xlsx, buried
from tests.etl.intake.workbooks import SEPTEMBER, TODAY


@pytest.fixture(scope="module", autouse=True)
def no_rules():
    """What the rules of a contract say of random numbers is not the matter here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "check", lambda sheet: [])
        yield


MISREAD = ("cell_", "column_", "sheet_", "month_", "file_", "matrix_", "course_")


def read(found: Buried, book: Workbook | None = None) -> Any:
    return checking.check_workbook(book or found.book, Asked(settings.sample(), FORCE, TODAY))


def held(row: Any, columns: list[str]) -> dict[str, Any]:
    """What a staged row stands for."""
    return {name: row.codes.get(name) for name in columns}


@pytest.mark.parametrize("name", SENT)
@examples(12)
@given(st.data())
def test_a_clean_table_under_random_rubbish_comes_back_equal(name, data):
    found = data.draw(buried(name))
    done = read(found)
    told = [(b.code, b.cells, b.value) for b in done.breaches if b.code.startswith(MISREAD)]
    assert told == []
    (sheet,) = done.sheets
    assert sheet.dataset.name == name
    assert sheet.month_end == SEPTEMBER
    columns = list(found.clean.meant[0])
    assert [held(row, columns) for row in sheet.rows] == found.clean.meant
    assert [row.row_number for row in sheet.rows] == found.data_rows


@pytest.mark.parametrize("name", SENT)
@examples(8)
@given(st.data())
def test_every_row_of_the_sheet_is_loaded_or_left_out_with_a_reason(name, data):
    found = data.draw(buried(name))
    (report,) = read(found).reports
    page = next(sheet for sheet in found.book.sheets if sheet.name == report.sheet)
    numbers = [row.number for row in page.rows]
    told = [*found.data_rows, *(number for number, _ in report.ignored)]
    assert len(told) == len(set(told)) == report.rows_loaded + report.rows_ignored == report.rows_read
    headings = set(numbers) - set(told)
    assert report.header_row in headings
    assert len(headings) in (1, found.heading_rows)  # a row of groups alone may be taken for a title
    assert all(reason for _, reason in report.ignored)


KINDS = {"xlsx": as_xlsx, "ods": as_ods}


@pytest.mark.parametrize("kind", [*KINDS, "csv"])
@examples(6)
@given(st.data())
def test_the_same_table_is_read_from_each_kind_of_file(kind, data):
    found = data.draw(st.sampled_from(SENT).flatmap(buried))
    table = next(sheet for sheet in found.book.sheets if sheet.name not in DECOYS)
    if kind == "csv":
        assume(not table.merged)  # a text file knows of no merged cells
    file = as_csv(found.book, table.name) if kind == "csv" else KINDS[kind](found.book)
    assert gate(file).kind == kind
    book = opened(kind, file)
    assert not isinstance(book, Unread), book
    done = read(found, book)
    assert [(b.code, b.cells, b.value) for b in done.breaches if b.code.startswith(MISREAD)] == []
    (sheet,) = done.sheets
    columns = list(found.clean.meant[0])
    assert [held(row, columns) for row in sheet.rows] == found.clean.meant
    assert [row.row_number for row in sheet.rows] == found.data_rows
