"""A count is asked about where it lies far from the unit's own months, and small counts are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.usual_count import is_unusual, times_the_usual, usual_count

STEADY = [40, 43, 38, 41, 39, 44, 42, 37, 40, 43, 41, 39]


def test_under_twelve_months_no_range_is_known():
    assert usual_count(STEADY[:11], stock=False) is None
    assert usual_count([*STEADY[:11], None], stock=False) is None


def test_a_flow_far_outside_its_months_is_unusual_and_one_inside_is_not():
    usual = usual_count(STEADY, stock=False)
    assert not is_unusual(45, usual) and not is_unusual(36, usual)
    assert is_unusual(80, usual) and is_unusual(4, usual)


def test_a_stock_is_judged_by_how_it_moves_from_where_it_was():
    rising = [100 + 10 * month for month in range(12)]
    usual = usual_count(rising, stock=True)
    assert not is_unusual(220, usual)  # above every month so far, and just where it was going
    assert is_unusual(100, usual)  # as low as a year ago


@pytest.mark.parametrize("value", [0, 3, 7])
def test_small_counts_are_not_asked_about(value):
    usual = usual_count([0, 1, 0, 2, 0, 1, 1, 0, 2, 1, 0, 1], stock=False)
    assert not is_unusual(value, usual) and times_the_usual(value, [0, 1, 0, 2]) is None


@pytest.mark.parametrize(("value", "told"), [(410, True), (4, True), (0, True), (120, False), (12, False)])
def test_ten_times_or_a_tenth_of_the_usual_is_told_from_three_months_on(value, told):
    assert (times_the_usual(value, [40, 41, 42]) is not None) is told
    assert times_the_usual(value, [40, 41]) is None


@given(st.lists(st.integers(0, 500), min_size=12, max_size=24), st.booleans())
def test_the_last_value_again_is_unusual_for_no_stock_and_the_middle_for_no_flow(values, stock):
    usual = usual_count(values, stock=stock)
    assert usual.lower <= usual.upper
    assert not is_unusual(values[-1] if stock else usual.middle, usual)
