"""What is to be put right is said with the headings, the month and the units that the person knows."""

from datetime import date

import pytest

from etl.command_line.print_report import print_report
from tests.etl.intake.workbooks import DOMESTIC, SEPTEMBER, check_sheets, only
from ui.findings.upload import would_load

LOCAL = ["Month end", "Team", "Work type", "Live cases", "Unallocated", "New", "Closed"]


def test_a_column_with_a_local_heading_is_named_by_it_and_by_what_it_was_read_as():
    file = check_sheets(Caseload=[LOCAL, [SEPTEMBER, "Domestic abuse investigation", "rape", "12a", 1, 1, 1]])
    told = only(file, "cell_not_number")
    assert told.column == "Live cases (Open)"
    assert told.says == '"Live cases" (Open) must be a number.'


def test_a_heading_that_is_our_own_is_named_once_however_it_is_written():
    headings = ["month_end", "UNIT", "Work  type", "open", "Unallocated", "New", "Closed"]
    file = check_sheets(
        Caseload=[headings, [SEPTEMBER, "Domestic abuse investigation", "rape", "12a", 1, 1, 1]]
    )
    assert only(file, "cell_not_number").column == "Open"


def test_a_rule_that_is_broken_names_the_local_heading_too():
    row = [SEPTEMBER, "Domestic abuse investigation", "rape", 5, 9, 1, 1]
    headings = [*LOCAL[:4], "Not allocated", *LOCAL[5:]]
    (told,) = check_sheets(Caseload=[headings, row]).report.errors
    assert told.column == "Not allocated (Unallocated)"


def test_a_unit_like_none_of_the_forces_is_answered_with_the_forces_units():
    file = check_sheets(Caseload=[LOCAL, [SEPTEMBER, "Zzyzx 99", "rape", 12, 1, 1, 1]])
    told = only(file, "cell_unknown")
    assert "Use one of: “Domestic Abuse Investigation Team”, “RASSO Team”, " in told.how_to_fix
    assert "Did you mean" not in told.says


def test_a_unit_like_one_of_the_forces_is_answered_with_that_one_alone():
    file = check_sheets(Caseload=[LOCAL, [SEPTEMBER, "Child abuse inquiry", "rape", 12, 1, 1, 1]])
    told = only(file, "cell_unknown")
    assert "Did you mean “Child abuse investigation”" in told.says and "Use one of" not in told.how_to_fix


@pytest.mark.parametrize(
    ("written", "last"), [(date(2026, 8, 14), "31/08/2026"), (date(2026, 2, 20), "28/02/2026")]
)
def test_the_month_end_that_is_offered_is_that_of_the_files_own_month(written, last):
    in_column = check_sheets(Caseload=[LOCAL, [written, *DOMESTIC[1:]]])
    assert f"such as {last}." in only(in_column, "month_not_end").how_to_fix
    above = check_sheets(Caseload=[[f"Caseload as at {written:%d/%m/%Y}"], [], LOCAL[1:], DOMESTIC[1:]])
    assert f"such as {last}." in only(above, "month_not_end").how_to_fix


def test_page_and_command_line_say_that_nothing_of_a_refused_file_would_load(capsys):
    good = [SEPTEMBER, "Domestic abuse investigation", "rape", 12, 1, 1, 1]
    report = check_sheets(Caseload=[LOCAL, good, [*good[:2], "child abuse", "many", 1, 1, 1]]).report
    print_report(report)
    said = capsys.readouterr().out
    assert "2 rows read, 0 to load" in said and "1 thing to put right" in said
    assert list(would_load([report], frozenset())["Would load"]) == [0]
