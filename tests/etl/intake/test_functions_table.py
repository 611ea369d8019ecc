"""The Home Office functions table: FTE by what officers do, added up over ethnicity and sex."""

from datetime import date

from contracts.forces import FORCES
from tests.etl.intake.open_tables import as_csv, functions
from tests.etl.intake.workbooks import check_bytes, workbook

NOW, BEFORE = date(2025, 3, 31), date(2024, 3, 31)
ROWS = (
    (2025, "Police Officer", "White", "Female", "Public Protection", "Public protection", 40.5),
    (2025, "Police Officer", "White", "Male", "Public Protection", "Public protection", 30.0),
    (2025, "Police Officer", "Black", "Male", "Public Protection", "Public protection", 2.25),
    (2025, "Police Officer", "White", "Male", "Response", "Local policing", 200.0),
    (2024, "Police Officer", "White", "Male", "Response", "Local Policing", 190.0),
    (2025, "Police Staff", "White", "Female", "Response", "Local policing", 12.0),
)


def loaded(file):
    return {
        (r["as_at"], r["worker_type"], r["wider_function"], r["function"]): r["value"]
        for r in file.sheets[0].records()
    }


def test_rows_by_ethnicity_and_sex_are_added_up_to_functions():
    file = check_bytes(workbook(Cover=[["Open data"]], Data=functions(*ROWS)))
    assert file.report.ok and not file.report.breaches, file.report.breaches
    assert loaded(file) == {
        (NOW, "officers", "Public protection", "Public Protection"): 72.75,
        (NOW, "officers", "Local policing", "Response"): 200,
        (BEFORE, "officers", "Local policing", "Response"): 190,
        (NOW, "staff", "Local policing", "Response"): 12,
    }


def test_a_label_that_drifts_in_case_is_one_function_as_written_most_often_and_told():
    file = check_bytes(workbook(Data=functions(*ROWS)))
    assert [s for s in file.report.said if "most often: Local Policing and Local policing." in s]
    assert {wider for _, _, wider, _ in loaded(file)} == {"Public protection", "Local policing"}


def test_ethnicity_and_sex_are_not_kept():
    file = check_bytes(workbook(Data=functions(*ROWS)))
    (report,) = file.report.sheets
    assert {"Ethnicity (5+1)", "Ethnicity (3+1)", "Sex"} <= set(report.unmatched)
    assert not {"White", "Black", "Female"} & {str(v) for r in file.sheets[0].records() for v in r.values()}


def test_all_43_forces_are_read_from_one_csv():
    places = [(force.code, force.name.replace(" and ", " & "), "Region") for force in FORCES]
    rows = [functions(*ROWS, place=place) for place in places]
    file = check_bytes(as_csv([rows[0][0], *(row for each in rows for row in each[1:])]), "functions.csv")
    assert file.report.ok, file.report.breaches
    assert {r["force"] for r in file.sheets[0].records()} == {force.name for force in FORCES}
    (report,) = file.report.sheets
    assert (report.rows_read, report.rows_loaded, report.records) == (43 * 6, 43 * 6, 43 * 4)
    assert not [s for s in file.report.said if "has no rows for" in s]


def test_a_missing_part_leaves_the_sum_missing():
    file = check_bytes(workbook(Data=functions(ROWS[0], (*ROWS[1][:6], "[c]"))))
    (row,) = file.sheets[0].records()
    assert (row["value"], row["missing_kinds"]) == (None, {"value": "[c]"})
