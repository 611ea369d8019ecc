"""Coverage to come and the seats a target takes: drawn cases, and a second reckoning month by month."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coverage_ahead import coverage, seats_a_month, still_there
from tests.depth import examples

RATES = st.floats(0, 2)


def test_a_yearly_rate_leaves_its_exponential_and_nobody_leaves_at_none() -> None:
    assert still_there(0.25, 12) == pytest.approx(0.7788, abs=1e-4)
    assert still_there(0.25, 6) ** 2 == pytest.approx(still_there(0.25, 12))
    assert still_there(0.0, 12) == 1


def test_coverage_falls_by_what_runs_out_and_by_who_leaves() -> None:
    assert coverage([18, 9], 20, 0.0) == (0.9, 0.45)
    assert coverage([18, 18], 20, 1.2) == (0.9, pytest.approx(0.9 * math.exp(-0.1)))
    assert coverage([0, 0], 0, 0.3) == (None, None)


def test_seats_fill_the_gap_in_whole_people() -> None:
    # 90% of 34 is 30.6: 31 people. 7 are in date in a year, so 24 seats, two a month.
    assert seats_a_month(7, 34, 0.9, 0.0) == pytest.approx(2)
    assert seats_a_month(9, 10, 0.9, 0.0) == 0
    assert seats_a_month(10, 10, 0.9, 0.0) == 0


def test_seats_that_run_out_before_the_end_are_worth_nothing() -> None:
    # A seat of month 9 runs out at the end of month 12: those of months 9 to 12 still hold.
    assert seats_a_month(0, 8, 1.0, 0.0, valid_months=3) == pytest.approx(2)
    assert seats_a_month(0, 8, 1.0, 0.0, valid_months=12) == pytest.approx(8 / 12)


@pytest.mark.parametrize("target", [-0.1, 1.1])
def test_a_target_outside_a_share_is_refused(target: float) -> None:
    with pytest.raises(ValueError, match="share"):
        seats_a_month(1, 2, target, 0.1)


def test_a_leaver_rate_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        still_there(-0.1, 1)


@examples(100)
@given(st.integers(1, 60), st.floats(0, 1), st.floats(0, 1), RATES, st.one_of(st.none(), st.integers(1, 48)))
def test_month_by_month_those_seats_reach_the_target(
    needed: int, target: float, share: float, rate: float, valid: int | None
) -> None:
    then = int(share * needed)
    seats = seats_a_month(then, needed, target, rate, valid)
    month_stays = math.exp(-rate) ** (1 / 12)
    old, cohorts = float(then), []
    for month in range(1, 13):
        old *= month_stays
        cohorts = [(taken, people * month_stays) for taken, people in cohorts]
        cohorts.append((month, seats))
    trained = sum(people for taken, people in cohorts if valid is None or 12 - taken <= valid)
    whole = math.ceil(target * needed - 1e-9)
    assert old + trained == pytest.approx(max(whole, old), rel=1e-6)


@examples(60)
@given(st.integers(1, 60), st.floats(0, 1), RATES, RATES)
def test_more_leaving_never_takes_fewer_seats(needed: int, target: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    then = needed // 2
    assert seats_a_month(then, needed, target, low) <= seats_a_month(then, needed, target, high) + 1e-9
