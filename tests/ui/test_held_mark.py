"""Beside a figure stands how many rows are held back from the sheets, months and unit it rests on."""

from datetime import date

import pytest

from ui.findings.decided import Held, held_said
from ui.page.view import View
from ui.parts import held_mark

SEPTEMBER = date(2026, 9, 30)
PER, LEFT, IN_POST = "pressure/new", "attrition/left_force_12m", "staffing/vacancy_rate"


def row(number=3, unit="DA1", dataset="caseload", month=SEPTEMBER):
    return Held(dataset, unit, "Sheet", number, "Counted again on Monday", "S Patel", "L00001", month)


@pytest.fixture
def held(monkeypatch):
    found = []
    monkeypatch.setattr(held_mark, "_rows", lambda force: tuple(found))
    monkeypatch.setattr(held_mark.view, "current", lambda: View("NORTHSHIRE", SEPTEMBER, "all"))
    return found


def test_a_row_of_another_unit_sheet_or_month_marks_nothing(held):
    held += [row(unit="CA1"), row(dataset="training"), row(month=date(2026, 8, 31))]
    assert held_mark.of_measure(PER, "DA1") == ""


def test_a_row_counts_once_however_many_units_it_touches(held):
    held += [row(), row(unit="CA1"), row(4)]
    assert held_mark.of_measure(PER, "DA1") == "2 rows held back"
    assert held_mark.of_unit("CA1") == "1 row held back"


def test_a_row_of_the_whole_force_touches_every_unit(held):
    held.append(row(unit=None))
    assert held_mark.of_measure(PER, "DA1") == held_mark.of_unit("CA1") == "1 row held back"


def test_a_figure_over_twelve_months_is_touched_by_a_row_of_a_year_ago_and_a_stock_is_not(held):
    held.append(row(dataset="establishment", month=date(2025, 10, 31)))
    held.append(row(dataset="movements", month=date(2025, 10, 31)))
    assert held_mark.of_measure(LEFT, "DA1") != ""
    assert held_mark.of_measure(IN_POST, "DA1") == ""


def test_the_sentence_names_the_sheet_the_units_the_reason_and_who_said_so():
    [said] = held_said([row(), row(4), row(4, "CA1")], lambda code: {"DA1": "Domestic abuse"}.get(code, code))
    assert said == (
        "Caseload: 2 rows held back, of CA1 and Domestic abuse, with the reason “Counted again on Monday” "
        "by S Patel; not in the figures."
    )
