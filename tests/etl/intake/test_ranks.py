"""Ranks as sheets write them, and what is read from them."""

import pytest

from etl.publishing.codes import own_word
from etl.values.person_ref import read_ref
from etl.values.rank import Rank, read_rank
from tests.etl.intake.workbooks import DOMESTIC, SEPTEMBER, check_sheets, only

RANKS = [
    # what the cell holds            rank       held
    ("DC", "DC", ""),
    ("dc", "DC", ""),
    ("Detective Constable", "DC", ""),
    ("D/Con", "DC", ""),
    ("TDC", "DC", "trainee"),
    ("T/DC", "DC", "trainee"),
    ("T-DC", "DC", "trainee"),
    ("T DC", "DC", "trainee"),
    ("DC (T)", "DC", "trainee"),
    ("DC(T)", "DC", "trainee"),
    ("Trainee DC", "DC", "trainee"),
    ("Trainee Detective Constable", "DC", "trainee"),
    ("Student PC", "PC", "trainee"),
    ("A/DC", "DC", "acting"),
    ("DS", "DS", ""),
    ("D/Sgt", "DS", ""),
    ("Det Sgt", "DS", ""),
    ("DSgt", "DS", ""),
    ("T/DS", "DS", "temporary"),
    ("t/ds", "DS", "temporary"),
    ("Temp DS", "DS", "temporary"),
    ("DS (T)", "DS", "temporary"),
    ("T/D/Sgt", "DS", "temporary"),
    ("TDS", "DS", "temporary"),
    ("Temporary Detective Sergeant", "DS", "temporary"),
    ("A/DS", "DS", "acting"),
    ("Acting DS", "DS", "acting"),
    ("DS (Acting)", "DS", "acting"),
    ("(A) DS", "DS", "acting"),
    ("A/PS", "PS", "acting"),
    ("T/PS", "PS", "temporary"),
    ("A/Sgt", "PS", "acting"),
    ("A/Insp", "Insp", "acting"),
    ("A/Insp.", "Insp", "acting"),
    ("T/DI", "DI", "temporary"),
    ("A/D/Insp", "DI", "acting"),
    ("Det Insp", "DI", ""),
    ("DI", "DI", ""),
    ("T/DCI", "DCI", "temporary"),
    ("D/Ch Insp", "DCI", ""),
    ("Detective Chief Inspector", "DCI", ""),
    ("Ch Insp", "CI", ""),
    ("T/Supt", "Supt", "temporary"),
    ("D/Supt", "D/Supt", ""),
    ("Ch Supt", "Ch Supt", ""),
    ("PC", "PC", ""),
    ("Police Constable", "PC", ""),
    ("A/CI", "CI", "acting"),
]
NOT_RANKS = [
    "",
    "A",
    "T",
    "S",
    "Scale 5",
    "PSI",
    "Staff",
    "PO2",
    "Di Smith",
    "Grade D",
    "T",
    "MR",
    "DC Smith",
    "Tutor",
    "Admin",
    "DC/DS",
    "A and C",
    "Temp",
]
ROLES = [
    ("T/DS", "supervisor"),
    ("A/Insp", "manager"),
    ("TDC", "investigator"),
    ("DC (T)", "investigator"),
    ("A/DCI", "manager"),
    ("T/D/Sgt", "supervisor"),
    ("PS", "supervisor"),
    ("T/Supt", None),
]
PEOPLE = ["Person ref", "Unit", "Role", "Worker type", "FTE", "Carries work", "Month end"]


@pytest.mark.parametrize(("text", "rank", "held"), RANKS)
def test_each_way_of_writing_a_rank(text, rank, held):
    assert read_rank(text) == Rank(rank, held)


@pytest.mark.parametrize("text", NOT_RANKS)
def test_what_is_no_rank_alone_is_not_read_as_one(text):
    assert read_rank(text) is None


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_rank_in_the_role_column_is_what_the_post_does(text, role):
    assert own_word("roles", text) == role


@pytest.mark.parametrize(
    ("text", "word"), [("T/DS", "temporary"), ("A/D/Insp", "acting"), ("DS", None), ("T/DC", None)]
)
def test_a_rank_held_for_now_answers_acting_or_temporary(text, word):
    assert own_word("acting", text) == word


@pytest.mark.parametrize(
    ("text", "word"), [("TDC", "trainee"), ("DC (T)", "trainee"), ("DC", None), ("T/DS", None)]
)
def test_a_trainees_rank_is_a_stage(text, word):
    assert own_word("stages", text) == word


@pytest.mark.parametrize(
    "cell",
    [
        "T/DS 1234 SMITH",
        "A/Insp 1234 Smith",
        "TDC 1234 Smith",
        "DC (T) 1234 Smith",
        "D/Sgt 1234 Smith",
        "T/D/Insp 1234 J Smith",
        "Temp DS 1234 Smith",
        "Ch Insp 1234 Smith",
        "1234 DC Smith",
        "Acting DS 1234 Smith",
    ],
)
def test_the_number_is_kept_and_the_name_dropped_beside_any_rank(cell):
    assert (read_ref(cell).number, read_ref(cell).name_dropped) == ("1234", True)


@pytest.mark.parametrize(
    "cell", ["T/DS 1234", "DC (T) 1234", "A/Insp 1234", "Temp DS 1234", "Acting Det Insp 1234", "TDC/1234"]
)
def test_a_rank_alone_beside_a_number_is_no_name(cell):
    assert (read_ref(cell).number, read_ref(cell).name_dropped) == ("1234", False)


def people(*rows, more=("Rank",)):
    held = [
        [f"44{n}", DOMESTIC[1], "DC", "officer", 1, "full", SEPTEMBER, *row] for n, row in enumerate(rows, 10)
    ]
    return check_sheets(People=[[*PEOPLE, *more], *held])


def test_a_rank_held_for_now_is_acting_or_temporary_where_no_column_says():
    file = people(["T/DS"], ["A/DS"], ["DC"], ["TDC"], ["PO2"])
    assert file.report.ok, file.report.breaches
    rows = file.sheets[0].records()
    assert [r["acting_or_temporary"] for r in rows] == ["temporary", "acting", "no", "no", None]
    assert [r["rank_or_grade"] for r in rows] == ["T/DS", "A/DS", "DC", "TDC", "PO2"]
    assert any("such as “T/DS”" in s for s in file.report.said)


def test_a_column_that_says_is_not_overruled_and_a_difference_is_told():
    file = people(
        ["T/DS", "temporary"], ["DS", "acting"], ["T/DS", None], ["T/DS", "no"], more=("Rank", "Acting")
    )
    assert [b.cells for b in file.report.breaches] == [("I5",)]
    assert only(file, "rank_differs").severity == "warning"
    assert [r["acting_or_temporary"] for r in file.sheets[0].records()] == [
        "temporary",
        "acting",
        "temporary",
        "no",
    ]
