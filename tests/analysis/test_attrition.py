"""Leaver rates by three denominators, and stability."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.attrition import AT_START, START_AND_END, leaver_rates, stability
from analysis.intervals import Interval


def year(leavers: int, start: float, end: float) -> tuple[list[float | None], list[float | None]]:
    """All the leavers in the first month, and the headcount then at its end value."""
    return [leavers, *[0] * 11], [start, *[end] * 12]


def test_the_two_rates_in_public_use_for_one_force_and_year_both_come_out() -> None:
    """Thames Valley Police: 308 leavers of 4,534 are 6.8%, and 6.5% of the average that these two imply."""
    found = leaver_rates(*year(308, 4534, 4944), shown=AT_START)
    assert round(100 * (found.rate.value or 0), 1) == 6.8
    assert round(100 * (found.mean_of_start_and_end.value or 0), 1) == 6.5


def test_three_denominators_that_differ_give_three_rates() -> None:
    found = leaver_rates(*year(6, 40, 20))
    assert found.start.value == 6 / 40
    assert found.mean_of_start_and_end.value == 6 / 30
    assert found.mean_of_13_month_ends.value == 6 / (280 / 13)
    assert found.rate == found.mean_of_13_month_ends
    assert found.start.size == 40


def test_the_interval_is_the_exact_one_on_leavers_over_person_years() -> None:
    found = leaver_rates(*year(2, 12, 12)).rate
    assert (found.lower, found.upper) == pytest.approx((0.24221 / 12, 7.22469 / 12), rel=1e-5)
    assert found.guard == "few_events"


def test_a_month_not_sent_is_not_nobody_leaving() -> None:
    leavers, headcounts = year(3, 20, 20)
    leavers[5] = None
    found = leaver_rates(leavers, headcounts)
    assert [each.why_not for each in (found.rate, found.start)] == ["missing", "missing"]


def test_a_headcount_not_sent_leaves_the_rates_that_do_not_need_it() -> None:
    leavers, headcounts = year(3, 20, 20)
    headcounts[5] = None
    found = leaver_rates(leavers, headcounts)
    assert found.mean_of_13_month_ends.why_not == "missing"
    assert found.mean_of_start_and_end.value == found.start.value == 0.15


def test_nobody_in_post_at_the_start_has_no_rate_of_the_start() -> None:
    found = leaver_rates(*year(2, 0, 13), shown=START_AND_END)
    assert found.start.why_not == "no_denominator"
    assert found.rate.value == 2 / 6.5


@pytest.mark.parametrize(
    ("months", "ends", "shown"), [(11, 13, AT_START), (12, 12, AT_START), (12, 13, "best")]
)
def test_a_year_is_twelve_months_between_thirteen_ends(months: int, ends: int, shown: str) -> None:
    with pytest.raises(ValueError, match=r"12 months|not a denominator"):
        leaver_rates([0] * months, [5] * ends, shown=shown)


def test_of_a_hundred_ninety_are_still_there() -> None:
    found = stability(range(100), [*range(90), *range(200, 250)])
    assert (found.value, found.events, found.size) == (0.9, 90, 100)


def test_stability_is_not_one_less_the_leaver_rate() -> None:
    """Ten posts; one of them left twice, by whoever took it: two leavers, and nine still there."""
    assert stability(range(10), [*range(1, 10), 12]).value == 0.9
    assert leaver_rates(*year(2, 10, 10)).rate.value == 0.2


@pytest.mark.parametrize(
    ("start", "end", "why_not"),
    [(None, {1}, "missing"), ({1}, None, "missing"), (set(), {1}, "no_denominator")],
)
def test_stability_without_a_start_or_an_end_says_why(
    start: set[int] | None, end: set[int] | None, why_not: str
) -> None:
    found = stability(start, end)
    assert isinstance(found, Interval) and (found.value, found.why_not) == (None, why_not)


@given(
    st.lists(st.integers(0, 5), min_size=12, max_size=12),
    st.lists(st.integers(1, 60), min_size=13, max_size=13),
)
def test_the_order_of_the_months_between_changes_no_rate(leavers: list[int], headcounts: list[int]) -> None:
    turned = [headcounts[0], *headcounts[-2:0:-1], headcounts[-1]]
    assert leaver_rates(leavers[::-1], turned) == leaver_rates(leavers, headcounts)
