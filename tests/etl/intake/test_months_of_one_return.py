"""The sheets of one return describe the same months: others would be read as none, or never be counted."""

from datetime import date

from tests.etl.intake.test_people_and_posts import KHAN, PEOPLE, POST, POSTS
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, SEPTEMBER, check_sheets, only

AUGUST = date(2026, 8, 31)
TITLE = [["Movements"], ["As at", AUGUST], []]
MOVEMENTS = ["Date", "Person ref", "Event", "From unit", "To unit"]
MOVED = [date(2026, 8, 14), "1234", "leave force", "Domestic abuse investigation", None]
TRAINING = ["Person ref", "Course", "Completed on"]


def test_movements_of_another_month_than_establishment_are_refused():
    file = check_sheets(Establishment=[POSTS, POST], Movements=[*TITLE, MOVEMENTS, MOVED])
    told = only(file, "months_differ")
    assert (told.sheet, told.value) == ("Movements", "31 August 2026")
    assert "Establishment 30 September 2026" in told.says
    assert not file.sheets


def test_people_of_one_month_beside_posts_of_two_are_refused():
    august = [[AUGUST, *row[1:]] for row in (POST,)]
    file = check_sheets(Posts_August=[POSTS, *august], Posts_September=[POSTS, POST], People=[PEOPLE, KHAN])
    assert only(file, "months_differ").sheet == "People"


def test_two_months_in_full_may_come_in_one_file():
    august = [[AUGUST, *row[1:]] for row in (DOMESTIC, CHILD)]
    file = check_sheets(September=[CASELOAD, DOMESTIC, CHILD], August=[CASELOAD, *august])
    assert file.report.ok, file.report.breaches
    assert {sheet.month_end for sheet in file.sheets} == {AUGUST, SEPTEMBER}


def test_movements_that_say_no_month_take_that_of_the_posts():
    file = check_sheets(Establishment=[POSTS, POST], Movements=[MOVEMENTS, MOVED])
    assert file.report.ok, file.report.breaches
    assert [sheet.month_end for sheet in file.sheets] == [SEPTEMBER, SEPTEMBER]


def test_training_of_another_month_is_another_return():
    file = check_sheets(
        Caseload=[CASELOAD, DOMESTIC],
        Training=[["As at", AUGUST], [], TRAINING, ["4417", "DA Matters", date(2025, 3, 12)]],
    )
    assert file.report.ok, file.report.breaches
