"""With nothing changing, a measure of the catalogue has a signal in its last month 2.5% of the time or less.

Each measure is judged as a page has it judged: by the chart that its Metric names, for counts as a small, a
middling and a large unit send them. Work varies more than Poisson, people come and go singly.
"""

import math
import zlib
from datetime import date

import numpy as np
import pytest

from analysis.chance_rates import Draw, negative_binomial, poisson
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.verdicts import DIFFERENCE_OF, every_month, judge

ALLOWED = 0.025
SERIES = 20_000
ERRORS = 3.5  # standard errors of a simulated share: a rate at the bound passes 4,000 times in 4,001
MONTHS = every_month((date(2024, 10, 31), date(2026, 9, 30)))

OF_WORK: dict[str, Draw] = {
    "2 a month": poisson(2),
    "6 a month": poisson(6),
    "20 a month, variance 40": negative_binomial(20, 40),
    "200 a month, variance 600": negative_binomial(200, 600),
}
OF_PEOPLE: dict[str, Draw] = {
    "0.3 a month": poisson(0.3),
    "1 a month": poisson(1),
    "3 a month": poisson(3),
    "8 a month": poisson(8),
}
CASES = [
    pytest.param(metric, draw, id=f"{metric.id}, {name}")
    for metric in METRICS.values()
    if metric.verdict == "signal"
    for name, draw in (OF_PEOPLE if metric.counts_people else OF_WORK).items()
]


def counts(draw: Draw, seed: list[int], series: int) -> list[list[float]]:
    found: list[list[float]] = draw(np.random.default_rng(seed), (series, len(MONTHS))).astype(float).tolist()
    return found


def judged(metric: Metric, draw: Draw, series: int = SERIES) -> tuple[int, int]:
    """How many stable series had a verdict, and how many of them a signal."""
    seed = zlib.crc32(metric.id.encode())
    values = counts(draw, [seed, 0], series)
    parts = [counts(draw, [seed, n], series) for n in (1, 2)] if metric.id in DIFFERENCE_OF else None
    verdicts = 0
    signals = 0
    for at, own in enumerate(values):
        both = (parts[0][at], parts[1][at]) if parts else None
        shown = [new - closed for new, closed in zip(*both, strict=True)] if both else own
        found = judge(metric, MONTHS, shown, parts=both)
        verdicts += found.is_judged
        signals += found.signal is not None
    return verdicts, signals


@pytest.mark.deep
@pytest.mark.parametrize(("metric", "draw"), CASES)
def test_a_stable_measure_signals_in_its_last_month_as_seldom_as_is_claimed(
    metric: Metric, draw: Draw
) -> None:
    verdicts, signals = judged(metric, draw)
    assert signals <= verdicts
    if not verdicts:  # too few in and out for a difference to be judged at all
        assert metric.id in DIFFERENCE_OF
        return
    assert signals / verdicts <= ALLOWED + ERRORS * math.sqrt(ALLOWED * (1 - ALLOWED) / verdicts)


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_only_a_measure_whose_verdict_is_a_signal_is_ever_given_one(metric: Metric) -> None:
    """A step that no chart of signals could miss."""
    values = [20.0, 21.0, 19.0, 20.0] * 5 + [90.0] * 4
    both = ([40 + value for value in values], [40.0] * 24) if metric.id in DIFFERENCE_OF else None
    found = judge(metric, MONTHS, values, parts=both)
    assert (found.signal is not None) == (metric.verdict == "signal")
