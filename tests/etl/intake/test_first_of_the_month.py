"""Excel keeps "Sep-26" as 1 September 2026. Read as an extract of that day it would replace August."""

from datetime import date, datetime

import pytest

from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, SEPTEMBER, check_sheets, only

AUGUST = date(2026, 8, 31)
WITHOUT_MONTH = [CASELOAD[1:], DOMESTIC[1:]]


def of_column(cell):
    return check_sheets(Caseload=[CASELOAD, [cell, *DOMESTIC[1:]]])


def of_title(*cells):
    return check_sheets(Caseload=[list(cells), [], *WITHOUT_MONTH])


@pytest.mark.parametrize("cell", [datetime(2026, 9, 1), date(2026, 9, 1), "01/09/2026", "2026-09-01", 46266])
def test_a_first_day_in_the_month_end_column_is_refused_with_both_months(cell):
    told = only(of_column(cell), "month_first")
    assert told.cells == ("A2",)
    assert told.how_to_fix.endswith("30/09/2026, or 31/08/2026 for the month before.")


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("Sep-26", SEPTEMBER),
        ("September 2026", SEPTEMBER),
        (SEPTEMBER, SEPTEMBER),
        (date(2026, 9, 2), AUGUST),
        ("07/09/2026", AUGUST),
    ],
)
def test_a_month_in_words_a_last_day_and_a_late_extract_are_read(cell, month):
    file = of_column(cell)
    assert file.report.ok, file.report.breaches
    assert file.sheets[0].month_end == month


def test_a_first_day_as_a_cell_above_the_headings_is_refused():
    told = only(of_title("Month", datetime(2026, 9, 1)), "month_first")
    assert "31/08/2026" in told.how_to_fix
    assert told.value == "01/09/2026"


@pytest.mark.parametrize("title", ["As at 1 September 2026", "Extract of 01/09/2026"])
def test_a_first_day_in_the_words_of_a_title_is_the_day_of_the_extract(title):
    file = of_title(title)
    assert file.report.ok, file.report.breaches
    assert file.sheets[0].month_end == AUGUST
