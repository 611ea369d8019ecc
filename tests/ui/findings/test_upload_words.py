"""What the upload page says, from small reports."""

from dataclasses import replace
from datetime import date

from etl.reports.report import Breach, FileReport, SheetReport
from ui.findings import upload as words

SEP = date(2026, 9, 30)
SHEET = SheetReport(
    "caseload", "Sheet1", 3, SEP, 46, 44, 2, ignored=((47, "a total row"), (48, "a total row"))
)
NUMBER = Breach(
    "cell_not_number",
    "error",
    "caseload",
    "Sheet1",
    "Open",
    ("D14", "D15"),
    "lots",
    '"Open" must be a number.',
    "Write the number alone.",
)
WARNING = Breach(
    "w", "warning", "caseload", "Sheet1", "Open", ("D9",), "<5", "It is not stated.", "Accept it."
)
GOOD = FileReport("caseload.xlsx", "a" * 64, (SHEET,))
WARNED = FileReport("caseload.xlsx", "a" * 64, (SHEET,), (WARNING,))
BAD = FileReport("caseload.xlsx", "a" * 64, (SHEET,), (NUMBER, WARNING))


def test_the_headline_is_the_state_of_the_files():
    assert words.headline([]) == "Send a month's returns"
    assert words.headline([GOOD]) == "Caseload, September 2026: ready to load"
    assert words.headline([WARNED]) == "Caseload, September 2026: ready to load, 1 warning to accept"
    assert words.headline([BAD]) == "Caseload, September 2026: 1 thing to put right"
    assert words.headline([FileReport("notes.docx", "b" * 64)]) == "notes.docx: 1 thing to put right"


def test_the_error_summary_names_sheet_and_cells_and_the_file_only_where_there_are_several():
    assert words.problems([BAD]) == [("0.0", 'Sheet1, D14 and D15: "Open" must be a number.')]
    assert words.problems([GOOD, BAD])[0][1].startswith("caseload.xlsx: Sheet1")


def test_many_cells_are_counted_and_every_one_is_in_the_download():
    cells = tuple(f"D{n}" for n in range(1, 31))
    assert words.cells_said(cells).endswith("D8 and 22 more")
    report = FileReport("f", "c" * 64, (SHEET,), (Breach("c", "error", cells=cells),))
    assert len(words.every_cell(report)) == 30


def test_rows_to_put_right_hold_value_remedy_and_code():
    row = words.to_put_right(BAD, "error").iloc[0].tolist()
    assert row == [
        "Sheet1",
        "D14 and D15",
        "Open",
        "lots",
        '"Open" must be a number.',
        "Write the number alone.",
        "cell_not_number",
    ]
    assert len(words.to_put_right(BAD, "warning")) == 1


def test_a_file_with_a_fault_would_load_nothing():
    table = words.would_load([GOOD, BAD], frozenset({("caseload", SEP)}))
    assert table.iloc[0].tolist() == [
        "caseload.xlsx",
        "Sheet1",
        "Caseload",
        "September 2026",
        46,
        44,
        2,
        "Yes",
    ]
    assert table["Would load"].tolist() == [44, 0]


def test_rows_left_out_are_named_with_the_reason():
    assert words.left_out(GOOD) == ["Sheet “Sheet1”, rows 47 and 48: a total row"]


def test_what_changed_sets_the_months_beside_the_figures():
    table = words.changed(
        [("Open", "August 2026", "15.8")], [("Open", "September 2026", "16.1"), ("Leavers", "", "4")]
    )
    assert table.values.tolist() == [
        ["Open", "15.8 (August 2026)", "16.1 (September 2026)"],
        ["Leavers", "no figure", "4"],
    ]


def test_a_figure_that_there_is_no_longer_is_shown_and_counted():
    before = [("Open", "October 2026", "21.8"), ("Vacancy", "October 2026", "14%")]
    after = [("Vacancy", "September 2026", "14%")]
    assert words.changed(before, after).values.tolist() == [
        ["Open", "21.8 (October 2026)", "no return"],
        ["Vacancy", "14% (October 2026)", "14% (September 2026)"],
    ]
    assert words.changed_headline(before, after) == "Loaded: 1 of 2 headline figures changed"


def test_sheets_are_counted_as_the_table_below_lists_them():
    sheets = (*GOOD.sheets, *GOOD.sheets)
    assert words.headline([replace(GOOD, sheets=sheets)]).startswith("2 sheets, September 2026: ready")
    assert len(words.would_load([replace(GOOD, sheets=sheets)], frozenset())) == 2


def test_a_figure_that_reads_the_same_in_a_newer_month_has_not_changed():
    before = [("Open", "August 2026", "15.8"), ("Vacancy", "August 2026", "14%")]
    after = [("Open", "September 2026", "16.1"), ("Vacancy", "September 2026", "14%"), ("Leavers", "", "4")]
    assert words.changed_headline(before, after) == "Loaded: 2 of 3 headline figures changed"
    assert words.changed_headline(before, before).endswith("as they were")


def test_only_figures_that_had_or_have_a_value_are_counted():
    none = [("Open", "August 2026", "no return"), ("Vacancy", "August 2026", "no return")]
    first = [("Open", "August 2026", "15.8"), ("Vacancy", "August 2026", "no return")]
    assert words.changed_headline([], first) == "Loaded: 1 of 1 headline figure changed"
    assert words.changed_headline(none, first) == "Loaded: 1 of 1 headline figure changed"
    assert words.changed_headline([], none).endswith("as they were")


def test_the_size_is_said_as_people_read_it():
    sizes = (84_000, 84_550, 2_400_000, 600_000)
    assert [words.size_said(b"x" * size) for size in sizes] == ["84.0 KB", "84.5 KB", "2.4 MB", "0.6 MB"]
