"""What is said of people in two units."""

from analysis.disclosure import Hidden, Suppressed
from metrics.in_two_units import InTwoUnits
from ui.findings.in_two_units import in_each, once


def test_beside_a_count_over_units_it_says_how_many_are_counted_twice():
    assert in_each(1) == "1 person in two units in each"
    assert in_each(3.0) == "3 people in two units in each"
    assert in_each(Hidden()) == "fewer than 5 people in two units in each"
    assert in_each(0) == in_each(None) == ""


def test_each_is_counted_once_beside_what_the_units_add_up_to():
    assert once(206.0, InTwoUnits(3, 3)) == (
        "203 people at the month end, each counted once: 3 people are in two units or more, so that "
        "the units add up to 206."
    )
    assert once(7.0, InTwoUnits(1, 2)).startswith("5 people at the month end, each counted once: 1 person is")
    assert once(20.0, InTwoUnits(0, 0)) == "20 people at the month end, each in one unit."
    assert once(None, InTwoUnits(0, 0)) == once(Suppressed(), InTwoUnits(1, 1)) == once(20.0, None) == ""
