"""Simulates how often the last point of a stable chart is flagged: python -m analysis.chance_rates stores it.

Only this script and its tests import it; the product reads the table it wrote (chance_rates.json).
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from analysis.chance import TABLE, ChartKind
from analysis.quarters import quarterly
from analysis.variation import Series, Variation
from analysis.xmr import xmr

SEED = 20251
CHARTS = 10_000  # simulated for each scenario and number of points
Draw = Callable[[np.random.Generator, tuple[int, int]], np.ndarray]


def poisson(mean: float) -> Draw:
    """Counts with this mean a month."""
    return lambda rng, shape: rng.poisson(mean, shape)


def negative_binomial(mean: float, variance: float) -> Draw:
    """Counts with this mean and a variance above it, by moments: n = mean² / (variance - mean)."""
    size, share = mean**2 / (variance - mean), mean / variance
    return lambda rng, shape: rng.negative_binomial(size, share, shape)


def normal(mean: float, sd: float) -> Draw:
    """Measurements."""
    return lambda rng, shape: rng.normal(mean, sd, shape)


# The stable series that each kind of chart is given, and the numbers of points at which it is tried.
SCENARIOS: dict[ChartKind, dict[str, Draw]] = {
    "xmr": {
        "normal": normal(100, 10),
        "poisson 6": poisson(6),
        "poisson 10": poisson(10),
        "poisson 20": poisson(20),
        "negative binomial 20, variance 40": negative_binomial(20, 40),
    },
    "quarterly": {
        "poisson 0.5 a month": poisson(0.5),
        "poisson 2 a month": poisson(2),
        "poisson 5 a month": poisson(5),
        "negative binomial 2 a month, variance 4": negative_binomial(2, 4),
    },
}
POINTS: dict[ChartKind, tuple[int, ...]] = {
    "xmr": (8, 10, 11, 12, 14, 16, 18, 20, 24, 30, 36, 48, 60),
    "quarterly": (5, 6, 8, 12, 20),
}


def verdict(kind: ChartKind, values: Series) -> Variation:
    """What the chart says of the last point of a monthly series."""
    return xmr(values).variation if kind == "xmr" else quarterly(values).variation


def last_point_rate(kind: ChartKind, draw: Draw, points: int, charts: int, seed: list[int]) -> float:
    """Share of `charts` stable charts of `points` points (months or quarters) whose last is a signal."""
    months = points if kind == "xmr" else 3 * points
    series = draw(np.random.default_rng(seed), (charts, months)).astype(float).tolist()
    flagged = sum(verdict(kind, values) not in ("common", "not known") for values in series)
    return flagged / charts


def simulate(kind: ChartKind) -> dict[str, dict[str, float]]:
    """Rates by scenario and number of points; each cell has its own seed, so that one can be run alone."""
    return {
        name: {
            str(points): last_point_rate(kind, draw, points, CHARTS, [SEED, scenario, points])
            for points in POINTS[kind]
        }
        for scenario, (name, draw) in enumerate(SCENARIOS[kind].items())
    }


def main(path: Path = TABLE) -> None:
    """Write the table."""
    table = {"seed": SEED, "charts": CHARTS, "rates": {kind: simulate(kind) for kind in SCENARIOS}}
    path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
