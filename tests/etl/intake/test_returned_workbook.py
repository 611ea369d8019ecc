"""The workbook returned: faults marked and told, nothing but values; put right, it loads again."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from etl.__main__ import main
from etl.layout.own_marks import HOW_TO
from etl.reports.returned_workbook import returned_workbook
from store import open_store
from store.own_settings import keep_for_samples
from tests.etl.intake.workbooks import (
    CASELOAD,
    CHILD,
    DOMESTIC,
    check_bytes,
    check_sheets,
    codes,
    saved,
    workbook,
)

NOTE = ["Return for the force", None, None, None, None, None, None]
BAD = [*CHILD[:2], "online child abuse", "lots", 1, 2, 3]
AWAY = [CHILD[0], "-Nowhere team", "rape", 9, 1, 2, 3]
SHEET = [NOTE, CASELOAD, DOMESTIC, CHILD, BAD, AWAY]


def returned(data):
    done = check_bytes(data)
    return returned_workbook(done.report, done.book)


def opened(data):
    return openpyxl.load_workbook(BytesIO(data))


@pytest.fixture
def sent():
    return workbook(Caseload=SHEET, Notes=[["Not to be read"]])


def test_each_fault_is_marked_in_its_cell_and_told_at_the_end_of_its_row(sent):
    sheet = opened(returned(sent))["Caseload"]
    assert sheet["D5"].value == "lots" and sheet["D5"].fill.fgColor.rgb == "FFFCEEE5"
    assert "must be a number" in sheet["D5"].comment.text
    assert sheet["H2"].value == HOW_TO and "must be a number" in sheet["H5"].value
    assert sheet["H3"].value is None and sheet["D3"].comment is None
    assert [c.value for c in sheet[4]][1:7] == CHILD[1:]


def test_the_first_sheet_lists_every_fault_with_a_link_to_its_cell(sent):
    book = opened(returned(sent))
    listing = book[book.sheetnames[0]]
    links = {cell.value: cell.hyperlink.location for row in listing for cell in row if cell.hyperlink}
    assert links["D5"] == "'Caseload'!D5" and links["B6"] == "'Caseload'!B6"
    assert "cell_not_number" in [cell.value for row in listing for cell in row]


def test_only_sheets_that_were_read_come_back_and_none_is_hidden(sent):
    book = opened(returned(sent))
    assert book.sheetnames == [HOW_TO, "Caseload"]
    assert all(sheet.sheet_state == "visible" for sheet in book)


def test_no_text_becomes_a_formula_and_nothing_but_values_is_carried_over(sent):
    data = returned(sent)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())
        assert not [n for n in parts.namelist() if "external" in n or "vba" in n or "customXml" in n]
    cell = opened(data)["Caseload"]["B6"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("-Nowhere team", "s", True)


def test_put_right_in_the_returned_workbook_itself_the_file_loads(sent):
    book = opened(returned(sent))
    sheet = book["Caseload"]
    sheet["D5"] = 31
    sheet["B6"] = "Child abuse investigation"
    again = check_bytes(saved(book))
    assert again.report.ok, [(b.code, b.cells) for b in again.report.breaches]
    plain = check_sheets(Caseload=[NOTE, CASELOAD, DOMESTIC, CHILD, [*BAD[:3], 31, *BAD[4:]],
                                   [CHILD[0], "Child abuse investigation", *AWAY[2:]]])  # fmt: skip
    assert [r.kept for r in again.sheets[0].rows] == [r.kept for r in plain.sheets[0].rows]
    assert not any(HOW_TO in sentence for sentence in again.report.said if "never stored" in sentence)


def test_sent_again_as_it_is_it_says_the_same_faults_and_grows_no_column(sent):
    once = returned(sent)
    again = check_bytes(once)
    assert sorted(codes(again)) == sorted(codes(check_bytes(sent)))
    assert opened(returned(once))["Caseload"].max_column == opened(once)["Caseload"].max_column


def test_a_matrix_of_courses_comes_back_without_a_course_called_how_to_put_it_right():
    rows = [["As at 30/09/2026"], ["Collar number", "Unit", "Trauma-informed practice", "DA Matters"]]
    body = [
        ["4417", "Child abuse investigation", "01/02/2026", "soon"],
        ["4418", "Nowhere", "01/02/2026", None],
    ]
    data = workbook(Training=[*rows, *body])
    before = codes(check_bytes(data))
    assert sorted(before) == ["cell_unknown", "matrix_not_date"]
    assert sorted(codes(check_bytes(returned(data)))) == sorted(before)


def test_two_row_headings_and_merged_cells_are_read_the_same_again():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Caseload"
    for row in (["As at 30/09/2026"], ["Unit", "Work type", "Cases", None, None, None],
                [None, None, "Open", "Unallocated", "New", "Closed"],
                ["Child abuse investigation", "child abuse", 64, 3, 12, 10],
                [None, "rape", "lots", 3, 12, 10]):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("C2:F2")
    sheet.merge_cells("A4:A5")
    data = saved(book)
    before = check_bytes(data)
    after = check_bytes(returned(data))
    assert codes(after) == codes(before)
    assert [r.matched for r in after.report.sheets] == [r.matched for r in before.report.sheets]


def test_the_command_line_writes_the_workbook_that_the_page_gives(sent, tmp_path, capsys):
    keep_for_samples(open_store(tmp_path / "store"))
    file, out = tmp_path / "september.xlsx", tmp_path / "back.xlsx"
    file.write_bytes(sent)
    store = ["--store", str(tmp_path / "store")]
    assert main([*store, "check", str(file), "--return", str(out)]) == 1
    assert "the faults are marked in it" in capsys.readouterr().out
    assert opened(out.read_bytes())["Caseload"]["D5"].comment is not None
    assert main([*store, "check", str(file), str(file), "--return", str(out)]) == 2
