"""The projection of one series of open cases, by the method that forecast its own past best.

Under 12 months none; 12 to 23 as now, or as now and on; from 24 exponential smoothing as well, and as a year
ago. As now is kept unless another's MASE is lower: a model that does not beat it has nothing to add.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.projection.back_test import Method, PastForecast, Score, back_test, scores_of
from analysis.projection.fans import FanMonth, Forecast, Numbers, as_numbers, checked_horizon, fan_of
from analysis.projection.simple import drift, naive, seasonal_naive
from analysis.projection.smoothing import ets_damped_trend, ets_level, ets_season
from analysis.variation import Series, known

FEWEST = 12
FEWEST_FOR_MODELS = 24
FEWEST_FOR_SEASON = 36  # so that every origin has two of every calendar month before it
FIRST_ORIGIN = 13  # the fewest months that a forecast of as a year ago can be scored on
SHORT_ORIGINS = 6
ORIGINS = 12

NAIVE = "naive"


@dataclass(frozen=True)
class Projection:
    """Open cases in the months to come, and how the method did on the months that are known.

    `method` is "naive", "drift", "seasonal_naive", "ets_level", "ets_damped_trend" or "ets_season". `points`
    counts the months it rests on, `left_out` those before the last missing month. `scores` and `past` are of
    every method tried, to be kept; the fan has no month where `why_not` says why: "no_values",
    "last_month_missing", "too_few_points" (under 12 without a gap), "negative" or "no_variation" (every
    month the same: nothing says how far it may move).
    """

    method: str = ""
    fan: tuple[FanMonth, ...] = ()
    scores: tuple[Score, ...] = ()
    past: tuple[PastForecast, ...] = ()
    points: int = 0
    left_out: int = 0
    why_not: str = ""


def project(values: Series, horizon: int = 6, *, at_least: float = 0.0) -> Projection:
    """Project `values`, one for each month in order (None or NaN where missing), `horizon` months on.

    Only the months after the last gap are used: a stock over a gap changes by several months' flows. The
    same values give the same answer. Raises ValueError for a horizon under 1 or over 12 months, never for
    the values.
    """
    checked_horizon(horizon)
    run = unbroken(values)
    left_out = sum(known(each) is not None for each in values) - len(run)
    if why_not := _why_not(values, run, at_least):
        return Projection(points=len(run), left_out=left_out, why_not=why_not)
    series = as_numbers(run)
    methods = methods_for(len(run))
    past = back_test(series, methods, horizon, origins_for(len(run)))
    scores = scores_of(past)
    method, forecast = _best(scores, methods, series, horizon)
    return Projection(method, fan_of(forecast, at_least), scores, past, len(run), left_out)


def unbroken(values: Series) -> list[float]:
    """The values after the last missing month, oldest first; none where the last month itself is missing."""
    run: list[float] = []
    for each in values:
        value = known(each)
        run = [] if value is None else [*run, value]
    return run


def methods_for(points: int) -> dict[str, Method]:
    """The methods that so many months can bear, the simplest first."""
    methods: dict[str, Method] = {NAIVE: naive, "drift": drift}
    if points >= FEWEST_FOR_MODELS:
        methods |= {"seasonal_naive": seasonal_naive}
        methods |= {"ets_level": ets_level, "ets_damped_trend": ets_damped_trend}
    if points >= FEWEST_FOR_SEASON:
        methods["ets_season"] = ets_season
    return methods


def origins_for(points: int) -> range:
    """The months to forecast from again: the last twelve, or the last six where there are under 24."""
    if points < FEWEST_FOR_MODELS:
        return range(points - SHORT_ORIGINS, points)
    return range(max(points - ORIGINS, FIRST_ORIGIN), points)


def _why_not(values: Series, run: Sequence[float], at_least: float) -> str:
    if all(known(each) is None for each in values):
        return "no_values"
    if not run:
        return "last_month_missing"
    if len(run) < FEWEST:
        return "too_few_points"
    if min(run) < at_least:
        return "negative"
    return "no_variation" if float(np.ptp(as_numbers(run))) == 0 else ""


def _best(
    scores: Sequence[Score], methods: dict[str, Method], series: Numbers, horizon: int
) -> tuple[str, Forecast]:
    """The method of the lowest MASE that finds a forecast from here; as now unless another's is lower."""
    bar = next((score.mase for score in scores if score.method == NAIVE), None)
    marks = [(score.mase, score.method) for score in scores if score.mase is not None]
    better = [(mase, name) for mase, name in marks if bar is not None and mase < bar]
    for _, name in sorted(better):
        if (forecast := methods[name](series, horizon)) is not None:
            return name, forecast
    return NAIVE, naive(series, horizon)
