"""Of the truths that came, 70% to 90% lie in the 80% fan, for simulated units.

Each truth is six months that the projection has not seen. The series are those of real units: flows that vary
more than Poisson, closures that follow the stock, a backlog that grows. After a step, or with a season that
is too short to be seen, fewer lie in it: shown here too.
"""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.projection import fit_flow, project, project_from_flows

Draw = Callable[[np.random.Generator, int], NDArray[np.float64]]
AHEAD = 6
LEAST, MOST = 0.70, 0.90
BOUNDS = {0.5: (0.40, 0.60), 0.8: (LEAST, MOST), 0.95: (0.88, 0.99)}


def walking(rng: np.random.Generator, months: int) -> NDArray[np.float64]:
    """New and closed apart, each with twice the variance of Poisson."""
    change = rng.negative_binomial(20, 0.5, months) - rng.negative_binomial(20, 0.5, months)
    return 300.0 + np.cumsum(change)


def following(rng: np.random.Generator, months: int) -> NDArray[np.float64]:
    """A tenth of the open cases closed every month, after two years of doing so."""
    stock, path = 200, []
    for _ in range(months + 24):
        stock += rng.poisson(20) - rng.binomial(stock, 0.1)
        path.append(stock)
    return np.array(path[24:], dtype=np.float64)


def growing(rng: np.random.Generator, months: int) -> NDArray[np.float64]:
    return 200.0 + np.cumsum(4 + rng.poisson(20, months) - rng.poisson(20, months))


def stepping(rng: np.random.Generator, months: int) -> NDArray[np.float64]:
    change = rng.poisson(20, months) - rng.poisson(20, months)
    change[months // 2 :] += 3
    return 300.0 + np.cumsum(change)


def coverages(draw: Draw, months: int, series: int, seed: int = 11) -> dict[float, float]:
    """Share of the truths of `series` units inside each band of the fan, all six months together."""
    rng = np.random.default_rng(seed)
    inside: dict[float, list[bool]] = {level: [] for level in BOUNDS}
    for _ in range(series):
        truth = draw(rng, months + AHEAD)
        fan = project(truth[:months].tolist(), AHEAD).fan
        for month, came in zip(fan, truth[months:], strict=True):
            for band in month.bands:
                inside[band.level].append(bool(band.lower <= came <= band.upper))
    return {level: float(np.mean(held)) for level, held in inside.items()}


def coverage(draw: Draw, months: int, series: int) -> float:
    """The same, of the 80% band alone."""
    return coverages(draw, months, series)[0.8]


@pytest.mark.parametrize("draw", [walking, following, growing])
def test_the_80_percent_fan_of_a_short_series_holds_about_80_percent(draw: Draw) -> None:
    assert LEAST <= coverage(draw, 20, 150) <= MOST


@pytest.mark.deep
@pytest.mark.parametrize("draw", [walking, following, growing])
@pytest.mark.parametrize("months", [15, 23])
def test_the_80_percent_fan_holds_about_80_percent_of_many(draw: Draw, months: int) -> None:
    assert LEAST <= coverage(draw, months, 2000) <= MOST


@pytest.mark.deep
def test_each_band_of_the_model_chosen_holds_about_what_it_says() -> None:
    """All kinds of unit together, 30 months: six months of one series stand and fall together."""
    kinds = [coverages(draw, 30, 60) for draw in (walking, following, growing)]
    for level, (least, most) in BOUNDS.items():
        assert least <= float(np.mean([kind[level] for kind in kinds])) <= most, level


@pytest.mark.parametrize("draw", [walking, following, growing])
def test_the_wider_a_band_the_more_it_holds(draw: Draw) -> None:
    found = coverages(draw, 20, 40)
    assert list(found) == sorted(found) and list(found.values()) == sorted(found.values())
    assert found[0.5] < found[0.95]


@pytest.mark.deep
def test_after_a_step_in_demand_the_fan_holds_less_than_it_says() -> None:
    """Nothing in a short series tells a step from chance at once: the limit is known, and this wide."""
    assert 0.60 <= coverage(stepping, 20, 2000) <= 0.75


def from_flows(months: int, series: int, seasonal: bool, seed: int = 5) -> float:
    """As coverage, for open cases projected from what came in and what was closed."""
    rng = np.random.default_rng(seed)
    inside = []
    for _ in range(series):
        season = 1 + 0.4 * np.sin(2 * np.pi * np.arange(months + AHEAD) / 12) * seasonal
        new = rng.poisson(30 * season * rng.gamma(10, 0.1, months + AHEAD))
        closed = rng.poisson(30 * rng.gamma(10, 0.1, months + AHEAD))
        fits = [fit_flow(flow[:months].tolist(), 1) for flow in (new, closed)]
        found = project_from_flows(
            1000, *fits, next_calendar_month=months % 12 + 1, horizon=AHEAD, draws=1000
        )
        came = 1000 + np.cumsum((new - closed)[months:])
        inside += [m.bands[1].lower <= x <= m.bands[1].upper for m, x in zip(found.fan, came, strict=True)]
    return float(np.mean(inside))


@pytest.mark.parametrize(("months", "seasonal"), [(12, False), (18, False), (24, True), (36, True)])
def test_the_80_percent_fan_of_flows_holds_about_80_percent(months: int, seasonal: bool) -> None:
    assert LEAST <= from_flows(months, 150, seasonal) <= MOST
