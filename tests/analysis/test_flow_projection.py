"""Open cases from what comes in and what is closed: the fit of the flows, and paths beside exact answers."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.projection import ClosingCapacity, FlowFit, fit_flow, project_from_flows
from analysis.projection.paths import simulate
from tests.depth import examples

CERTAIN = 10**9  # months behind a fit: its level is then as good as known
DRAWS = 40_000


def flow(level: float, dispersion: float = 0.0) -> FlowFit:
    return FlowFit(level, dispersion, None, CERTAIN)


def test_the_fit_has_the_mean_and_variance_of_the_counts() -> None:
    counts = [12.0, 30, 18, 25, 9, 22, 31, 15, 20, 28, 11, 19]
    found = fit_flow(counts, 4)
    mean, variance = np.mean(counts), np.var(counts, ddof=1)
    assert (found.level, found.factors, found.months) == (mean, None, 12)
    assert found.level + found.dispersion * found.level**2 == pytest.approx(variance)


def test_counts_that_vary_less_than_chance_are_poisson() -> None:
    assert fit_flow([20.0, 21] * 6, 1).dispersion == 0


def test_two_years_have_a_season_and_fewer_have_none() -> None:
    year = [10.0, 20, 30, 40, 50, 60, 60, 50, 40, 30, 20, 10]
    found = fit_flow(year[3:] + year + year[:3], 4)
    assert found.factors == pytest.approx([each / 35 for each in year]) and found.level == 35
    assert (found.mean(1), found.mean(6), found.dispersion) == (pytest.approx(10), pytest.approx(60), 0)
    assert fit_flow(year + year[:11], 1).factors is None
    gap: list[float | None] = [*year, *year, 1.0]
    gap[5] = None
    assert fit_flow(gap, 1).factors is None  # one June is not two


@pytest.mark.parametrize(
    ("counts", "why_not"), [([5.0] * 11, "too_few_points"), ([5.0] * 12 + [-1], "negative")]
)
def test_a_flow_that_cannot_be_fitted_says_why(counts: list[float], why_not: str) -> None:
    found = fit_flow(counts, 1)
    assert found.why_not == why_not
    assert project_from_flows(50, found, flow(5), next_calendar_month=1).why_not == f"new_{why_not}"
    assert project_from_flows(50, flow(5), found, next_calendar_month=1).why_not == f"closed_{why_not}"


def test_a_year_of_none_is_not_taken_for_never() -> None:
    drawn = fit_flow([0.0] * 12, 1).draw([1, 2], DRAWS, np.random.default_rng(2))
    assert 0 < drawn.mean() < 0.1


def test_drawn_counts_have_the_mean_and_variance_of_the_fit() -> None:
    drawn = flow(20, 0.05).draw([1], DRAWS, np.random.default_rng(2))
    # Standard errors of a mean and a variance of so many: 0.03 and about 0.35.
    assert drawn.mean() == pytest.approx(20, abs=0.13)
    assert drawn.var() == pytest.approx(40, abs=1.6)


def test_a_level_known_from_a_year_alone_is_wider() -> None:
    known, unsure = flow(20), replace(flow(20), months=12)
    spread = [fit.draw([1] * 6, DRAWS, np.random.default_rng(2)).sum(axis=1).var() for fit in (known, unsure)]
    # 6 months of 20, and 36 times the variance of a mean of twelve.
    assert spread == pytest.approx([120, 120 + 36 * 20 / 12], rel=0.05)


def test_with_a_season_every_calendar_month_is_known_from_its_own_years_alone() -> None:
    """24 months at 20: each calendar month from two, so its rate has variance 20 / 2 of its own."""
    season = FlowFit(20, 0.0, (1.0,) * 12, 24)
    drawn = season.draw([1, 2], DRAWS, np.random.default_rng(2))
    assert drawn.var(axis=0) == pytest.approx([30, 30], rel=0.05)
    assert np.corrcoef(drawn.T)[0, 1] == pytest.approx(0, abs=4 / math.sqrt(DRAWS))
    shared = replace(season, factors=None, months=2).draw([1, 2], DRAWS, np.random.default_rng(2))
    assert np.corrcoef(shared.T)[0, 1] == pytest.approx(1 / 3, abs=0.02)


@pytest.mark.parametrize("months", [1, 3, 6])
def test_poisson_flows_give_skellams_distribution(months: int) -> None:
    from scipy.stats import skellam

    paths = simulate(500, flow(12), flow(15), list(range(1, months + 1)), DRAWS, np.random.default_rng(4))
    exact = skellam(12 * months, 15 * months)
    change = paths[:, -1] - 500
    for at in exact.ppf([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]):
        share = float(np.mean(change <= at))
        error = math.sqrt(exact.cdf(at) * exact.sf(at) / DRAWS)
        assert share == pytest.approx(exact.cdf(at), abs=4 * error)


def test_no_more_is_closed_than_there_is_to_close() -> None:
    paths = simulate(3, flow(2), flow(50), [1, 2, 3], 2000, np.random.default_rng(4))
    assert paths.min() == 0 and paths.max() <= 3


def test_hours_and_share_limit_what_is_closed() -> None:
    """Nothing comes in: 100 open, a quarter of them at most, and 40 hours at 2 a case."""
    closing = ClosingCapacity(0.25, 40, 2)
    (path,) = simulate(100, FlowFit(0.0, 0.0, None, 10**15), closing, [1, 2, 3], 1, np.random.default_rng(4))
    assert path.tolist() == [80, 60, 45]


@pytest.mark.parametrize("wrong", [(1.2, 40, 2), (0.5, -1, 2), (0.5, 40, 0)])
def test_capacity_that_cannot_be_is_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="takes some hours"):
        ClosingCapacity(*wrong)


@examples(30)
@given(st.floats(0, 500), st.floats(0.1, 60), st.floats(0.1, 60), st.integers(1, 12), st.integers(0, 99))
def test_a_seed_gives_the_same_fan_and_its_bands_lie_within_one_another(
    stock: float, new: float, closed: float, month: int, seed: int
) -> None:
    one, again = (
        project_from_flows(
            stock, flow(new, 0.1), flow(closed), next_calendar_month=month, seed=seed, draws=200
        )
        for _ in range(2)
    )
    assert one == again and (one.seed, one.draws, len(one.fan)) == (seed, 200, 6)
    for each in one.fan:
        ends = [b.lower for b in each.bands[::-1]] + [each.middle] + [b.upper for b in each.bands]
        assert ends == sorted(ends) and ends[0] >= 0


def test_the_season_that_is_coming_is_the_one_that_is_drawn() -> None:
    summer = FlowFit(20, 0.0, tuple(0.0 if month < 6 else 2.0 for month in range(12)), CERTAIN)
    found = project_from_flows(100, summer, ClosingCapacity(0, 0, 1), next_calendar_month=5, horizon=3)
    assert [month.middle for month in found.fan] == pytest.approx([100, 100, 140], abs=1)
    assert found.chance_of_more == 1


@pytest.mark.parametrize(("stock", "why_not"), [(None, "missing"), (math.nan, "missing"), (-1, "negative")])
def test_no_open_cases_known_no_fan(stock: float | None, why_not: str) -> None:
    found = project_from_flows(stock, flow(5), flow(5), next_calendar_month=1)
    assert (found.fan, found.why_not) == ((), why_not)


def test_a_call_that_asks_for_no_month_is_refused() -> None:
    for wrong in ({"horizon": 13}, {"draws": 0}, {"next_calendar_month": 0}):
        with pytest.raises(ValueError, match=r"months|no projection"):
            project_from_flows(9, flow(5), flow(5), **{"next_calendar_month": 1, **wrong})
    with pytest.raises(ValueError, match="no calendar month 13"):
        fit_flow([], 13)
