"""A live list whose headings are a force's own is asked about; people and courses are no such list."""

from datetime import date, timedelta

import pytest

import settings
from etl.checking.check_file import checked
from etl.words.agreed import agreed_in, settings_with, typed
from settings.remembered import LEFT_OUT
from tests.etl.intake.live_lists import CA, DA, MONTH_END, TITLE, counts, in_child
from tests.etl.intake.workbooks import TODAY, check_sheets, codes, workbook

SAMPLE = settings.sample()
OWN = ["Job ref", "Section", "Allegation", "Opened", "Handler", "ABE", "Status", "Victim name"]
ANSWERS = ["column:live_crimes:Job ref=reference", "column:live_crimes:section=Unit",
           "column:live_crimes:Allegation=work_type", "column:live_crimes:Opened=recorded",
           "column:live_crimes:Handler=officer"]  # fmt: skip
UNDER = {
    "reference": lambda n: f"NP/{1000 + n}/26",
    "unit": lambda n: (DA, CA)[n % 2],
    "work_type": lambda n: ("domestic abuse", "child abuse")[n % 2],
    "recorded": lambda n: MONTH_END - timedelta(days=9 * n),
    "officer": lambda n: ("DC 1234 SMITH", "4417", None)[n % 3],
    "heard": lambda n: date(2026, 9, 2),
    "status": lambda n: "Open",
    "victim": lambda n: "Quetzalcoatl Jane",
}


def own(heads=OWN, of=8):
    """A list under a force's own headings, the same cells in the same order."""
    return [TITLE, heads, *([cells(n) for cells in UNDER.values()] for n in range(of))]


def again(answers, rows):
    words = typed(answers, SAMPLE, None)
    return checked(settings_with(SAMPLE, None, words), [("list.xlsx", workbook(Crimes=rows))], today=TODAY)[0]


def is_list(rows, agreed=None):
    from etl.readers.cells import encode
    from etl.shapes.live_crimes import counted

    numbered = [[n, [encode(cell) for cell in row]] for n, row in enumerate(rows, start=1) if row]
    return (
        "counted" in counted({"sheets": [{"name": "S", "rows": numbered, "merged": []}]}, agreed)["sheets"][0]
    )


def test_a_list_with_headings_of_its_own_is_asked_about_with_a_proposal_for_each():
    file = check_sheets(Crimes=own())
    assert set(codes(file)) == {"column_missing"} and not file.report.sheets
    asked = {word.text: word for word in file.report.asked}
    assert {text: word.nearest for text, word in asked.items() if word.nearest} == {
        "Job ref": "reference", "Section": "unit", "Allegation": "work_type", "Handler": "officer",
        "Opened": "recorded",
    }  # fmt: skip
    assert {w.list_name for w in asked.values()} == {"column:live_crimes"}
    assert all(w.may_leave_out and w.sheets == ("Crimes",) for w in asked.values())
    assert "Victim name" not in asked  # whoever a case is about is never offered
    assert "Did you mean “Section”?" in " ".join(b.says for b in file.report.errors)


def test_answers_are_read_told_and_kept_with_the_load():
    file = again(ANSWERS, own())
    assert file.sheets[0].dataset.name == "caseload" and not file.report.errors
    assert sum(row.codes["open"] for row in file.sheets[0].rows) == 8
    assert sum(row.codes["unallocated"] for row in file.sheets[0].rows) == 2
    assert any("“Handler” as Officer in the case" in said for said in file.report.said)
    assert "quetzalcoatl" not in str(file.report).casefold()
    kept = agreed_in(file.report, typed(ANSWERS, SAMPLE, None))
    assert {(a.word.list_name, a.word.code) for a in kept} == {
        ("column:live_crimes", name) for name in ("reference", "unit", "work_type", "recorded", "officer")
    }


@pytest.mark.parametrize("first", ["Crime ref", "Job ref"])
def test_a_list_is_known_by_its_cells_where_too_few_headings_are(first):
    assert is_list(own([first, *OWN[1:3], "Date recorded", *OWN[4:]]))


def test_what_is_not_needed_is_no_reference_and_the_sheet_no_list():
    assert is_list(own())
    assert not is_list(own(), {"job ref": ""})


@pytest.mark.deep
def test_of_two_headings_for_one_column_a_person_says_which_is_not_needed():
    heads = ["Crime ref", "Team", "Offence", "Date recorded", "OIC", "Department", "Status", "Notes"]
    file = check_sheets(Crimes=own(heads))
    assert codes(file) == ["column_twice"]
    assert {(w.text, w.how) for w in file.report.asked} == {("Team", "tied"), ("Department", "tied")}
    read = again([f"column:live_crimes:Department={LEFT_OUT}"], own(heads))
    assert not read.report.errors and read.sheets[0].units_named == {"DA1", "CA1"}


def people(*heads, of=40, cells=None):
    """People down: a number for each, and cells under the other headings."""
    row = cells or (lambda n: [date(2026, 1, 1)] * len(heads))
    return [
        ["As at 30/09/2026"],
        ["Collar number", "Team", *heads],
        *([4000 + n, DA, *row(n)] for n in range(of)),
    ]


MATRIX = ["ABE", "DA Matters", "Trauma-informed practice", "DASH", "Status", "Review due", "Payroll ref"]


def trained(n):
    return [date(2024, 1 + n % 12, 1)] * 4 + ["Current", date(2027, 1, 1), f"P{70000 + n}/A"]


def test_a_matrix_of_many_people_and_courses_is_training():
    rows = people(*MATRIX, of=60, cells=trained)
    assert not is_list(rows)
    file = check_sheets(Training=rows)
    assert [(s.dataset, s.records >= 60 * 3) for s in file.report.sheets] == [("training", True)]
    assert is_list(own(["Job ref", "Team", "Allegation", "Opened", "OIC", "ABE", "DA Matters", "Status"]))


OTHERS = {
    "training": people("Course", "Completed on", "Status", "Certificate no",
                       cells=lambda n: ["ABE", MONTH_END, "x", f"C/{n}/1"]),
    "people of a system": people("Status", "Date received", "Payroll ref",
                                 cells=lambda n: ["Full", MONTH_END, f"P{7000 + n}/A"]),
    "people": people("Role", "Worker type", "FTE", "Status", "Post ref",
                     cells=lambda n: ["x", "officer", 1, "x", f"P/{n}/1"]),
    "no references": [["Team", "Offence", "Status", "Amount"], *([DA, "rape", "Open", n] for n in range(9))],
}  # fmt: skip


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
def test_a_list_of_people_or_of_anything_else_is_no_list_of_cases(rows):
    assert not is_list(rows)


def test_beside_a_return_a_sheet_that_only_looks_like_a_list_stops_nothing_and_is_asked_about():
    heads = ["Month end", "Unit", "Work type", "Open", "Unallocated", "New", "Closed"]
    file = check_sheets(Caseload=[heads, [MONTH_END, DA, "rape", 12, 1, 4, 3]], Actions=own())
    assert file.report.ok and [s.dataset.name for s in file.sheets] == ["caseload"]
    assert any('"Actions" may be a list of cases' in said for said in file.report.said)
    assert "Job ref" in {word.text for word in file.report.asked}


def test_a_heading_agreed_on_comes_before_one_that_is_known():
    rows = [TITLE, ["Crime ref", "Team", "Desk", "Offence", "OIC"], ["X/1/26", "PPU", DA, "rape", "12"]]
    from etl.readers.cells import encode
    from etl.shapes.live_crimes import counted

    numbered = [[n, [encode(cell) for cell in row]] for n, row in enumerate(rows, start=1)]
    sheet = {"name": "Crimes", "rows": numbered, "merged": []}
    assert list(counts(in_child(rows)["sheets"][0])) == [("PPU", "rape")]
    assert list(counts(counted({"sheets": [sheet]}, {"desk": "unit"})["sheets"][0])) == [(DA, "rape")]
