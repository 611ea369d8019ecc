"""Training as a list and as a matrix of people by courses."""

from datetime import date

import pytest

import settings
from tests.etl.intake.workbooks import SEPTEMBER, check_sheets, codes, only

COURSES = [c.title for c in settings.sample().forces[0].courses][:3]
TITLE = [["Training tracker"], ["As at", SEPTEMBER], []]
DAY = date(2025, 3, 12)


def matrix(*rows):
    return [*TITLE, ["Collar no", "Name", "Team", *COURSES], *rows]


def test_a_list_takes_its_date_from_above_the_headings():
    file = check_sheets(
        Training=[*TITLE, ["Person ref", "Course", "Completed on"], ["4417", COURSES[0], DAY]]
    )
    assert file.report.ok, file.report.breaches
    (row,) = file.sheets[0].records()
    assert (row["month_end"], row["completed_on"], row["course"]) == (SEPTEMBER, DAY, COURSES[0])


def test_a_matrix_becomes_a_row_for_each_person_and_course():
    file = check_sheets(Matrix=matrix(
        ["4417", "SMITH", "Domestic abuse investigation", DAY, None, "12/03/2024"],
        ["4418", "KHAN", "Domestic abuse investigation", None, "exempt", "booked 12/11/2026"],
        ["4419", "LEE", "Domestic abuse investigation", None, None, "n/k"],
    ))  # fmt: skip
    assert file.report.ok, file.report.breaches
    rows = file.sheets[0].records()
    told = [(r["person_ref"], r["course"], r["completed_on"], r["status"], r["booked_for"]) for r in rows]
    assert told == [
        ("4417", COURSES[0], DAY, None, None),
        ("4417", COURSES[2], date(2024, 3, 12), None, None),
        ("4418", COURSES[1], None, "exempt", None),
        ("4418", COURSES[2], None, "booked", date(2026, 11, 12)),
    ]
    assert file.sheets[0].units_named == {"DA1"}
    assert "SMITH" not in repr(file)
    counts = file.report.sheets[0]
    assert counts.ignored == ((1, "title"), (2, "title"), (7, "no course has a date"))
    assert (counts.rows_read, counts.rows_loaded, counts.rows_ignored, counts.records) == (5, 2, 3, 4)
    assert any("2 people by 3 courses gave 4 records" in s for s in file.report.said)


def test_a_word_in_the_matrix_that_is_not_a_date_is_told_by_cell():
    file = check_sheets(Matrix=matrix(["4417", "x", "Domestic abuse investigation", DAY, "yes", None]))
    assert only(file, "matrix_not_date").cells == ("E5",)


def test_an_unknown_course_over_dates_is_told_with_the_nearest():
    rows = matrix(["4417", "x", "Domestic abuse investigation", DAY, DAY, DAY])
    rows[3] = [*rows[3][:3], COURSES[0], COURSES[1], COURSES[2] + " x"]
    told = only(check_sheets(Matrix=rows), "course_unknown")
    assert COURSES[2] in told.says


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("31/11/2026", "November 2026 has 30 days."),
        ("29 Feb 2026", "February 2026 has 28 days."),
        ("2026-04-31 00:00:00", "April 2026 has 30 days."),
        ("03/25/2025", ""),
        ("soon", ""),
    ],
)
def test_a_day_that_its_month_does_not_have_is_told_by_the_length_of_that_month(cell, told):
    file = check_sheets(
        Training=[*TITLE, ["Person ref", "Course", "Completed on"], ["4417", COURSES[0], cell]]
    )
    said = only(file, "cell_not_date").says
    assert said == f'"Completed on" must be a date, written day, month, year. {told}'.strip()


def test_a_date_with_the_month_first_is_refused_not_guessed():
    file = check_sheets(
        Training=[*TITLE, ["Person ref", "Course", "Completed on"], ["4417", COURSES[0], "03/25/2025"]]
    )
    assert "cell_not_date" in codes(file)
