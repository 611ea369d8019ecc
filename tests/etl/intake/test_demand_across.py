"""Recorded demand with months across is read as a row for each month, or says what is missing."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from etl.reports.returned_workbook import returned_workbook
from tests.etl.intake.workbooks import check_sheets, codes, only

DOWN = ["Unit", "Category", "Counts", "Definition", "Source"]
RULE, OLD_RULE = "Home Office Counting Rules, April 2025", "Home Office Counting Rules, April 2024"
AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


def row(*counts, category="rape", unit="Whole force", kind="recorded crimes", rule=RULE, source="extract"):
    return [unit, category, kind, rule, source, *counts]


def read(file):
    """(month, category, count, rule) of each row that is staged."""
    assert file.report.ok, file.report.breaches
    names = ("month_end", "category", "count", "definition")
    (sheet,) = file.sheets
    return [tuple({**each.kept, **each.codes}[name] for name in names) for each in sheet.rows]


HEADINGS = {
    "days": [[*DOWN, AUGUST, SEPTEMBER]],
    "words": [[*DOWN, "Aug-26", "September 2026"]],
    "under a title, with a total at the end": [
        ["Recorded demand"], [], [*DOWN, "31/08/2026", "30/09/2026", "Total"]
    ],
    "months over the words": [
        ["What was recorded", None, None, None, None, "Aug-26", "Sep-26"], [*DOWN, None, None]
    ],
    "own words": [
        ["Team", "Offence group", "Counted as", "Counting rule", "Data source", "Aug-26", "Sep-26"]
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_each_month_of_a_row_is_a_row_with_the_rule_of_its_row(name):
    every = row(410, 404, category="all recorded crime", kind="Crimes")
    notes = [["Total", None, None, None, None, 454, 445], ["Note: provisional"]]
    file = check_sheets(Demand=[*HEADINGS[name], row(44, 41), every, *notes])
    assert read(file) == [
        (AUGUST, "rape", 44, RULE),
        (SEPTEMBER, "rape", 41, RULE),
        (AUGUST, "all recorded crime", 410, RULE),
        (SEPTEMBER, "all recorded crime", 404, RULE),
    ]
    (report,) = file.report.sheets
    assert report.rows_read == report.rows_loaded + report.rows_ignored
    assert [why for _, why in report.ignored][-2:] == ["total", "note"]
    assert any("read as 4 rows" in said for said in file.report.said)


def test_a_month_alone_across_is_read_too():
    assert read(check_sheets(Demand=[[*DOWN, "Sep-26"], row(41)])) == [(SEPTEMBER, "rape", 41, RULE)]


def test_a_blank_month_is_not_sent_and_never_nought():
    months = [*DOWN, "Jul-26", "Aug-26", "Sep-26"]
    file = check_sheets(Demand=[months, row(None, 0, 41), row(None, None, None, category="child abuse")])
    assert read(file) == [(AUGUST, "rape", 0, RULE), (SEPTEMBER, "rape", 41, RULE)]
    assert file.report.sheets[0].ignored == ((3, "no count under any month"),)
    assert any("Cells left blank: 4" in said for said in file.report.said)


def test_a_counting_rule_that_changes_has_a_row_of_its_own_and_the_break_is_told():
    old, new = row(40, None, rule=OLD_RULE), row(None, 44)
    file = check_sheets(Demand=[[*DOWN, "Aug-26", "Sep-26"], old, new])
    assert codes(file) == ["demand.definition_changed"]
    assert [each.kept["definition"] for each in file.sheets[0].rows] == [OLD_RULE, RULE]


def test_each_fault_names_its_own_cell_and_is_marked_there():
    file = check_sheets(Demand=[[*DOWN, "Aug-26", "Sep-26"], row(44, "many"), row(1, 2, source=None)])
    assert only(file, "cell_not_number").cells == ("G2",)
    assert only(file, "cell_blank_text").cells == ("E3",)
    back = load_workbook(BytesIO(returned_workbook(file.report, file.book)))["Demand"]
    assert back["G2"].comment and back["E3"].comment and not back["F2"].comment


def test_a_month_that_has_not_ended_and_one_that_is_no_month_end_are_told_at_their_heading():
    file = check_sheets(Demand=[[*DOWN, "Oct-26", date(2026, 9, 15)], row(44, 41), row(1, 2)])
    assert only(file, "month_future").cells == ("F1",)
    assert only(file, "month_not_end").cells == ("G1",)


def test_first_days_as_months_are_asked_about_as_everywhere():
    file = check_sheets(Demand=[[*DOWN, date(2026, 8, 1), date(2026, 9, 1)], row(44, 41)])
    assert codes(file) == ["month_first"]
    assert only(file, "month_first").cells == ("F1", "G1")


def test_months_without_a_year_are_refused_with_how_to_write_them():
    told = only(check_sheets(Demand=[[*DOWN, "Apr", "May"], row(44, 41)]), "demand_no_year")
    assert told.cells == ("F1", "G1") and "Apr-26" in told.how_to_fix


@pytest.mark.parametrize("left_out", DOWN)
def test_what_no_column_says_is_asked_for_by_its_heading(left_out):
    heads = [text for text in DOWN if text != left_out]
    body = [value for text, value in zip(DOWN, row(), strict=True) if text != left_out]
    told = only(check_sheets(Demand=[[*heads, "Aug-26", "Sep-26"], [*body, 44, 41]]), "column_missing")
    assert told.column == left_out and told.dataset == "demand"


def test_rows_that_say_their_own_month_are_no_months_across():
    heads = ["Month end", *DOWN, "Count", "Note of Aug-26", "Note of Sep-26"]
    file = check_sheets(Demand=[heads, [SEPTEMBER, *row(41), "x", "y"], [AUGUST, *row(44), "x", "y"]])
    assert [count for _, _, count, _ in read(file)] == [41, 44]


def test_the_same_month_in_two_columns_is_a_repeat():
    assert codes(check_sheets(Demand=[[*DOWN, "Sep-26", SEPTEMBER], row(41, 41)])) == ["demand.repeated"]
