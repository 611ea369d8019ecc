"""The projection of open cases: how many months it needs, which method it keeps, and how wide its fan is."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.projection import Projection, project, scores_of
from analysis.projection.back_test import PastForecast, back_test
from analysis.projection.fans import Forecast, fan_of
from analysis.projection.project import methods_for, origins_for
from analysis.projection.simple import drift, naive, seasonal_naive
from analysis.projection.smoothing import ets_level
from tests.depth import examples

STOCK = [200.0, 204, 199, 205, 211, 208, 214, 210, 219, 216, 222, 225, 221, 230, 228, 233, 231, 238]
CASES = st.integers(0, 400).map(float)


def walk(months: int, seed: int = 3) -> list[float]:
    rng = np.random.default_rng(seed)
    return (300 + np.cumsum(rng.poisson(20, months) - rng.poisson(20, months))).astype(float).tolist()


def middles(found: Projection) -> list[float]:
    return [month.middle for month in found.fan]


@pytest.mark.parametrize(
    ("values", "why_not", "points", "left_out"),
    [
        ([], "no_values", 0, 0),
        ([None, math.nan], "no_values", 0, 0),
        (STOCK[:11], "too_few_points", 11, 0),
        ([*STOCK, None, *STOCK[:11]], "too_few_points", 11, 18),
        ([*STOCK, None], "last_month_missing", 0, 18),
        ([*STOCK[:17], -1], "negative", 18, 0),
        ([7.0] * 30, "no_variation", 30, 0),
    ],
)
def test_a_series_that_bears_no_projection_says_why(
    values: list[float | None], why_not: str, points: int, left_out: int
) -> None:
    found = project(values)
    assert (found.fan, found.why_not, found.points, found.left_out) == ((), why_not, points, left_out)


def test_months_before_a_gap_play_no_part() -> None:
    with_gap, without = project([900.0, None, *STOCK]), project(STOCK)
    assert (with_gap.fan, with_gap.left_out, without.left_out) == (without.fan, 1, 0)


@pytest.mark.parametrize("horizon", [0, 13])
def test_nothing_is_projected_beyond_a_year(horizon: int) -> None:
    with pytest.raises(ValueError, match="1 to 12 months"):
        project(STOCK, horizon)


@pytest.mark.parametrize(
    ("points", "methods"),
    [
        (12, ["naive", "drift"]),
        (23, ["naive", "drift"]),
        (24, ["naive", "drift", "seasonal_naive", "ets_level", "ets_damped_trend"]),
        (36, ["naive", "drift", "seasonal_naive", "ets_level", "ets_damped_trend", "ets_season"]),
    ],
)
def test_more_months_bear_more_methods_and_all_are_scored_on_the_same_forecasts(
    points: int, methods: list[str]
) -> None:
    found = project(walk(points), 2)
    assert [score.method for score in found.scores] == methods
    starts = {name: [(p.origin, p.step) for p in found.past if p.method == name] for name in methods}
    assert all(each == starts["naive"] for each in starts.values())
    assert {score.forecasts for score in found.scores} == {len(starts["naive"])}
    assert found.points == points and len(found.fan) == 2


def test_the_method_kept_is_the_best_of_its_past_and_as_now_unless_beaten() -> None:
    for seed in (0, 5):
        found = project(walk(26, seed), 2)
        mase = {score.method: score.mase or 0 for score in found.scores}
        assert mase[found.method] == min(mase.values())


def test_a_steady_climb_is_drift_and_a_walk_back_and_forth_is_as_now() -> None:
    assert project([100.0 + 5 * month + month % 2 for month in range(20)]).method == "drift"
    saw = [100.0, 110, 100, 90] * 5
    assert project(saw[:18]).method == "naive"


def test_drift_has_the_middle_and_width_of_the_book() -> None:
    """Changes 2, 4, 3, 3 of 5 values: mean 3, σ² = (1 + 1) / 3; three ahead σ√(3(1 + 3/4))."""
    found = drift(np.array([10.0, 12, 16, 19, 22]), 3)
    assert found.middle.tolist() == [25, 28, 31]
    assert found.error[2] == pytest.approx(math.sqrt(2 / 3) * math.sqrt(3 * (1 + 3 / 4)))
    assert found.freedom == 3


def test_as_now_widens_by_the_root_of_the_months() -> None:
    """Changes 3 and −4: σ² = (9 + 16) / 2."""
    found = naive(np.array([10.0, 13, 9]), 4)
    assert found.middle.tolist() == [9] * 4
    assert found.error.tolist() == pytest.approx([math.sqrt(12.5 * step) for step in (1, 2, 3, 4)])


def test_as_a_year_ago_repeats_the_year_and_its_yearly_change() -> None:
    values = np.array([*range(12), 2.0, 5.0])
    found = seasonal_naive(values, 12)
    assert found.middle.tolist() == [*range(2, 12), 2, 5]
    assert set(found.error) == {math.sqrt((4 + 16) / 2)} and found.freedom == 2


def test_bands_are_those_of_student_and_none_is_below_nothing() -> None:
    """t with 4 degrees of freedom: 0.7407, 1.5332 and 2.7764 for 50, 80 and 95%."""
    (month,) = fan_of(Forecast(np.array([10.0]), np.array([5.0]), 4), at_least=0)
    assert [band.upper for band in month.bands] == pytest.approx([13.7035, 17.6660, 23.8822], abs=1e-4)
    assert [band.lower for band in month.bands] == pytest.approx([6.2965, 2.3340, 0], abs=1e-4)


@examples(40)
@given(st.lists(CASES, min_size=12, max_size=23), st.integers(1, 12))
def test_bands_lie_within_one_another_and_a_fan_never_narrows(values: list[float], horizon: int) -> None:
    found = project(values, horizon)
    assert len(found.fan) == (0 if found.why_not else horizon)
    for month in found.fan:
        ends = [band.lower for band in month.bands[::-1]] + [band.upper for band in month.bands]
        assert ends == sorted(ends) and ends[0] >= 0
    tops = [month.bands[-1].upper - month.middle for month in found.fan]
    assert tops == pytest.approx(sorted(tops))


@examples(40)
@given(st.lists(CASES, min_size=12, max_size=23), st.sampled_from([0.5, 2.0, 4.0]))
def test_scaling_the_cases_scales_the_fan_and_leaves_the_scores(values: list[float], times: float) -> None:
    one, more = project(values), project([value * times for value in values])
    assert more.method == one.method and more.why_not == one.why_not
    assert middles(more) == [each * times for each in middles(one)]
    assert [s.mase for s in more.scores] == pytest.approx([s.mase for s in one.scores])


def test_the_same_series_has_the_same_projection() -> None:
    values = walk(25)
    assert project(values, 3) == project(values, 3)


def test_no_forecast_of_the_past_has_seen_its_own_future() -> None:
    """The last value changed: every forecast made before it stays, and its own truth changes."""
    values = walk(24)
    first, second = project(values, 3), project([*values[:-1], 900.0], 3)
    assert [(p.method, p.origin, p.step, p.forecast, p.lower) for p in first.past] == [
        (p.method, p.origin, p.step, p.forecast, p.lower) for p in second.past
    ]
    assert {p.actual for p in second.past} - {p.actual for p in first.past} == {900.0}


def test_past_forecasts_are_scored_against_what_came() -> None:
    made = [
        PastForecast("naive", 12, 1, 100, 90, 110, actual=106, scale=4),
        PastForecast("naive", 13, 1, 106, 96, 116, actual=120, scale=7),
    ]
    (score,) = scores_of(made)
    assert (score.mase, score.coverage_80, score.error, score.forecasts) == (1.75, 0.5, 10, 2)


def test_with_no_change_before_it_a_forecast_has_no_scaled_error() -> None:
    flat = [50.0] * 13 + [60.0]
    found = project(flat)
    naive_score = found.scores[0]
    assert (found.method, found.why_not) == ("naive", "")
    # From eight to thirteen months nothing had changed, so nothing can be scaled by it.
    assert (naive_score.mase, naive_score.forecasts) == (None, 21)
    assert naive_score.error > 0


def test_a_method_that_finds_no_forecast_once_is_left_out_of_the_comparison() -> None:
    flat_start = np.array([50.0] * 14 + walk(10))
    assert ets_level(flat_start[:13], 1) is None
    past = back_test(flat_start, methods_for(24), 2, origins_for(24))
    assert {each.method for each in past} == {"naive", "drift", "seasonal_naive"}
    assert project(flat_start.tolist()).fan
