"""With nothing changing, the chart chosen for a measure flags its last point 2.5% of the time or less.

Every series goes first to the choice of chart and then to the chart, as a page would send it.
"""

import json
import math
from collections.abc import Callable

import numpy as np
import pytest

from analysis.chance import TABLE
from analysis.chance_rates import (
    POINTS,
    SCENARIOS,
    SEED,
    Draw,
    last_point_rate,
    negative_binomial,
    normal,
    poisson,
)
from analysis.quarters import chart_for_counts, net_change_can_be_judged, quarterly
from analysis.variation import Variation
from analysis.xmr import xmr

ALLOWED = 0.025
SERIES = 20_000
ERRORS = 3.5  # standard errors of a simulated share, so that a rate at the bound passes 4,000 times in 4,001

Judge = Callable[[list[float]], Variation]


def count(values: list[float]) -> Variation:
    """A monthly count, on the chart that suits its mean."""
    kind = chart_for_counts(values)
    return xmr(values).variation if kind == "xmr" else quarterly(values).variation


def measurement(values: list[float]) -> Variation:
    return xmr(values).variation


def flagged(series: list[list[float]], judge: Judge) -> float:
    return sum(judge(values) not in ("common", "not known") for values in series) / len(series)


def at_most(rate: float, series: int = SERIES) -> float:
    """The rate that a simulation of a measure at `rate` itself may still show."""
    return rate + ERRORS * math.sqrt(rate * (1 - rate) / series)


MEASURES: dict[str, tuple[Draw, Judge]] = {
    "normal": (normal(100, 10), measurement),
    "poisson 0.5, by quarter": (poisson(0.5), count),
    "poisson 2, by quarter": (poisson(2), count),
    "poisson 6, where the choice of chart falls": (poisson(6), count),
    "poisson 10": (poisson(10), count),
    "negative binomial 20, variance 40": (negative_binomial(20, 40), count),
    "negative binomial 2, variance 4, by quarter": (negative_binomial(2, 4), count),
}


@pytest.mark.deep
@pytest.mark.parametrize("months", [15, 24, 36])
@pytest.mark.parametrize("measure", MEASURES)
def test_false_alarms_at_the_last_point(measure: str, months: int) -> None:
    draw, judge = MEASURES[measure]
    rng = np.random.default_rng([SEED, months, list(MEASURES).index(measure)])
    series = draw(rng, (SERIES, months)).astype(float).tolist()
    assert flagged(series, judge) <= at_most(ALLOWED)


def net_changes(mean: float) -> list[list[float]]:
    """Stable monthly differences of two counts of this mean, of those that may be judged."""
    rng = np.random.default_rng([SEED, round(10 * mean)])
    gained, lost = (poisson(mean)(rng, (SERIES, 36)).astype(float).tolist() for _ in range(2))
    both = zip(gained, lost, strict=True)
    return [[a - b for a, b in zip(*pair, strict=True)] for pair in both if net_change_can_be_judged(*pair)]


@pytest.mark.deep
@pytest.mark.parametrize("mean", [3, 3.5, 5])
def test_false_alarms_of_a_net_change(mean: float) -> None:
    judged = net_changes(mean)
    assert len(judged) > SERIES / 3
    assert flagged(judged, measurement) <= at_most(ALLOWED, len(judged))


@pytest.mark.deep
def test_a_net_change_of_very_few_cases_is_never_judged() -> None:
    assert net_changes(0.5) == []


@pytest.mark.deep
@pytest.mark.parametrize("wrong", ["poisson 0.5", "rolling 12", "stock"])
def test_the_wrong_chart_does_give_false_alarms(wrong: str) -> None:
    """What the choice of chart is for: each of these is flagged far more often than allowed."""
    rng = np.random.default_rng([SEED, len(wrong)])
    months = rng.poisson(0.5, (2000, 24)) if wrong == "poisson 0.5" else rng.poisson(2, (2000, 35))
    if wrong == "rolling 12":
        months = np.lib.stride_tricks.sliding_window_view(months, 12, axis=1).sum(axis=2)
    if wrong == "stock":
        months = np.cumsum(months - rng.poisson(2, months.shape), axis=1)
    assert flagged(months.astype(float).tolist(), measurement) > 2 * ALLOWED


@pytest.mark.deep
@pytest.mark.parametrize("months", [24, 36])
def test_a_season_is_flagged_more_often_than_chance_and_by_how_much(months: int) -> None:
    """A swing of 1.2 standard deviations either way, whichever month is its highest: a limit that is told."""
    rng = np.random.default_rng([SEED, months])
    highest = rng.uniform(0, 2 * math.pi, (SERIES // 2, 1))
    swing = 12 * np.sin(2 * math.pi * np.arange(months) / 12 + highest)
    rate = flagged((normal(100, 10)(rng, swing.shape) + swing).tolist(), measurement)
    assert 0.05 < rate < 0.075


@pytest.mark.deep
@pytest.mark.parametrize("kind", SCENARIOS)
def test_the_stored_rates_are_found_again(kind: str) -> None:
    """With another seed, each stored rate for 12 points is within five standard errors of a new one."""
    stored = json.loads(TABLE.read_text(encoding="utf-8"))
    assert 12 in POINTS[kind]  # type: ignore[index]
    for scenario, (name, draw) in enumerate(SCENARIOS[kind].items()):  # type: ignore[index]
        rate = stored["rates"][kind][name]["12"]
        again = last_point_rate(kind, draw, 12, SERIES, [SEED + 1, scenario])  # type: ignore[arg-type]
        error = math.sqrt(max(rate, 1e-3) * (1 / stored["charts"] + 1 / SERIES))
        assert abs(again - rate) <= 5 * error, name
