"""A sheet staged by its columns says the same as one that is staged row by row."""

from dataclasses import replace
from datetime import date

import pytest

from etl.checking.staged import StagedRows
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, SEPTEMBER, check_sheets

FOUR = ["Open", "Unallocated", "New", "Closed"]
MONTHS = [
    [None, None, date(2026, 8, 31), None, None, None, SEPTEMBER],
    ["Unit", "Work type", *FOUR, *FOUR],
    [*DOMESTIC[1:3], 120, 14, 41, 38, 123, 15, 40, 37],
    [*CHILD[1:3], 64, 3, 12, 10, 66, 4, "n/a", 11],
]
SHEETS = {
    "blanks and a total": [CASELOAD, DOMESTIC, [*CHILD[:5], "n/a", "n/a"], [None, "Total", None, 184, 17]],
    "months across": MONTHS,
    "one row": [CASELOAD, DOMESTIC],
}


@pytest.mark.parametrize("name", SHEETS)
def test_columns_and_rows_say_the_same(name):
    sheets = check_sheets(Caseload=SHEETS[name]).sheets
    assert sheets
    for sheet in sheets:
        alone = replace(sheet, rows=tuple(sheet.rows))
        assert isinstance(sheet.rows, StagedRows)
        assert [sheet.rows[n] for n in range(len(alone.rows))] == list(alone.rows)
        assert sheet.rows[-1:] == alone.rows[-1:]
        assert list(sheet.numbers) == alone.numbers and sheet.rows_in_file == alone.rows_in_file
        for column in (*sheet.dataset.column_names, "no such column"):
            assert list(sheet.codes_of(column)) == alone.codes_of(column)
            assert list(sheet.kept_of(column)) == alone.kept_of(column)
