"""The month from above the headings, beside other dates that are not it."""

from datetime import date

import pytest

from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, SEPTEMBER, check_sheets, only

ROWS = [CASELOAD[1:], DOMESTIC[1:]]


def under(*titles):
    return check_sheets(Caseload=[*[t if isinstance(t, list) else [t] for t in titles], [], *ROWS])


@pytest.mark.parametrize(
    "titles",
    [
        ("Caseload as at 30/09/2026",),
        ("Caseload as at 30-09-2026",),
        ("Position as at 30th September 2026 (12 units)",),
        ("Return for Sept '26",),
        ("Reporting month: September 2026 (produced 12/10/2026)",),
        ("As at 30/09/2026, compared with 31/08/2026",),
        ("Period: 1 September 2026 to 30 September 2026",),
        (["Month ending", SEPTEMBER], "Extract run 05/10/2026"),
        (["Month", None, "September 2026"],),
        ("Printed 12/10/2026", "As at: 30 Sep 2026"),
        ("Northshire Police, v3", "PPU 12-14 return 30.09.26"),
        ("Month: September 2026", "Financial year ending March 2027"),
        ("As at 05-Oct-2026",),
    ],
)
def test_the_month_that_is_meant_is_found(titles):
    file = under(*titles)
    assert file.report.ok, file.report.breaches
    assert file.sheets[0].month_end == SEPTEMBER


@pytest.mark.parametrize(
    "titles",
    [
        ("Months: August 2026 and September 2026",),
        (["Period", date(2026, 8, 31), SEPTEMBER],),
        ("Monthly return, April 2026 to September 2026",),
    ],
)
def test_several_months_are_asked_about_and_never_chosen_from(titles):
    told = only(under(*titles), "month_several")
    assert "30/09/2026" in told.value
    assert "As at" in told.how_to_fix


def test_two_dates_without_a_word_for_either_are_not_a_month():
    only(under("Northshire 31/08/2026", "Northshire 30/09/2026"), "month_missing")
