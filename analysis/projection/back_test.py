"""How well each method would have forecast the months that are known, from what was known before them.

Rolling origin: forecast from every one of the last months, each time from the values up to it alone.
MASE: mean of |actual − forecast| over the mean |monthly change| before the origin; under 1 beats forecasting
every month as the one before. Source: Hyndman and Koehler 2006 (International Journal of Forecasting 22).
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from analysis.projection.fans import SCORED, Forecast, Numbers

Method = Callable[[Numbers, int], Forecast | None]


@dataclass(frozen=True)
class PastForecast:
    """One forecast and what came: made after `origin` values of the series, `step` months ahead of them.

    `lower` and `upper` are the 80% band; `scale` the mean absolute monthly change before the origin. All in
    the unit of the series. A forecast that was published is scored by the same record once its month is in.
    """

    method: str
    origin: int
    step: int
    forecast: float
    lower: float
    upper: float
    actual: float
    scale: float


@dataclass(frozen=True)
class Score:
    """A method's forecasts scored: `mase` (lower is better) and the share of truths in the 80% band.

    `error` is the mean absolute error in the unit of the series. `mase` is None where nothing changed before
    any origin, `forecasts` of them counted.
    """

    method: str
    mase: float | None
    coverage_80: float
    error: float
    forecasts: int


def back_test(
    values: Numbers, methods: Mapping[str, Method], horizon: int, origins: Iterable[int]
) -> tuple[PastForecast, ...]:
    """Every forecast of every method from every origin, up to `horizon` months ahead or the last value.

    A method that finds no forecast at one of the origins is left out altogether: the others would be scored
    on other months.
    """
    starts = list(origins)
    past: list[PastForecast] = []
    for name, method in methods.items():
        made = [_from(values, name, method, horizon, origin) for origin in starts]
        if all(made):
            past.extend(each for one in made for each in one)
    return tuple(past)


def scores_of(past: Iterable[PastForecast]) -> tuple[Score, ...]:
    """The score of every method in `past`, in the order in which they first appear."""
    by_method: dict[str, list[PastForecast]] = {}
    for each in past:
        by_method.setdefault(each.method, []).append(each)
    return tuple(_score(name, made) for name, made in by_method.items())


def _from(values: Numbers, name: str, method: Method, horizon: int, origin: int) -> list[PastForecast]:
    known, after = values[:origin], values[origin : origin + horizon]
    made = method(known, len(after))
    if made is None:
        return []
    lower, upper = made.band(SCORED)
    scale = float(np.abs(np.diff(known)).mean())
    columns = zip(made.middle.tolist(), lower.tolist(), upper.tolist(), after.tolist(), strict=True)
    return [PastForecast(name, origin, step, *column, scale) for step, column in enumerate(columns, 1)]


def _score(name: str, made: list[PastForecast]) -> Score:
    errors = [abs(each.actual - each.forecast) for each in made]
    scaled = [error / each.scale for error, each in zip(errors, made, strict=True) if each.scale > 0]
    inside = sum(each.lower <= each.actual <= each.upper for each in made)
    return Score(
        name,
        math.fsum(scaled) / len(scaled) if scaled else None,
        inside / len(made),
        math.fsum(errors) / len(made),
        len(made),
    )
