"""Exponential smoothing (ETS), fitted by statsmodels.

Additive errors; a level, a level with a damped trend, or a level with an additive season. Source: Hyndman,
Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008.
"""

import warnings
from typing import Any

import numpy as np

from analysis.projection.fans import Forecast, Numbers

YEAR = 12
# What each estimates: the weights of smoothing (and damping), and the states it starts from.
LEVEL: dict[str, Any] = {}
TREND: dict[str, Any] = {"trend": "add", "damped_trend": True}
SEASON: dict[str, Any] = {"seasonal": "add", "seasonal_periods": YEAR}
ESTIMATED = {"ets_level": 2, "ets_damped_trend": 5, "ets_season": 14}


def ets_level(values: Numbers, horizon: int) -> Forecast | None:
    """A level that moves; needs 12 values. None where no fit is found."""
    return _ets(values, horizon, "ets_level", LEVEL)


def ets_damped_trend(values: Numbers, horizon: int) -> Forecast | None:
    """A level and a trend that dies away; needs 12 values. None where no fit is found."""
    return _ets(values, horizon, "ets_damped_trend", TREND)


def ets_season(values: Numbers, horizon: int) -> Forecast | None:
    """A level and a season; needs 24 values, two of every month. None where no fit is found."""
    return _ets(values, horizon, "ets_season", SEASON)


def _ets(values: Numbers, horizon: int, name: str, shape: dict[str, Any]) -> Forecast | None:
    """Fitted to values over their spread, so that the scale of the series plays no part in the search.

    statsmodels divides the squared errors by n; here by n less what was estimated, or bands of short series
    would be too narrow.
    """
    import pandas as pd
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    centre, spread = float(values.mean()), float(values.std())
    if spread == 0:
        return None
    series = pd.Series((values - centre) / spread)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a search that stops early is judged by the back-test like any other
        try:
            fit = ETSModel(series, error="add", initialization_method="heuristic", **shape).fit(disp=0)
            ahead = fit.get_prediction(start=len(values), end=len(values) + horizon - 1)
        except (ValueError, np.linalg.LinAlgError):
            return None
    freedom = len(values) - ESTIMATED[name]
    middle = centre + spread * np.asarray(ahead.predicted_mean, dtype=np.float64)
    variance = np.asarray(ahead.forecast_variance, dtype=np.float64) * len(values) / freedom
    if not (np.isfinite(middle).all() and np.isfinite(variance).all() and variance.min() >= 0):
        return None
    return Forecast(middle, spread * np.sqrt(variance), freedom)
