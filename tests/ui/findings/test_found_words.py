"""Findings are listed one by one, as many as are told, with what to do."""

from datetime import date

from contracts import SAYS, TO_DO
from ui.figures.status import Finding
from ui.findings import found

TITLES = {"DA1": "Domestic abuse", "CA1": "Child abuse"}
THREE = (
    Finding("work_held_by_someone_not_carrying", "DA1", 8, "does not carry work"),
    Finding("work_held_by_someone_not_carrying", "CA1", 21, "gone or not in People"),
    Finding("work_held_by_someone_not_carrying", "CA1", 10, "does not carry work"),
)


def test_there_is_a_row_for_each_finding_with_its_number_and_what_to_do():
    table = found.listed(THREE, SAYS, TO_DO, TITLES.__getitem__)
    assert table[["Unit", "Number", "Of what"]].values.tolist() == [
        ["Child abuse", "10", "does not carry work"],
        ["Child abuse", "21", "gone or not in People"],
        ["Domestic abuse", "8", "does not carry work"],
    ]
    assert set(table["What to do"]) == {TO_DO["work_held_by_someone_not_carrying"]}
    assert found.summary(THREE) == "What the checks found: 3 findings in 2 units"


def test_what_is_handed_over_names_force_and_month():
    table = found.to_hand_over(
        found.listed(THREE, SAYS, TO_DO, TITLES.__getitem__), "Northshire", date(2026, 9, 30)
    )
    assert table.iloc[0, :2].tolist() == ["Northshire", "2026-09-30"] and len(table) == 3


def test_a_finding_of_the_whole_force_says_so():
    table = found.listed((Finding("strength_revised", None, 1, ""),), SAYS, TO_DO, str)
    assert table.iloc[0].tolist()[1:4] == ["whole force", "1", "–"]
