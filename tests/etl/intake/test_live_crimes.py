"""A live list of crimes is counted as Caseload and Investigators; nothing else of it leaves the child."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from contracts.live_crimes import COLUMNS, REFERENCE
from etl.command_line.print_report import lines
from etl.layout.heading_key import heading_key
from etl.reports.returned_workbook import returned_workbook
from etl.shapes import live_crimes
from tests.depth import examples
from tests.etl.intake.live_lists import (
    CA,
    DA,
    FIRST,
    HEADS,
    MONTH_END,
    TITLE,
    Drawn,
    counts,
    in_child,
    reckoned,
    rows_of,
)
from tests.etl.intake.workbooks import CASELOAD, check_bytes, check_sheets, codes, only, workbook

# Two open, one closed in the month and one before it, one of the month after; and one of another unit.
CASES = [
    Drawn(1, recorded=date(2026, 9, 3), high=True, due=date(2026, 9, 20)),
    Drawn(2, recorded=date(2025, 1, 3), officer=None, cps=True),
    Drawn(3, closed=date(2026, 9, 15), recorded=date(2026, 7, 1)),
    Drawn(4, closed=date(2026, 8, 15), recorded=date(2026, 7, 1)),
    Drawn(5, recorded=date(2026, 10, 2)),
    Drawn(6, unit=CA, kind="child abuse", recorded=date(2026, 4, 1), officer="77"),
]
ON_THE_LINE = [FIRST, MONTH_END, *(MONTH_END - timedelta(days=d) for d in (90, 180, 365))]
DAYS = st.dates(date(2025, 6, 1), date(2026, 10, 6)) | st.sampled_from(ON_THE_LINE)
DRAWN = st.builds(
    Drawn,
    number=st.just(0),
    unit=st.sampled_from((DA, CA)),
    kind=st.sampled_from(("domestic abuse", "rape")),
    recorded=st.none() | DAYS,
    officer=st.sampled_from((None, "1234", "77", "C9")),
    high=st.booleans(),
    due=st.none() | DAYS,
    closed=st.none() | DAYS,
    cps=st.booleans(),
)


def sheets(answer):
    return answer["sheets"]


def test_a_list_becomes_the_counts_of_its_units_and_officers():
    file = check_sheets(Crimes=rows_of(CASES))
    assert codes(file) == ["live_no_flow"]  # of the unit that closed no case
    caseload, officers = file.sheets
    kept = {row.codes["unit"]: row.codes for row in caseload.rows}
    assert (kept["DA1"]["open"], kept["DA1"]["unallocated"], kept["DA1"]["new"], kept["DA1"]["closed"]) == (
        2,
        1,
        1,
        1,
    )
    assert (kept["DA1"]["over_365_days"], kept["DA1"]["oldest_unallocated_days"]) == (1, 635)
    assert (kept["DA1"]["high_risk"], kept["DA1"]["overdue"], kept["DA1"]["awaiting_cps"]) == (1, 1, 1)
    assert (kept["CA1"]["open"], kept["CA1"]["new"], kept["CA1"]["closed"]) == (1, None, None)
    held = {row.codes["person_ref"]: (row.codes["open"], row.codes["over_180_days"]) for row in officers.rows}
    assert held == {"1234": (1, 0), "77": (1, 1)}
    assert caseload.month_end == officers.month_end == MONTH_END


def test_every_row_is_counted_or_listed_with_its_reason():
    report = check_sheets(
        Crimes=[*rows_of(CASES), ["Total", None, None, 6], ["Note: from the crime system"]]
    ).report
    caseload, officers = report.sheets
    assert caseload.rows_read == caseload.rows_loaded + caseload.rows_ignored == 9
    assert dict(caseload.ignored) == {
        1: "title", 7: "closed before the month", 8: "recorded after the month end", 10: "total", 11: "note",
    }  # fmt: skip
    assert officers.rows_read == officers.rows_loaded + officers.rows_ignored == 9
    assert dict(officers.ignored)[5] == "no officer in the case"
    told = "\n".join(lines(report))
    assert "3 open and 1 closed in the month, at 30 September 2026" in told
    assert "not read and never stored: “Victim name”, “Summary”" in told


@examples(60)
@given(st.lists(DRAWN, min_size=1, max_size=14))
def test_counts_are_those_of_a_second_reckoning(drawn):
    cases = [replace(case, number=n) for n, case in enumerate(drawn)]
    answer = sheets(in_child(rows_of(cases)))
    wanted = reckoned(cases)
    assert (counts(answer[0]) if "columns" in answer[0]["counted"] else {}) == wanted
    if not wanted:
        return
    about = answer[0]["counted"]
    read = [n for _, numbers in about["ignored"] for n in numbers] + [
        n for of in about["from_rows"] for n in of
    ]
    assert sorted(read) == [1, *range(4, 4 + len(cases))]
    allocated = sum(row["open"] for row in counts(answer[1]).values()) if len(answer) > 1 else 0
    assert allocated == sum(row["open"] - row["unallocated"] for row in wanted.values())


@examples(60)
@given(st.lists(DRAWN, min_size=1, max_size=8))
def test_nothing_of_a_case_leaves_the_child_but_its_counts(drawn):
    cases = [replace(case, number=n) for n, case in enumerate(drawn)]
    said = str(in_child([*rows_of(cases), *rows_of(cases)[3:4]]))
    assert "quetzalcoatl" not in said.casefold()


# The same list with other headings, in another order of columns, under other rows.
HEADINGS = (
    ("Occurrence No.", "Owning Team", "CRIME TYPE", "Recorded  Date", "Officer in the case", "Risk grade"),
    ("CRN", "Department", "Offence classification", "Date received", "Collar no", "Risk"),
    (
        "Niche reference (occurrence)",
        "PPU team",
        "Investigation type",
        "Created on",
        "Allocated to",
        "High risk",
    ),
    ("crime_number", "Unit", "Work type", "date_created", "OIC collar number", "risk_level"),
)


@pytest.mark.parametrize("heads", HEADINGS)
def test_local_headings_in_any_order_mean_the_same(heads):
    row = ["X/1/26", DA, "domestic abuse", "3 Sept 2026", "PC/4417", "H"]
    table = [["Northshire Police"], ["As at 30 September 2026"], heads[::-1], row[::-1]]
    (found,) = counts(sheets(in_child(table))[0]).items()
    assert found[0] == (DA, "domestic abuse")
    assert (found[1]["open"], found[1]["over_90_days"], found[1]["high_risk"]) == (1, 0, 1)


def test_each_heading_means_one_column_and_every_reference_is_looked_for():
    keys = [heading_key(heading) for column in COLUMNS for heading in column.headings]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []
    assert [h for h in REFERENCE.headings if not live_crimes.REFERENCE.search(h)] == []


@pytest.mark.parametrize(
    "said", [None, "Unallocated", "Supervisor tray", "DS 1234 tray", "n/a", "-", "None", "TBC"]
)
def test_a_tray_or_nobody_is_unallocated(said):
    row = ["X/1/26", DA, "rape", said]
    (found,) = counts(sheets(in_child([TITLE, ["Crime ref", "Team", "Offence", "OIC"], row]))[0]).values()
    assert (found["open"], found["unallocated"]) == (1, 1)


@pytest.mark.parametrize(
    ("status", "counted"),
    [("Open", 1), ("Under investigation", 1), ("Open - awaiting CPS", 1), ("Charged", 1), (None, 1),
     ("Filed", 0), ("Closed - undetected", 0), ("NFA: victim declines", 0), ("No further action", 0),
     ("Filed NFA", 0), ("Undetected, no new lines of enquiry", 0)],
)  # fmt: skip
def test_a_status_says_open_or_closed(status, counted):
    heads = ["Crime ref", "Team", "Offence", "OIC", "Status"]
    row, other = ["X/1/26", DA, "rape", "12", status], ["X/2/26", DA, "rape", "12", "Open"]
    (found,) = counts(sheets(in_child([TITLE, heads, row, other]))[0]).values()
    assert (found["open"], found["closed"]) == (1 + counted, "not stated")


BOTH = ["Detected - charged, awaiting court", "Closed - reopened", "Filed - reopened, live", "Filed reopened",
        "Complete victim needs assessment", "Closed (re-opened by the DI)", "NFA - awaiting CPS",
        "Closed \u2014 live"]  # fmt: skip


@pytest.mark.parametrize("status", BOTH)
def test_a_status_that_only_begins_with_closing_is_told_and_closes_nothing(status):
    heads, row = ["Crime ref", "Team", "Offence", "OIC", "Status"], ["X/1", DA, "rape", "12", status]
    assert "live_status" in codes(check_sheets(Crimes=[TITLE, heads, row]))
    (found,) = counts(sheets(in_child(faulty({"Status": status})))[0]).values()
    assert found["open"] == 2
    assert only(check_sheets(Crimes=faulty({"Status": status})), "live_status_open").cells == ("row 4",)


def test_what_a_case_of_unknown_status_waits_for_is_not_stated():
    heads = ["Crime ref", "Team", "Offence", "OIC", "Status", "Date closed"]
    rows = [[f"X/{n}", DA, "rape", "12", said] for n, said in enumerate(("Awaiting CPS", "Parked"))]
    (found,) = counts(sheets(in_child([TITLE, heads, *rows]))[0]).values()
    assert (found["open"], found["awaiting_cps"]) == (2, None)


def test_what_closed_without_a_day_leaves_the_flows_of_its_unit_not_stated():
    cases = [Drawn(1, closed=MONTH_END), Drawn(2), Drawn(3, unit=CA), Drawn(4, unit=CA, closed=MONTH_END)]
    rows = rows_of(cases)
    rows[4][HEADS.index("Status")] = "Closed"
    found = counts(sheets(in_child(rows))[0])
    assert [found[DA, "domestic abuse"][name] for name in ("new", "closed")] == ["not stated"] * 2
    assert [found[CA, "domestic abuse"][name] for name in ("new", "closed")] == [2, 1]


def test_states_are_counted_only_where_the_list_uses_them():
    heads = ["Crime ref", "Team", "Offence", "OIC", "Status"]
    rows = [[f"X/{n}", DA, "rape", "12", said] for n, said in enumerate(("Open", "Awaiting CPS", "Live"))]
    (found,) = counts(sheets(in_child([TITLE, heads, *rows]))[0]).values()
    assert found["awaiting_cps"] == 1 and "charged_before_court" not in found
    assert "over_180_days" not in found  # no heading says when a case was recorded


def faulty(
    change: dict[str, object], *more: list[object], title: list[str] | None = None
) -> list[list[object]]:
    """A list of two cases, the second with these cells changed."""
    row = Drawn(2).row()
    for heading, cell in change.items():
        row[HEADS.index(heading)] = cell
    return [title or TITLE, HEADS, Drawn(1).row(), row, *more]


FAULTS = {
    "live_twice": (faulty({"Crime ref": Drawn(1).row()[0].lower() + " "}), ("row 4 and row 3",)),
    "live_no_reference": (faulty({"Crime ref": None}), ("row 4",)),
    "cell_blank_text": (faulty({"Team": None}), ("row 4",)),
    "live_not_value": (faulty({"Offence": "She said that he " * 9}), ("row 4",)),
    "live_open_and_closed": (faulty({"Date closed": date(2026, 9, 2)}), ("row 4",)),
    "cell_not_date": (faulty({"Date closed": "last week", "Status": "Closed"}), ("J4",)),
    "live_no_day": (faulty({}, title=["Live crimes"]), ()),
    "month_not_end": (faulty({}, title=["Live crimes as at 14/09/2026"]), ()),
    "live_no_date": (faulty({"Date recorded": "spring"}), ("E4",)),
    "live_words": (faulty({"DASH risk": "Purple"}), ("row 4",)),
    "column_twice": ([TITLE, [*HEADS, "Department"], [*Drawn(1).row(), "PPU"]], ()),
    "column_missing": ([TITLE, ["Crime ref", "Offence", "OIC"], ["X/1", "rape", 12]], ("row 2",)),
    "live_status": (
        [TITLE, ["Crime ref", "Team", "Offence", "OIC", "Status"], ["X/1", DA, "rape", 12, "Parked"]],
        ("row 3",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", FAULTS)
def test_what_is_wrong_is_told_by_rows_and_never_by_what_stands_there(code):
    rows, cells = FAULTS[code]
    file = check_sheets(Crimes=rows)
    assert only(file, code).cells == cells
    told = "\n".join(lines(file.report)).casefold()
    assert "quetzalcoatl" not in told and "she said" not in told and "x/1" not in told


@pytest.mark.parametrize(
    ("heading", "code", "cell"),
    [("Date closed", "cell_not_date", "J"), ("Date recorded", "live_no_date", "E")],
)
def test_a_day_that_its_month_does_not_have_is_told_by_the_length_of_the_month(heading, code, cell):
    more = [Drawn(n).row() for n in (3, 4, 5)]
    for row, said in zip(more, ("31/11/2026", "31st November 2026", "31/09/2026"), strict=True):
        row[HEADS.index(heading)] = said
    file = check_sheets(Crimes=faulty({heading: "soon"}, *more))
    told = {b.cells: b.says for b in file.report.breaches if b.code == code}
    assert "days" not in told[f"{cell}4",]
    assert "November 2026 has 30 days." in told[f"{cell}5", f"{cell}6"]
    assert "September 2026 has 30 days." in told[f"{cell}7",]


def test_a_case_in_two_sheets_is_told_with_both():
    file = check_sheets(North=rows_of([Drawn(1)]), South=rows_of([Drawn(1, unit=CA)]))
    assert [(b.sheet, b.cells) for b in file.report.breaches if b.code == "live_twice"] == [
        ("North", ("row 4 and row 4 of South",)),
        ("South", ("row 4 and row 4 of North",)),
    ]


def test_two_spellings_of_a_unit_are_one_row_kept_under_its_code():
    cases = [Drawn(1), Drawn(2, unit="DA1", officer=None), Drawn(3, unit=DA.upper(), closed=date(2026, 9, 9))]
    (row,) = check_sheets(Crimes=rows_of(cases)).sheets[0].rows
    assert (row.kept["unit"], row.codes["open"], row.codes["unallocated"]) == ("DA1", 2, 1)
    assert row.rows_in_file == (4, 5, 6)


def test_an_unknown_unit_is_held_back_with_all_its_cases_and_the_others_load():
    file = check_sheets(Crimes=rows_of([Drawn(1), *(Drawn(n, unit="Squad X") for n in (2, 3))]))
    assert only(file, "live_unknown").rows == (5, 6)
    held = file.holding_back().report.sheets[0]
    assert (held.rows_read, held.rows_loaded, held.rows_held, held.rows_ignored) == (4, 1, 2, 1)


def test_a_list_beside_the_counts_of_the_same_unit_is_refused():
    file = check_sheets(Crimes=rows_of([Drawn(1)]), Caseload=[CASELOAD, [MONTH_END, DA, "rape", 12, 1, 4, 3]])
    assert "Caseload" in only(file, "live_beside").how_to_fix
    file = check_sheets(Crimes=rows_of([Drawn(1)]), Caseload=[CASELOAD, [MONTH_END, CA, "rape", 12, 1, 4, 3]])
    assert "live_beside" not in codes(file)


def test_a_caseload_with_a_column_of_references_stays_a_caseload():
    file = check_sheets(Caseload=[[*CASELOAD, "Crime ref"], [MONTH_END, DA, "rape", 12, 1, 4, 3, "X/1/26"]])
    assert file.report.ok and [s.rows[0].codes["open"] for s in file.sheets] == [12]


def test_days_of_a_workbook_that_counts_from_1904_are_those_days():
    heads = ["Crime ref", "Team", "Offence", "OIC", "Date recorded"]
    serial = (MONTH_END - timedelta(days=100) - date(1904, 1, 1)).days
    rows = [TITLE, heads, ["X/1", DA, "rape", "12", serial]]
    (found,) = counts(sheets(in_child(rows, dates_1904=True))[0]).values()
    assert (found["over_90_days"], found["over_180_days"]) == (1, 0)


def test_a_list_taken_days_after_the_month_counts_as_at_its_end():
    cases = [Drawn(1, closed=date(2026, 10, 2)), Drawn(2, recorded=date(2026, 10, 1)), Drawn(3, closed=FIRST)]
    rows = rows_of(cases)
    rows[0] = ["Live crimes as at 03/10/2026"]
    file = check_bytes(workbook(Crimes=rows))
    (row,) = file.sheets[0].rows
    assert (row.codes["open"], row.codes["closed"], file.sheets[0].extract_date) == (1, 1, date(2026, 10, 3))


def test_a_name_without_a_number_stops_the_counts_by_officer_and_is_not_shown():
    file = check_sheets(Crimes=faulty({"OIC": "Jones"}))
    found = only(file, "cell_name")
    assert (found.dataset, found.cells) == ("investigators", ("row 4",))
    assert "jones" not in "\n".join(lines(file.report)).casefold()


def test_counts_of_a_list_with_faults_are_not_returned_to_pass_for_the_whole():
    file = check_sheets(Crimes=[*FAULTS["live_twice"][0], Drawn(3).row()])
    assert only(file, "live_twice").sheet == "Crimes"
    back = check_bytes(returned_workbook(file.report, file.book))
    assert not back.report.ok and not back.sheets and "sheet_no_rows" in codes(back)
    file = check_sheets(
        Crimes=rows_of([Drawn(1), Drawn(2, unit="Squad X")])
    )  # only the word is to be put right
    assert "cell_unknown" in codes(check_bytes(returned_workbook(file.report, file.book)))


def test_an_unknown_word_is_coloured_where_the_returned_counts_hold_it_first_and_how_often_is_said():
    cases = [
        Drawn(1),
        Drawn(2, unit="Squad X"),
        Drawn(3, unit="Squad  X", kind="rape"),
        Drawn(4, unit="Squad X"),
    ]
    file = check_sheets(Crimes=rows_of(cases))
    book = load_workbook(io.BytesIO(returned_workbook(file.report, file.book)))
    sheet = book[next(name for name in book.sheetnames if "unit" in name)]
    coloured = [c for row in sheet for c in row if c.fill.fgColor.rgb == "FFFCEEE5"]
    assert [(c.coordinate, c.value) for c in coloured] == [("B5", "Squad X")]
    said = "It stands in 2 rows of this sheet, of which this is the first (3 cases of the list)."
    assert said in coloured[0].comment.text and said in sheet.cell(5, sheet.max_column).value
    links = [cell.hyperlink.location for row in book.worksheets[0] for cell in row if cell.hyperlink]
    assert f"'{sheet.title}'!B5" in links


@pytest.mark.deep
def test_a_hundred_thousand_cases_are_counted_within_the_limits_of_the_child():
    out = io.StringIO()
    csv.writer(out).writerows(rows_of([Drawn(n) for n in range(100_000)]))
    file = check_bytes(out.getvalue().encode(), "live.csv")
    assert codes(file) == ["live_no_flow"]
    assert [row.codes["open"] for row in file.sheets[0].rows] == [100_000]


WORDS = ["Assault with injury", "Harassment s2", "Assault with injury", "domestic abuse"]


def test_words_are_settled_first_each_told_once_with_its_rows():
    cases = [Drawn(n, unit=unit, kind=kind) for n, kind in enumerate(WORDS) for unit in ("Squad X",)]
    cases += [Drawn(n, kind=kind) for n, kind in enumerate(WORDS, start=10)]
    file = check_sheets(Crimes=[*rows_of(cases), Drawn(1).row()])
    units, kinds = sorted((b for b in file.report.errors if b.code == "live_unknown"), key=lambda b: b.field)
    assert file.report.breaches[0].code == file.report.breaches[1].code == "live_unknown"
    assert "“Squad X” (3 rows)" in units.says
    assert "“Assault with injury” (4 rows), “Harassment s2” (1 row)" in kinds.says
    # What two unknown words may come to is not yet known, so nothing is said to be there twice.
    assert {b.code for b in file.report.errors} == {"live_unknown", "live_twice"}
    asked = [(w.column, w.text, w.rows, w.sheets) for w in file.report.asked]
    assert asked == [
        ("Unit", "Squad X", 3, ("Crimes",)),
        ("Work type", "Assault with injury", 4, ("Crimes",)),
        ("Work type", "Harassment s2", 1, ("Crimes",)),
    ]
