"""What is said of rows that stay out of a figure, and of whose figure it is."""

from datetime import date

import pytest

from ui.findings.trace import Held, basis, left_out

WHERE = ("caseload", date(2026, 9, 30), "DA1", "L00078", "Counted again on Monday")


@pytest.mark.parametrize(
    ("numbers", "all_seen", "said"),
    [
        ((5,), True, "1 row held back (row 5 of load L00078): Counted again on Monday"),
        ((5, 6, 9), True, "3 rows held back (rows 5 to 6, 9 of load L00078): Counted again on Monday"),
        (None, False, "1 row held back (load L00078): Counted again on Monday"),
    ],
)
def test_held_rows_are_named_as_rows_of_their_load(numbers, all_seen, said):
    (told,) = left_out([], [Held(*WHERE, numbers, len(numbers or (1,)))], all_seen)
    assert told == f"Caseload, September 2026, DA1: {said}"


@pytest.mark.parametrize(
    ("whose", "family", "units_are_told", "said"),
    [
        ("8 units", "investigations", True, "investigations"),
        ("8 units", None, True, None),
        ("Domestic abuse", "investigations", False, "Domestic abuse · investigations"),
        ("rest of force", None, False, "rest of force"),
    ],
)
def test_the_units_are_not_told_twice_above_a_figure(whose, family, units_are_told, said):
    assert basis(whose, family, units_are_told=units_are_told) == said
