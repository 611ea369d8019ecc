"""The Home Office open data table of strength: one row for each sex and rank, March dates, no totals."""

import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from tests.etl.intake import ods_files
from tests.etl.intake.open_tables import STRENGTH, of_full_size, strength
from tests.etl.intake.workbooks import check_bytes, only, workbook

MARCH = date(2022, 3, 31)
REAL = Path(os.environ.get("PPU_REAL_FILES", "real"))
ROWS = (
    (2022, "Female", "Constable", "Police Officer", 400, 380.5),
    (2022, "Male", "Constable", "police officer", 600, 595.25),
    (2022, "Male", "Sergeant", "Police Officer", 100, 99),
    (2022, "Female", "Police Staff", "Police Staff", 10, 8),
    (2022, "Female", "Police support volunteer", "Police support volunteer", 7, 0),
    (2022, "Male", "Police Support Volunteer", "Police Support Volunteer", 3, 0),
)


def loaded(file):
    return {
        (r["force"], r["as_at"], r["worker_type"], r["basis"]): r["value"] for r in file.sheets[0].records()
    }


def said_of(file, part):
    return [sentence for sentence in file.report.said if part in sentence]


def test_rows_by_sex_and_rank_are_added_up_with_fte_and_headcount_apart():
    file = check_bytes(workbook(Data=strength(*ROWS)))
    assert file.report.ok and not file.report.breaches, file.report.breaches
    assert loaded(file) == {
        ("Bedfordshire", MARCH, "officers", "FTE"): 1074.75,
        ("Bedfordshire", MARCH, "officers", "headcount"): 1100,
        ("Bedfordshire", MARCH, "staff", "FTE"): 8,
        ("Bedfordshire", MARCH, "staff", "headcount"): 10,
        ("Bedfordshire", MARCH, "volunteers", "headcount"): 10,
    }


def test_the_report_says_that_the_sums_are_ours_and_that_volunteers_have_no_fte():
    file = check_bytes(workbook(Data=strength(*ROWS)))
    assert said_of(
        file, "6 rows were added up to 5 figures (forces: 1, days: 1). It has no totals of its own"
    )
    assert said_of(file, "counted by headcount alone")
    assert said_of(file, "has no rows for Metropolitan Police, Cumbria")


def test_every_row_is_in_a_sum_or_left_out_by_name():
    others = strength(
        (2022, "Male", "Constable", "Police Officer", 9, 9), place=("", "British Transport Police", "")
    )
    total = strength((2022, "Total", "Constable", "Police Officer", 9, 9))
    file = check_bytes(workbook(Data=[*strength(*ROWS), *others[1:], *total[1:]]))
    (report,) = file.report.sheets
    assert (report.rows_read, report.rows_loaded, report.rows_ignored, report.records) == (8, 6, 2, 5)
    assert report.ignored == ((8, "not one of the 43 forces"), (9, "total"))
    assert loaded(file)["Bedfordshire", MARCH, "officers", "headcount"] == 1100


@pytest.mark.parametrize("written", [2022, "2022", "2022-03-01", date(2022, 3, 31), "31/03/2022"])
def test_a_year_and_any_day_of_march_are_its_31_march(written):
    file = check_bytes(workbook(Data=strength((written, *ROWS[0][1:]))))
    assert {r["as_at"] for r in file.sheets[0].records()} == {MARCH}
    assert bool(said_of(file, "last day of their month")) == (written == "2022-03-01")


def test_a_sum_with_a_part_that_is_missing_is_missing_and_not_the_rest():
    file = check_bytes(workbook(Data=strength(ROWS[0], (*ROWS[1][:5], "[x]"), ROWS[2])))
    fte = next(r for r in file.sheets[0].records() if r["basis"] == "FTE")
    assert (fte["value"], fte["missing_kinds"]) == (None, {"value": ".."})
    assert loaded(file)["Bedfordshire", MARCH, "officers", "headcount"] == 1100


def test_a_part_that_is_no_number_at_all_is_told_with_its_cell():
    told = only(check_bytes(workbook(Data=strength(ROWS[0], (*ROWS[1][:5], "many")))), "cell_not_number")
    assert told.cells == ("I3",)


def test_a_row_that_stands_there_twice_is_asked_about():
    told = only(check_bytes(workbook(Data=strength(*ROWS, ROWS[1]))), "open_table_repeated")
    assert (told.severity, told.cells, told.rows) == ("warning", ("C8",), (8,))


def test_a_force_under_a_newer_name_is_known_by_its_code():
    rows = strength(*ROWS[:2], place=("E23000030", "Hampshire & the Solent", "South East"))
    assert {r["force"] for r in check_bytes(workbook(Data=rows)).sheets[0].records()} == {"Hampshire"}


def test_a_table_without_one_of_its_columns_is_not_taken_for_it():
    heads = [heading if heading != "Rank" else "Grade of sorts" for heading in STRENGTH]
    file = check_bytes(workbook(Data=strength(*ROWS, heads=heads)))
    assert not file.report.ok


def test_an_ods_of_the_published_size_is_read():
    rows = (ods_files.row(map(ods_files.plain, row)) for row in of_full_size())
    file = check_bytes(ods_files.ods(ods_files.table("Data", rows)), "open-data-table.ods")
    assert file.report.ok, file.report.breaches
    (report,) = file.report.sheets
    assert report.rows_read == report.rows_loaded == 33_529
    assert sum(r["value"] for r in file.sheets[0].records() if r["basis"] == "headcount") == 335_290


def test_the_real_table_has_every_force_and_adds_up_as_a_plain_count_does():
    path = REAL / "police-uplift-2022-data.csv.gz"
    if not path.exists():
        pytest.skip(f"{path.name} is not at hand; set PPU_REAL_FILES to the folder that holds it")
    file = check_bytes(path.read_bytes(), path.name)
    assert file.report.ok and not file.report.breaches, file.report.breaches
    (report,) = file.report.sheets
    assert (report.rows_read, report.rows_loaded, report.records) == (25_198, 25_198, 6_407)
    by_day: dict = defaultdict(float)
    for (_, day, worker, basis), value in loaded(file).items():
        by_day[day, worker, basis] += value
    assert round(by_day[date(2007, 3, 31), "officers", "FTE"], 1) == 141_893.0
    assert round(by_day[MARCH, "officers", "FTE"], 1) == 140_228.3
    assert by_day[MARCH, "volunteers", "headcount"] == 7_981
    assert (MARCH, "volunteers", "FTE") not in by_day
    assert len({force for force, *_ in loaded(file)}) == 43
