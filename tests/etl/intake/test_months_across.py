"""A caseload with months across is read into a table for each month, or refused with how to send it."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from etl.reports.returned_workbook import returned_workbook
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
)

AUGUST = date(2026, 8, 31)
FOUR = ["Open", "Unallocated", "New", "Closed"]
DOWN = ["Unit", "Work type"]
DA = [DOMESTIC[1], "domestic abuse"]
CA = [CHILD[1], "child abuse"]
BODY = [[*DA, 120, 14, 41, 38, 123, 15, 40, 37], [*CA, 64, 3, 12, 10, 66, 4, 13, 11]]
TOTAL = ["Total", None, 184, 17, 53, 48, 189, 19, 53, 48]


def merged(*rows, ranges=()):
    book = Workbook()
    book.active.title = "Caseload"
    for row in rows:
        book.active.append(row)
    for cells in ranges:
        book.active.merge_cells(cells)
    return check_bytes(saved(book))


def read(file):
    """(month, unit, open, unallocated, new, closed) of each row."""
    assert file.report.ok, file.report.breaches
    return [
        (sheet.month_end.month, r["unit"], r["open"], r["unallocated"], r["new"], r["closed"])
        for sheet in file.sheets
        for r in sheet.records()
    ]


MEANT = [
    (8, DA[0], 120, 14, 41, 38),
    (8, CA[0], 64, 3, 12, 10),
    (9, DA[0], 123, 15, 40, 37),
    (9, CA[0], 66, 4, 13, 11),
]
ACROSS = {
    "months merged over counts": (
        [["PPU caseload"], [], [None, None, AUGUST, None, None, None, SEPTEMBER], [*DOWN, *FOUR, *FOUR]],
        ["C3:F3", "G3:J3"],
    ),
    "months over counts, not merged, units in the upper row": (
        [["Unit", "Work type", "Aug-26", None, None, None, "Sep-26"], [None, None, *FOUR, *FOUR]],
        ["A1:A2", "B1:B2"],
    ),
    "month and count in one heading": (
        [["Team", "Case type", *(f"{c} Aug-26" for c in FOUR), *(f"{c} Sep-26" for c in FOUR)]],
        [],
    ),
    "month before the count": (
        [["Team", "Case type", *(f"August 2026 {c}" for c in FOUR), *(f"September 2026: {c}" for c in FOUR)]],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACROSS)
def test_months_across_are_read_month_by_month(name):
    heads, ranges = ACROSS[name]
    file = merged(*heads, *BODY, TOTAL, ["Note: provisional"], ranges=ranges)
    assert read(file) == MEANT
    assert [sheet.sheet for sheet in file.sheets] == ["Caseload, August 2026", "Caseload, September 2026"]
    for report in file.report.sheets:
        assert report.rows_loaded == 2
        assert report.rows_read == report.rows_loaded + report.rows_ignored
        assert [why for _, why in report.ignored][-2:] == ["total", "note"]
    assert any("read as 2 months" in said for said in file.report.said)


def test_counts_over_months_are_read_too():
    pairs = [value for count in FOUR for value in (count, None)]
    body = [[*DA, 120, 123, 14, 15, 41, 40, 38, 37], [*CA, 64, 66, 3, 4, 12, 13, 10, 11]]
    ranges = ["C1:D1", "E1:F1", "G1:H1", "I1:J1"]
    file = merged(
        [None, None, *pairs], ["Unit", "Work type", *["Aug-26", "Sep-26"] * 4], *body, ranges=ranges
    )
    assert read(file) == MEANT


def test_each_fault_names_its_own_cell():
    body = [[*DA, 120, 14, 41, 38, "many", 15, 40, 37]]
    file = merged(
        [None, None, AUGUST, None, None, None, SEPTEMBER],
        ["Unit", "Work type", *FOUR, *FOUR],
        *body,
        ranges=["C1:F1", "G1:J1"],
    )
    assert only(file, "cell_not_number").cells == ("G3",)
    assert only(file, "cell_not_number").sheet == "Caseload, September 2026"


def test_the_workbook_returned_marks_the_cell_in_the_sheet_that_holds_the_months():
    body = [[*DA, 120, 14, 41, 38, "many", 15, 40, 37]]
    heads = [*DOWN, *(f"{c} Aug-26" for c in FOUR), *(f"{c} Sep-26" for c in FOUR)]
    file = merged(heads, *body)
    back = load_workbook(BytesIO(returned_workbook(file.report, file.book)))
    assert back["Caseload"]["G2"].value == "many"
    assert back["Caseload"]["G2"].comment
    assert not back["Caseload"]["C2"].comment


def test_months_still_to_come_are_left_out_where_nothing_stands_under_them():
    heads = ["Team", "Case type", *(f"{c} Sep-26" for c in FOUR), *(f"{c} Oct-26" for c in FOUR)]
    heads += [f"{c} Aug-26" for c in FOUR]
    body = [[*DA, 123, 15, 40, 37, None, None, None, None, 120, 14, 41, 38]]
    file = merged(heads, *body)
    assert sorted(read(file)) == [(8, DA[0], 120, 14, 41, 38), (9, DA[0], 123, 15, 40, 37)]
    assert any("nothing stands under them: 1." in said for said in file.report.said)


def test_a_unit_with_nothing_in_one_month_is_listed_there():
    body = [BODY[0], [*CA, 64, 3, 12, 10]]
    file = merged(
        ["Team", "Case type", *(f"{c} Aug-26" for c in FOUR), *(f"{c} Sep-26" for c in FOUR)], *body
    )
    assert [report.ignored for report in file.report.sheets] == [(), ((3, "nothing for this month"),)]
    assert read(file) == MEANT[:3]


def test_first_days_as_months_are_asked_about_as_everywhere():
    heads = [None, None, date(2026, 8, 1), None, None, None, date(2026, 9, 1)]
    file = merged(heads, ["Unit", "Work type", *FOUR, *FOUR], *BODY, ranges=["C1:F1", "G1:J1"])
    told = only(file, "month_first")
    assert codes(file) == ["month_first"]
    assert told.cells == ("C1", "G1")


@pytest.mark.parametrize(
    "rows",
    [
        [["Open cases by month"], [], ["Work type", "Jul-26", "Aug-26", "Sep-26"], [DA[1], 1, 2, 3]],
        [["Unit", "Work type", AUGUST, SEPTEMBER], [*DA, 120, 123]],
        [["Unit", "Work type", "Measure", "Aug-26", "Sep-26"], [*DA, "Open", 120, 123], [*DA, "New", 41, 40]],
        [[*DOWN, "Open Aug-26", "New Aug-26", "Open Sep-26", "New Sep-26"], [*DA, 120, 41, 123, 40]],
        [["Unit", *(f"{c} Aug-26" for c in FOUR), *(f"{c} Sep-26" for c in FOUR)], [DA[0], *BODY[0][2:]]],
    ],
)  # fmt: skip
def test_months_that_do_not_say_what_is_counted_are_refused_with_how_to_send_them(rows):
    told = only(check_sheets(Caseload=rows), "months_across")
    assert "template" in told.how_to_fix
    assert told.cells[0].startswith("row ")


def test_one_month_in_a_column_and_dates_in_the_rows_are_no_months_across():
    headings = [*CASELOAD, "Note of Aug-26", "Note of Sep-26"]
    file = check_sheets(Caseload=[headings, [*DOMESTIC, "x", "y"], [*CHILD, "30/09/2026", "31/08/2026"]])
    assert file.report.ok, file.report.breaches
    assert len(file.sheets) == 1
