"""Small counts by whole quarter, judged by the exact test of a quarter against the others."""

import math
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.quarters import chart_for_counts, net_change_can_be_judged, quarterly, usual_counts

QUIET = [1, 0, 0, 0, 1, 1, 0, 0, 0, 2, 0, 0] * 2


def within(x: int, total: int, quarters: int) -> bool:
    """By the definition, in exact fractions."""
    share = Fraction(1, quarters)
    chance = [math.comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(total + 1)]
    return min(sum(chance[: x + 1]), sum(chance[x:])) > Fraction(1, 1000)


@pytest.mark.parametrize("total", [0, 1, 2, 5, 12, 40, 75])
@pytest.mark.parametrize("quarters", [5, 8, 12, 40])
def test_the_usual_counts_are_those_of_the_definition(total: int, quarters: int) -> None:
    allowed = [x for x in range(total + 1) if within(x, total, quarters)]
    assert usual_counts(total, quarters) == (allowed[0], allowed[-1])


def test_usual_counts_hold_for_large_totals() -> None:
    """Near the normal curve: 1,000 of 100,000 in 100 quarters, less and more 3.09 standard deviations."""
    lower, upper = usual_counts(100_000, 100)
    assert lower == pytest.approx(1000 - 3.09 * math.sqrt(990), abs=3)
    assert upper == pytest.approx(1000 + 3.09 * math.sqrt(990), abs=3)


def test_months_are_pooled_in_threes() -> None:
    chart = quarterly(QUIET)
    assert [q.count for q in chart.quarters] == [1, 2, 0, 2] * 2
    assert (chart.centre, chart.lower, chart.upper) == (1.25, 0, 5)
    assert (chart.variation, chart.why_not, chart.months_left_over) == ("common", "", 0)


def test_a_burst_of_leavers_is_a_signal() -> None:
    chart = quarterly([*QUIET, 3, 4, 3], improvement="lower")
    assert (chart.quarters[-1].direction, chart.variation) == ("high", "concern")
    assert {q.variation for q in chart.quarters[:-1]} == {"common"}


def test_a_fall_is_a_signal_where_counts_allow_one() -> None:
    assert quarterly([5] * 24 + [0, 0, 0], improvement="lower").variation == "improvement"


def test_part_quarters_are_left_out_and_counted() -> None:
    chart = quarterly([9, *QUIET, 9, 9], first=1)
    assert [q.start for q in chart.quarters[:2]] == [1, 4]
    assert 9 not in {q.count for q in chart.quarters} and chart.months_left_over == 2


def test_two_months_are_not_a_quarter() -> None:
    chart = quarterly([*QUIET[:22], None, 0])
    assert chart.quarters[-1].count is None
    assert (chart.variation, chart.why_not) == ("not known", "last quarter missing")
    earlier = quarterly([None, *QUIET[1:]])
    assert earlier.quarters[0].variation == "not known" and earlier.why_not == ""
    assert earlier.centre == pytest.approx(9 / 7)


@pytest.mark.parametrize("values", [[], [1], [1] * 14, [math.nan] * 30])
def test_a_year_before_the_last_quarter_is_needed(values: list[float]) -> None:
    chart = quarterly(values)
    assert (chart.variation, chart.why_not, chart.centre) == ("not known", "too few quarters", None)


def test_fifteen_months_are_enough_and_no_events_are_no_signal_and_give_no_range() -> None:
    """A range from 0 to 0 would say that one event is unusual, which with one event it no longer is."""
    chart = quarterly([0] * 15)
    assert (chart.variation, chart.why_not, chart.lower, chart.upper) == ("common", "no events", None, None)
    assert {quarter.variation for quarter in chart.quarters} == {"common"} and chart.centre == 0
    one = quarterly([0] * 14 + [1])
    assert (one.variation, one.why_not, one.upper) == ("common", "", 1)


@pytest.mark.parametrize("odd", [-1, 0.5])
def test_what_is_not_a_count_is_not_judged(odd: float) -> None:
    assert quarterly([*QUIET, odd, 0, 0]).why_not == "not counts"


def test_what_a_programmer_may_not_ask() -> None:
    with pytest.raises(ValueError, match="before the series"):
        quarterly(QUIET, first=-1)
    with pytest.raises(ValueError, match="improvement"):
        quarterly(QUIET, improvement="less")  # type: ignore[arg-type]


def test_which_chart_a_count_gets() -> None:
    assert chart_for_counts([6, 6, None, math.nan]) == "xmr"
    assert chart_for_counts([6, 5.9]) == "quarterly"
    assert chart_for_counts([]) == chart_for_counts([None]) == "quarterly"


def test_a_net_change_of_few_cases_is_not_judged() -> None:
    assert net_change_can_be_judged([3, 4], [3, None])
    assert not net_change_can_be_judged([3, 2], [3, 3])
    assert not net_change_can_be_judged([], [])


@given(st.lists(st.integers(0, 6), min_size=15, max_size=36))
def test_the_order_of_the_earlier_quarters_changes_nothing(values: list[int]) -> None:
    whole = values[: len(values) // 3 * 3]
    one, two = quarterly(whole), quarterly([*reversed(whole[:-3]), *whole[-3:]])
    assert (one.lower, one.upper, one.variation) == (two.lower, two.upper, two.variation)


@given(st.integers(0, 200), st.integers(5, 40))
def test_more_events_never_narrow_the_ends(total: int, quarters: int) -> None:
    for (low, high), (next_low, next_high) in pairwise(usual_counts(t, quarters) for t in (total, total + 1)):
        assert low <= next_low and high <= next_high
    low, high = usual_counts(total, quarters)
    assert low <= total / quarters <= high


def test_a_month_without_a_finite_value_is_missing() -> None:
    assert quarterly([*QUIET, 0, math.inf, 0]) == quarterly([*QUIET, 0, None, 0])
