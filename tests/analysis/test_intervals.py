"""Intervals: what they say of small numbers, of nothing, and of what is missing."""

import math
import subprocess
import sys
from dataclasses import astuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2

from analysis.intervals import ALERT, USUAL, Interval, byar, exact_poisson, wilson, z_of
from analysis.two_rates import TwoRates, compare_rates

LEVELS = st.sampled_from([USUAL, ALERT])


def test_two_leavers_of_twelve_could_be_one_in_twenty_or_near_half() -> None:
    found = wilson(2, 12)
    assert (round(found.lower or 0, 3), round(found.upper or 0, 3)) == (0.047, 0.448)
    assert found.guard == "few_events"


@pytest.mark.parametrize(
    ("events", "n", "guard"), [(9, 9, "small_n"), (9, 10, "few_events"), (10, 10, ""), (0, 40, "few_events")]
)
def test_small_numbers_say_so(events: int, n: int, guard: str) -> None:
    assert wilson(events, n).guard == guard


@pytest.mark.parametrize("method", [exact_poisson, byar])
@pytest.mark.parametrize(("events", "guard"), [(9, "few_events"), (10, "")])
def test_few_events_say_so(method: type, events: int, guard: str) -> None:
    assert method(events, 50).guard == guard


@pytest.mark.parametrize("method", [wilson, exact_poisson, byar])
@pytest.mark.parametrize(
    ("events", "size", "why_not"),
    [
        (None, 5, "missing"),
        (3, None, "missing"),
        (math.nan, 5, "missing"),
        (3, 0, "no_denominator"),
        (0, 0, "no_denominator"),
        (-1, 5, "negative"),
        (1, -5, "negative"),
    ],
)
def test_no_figure_says_why(method: type, events: float | None, size: float | None, why_not: str) -> None:
    found = method(events, size)
    assert found.why_not == why_not
    assert (found.value, found.lower, found.upper) == (None, None, None)


def test_more_leavers_than_people_is_a_rate_and_not_a_share() -> None:
    assert wilson(5, 4).why_not == "more_events_than_n"
    assert exact_poisson(5, 4).value == 1.25


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_share_between_nothing_and_all(level: float) -> None:
    for method in (wilson, exact_poisson, byar):
        with pytest.raises(ValueError, match="not between 0 and 1"):
            method(3, 10, level)


def test_the_levels_in_use() -> None:
    assert (z_of(USUAL), z_of(ALERT)) == pytest.approx((1.959963985, 3.090232306))


def inside(found: Interval) -> bool:
    assert found.lower is not None and found.value is not None and found.upper is not None
    return 0 <= found.lower <= found.value <= found.upper


@given(st.integers(0, 400), st.integers(1, 400), LEVELS)
def test_every_interval_holds_its_figure_and_the_alert_holds_the_usual(x: int, n: int, level: float) -> None:
    for found in (wilson(min(x, n), n, level), exact_poisson(x, n, level), byar(x, n, level)):
        assert inside(found)
    narrow, wide = exact_poisson(x, n, USUAL), exact_poisson(x, n, ALERT)
    assert (wide.lower or 0) <= (narrow.lower or 0) and (narrow.upper or 0) < (wide.upper or 0)
    assert (wilson(min(x, n), n, ALERT).upper or 0) <= 1


@given(st.integers(0, 40), st.integers(40, 400), st.integers(2, 9))
def test_the_same_share_of_more_people_is_surer(x: int, n: int, times: int) -> None:
    few, many = wilson(x, n), wilson(x * times, n * times)
    assert (many.upper or 0) - (many.lower or 0) < (few.upper or 0) - (few.lower or 0)


@given(st.integers(0, 200), st.floats(0.5, 500), st.floats(0.01, 100))
def test_a_rate_scales_with_its_exposure(x: int, exposure: float, times: float) -> None:
    one, scaled = exact_poisson(x, exposure), exact_poisson(x, exposure * times)
    assert [(v or 0) * times for v in (scaled.value, scaled.lower, scaled.upper)] == pytest.approx(
        [one.value, one.lower, one.upper]
    )


@pytest.mark.parametrize(
    ("given_", "why_not"),
    [
        ((None, 1, 2, 3), "missing"),
        ((1, 1, 2, math.nan), "missing"),
        ((1, 0, 2, 3), "no_denominator"),
        ((-1, 1, 2, 3), "negative"),
        ((1.5, 1, 2, 3), "not_a_count"),
        ((0, 4, 0, 3), "no_events"),
    ],
)
def test_two_rates_that_cannot_be_compared_say_why(given_: tuple[float, ...], why_not: str) -> None:
    assert compare_rates(*given_) == TwoRates(USUAL, why_not=why_not)


def test_a_rate_beside_none_has_no_upper_end() -> None:
    found = compare_rates(6, 10, 0, 10)
    assert (found.ratio, found.upper, found.guard) == (None, None, "few_events")
    assert found.p_value == pytest.approx(2 * 0.5**6)
    turned = compare_rates(0, 10, 6, 10)
    assert (turned.ratio, turned.lower) == (0, 0)
    assert (turned.upper or 0) * (found.lower or 0) == pytest.approx(1)


@given(st.integers(1, 60), st.floats(1, 90), st.integers(1, 60), st.floats(1, 90), LEVELS)
def test_comparing_the_other_way_round_turns_the_ratio_over(
    x1: int, t1: float, x2: int, t2: float, level: float
) -> None:
    one, other = compare_rates(x1, t1, x2, t2, level), compare_rates(x2, t2, x1, t1, level)
    assert None not in astuple(one)[:5]
    assert [1 / (v or 1) for v in (other.ratio, other.upper, other.lower)] == pytest.approx(
        [one.ratio, one.lower, one.upper], rel=1e-6
    )
    assert one.p_value == pytest.approx(other.p_value, rel=1e-6)


@given(st.integers(0, 60), st.floats(1, 90), st.integers(0, 60), st.floats(1, 90), LEVELS)
def test_two_rates_are_those_of_the_exact_binomial_test(
    x1: int, t1: float, x2: int, t2: float, level: float
) -> None:
    assume(x1 + x2)
    test = binomtest(x1, x1 + x2, t1 / (t1 + t2))
    share = test.proportion_ci(level, "exact")
    found = compare_rates(x1, t1, x2, t2, level)
    assert found.p_value == pytest.approx(test.pvalue, rel=1e-9)
    assert found.lower == pytest.approx(share.low / (1 - share.low) * t2 / t1, rel=1e-8)
    if found.upper is not None:
        assert found.upper == pytest.approx(share.high / (1 - share.high) * t2 / t1, rel=1e-8)


@given(st.integers(0, 5000), LEVELS)
def test_the_limits_of_a_count_are_those_of_chi_squared(events: int, level: float) -> None:
    tail, found = (1 - level) / 2, exact_poisson(events, 1, level)
    assert found.upper == pytest.approx(chi2.ppf(1 - tail, 2 * events + 2) / 2)
    assert found.lower == (pytest.approx(chi2.ppf(tail, 2 * events) / 2) if events else 0)


def test_an_interval_does_not_wait_for_the_whole_of_statistics_to_load() -> None:
    code = (
        "import sys\nfrom analysis.intervals import exact_poisson\n"
        "from analysis.funnels import funnel\n"
        "from analysis.two_rates import compare_rates\n"
        "funnel({unit: (3, 9) for unit in 'abcdef'} | {'g': (1, 30)}, 'rate')\n"
        "exact_poisson(3, 9); compare_rates(3, 9, 4, 9); print('scipy.stats' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
