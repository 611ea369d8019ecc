"""Monthly counts of cases as a negative binomial, fitted by moments, with a season from 24 months on.

    mean of a month     μ_i = level · factor of its calendar month       (factor 1 without a season)
    dispersion          d   = max(0, (Σ(x_i − μ_i)² · n/(n−p) − Σμ_i) / Σμ_i²)
    variance            μ + d·μ²        (d = 0: Poisson), p = 12 levels with a season, else 1

Without a season this is r = 1/d = m²/(v − m), the method of moments (Anscombe 1950, Biometrika 37).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.variation import Series, known

YEAR = 12
FEWEST = 12
FEWEST_FOR_SEASON = 24
TWICE = 2  # times that every calendar month must have been seen for a season


@dataclass(frozen=True)
class FlowFit:
    """A flow of cases a month: its level, how much more than Poisson it varies, and its season.

    `factors` are for January to December, 1 on average, None without a season. `months` counts the months
    it rests on. `why_not`: "too_few_points" (under 12 months known) or "negative".
    """

    level: float = 0.0
    dispersion: float = 0.0
    factors: tuple[float, ...] | None = None
    months: int = 0
    why_not: str = ""

    def mean(self, calendar_month: int) -> float:
        """Cases expected in that calendar month (1 is January)."""
        return self.level * (self.factors[calendar_month - 1] if self.factors else 1.0)

    def draw(self, calendar_months: Sequence[int], draws: int, rng: np.random.Generator) -> NDArray[np.int64]:
        """Simulated counts, draws × months. Every draw has rates of its own, as far as the fit leaves them
        open: one level for all months, or with a season one for each calendar month."""
        apart = self.factors is not None
        columns = [self._rates(self.mean(month), apart, draws, rng) for month in calendar_months]
        rates = np.stack(columns if apart else columns[:1] * len(columns), axis=1)
        if self.dispersion > 0:
            rates = rates * rng.gamma(1 / self.dispersion, self.dispersion, rates.shape)
        return rng.poisson(rates)

    def _rates(self, mean: float, apart: bool, draws: int, rng: np.random.Generator) -> NDArray[np.float64]:
        """Gamma, with that mean and the variance of a mean of the months it was taken from.

        None seen is not none possible: then ½ event in so many months.
        """
        months = self.months / YEAR if apart else self.months
        if mean == 0:
            return rng.gamma(0.5, 1 / months, draws)
        variance = (1 / mean + self.dispersion) / months
        return mean * rng.gamma(1 / variance, variance, draws)


def fit_flow(values: Series, first_calendar_month: int) -> FlowFit:
    """Fit one flow, one count for each month in order, of which the first is in that calendar month.

    Missing months (None or NaN) are left out: months are taken as independent. Raises ValueError for a
    calendar month that is not 1 to 12.
    """
    if not 1 <= first_calendar_month <= YEAR:
        raise ValueError(f"there is no calendar month {first_calendar_month}")
    seen = [((first_calendar_month - 1 + at) % YEAR, known(each)) for at, each in enumerate(values)]
    months = np.array([month for month, value in seen if value is not None], dtype=np.int64)
    counts = np.array([value for _, value in seen if value is not None], dtype=np.float64)
    if len(counts) < FEWEST:
        return FlowFit(months=len(counts), why_not="too_few_points")
    if counts.min() < 0:
        return FlowFit(months=len(counts), why_not="negative")
    factors = _factors(months, counts)
    if factors is None:
        level = math.fsum(counts) / len(counts)
        return FlowFit(level, _dispersion(counts, np.full(len(counts), level), 1), None, len(counts))
    level = math.fsum(counts[months == month].mean() for month in range(YEAR)) / YEAR
    spread = _dispersion(counts, level * factors[months], YEAR)
    return FlowFit(level, spread, tuple(float(each) for each in factors), len(counts))


def _factors(months: NDArray[np.int64], counts: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Mean of each calendar month over the mean of those means; None without 24 months, two of each."""
    if len(counts) < FEWEST_FOR_SEASON or np.bincount(months, minlength=YEAR).min() < TWICE:
        return None
    means = np.array([counts[months == month].mean() for month in range(YEAR)])
    return means / means.mean() if means.mean() > 0 else None


def _dispersion(counts: NDArray[np.float64], means: NDArray[np.float64], estimated: int) -> float:
    squared = float(np.sum(means**2))
    if not squared:
        return 0.0
    spread = float(np.sum((counts - means) ** 2)) * len(counts) / (len(counts) - estimated)
    return max(0.0, (spread - float(means.sum())) / squared)
