"""Whether different weights agree on the way that work has gone: cases as they are, and weighted.

Harm weights (Crime Severity Score, Cambridge index) are no weights of effort and do not belong here.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from analysis.variation import known

Way = Literal["up", "down", "same", "not known"]
SAME = 1e-9  # of the larger of the two: less is the rounding of the computer


@dataclass(frozen=True)
class Weighted:
    """Work under one set of weights, before and after, in its own unit, and which way it went.

    `change` is relative to before (0.1: a tenth more), None where before is 0. `why_not`: "missing" where a
    count is, or "no_weight" where a work type with cases has none (`without_weight` names them).
    """

    name: str
    before: float | None = None
    after: float | None = None
    change: float | None = None
    way: Way = "not known"
    without_weight: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class Weightings:
    """The same work under several weights. `disagree` when some say more and some say less."""

    each: tuple[Weighted, ...]
    disagree: bool


def weightings(
    before: Mapping[str, float | None],
    after: Mapping[str, float | None],
    weights: Mapping[str, Mapping[str, float]],
) -> Weightings:
    """Σ cases · weight by work type, before and after, as raw cases and under every set of `weights`.

    `before` and `after` are cases by work type; a work type that is in one alone had none in the other.
    "raw" counts every case as 1 and always comes first.
    """
    types = sorted({*before, *after})
    counts = {name: (known(before.get(name, 0.0)), known(after.get(name, 0.0))) for name in types}
    sets: dict[str, Mapping[str, float]] = {"raw": dict.fromkeys(types, 1.0), **weights}
    each = tuple(_weighted(name, counts, given) for name, given in sets.items())
    ways = {one.way for one in each}
    return Weightings(each, {"up", "down"} <= ways)


def _weighted(
    name: str, counts: Mapping[str, tuple[float | None, float | None]], weights: Mapping[str, float]
) -> Weighted:
    both = {work: (x, y) for work, (x, y) in counts.items() if x is not None and y is not None}
    if len(both) < len(counts) or not counts:
        return Weighted(name, why_not="missing")
    if bare := tuple(work for work, pair in both.items() if any(pair) and work not in weights):
        return Weighted(name, without_weight=bare, why_not="no_weight")
    first, last = (
        math.fsum(pair[end] * weights[work] for work, pair in both.items() if work in weights)
        for end in (0, 1)
    )
    return Weighted(name, first, last, last / first - 1 if first else None, _way(first, last))


def _way(first: float, last: float) -> Way:
    if abs(last - first) <= SAME * max(abs(first), abs(last)):
        return "same"
    return "up" if last > first else "down"
