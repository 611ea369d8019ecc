"""Layouts that real sheets have, each read right or named: groups of headings, second tables, old dates."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.etl.intake.workbooks import (
    CASELOAD,
    CHILD,
    DOMESTIC,
    SEPTEMBER,
    check_bytes,
    check_sheets,
    codes,
    only,
    saved,
    workbook,
)

PEOPLE = ["Person ref", "Unit", "Role", "Worker type", "FTE", "Carries work", "In unit since", "Month end"]
SOMEONE = ["4417", DOMESTIC[1], "investigator", "officer", 1, "full", date(2024, 2, 5), SEPTEMBER]


def book_of(*rows, ranges=(), name="Caseload", **how):
    book = Workbook()
    for key, value in how.items():
        setattr(book, key, value)
    book.active.title = name
    for row in rows:
        book.active.append(row)
    for cells in ranges:
        book.active.merge_cells(cells)
    return check_bytes(saved(book))


def opens(file):
    assert file.report.ok, file.report.breaches
    return [r["open"] for r in file.sheets[0].records()]


def test_a_group_over_headings_that_say_enough_by_themselves():
    upper = ["Month end", "Unit", "Work type", "Cases this month"]
    file = book_of(upper, [None, None, None, *CASELOAD[3:]], DOMESTIC, ranges=["A1:A2", "B1:B2", "D1:G1"])
    assert opens(file) == [120]
    assert {c: h for h, c, _ in file.report.sheets[0].matched}["open"] == "Cases this month Open"


def test_a_group_that_is_not_merged_stands_over_the_next_headings_too():
    upper = [*CASELOAD, "Over", None]
    file = book_of(upper, [*[None] * 7, "90 days", "180 days"], [*DOMESTIC, 40, 20])
    assert opens(file) == [120]
    (row,) = file.sheets[0].records()
    assert (row["over_90_days"], row["over_180_days"]) == (40, 20)


def test_the_same_heading_under_two_groups_is_refused():
    upper = [*CASELOAD[:3], "Rape", None, None, None, "Domestic abuse"]
    file = book_of(upper, [None, None, None, *CASELOAD[3:], *CASELOAD[3:]], [*DOMESTIC, 1, 1, 1, 1])
    assert "column_twice" in codes(file)


def test_a_second_table_under_the_first_is_named_and_its_rows_are_listed():
    summary = [["By team"], ["Team", "Live", "New", "Closed"], ["Domestic abuse investigation", 120, 41, 38]]
    file = book_of(CASELOAD, DOMESTIC, [], [], *summary)
    told = only(file, "sheet_other_table")
    assert (told.severity, told.cells) == ("warning", ("row 6",))
    assert opens(file) == [120]
    assert file.report.sheets[0].ignored == ((5, "note"), (6, "another table"), (7, "another table"))


def test_a_second_table_of_the_same_return_stops_the_load():
    other = [CASELOAD[n] for n in (1, 2, 0, 3, 4, 5, 6)]
    file = book_of(CASELOAD, DOMESTIC, [], other, [*CHILD[1:3], CHILD[0], *CHILD[3:]])
    assert only(file, "sheet_table_again").cells == ("row 4",)
    assert not file.report.ok


def test_headings_written_again_over_the_next_block_are_left_out():
    file = book_of(CASELOAD, DOMESTIC, CASELOAD, CHILD)
    assert opens(file) == [120, 64]
    assert file.report.sheets[0].ignored == ((3, "headings repeated"),)


def test_sums_without_a_word_are_a_total_and_other_numbers_without_one_are_asked_about():
    sums = [None, None, None, *(DOMESTIC[n] + CHILD[n] for n in range(3, 7))]
    file = book_of(CASELOAD, DOMESTIC, CHILD, sums)
    assert opens(file) == [120, 64]
    assert file.report.sheets[0].ignored == ((4, "total"),)
    odd = book_of(CASELOAD, DOMESTIC, CHILD, [*sums[:3], sums[3] + 1, *sums[4:]])
    assert "cell_blank_text" in codes(odd)


@pytest.mark.parametrize(
    "label",
    [
        "Total",
        "TOTAL",
        "Grand Total",
        "Sub-total",
        "Subtotal:",
        "Totals",
        "Team total",
        "DA Total",
        "All units",
        "Mean",
    ],
)
def test_rows_of_totals_and_averages_are_left_out_by_their_label(label):
    file = book_of(CASELOAD, DOMESTIC, CHILD, [None, label, None, 1, 2, 3, 4])
    assert opens(file) == [120, 64]
    assert file.report.sheets[0].ignored == ((4, "total"),)


def test_the_only_sheet_is_read_whatever_its_name_and_others_are_passed_over_by_theirs():
    assert opens(book_of(CASELOAD, DOMESTIC, name="Summary")) == [120]
    file = check_sheets(Summary=[CASELOAD, CHILD], Caseload=[CASELOAD, DOMESTIC])
    assert opens(file) == [120]


@pytest.mark.parametrize("since", [datetime(2024, 2, 5), (date(2024, 2, 5) - date(1904, 1, 1)).days])
def test_days_of_a_workbook_that_counts_from_1904(since):
    """A day stored as one, and the same day as the plain number that stands under it."""
    serial = (SEPTEMBER - date(1904, 1, 1)).days
    row = [*SOMEONE[:6], since, serial]
    file = book_of(PEOPLE, row, name="People", epoch=CALENDAR_MAC_1904)
    assert file.report.ok, file.report.breaches
    assert file.sheets[0].month_end == SEPTEMBER
    assert file.sheets[0].records()[0]["in_unit_since"] == date(2024, 2, 5)


def test_the_same_numbers_in_a_usual_workbook_count_from_1900():
    row = [*SOMEONE[:6], (date(2024, 2, 5) - date(1899, 12, 30)).days, SEPTEMBER]
    file = check_bytes(workbook(People=[PEOPLE, row]))
    assert file.sheets[0].records()[0]["in_unit_since"] == date(2024, 2, 5)


def test_a_unit_merged_down_many_rows_is_filled_in_one_walk():
    counts = [1, 0, 0, 0]
    units = [DOMESTIC[1], None, None, CHILD[1], None]
    words = ["rape", "DA", "HBA", "rape", "DA"]
    rows = [[SEPTEMBER, unit, word, *counts] for unit, word in zip(units, words, strict=True)]
    file = book_of(CASELOAD, *rows, ranges=["B2:B4", "B5:B6"])
    assert file.report.ok, file.report.breaches
    assert [r["unit"] for r in file.sheets[0].records()] == [DOMESTIC[1]] * 3 + [CHILD[1]] * 2
