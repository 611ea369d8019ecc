"""From a funnel as judged to the chart that shows it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from analysis.funnel_scales import SCALES
from analysis.funnels import Funnel, FunnelPoint
from analysis.intervals import ALERT, USUAL
from analysis.variation import Direction, Improvement, variation_of
from charts.funnel import FunnelModel, FunnelUnit, Limits, ends_of
from charts.signal_words import signal_of

SIDES: dict[str, Direction] = {"high": "high", "low": "low"}
POINTS = 60


def of_funnel(
    found: Funnel,
    frame: FunnelModel,
    *,
    improvement: Improvement = "neither",
    names: Mapping[str, str] | None = None,
    scale: float = 1.0,
) -> FunnelModel:
    """Fill `frame` (its title, measure and how figures are said) with a funnel.

    `names` gives the title of each unit, `scale` what figures are multiplied by, 100 for percent. Units
    without a figure are left out: the page names them. Raises ValueError where there are intervals only.
    """
    if found.form != "funnel" or found.average is None:
        raise ValueError("too few units for a funnel: draw their intervals")
    points = [p for p in found.points if p.usual.value is not None and p.lower95 is not None]
    units = [_unit(p, improvement, (names or {}).get(p.unit, p.unit), scale) for p in points]
    return replace(
        frame,
        units=tuple(sorted(units, key=lambda unit: unit.name)),
        average=found.average * scale,
        curve=_curve(found, found.average, [unit.size for unit in units], scale),
        adjusted=found.adjusted,
    )


def _curve(found: Funnel, average: float, sizes: list[float], scale: float) -> tuple[Limits, ...]:
    """The limits from a little under the smallest unit to a little over the largest."""
    low, high = min(sizes) * 0.8, max(sizes) * 1.08
    tau2 = found.spread.tau2 if found.spread and found.adjusted else None
    limits = SCALES[found.kind].limits
    steps = [low + (high - low) * n / POINTS for n in range(POINTS + 1)]
    return tuple(
        _scaled(Limits(size, *limits(size, average, USUAL, tau2), *limits(size, average, ALERT, tau2)), scale)
        for size in steps
    )


def _unit(point: FunnelPoint, improvement: Improvement, name: str, scale: float) -> FunnelUnit:
    size, value = float(point.usual.size or 0), float(point.usual.value or 0)
    ends = (point.lower95 or 0.0, point.upper95 or 0.0, point.lower998 or 0.0, point.upper998 or 0.0)
    direction = SIDES.get(point.flag)
    signal = signal_of(variation_of(direction, improvement), direction)
    outside: Literal["", "95%", "99.8%"] = "99.8%" if point.flag else "95%" if point.noted else ""
    return FunnelUnit(name, size, value * scale, _scaled(Limits(size, *ends), scale), signal, outside)


def _scaled(limits: Limits, scale: float) -> Limits:
    return Limits(limits.size, *(end * scale for end in ends_of(limits)))
