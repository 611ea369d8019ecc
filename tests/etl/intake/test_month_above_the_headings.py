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


def beside_rows(*titles):
    return check_sheets(Caseload=[*[[t] for t in titles], [], CASELOAD, DOMESTIC])


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Caseload as at 31 August 2026", "August 2026"),
        ("Return for October 2026", "October 2026"),
        ("Position at 05/09/2026", "August 2026"),
    ],
)
def test_a_title_of_another_month_than_the_rows_is_asked_about(title, said):
    told = only(beside_rows(title), "month_title_other")
    assert told.severity == "warning" and (told.value, told.column) == (said, "Month end")
    assert "the rows say September 2026" in told.says


@pytest.mark.parametrize(
    "title",
    [
        "Caseload as at 30/09/2026",
        "As at 12/10/2026",  # when it was taken
        "Period: 1 September 2026 to 30 September 2026",
        "Return for the month (previous month August 2026)",
        "Financial year ending March 2027",
        "Form PPU1, August 2024",
        "Months: July 2026 and August 2026",
    ],
)
def test_a_title_that_says_the_month_of_the_rows_or_none_is_not_asked_about(title):
    assert beside_rows(title).report.breaches == ()
