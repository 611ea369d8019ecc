"""Forecasts as a middle and the bands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

LEVELS = (0.5, 0.8, 0.95)
SCORED = 0.8  # the band whose coverage is kept
LONGEST = 12  # months ahead: beyond a year nothing here is worth showing


@dataclass(frozen=True)
class Band:
    """Where `level` of all such forecasts should find the truth."""

    level: float
    lower: float
    upper: float


@dataclass(frozen=True)
class FanMonth:
    """The forecast `step` months after the last month known: its middle, and a band for every level."""

    step: int
    middle: float
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Forecast:
    """Middle and standard error of each month ahead, in the unit of the series.

    `freedom`: values less what was estimated from them; so few make the bands wider (Student's t).
    """

    middle: Numbers
    error: Numbers
    freedom: int

    def band(self, level: float) -> tuple[Numbers, Numbers]:
        """Lower and upper ends of every month's band: middle ± t · standard error."""
        reach = student(level, self.freedom) * self.error
        return self.middle - reach, self.middle + reach


@cache
def student(level: float, freedom: int) -> float:
    """Half width of a band of `level`, in standard errors estimated with so many degrees of freedom."""
    # The function under scipy.stats.t.ppf, without the second that importing scipy.stats takes.
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + level) / 2))


def fan_of(forecast: Forecast, at_least: float) -> tuple[FanMonth, ...]:
    """The fan of a forecast; no end and no middle lies below `at_least` (cases are never below 0)."""
    ends = {level: forecast.band(level) for level in LEVELS}
    return tuple(
        FanMonth(
            month + 1,
            max(float(middle), at_least),
            tuple(
                _band(level, lower[month], upper[month], at_least) for level, (lower, upper) in ends.items()
            ),
        )
        for month, middle in enumerate(forecast.middle)
    )


def fan_of_paths(paths: NDArray[Any]) -> tuple[FanMonth, ...]:
    """The fan of simulated paths (draws × months): their median, and the quantiles of every level."""
    return tuple(
        FanMonth(month + 1, float(np.median(drawn)), tuple(_quantiles(drawn, level) for level in LEVELS))
        for month, drawn in enumerate(paths.T)
    )


def _quantiles(drawn: NDArray[Any], level: float) -> Band:
    lower, upper = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return Band(level, float(lower), float(upper))


def _band(level: float, lower: float, upper: float, at_least: float) -> Band:
    return Band(level, max(float(lower), at_least), max(float(upper), at_least))


def checked_horizon(horizon: int) -> int:
    """The months ahead to forecast; ValueError for none, or for more than twelve."""
    if not 1 <= horizon <= LONGEST:
        raise ValueError(f"a projection reaches 1 to {LONGEST} months, not {horizon}")
    return horizon


def as_numbers(values: Sequence[float]) -> Numbers:
    return np.asarray(values, dtype=np.float64)
