"""A caseload return, from bytes to staged rows: what loads, what is told, what is refused."""

from datetime import date

from tests.etl.intake.workbooks import (
    CASELOAD,
    CHILD,
    DOMESTIC,
    SEPTEMBER,
    check_bytes,
    check_sheets,
    codes,
    only,
    workbook,
)


def test_a_template_filled_in_loads():
    file = check_sheets(Caseload=[CASELOAD, DOMESTIC, CHILD])
    assert file.report.ok, file.report.breaches
    (sheet,) = file.sheets
    assert sheet.dataset.name == "caseload"
    assert sheet.month_end == SEPTEMBER
    assert [r["open"] for r in sheet.records()] == [120, 64]
    assert [r["row_number"] for r in sheet.records()] == [2, 3]


def test_title_rows_local_headings_a_total_row_and_notes_are_normal():
    file = check_sheets(Live_cases=[
        ["Northshire PPU monthly return"],
        ["Position as at 30/09/2026"],
        [],
        ["Team", "Case type", "Live", "Awaiting allocation", "Received", "Finalised", "Comments"],
        ["Domestic abuse investigation", "DA", 120, 14, 41, 38, "two on leave"],
        [],
        ["Child abuse investigation", "Child abuse", "1,064", 3, 12, 10],
        ["Total", None, 1184, 17, 53, 48],
        [],
        ["Note: investigations are counted, not crimes."],
    ])  # fmt: skip
    assert file.report.ok, file.report.breaches
    (report,) = file.report.sheets
    assert (report.header_row, report.month_end) == (4, SEPTEMBER)
    assert report.ignored == ((1, "title"), (2, "title"), (8, "total"), (10, "note"))
    assert report.rows_read == report.rows_loaded + report.rows_ignored == 6
    assert [r["open"] for r in file.sheets[0].records()] == [120, 1064]
    assert [r["work_type"] for r in file.sheets[0].records()] == ["domestic abuse", "child abuse"]
    assert any("Comments" in s and "never stored" in s for s in file.report.said)
    assert "two on leave" not in repr(file.sheets)


def test_every_fault_is_told_at_once_with_its_cell():
    file = check_sheets(Caseload=[
        CASELOAD,
        DOMESTIC,
        [SEPTEMBER, "Child abuse inquiry", "child neglect", "12a", None, 4.5, -3],
    ])  # fmt: skip
    assert not file.report.ok
    assert not file.sheets
    assert only(file, "cell_unknown").cells == ("B3",)
    assert "Child abuse investigation" in only(file, "cell_unknown").says
    assert only(file, "cell_not_allowed").cells == ("C3",)
    assert only(file, "cell_not_number").value == "12a"
    assert only(file, "cell_blank").cells == ("E3",)
    assert only(file, "cell_not_whole").cells == ("F3",)
    assert only(file, "cell_too_small").cells == ("G3",)


def test_the_same_fault_in_several_rows_is_told_once_with_every_cell():
    rows = [[SEPTEMBER, "Domestic abuse investigation", kind, 5, 1, 1, 1] for kind in ("XX", "rape", "XX")]
    file = check_sheets(Caseload=[CASELOAD, *rows])
    assert only(file, "cell_not_allowed").cells == ("C2", "C4")


def test_rules_of_the_contract_name_the_cell():
    file = check_sheets(
        Caseload=[CASELOAD, [SEPTEMBER, "Domestic abuse investigation", "domestic abuse", 10, 11, 1, 1]]
    )
    assert only(file, "caseload.unallocated_over_open").cells == ("E2",)


def test_a_missing_heading_is_told_with_the_one_that_may_be_meant():
    headings = [*CASELOAD[:3], "No. of opn", *CASELOAD[4:]]
    file = check_sheets(Caseload=[headings, DOMESTIC])
    assert only(file, "column_missing").column == "Open"


def test_two_headings_for_one_column_are_refused():
    file = check_sheets(Caseload=[[*CASELOAD, "Open"], [*DOMESTIC, 5]])
    assert only(file, "column_twice").column == "Open"


def test_a_heading_spelt_almost_so_is_read_and_told():
    headings = [*CASELOAD[:4], "Unalocated", *CASELOAD[5:]]
    file = check_sheets(Caseload=[headings, DOMESTIC])
    assert file.report.ok
    assert any("Unalocated" in s and "Unallocated" in s for s in file.report.said)


def test_over_90_days_is_never_taken_for_over_180_days():
    file = check_sheets(Caseload=[[*CASELOAD, "Over 190 days"], [*DOMESTIC, 5]])
    assert "over_180_days" not in file.sheets[0].columns
    assert "over_90_days" not in file.sheets[0].columns


def test_kinds_of_missing_are_kept_apart_and_none_is_zero():
    headings = [
        *CASELOAD,
        "Over 90 days",
        "Over 180 days",
        "Over 365 days",
        "High risk",
        "Overdue",
        "Awaiting CPS",
    ]
    file = check_sheets(Caseload=[headings, [*DOMESTIC, None, "n/a", "-", "<5", "*", "[c]"]])
    (row,) = file.sheets[0].records()
    assert row["missing_kinds"] == {
        "over_90_days": "blank", "over_180_days": "n/a", "over_365_days": "-", "high_risk": "<5",
        "overdue": "*",
        "awaiting_cps": "[c]",
    }  # fmt: skip
    assert row["over_90_days"] is row["high_risk"] is None


def test_a_csv_loads_like_a_workbook():
    text = "Month end;Unit;Work type;Open;Unallocated;New;Closed\r\n"
    text += "30/09/2026;Domestic abuse investigation;DA;5;1;2;3\r\n"
    file = check_bytes(text.encode("cp1252"), "return.csv")
    assert file.report.ok, file.report.breaches
    assert file.sheets[0].records()[0]["open"] == 5


def test_a_month_must_be_its_last_day_or_up_to_a_week_later():
    late = check_sheets(Caseload=[CASELOAD, [date(2026, 10, 5), *DOMESTIC[1:]]])
    assert late.report.ok
    assert (late.sheets[0].month_end, late.sheets[0].extract_date) == (SEPTEMBER, date(2026, 10, 5))
    middle = check_sheets(Caseload=[CASELOAD, [date(2026, 9, 14), *DOMESTIC[1:]]])
    assert codes(middle) == ["month_not_end"]


def test_mixed_months_and_months_to_come_are_refused():
    mixed = check_sheets(Caseload=[CASELOAD, DOMESTIC, CHILD, [date(2026, 8, 31), *CHILD[1:]]])
    assert only(mixed, "month_mixed").cells == ("A4",)
    future = check_sheets(Caseload=[CASELOAD, [date(2026, 10, 31), *DOMESTIC[1:]]])
    assert "month_future" in codes(future)


def test_a_sheet_without_a_month_is_refused_with_the_way_out():
    file = check_sheets(Caseload=[CASELOAD[1:], DOMESTIC[1:]])
    assert "As at 30/09/2026" in only(file, "month_missing").how_to_fix


def test_a_blank_template_is_not_zero():
    assert "sheet_no_rows" in codes(check_sheets(Caseload=[CASELOAD]))


def test_instruction_sheets_are_passed_over_and_named():
    file = check_sheets(
        Instructions=[["Fill in"], CASELOAD], Caseload=[CASELOAD, DOMESTIC], Lists=[["Open", "Closed"]]
    )
    assert file.report.ok
    assert len(file.sheets) == 1
    assert any("Instructions" in s for s in file.report.said)


def test_a_file_that_is_no_return_says_so():
    assert codes(check_bytes(workbook(Sheet1=[["a", "b"], [1, 2]]))) == ["file_no_sheet"]
