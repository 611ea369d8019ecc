"""Stock and flow: what does not add up, the closure ratio, work in hand and the time that a case is open."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.stock_flow import MonthFlows, closure_ratio, residual, time_open, work_in_hand

CASES = st.integers(0, 500)
# Twenty a month with nothing out of the usual, in an order that no rule of a chart flags.
STEADY = [20, 23, 18, 21, 19, 22, 17, 20, 24, 18, 21, 19]


@given(CASES, CASES, CASES, CASES, CASES, CASES, st.integers(-20, 20))
def test_what_the_flows_do_not_explain_is_the_residual(
    start: int, new: int, back: int, come: int, closed: int, gone: int, from_nowhere: int
) -> None:
    flows = MonthFlows(new, closed, back, come, gone)
    now = start + new + back + come - closed - gone + from_nowhere
    found = residual(start, now, flows)
    assert (found.residual, found.expected, found.not_sent) == (from_nowhere, now - from_nowhere, ())


def test_a_flow_that_was_not_sent_is_named_beside_the_residual() -> None:
    found = residual(100, 95, MonthFlows(20, 22, transferred_out=3))
    assert (found.expected, found.residual) == (95, 0)
    assert found.not_sent == ("reopened", "transferred_in")


@pytest.mark.parametrize(
    ("before", "now", "new", "closed"),
    [(None, 5, 1, 1), (5, math.nan, 1, 1), (5, 5, None, 1), (5, 5, 1, None)],
)
def test_no_residual_without_both_ends_and_both_flows(
    before: float | None, now: float | None, new: float | None, closed: float | None
) -> None:
    found = residual(before, now, MonthFlows(new, closed))
    assert (found.residual, found.expected, found.why_not) == (None, None, "missing")


def test_the_closure_ratio_is_of_the_last_twelve_months_with_its_interval() -> None:
    """R: poisson.test(c(180, 240)) gives 0.75, 0.6142 to 0.9146."""
    found = closure_ratio([99, *[15] * 12], [1, *[20] * 12])
    assert found.ratio == 0.75
    assert (found.lower, found.upper) == pytest.approx((0.614, 0.914), abs=2e-3)


@pytest.mark.parametrize(
    ("closed", "new", "why_not"),
    [
        ([1] * 11, [1] * 12, "missing"),
        ([1] * 12, [1, None, *[1] * 10], "missing"),
        ([0] * 12, [0] * 12, "no_events"),
    ],
)
def test_a_closure_ratio_that_cannot_be_reckoned_says_why(
    closed: list[float | None], new: list[float | None], why_not: str
) -> None:
    found = closure_ratio(closed, new)
    assert (found.ratio, found.why_not) == (None, why_not)


def test_work_in_hand_is_open_cases_over_a_month_of_closures() -> None:
    assert work_in_hand(90, [1000, *[15] * 12]).months == 6
    assert [
        work_in_hand(stock, closed).why_not
        for stock, closed in ((None, [1] * 12), (9, [1] * 11), (9, [0] * 12), (-1, [1] * 12))
    ] == ["missing", "missing", "nothing_closed", "negative"]


def test_a_steady_unit_tells_how_long_a_case_is_open() -> None:
    closed = STEADY[1:] + STEADY[:1]
    found = time_open([60] * 12, STEADY, closed)
    assert (found.months, found.why_not) == (720 / 242, "")


@pytest.mark.parametrize(
    ("new", "closed", "why_not"),
    [
        (STEADY, [round(x * 0.9) for x in STEADY], "not_stable"),
        ([2, 3] * 6, [3, 2] * 6, "too_few_cases"),
        ([*STEADY[:11], 80], [*STEADY[:11], 78], "net_change_not_judged"),
        (STEADY, STEADY, "net_change_not_judged"),
        ([*[25, 26] * 3, *[17, 16] * 3], [20, 21] * 6, "net_change_signals"),
        (STEADY[:11], STEADY, "missing"),
        ([0] * 12, STEADY, "no_events"),
        (STEADY, [0] * 12, "nothing_closed"),
        ([-1] * 12, [1] * 12, "negative"),
    ],
)
def test_littles_law_is_kept_for_a_stable_unit(new: list[float], closed: list[float], why_not: str) -> None:
    found = time_open([60] * 12, new, closed)
    assert (found.months, found.why_not) == (None, why_not)
