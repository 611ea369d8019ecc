"""The sample workbooks look like a unit's own, and the reader takes every one as it is."""

import datetime as dt
import itertools

import openpyxl
import pytest

import contracts
import settings
from etl.checking.check_file import check
from etl.samples import headings, write
from etl.samples.courses import COURSES
from etl.samples.plan import CARRIERS
from etl.samples.unit_names import OLD_NAMES, SHORT_NAMES, TITLES
from settings.resolve import resolve

OCTOBER = dt.date(2026, 10, 31)
FORCE = "NORTHSHIRE"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write(tmp_path_factory.mktemp("samples"), months=8, end="2026-10")


def _report(path):
    return check(None, settings.sample(), [(path.name, path.read_bytes())], today=dt.date(2026, 11, 23))[0]


def _open_work(path):
    sheet = openpyxl.load_workbook(path)["Caseload"]
    return {
        (row[1], row[2]): row[3:]
        for row in sheet.iter_rows(values_only=True)
        if row[1] and row[0] != "Month ending"
    }


def test_a_month_is_three_workbooks_in_a_folder_of_its_own(written):
    names = [path.name for path in written if path.parent.name == "2026-10"]
    assert names == [
        "PPU attrition Oct 2026.xlsx",
        "PPU caseload Oct 2026.xlsx",
        "PPU training Oct 2026.xlsx",
    ]


def test_every_sheet_says_in_its_first_line_that_it_is_synthetic(written):
    for path in written:
        for sheet in openpyxl.load_workbook(path):
            assert "SYNTHETIC" in sheet["A1"].value


def test_the_reader_takes_a_whole_month_and_breaks_no_rule(written):
    for path in written[-3:]:
        report = _report(path)
        assert report.ok and not report.breaches, (path.name, report.breaches)
        assert all(sheet.rows_loaded for sheet in report.sheets)
        assert not any(sheet.unmatched for sheet in report.sheets)


def test_a_return_came_late_for_one_unit_and_its_own_month_was_without_it(written):
    late = next(path for path in written if "LATE" in path.name)
    assert late.parent.name == "2026-05" and _report(late).ok
    assert {unit for unit, _ in _open_work(late)} == {"Missing & Exploitation Team"}
    april = late.parents[1] / "2026-04" / "PPU caseload Apr 2026.xlsx"
    assert "Missing & Exploitation Team" not in {unit for unit, _ in _open_work(april)}


def test_a_return_was_corrected_for_one_unit_with_other_figures(written):
    corrected = next(path for path in written if "CORRECTED" in path.name)
    first = _open_work(corrected.parents[1] / "2026-06" / "PPU caseload Jun 2026.xlsx")
    again = _open_work(corrected)
    assert corrected.parent.name == "2026-07" and _report(corrected).ok
    assert {unit for unit, _ in again} == {"Vulnerable Adults Team"}
    adults = ("Vulnerable Adults Team", "Vulnerable adults")
    assert again[adults][0] > first[adults][0]
    assert again[adults][0] - again[adults][1] == first[adults][0] - first[adults][1]


def test_a_corrected_return_comes_after_the_one_it_corrects(written):
    names = [path.name for path in written]
    for word, month in (("CORRECTED", "Jun 2026"), ("LATE", "Apr 2026")):
        second = next(place for place, name in enumerate(names) if word in name)
        assert names.index(f"PPU caseload {month}.xlsx") < second


def test_officer_cells_hold_rank_number_and_name(written):
    sheet = openpyxl.load_workbook(written[-2])["By investigator"]
    rank, number, name = sheet["B5"].value.split(" ", 2)
    assert rank in ("DC", "PSI") and len(number) == 4 and number.isdigit() and name.isupper()


def test_every_heading_is_one_that_its_contract_knows():
    for name, columns in headings.HEADINGS.items():
        for column, heading in columns.items():
            known = contracts.dataset(name).column(column)
            assert heading in (known.title, *known.aliases), (name, heading)


def test_every_word_unit_and_course_is_one_that_the_settings_know():
    force = settings.sample()
    for code, name in itertools.chain(TITLES.items(), SHORT_NAMES.items()):
        assert resolve(force, FORCE, "units", name, OCTOBER).code == code
    for code, name in OLD_NAMES.items():
        assert resolve(force, FORCE, "units", name, dt.date(2025, 10, 31)).how == "alias", code
    for course in COURSES:
        found = resolve(force, FORCE, "courses", course.title, OCTOBER)
        held = next(each for each in force.force(FORCE).courses if each.code == found.code)
        assert found.how in ("title", "alias") and held.valid_months == course.months


def test_the_roles_that_carry_work_are_those_of_the_settings():
    carriers = {each.work_family: each.role for each in settings.sample().force(FORCE).carriers}
    assert carriers == CARRIERS
