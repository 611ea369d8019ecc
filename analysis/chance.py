"""How many signals chance alone would give, to print beside the number seen.

Even when nothing changes, the last point of an XmR chart is flagged about once in fifty. The rates are
simulated with our own charts (chance_rates.py) and stored with their seed.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

ChartKind = Literal["xmr", "quarterly"]
TABLE = Path(__file__).with_name("chance_rates.json")


@dataclass(frozen=True)
class JudgedChart:
    """A chart whose last point was looked at: its kind, and its points (quarters if it is quarterly)."""

    kind: ChartKind
    points: int


@dataclass(frozen=True)
class ByChance:
    """Signals expected at the last point if nothing has changed in any chart.

    `charts` had enough points to be judged, `too_short` had not and cannot signal. `expected` is a mean,
    `about` the same to the nearest whole number, for "about 2 expected by chance"; `under_one` asks for
    "fewer than one" in its place. Charts of one unit move together (new work and net change): that leaves
    the mean as it is, and makes single months vary more around it.
    """

    charts: int
    too_short: int
    expected: float
    about: int
    under_one: bool


def expected_by_chance(charts: Iterable[JudgedChart]) -> ByChance:
    """Expected number of signals at the last point among stable charts: the sum of their rates.

    Raises ValueError for an unknown kind of chart.
    """
    rates = [last_point_rate(chart.kind, chart.points) for chart in charts]
    judged = [rate for rate in rates if rate is not None]
    expected = math.fsum(judged)
    return ByChance(
        charts=len(judged),
        too_short=len(rates) - len(judged),
        expected=expected,
        about=math.floor(expected + 0.5),
        under_one=bool(judged) and expected < 1,
    )


def last_point_rate(kind: ChartKind, points: int) -> float | None:
    """Share of stable charts whose last point is flagged, 0 to 1; None with too few points for limits.

    The mean over the simulated scenarios of that kind, in a straight line between the numbers of points
    simulated, level after the last. Fixed baselines, rebased groups and missing months are not simulated.
    """
    known = stored_rates().get(kind)
    if known is None:
        raise ValueError(f"no rates are stored for charts of kind {kind!r}")
    if points < known[0][0]:
        return None
    for (n, rate), (next_n, next_rate) in pairwise(known):
        if points < next_n:
            return rate + (next_rate - rate) * (points - n) / (next_n - n)
    return known[-1][1]


@cache
def stored_rates() -> dict[str, list[tuple[int, float]]]:
    """Mean rate of each kind of chart by number of points, in order, from the stored table."""
    rates = json.loads(TABLE.read_text(encoding="utf-8"))["rates"]
    return {kind: _mean_by_points(list(scenarios.values())) for kind, scenarios in rates.items()}


def _mean_by_points(scenarios: list[dict[str, float]]) -> list[tuple[int, float]]:
    return [
        (int(points), math.fsum(each[points] for each in scenarios) / len(scenarios))
        for points in scenarios[0]
    ]
