"""The forecasts that any other has to beat: as now, as now and on, as a year ago.

Standard errors for h months ahead, from n values. Source: Hyndman and Athanasopoulos, Forecasting:
Principles and Practice, 3rd edition, section 5.5 (for as now, σ is over the n − 1 monthly changes).
"""

import numpy as np

from analysis.projection.fans import Forecast, Numbers

YEAR = 12


def naive(values: Numbers, horizon: int) -> Forecast:
    """As in the last month: σ√h, σ² = Σ(y_t − y_{t−1})² / (n − 1). Needs 2 values."""
    changes = np.diff(values)
    sigma = float(np.sqrt(np.mean(changes**2)))
    return Forecast(np.full(horizon, values[-1]), sigma * np.sqrt(_steps(horizon)), len(changes))


def drift(values: Numbers, horizon: int) -> Forecast:
    """On by the mean monthly change b: σ√(h(1 + h/(n−1))), σ² = Σ(e − b)² / (n − 2). Needs 3 values."""
    changes, steps = np.diff(values), _steps(horizon)
    slope = float(changes.mean())
    sigma = float(np.sqrt(np.sum((changes - slope) ** 2) / (len(changes) - 1)))
    error = sigma * np.sqrt(steps * (1 + steps / len(changes)))
    return Forecast(values[-1] + slope * steps, error, len(changes) - 1)


def seasonal_naive(values: Numbers, horizon: int) -> Forecast:
    """As twelve months before: σ, as the horizon is a year at most, σ² = Σ(y_t − y_{t−12})² / (n − 12).

    Needs 13 values; the standard error past a year (σ√(k+1)) is not needed here.
    """
    changes = values[YEAR:] - values[:-YEAR]
    sigma = float(np.sqrt(np.mean(changes**2)))
    return Forecast(values[-YEAR:][:horizon], np.full(horizon, sigma), len(changes))


def _steps(horizon: int) -> Numbers:
    return np.arange(1, horizon + 1, dtype=np.float64)
