"""New limits by quarter: what they must rest on, and that earlier quarters keep theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from analysis.new_quarters import quarterly_in_turn, why_not_new_quarters
from analysis.quarters import quarterly

FEW, MORE = [1, 0, 1] * 5, [3, 2, 3] * 5


def test_each_quarter_is_judged_by_the_limits_of_its_own_time():
    chart = quarterly_in_turn([*FEW, *MORE], [(0, 0), (15, 15)])
    (before,) = chart.earlier
    assert (before.centre, chart.centre) == (2, 8)
    assert [q.start for q in before.quarters] == [0, 3, 6, 9, 12] and chart.quarters[0].start == 15
    assert {q.variation for q in (*before.quarters, *chart.quarters)} == {"common"}


def test_months_between_a_start_and_its_first_quarter_belong_to_none():
    chart = quarterly_in_turn([*FEW, 9, *MORE], [(0, 0), (14, 16)])
    assert [q.start for q in chart.earlier[0].quarters] == [0, 3, 6, 9] and chart.quarters[0].start == 16
    assert quarterly_in_turn(FEW, [(0, 0)]) == quarterly(FEW)


@pytest.mark.parametrize(
    ("values", "at", "why"),
    [
        ([*FEW, *MORE], 15, ""),
        ([*MORE, *FEW], 15, ""),
        ([*FEW, *FEW], 15, "no shift"),
        ([*FEW, *[2, 1, 1] * 5], 15, "no shift"),
        ([0] * 30, 15, "no shift"),
        ([*FEW[:14], None, *MORE], 15, "too few points before"),
        ([*FEW, *MORE[:14]], 15, "too few points after"),
        ([*FEW, *MORE], 12, "too few points before"),
    ],
)
def test_new_limits_need_five_quarters_each_side_and_more_than_chance_between(values, at, why):
    assert why_not_new_quarters(values, [0], at) == why


def test_limits_that_stand_already_end_what_is_counted():
    assert why_not_new_quarters([*FEW, *MORE, *FEW], [0, 30], 15) == ""
    assert why_not_new_quarters([*FEW, *MORE, *FEW], [0, 27], 15) == "too few points after"
    assert why_not_new_quarters([*FEW, *MORE, *FEW], [0, 15], 30) == ""


@given(st.lists(st.integers(0, 9), min_size=30, max_size=48), st.sampled_from([15, 18]))
def test_the_test_is_the_exact_one_of_two_poisson_counts(values, at):
    n = len(values) // 3 * 3
    a, b, share = sum(values[:at]), sum(values[at:n]), (n - at) / n
    if (n - at) // 3 >= 5:
        beyond = min(binom.cdf(b, a + b, share), binom.sf(b - 1, a + b, share)) <= 0.001
        assert (why_not_new_quarters(values, [0], at) == "") == beyond
