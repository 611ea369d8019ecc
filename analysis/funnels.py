"""Funnels: units of different size beside each other, and which of them stand out by more than chance.

A flag means "look here", not "bad". Units come back in the order of their names, never of their rates.
Sources: Spiegelhalter 2005, Funnel plots for comparing institutional performance; 10 or more units for a
funnel with overdispersion, 5 to 9 without, under 5 intervals only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from analysis.false_discoveries import adjusted
from analysis.funnel_scales import SCALES, Scale, side
from analysis.intervals import ALERT, USUAL, Interval
from analysis.overdispersion import Numbers, Spread, spread_beyond_chance

Kind = Literal["proportion", "rate", "ratio"]
Form = Literal["funnel", "intervals"]
FEWEST_FOR_A_FUNNEL = 5
FEWEST_FOR_OVERDISPERSION = 10
FALSE_DISCOVERIES = 0.05


@dataclass(frozen=True)
class FunnelPoint:
    """One unit: its figure with its own intervals, the limits at its size, and whether it stands out.

    Limits are None where the form is "intervals". `flag` is "high" or "low" beyond the 99.8% limits,
    `noted` the same beyond 95%, which one unit in twenty is by chance. `discovery` is the flag by Benjamini
    and Hochberg at 5%.
    """

    unit: str
    usual: Interval
    alert: Interval
    lower95: float | None = None
    upper95: float | None = None
    lower998: float | None = None
    upper998: float | None = None
    p_value: float | None = None
    noted: str = ""
    flag: str = ""
    discovery: str = ""


@dataclass(frozen=True)
class Funnel:
    """Every unit beside the average of them all, which is the ratio of sums.

    `adjusted` says that the limits allow for overdispersion, which a chart must say. `spread` is None where
    it was not looked for. `why_not` says why there are intervals only: "fewer_than_5_units" (with a
    denominator), or "no_variation" (nobody, or everybody).
    """

    kind: Kind
    form: Form
    average: float | None
    points: tuple[FunnelPoint, ...]
    adjusted: bool = False
    spread: Spread | None = None
    why_not: str = ""


def funnel(
    units: Mapping[str, tuple[float | None, float | None]],
    kind: Kind,
    fewest_for_overdispersion: int = FEWEST_FOR_OVERDISPERSION,
) -> Funnel:
    """Compare units by the share, rate or observed over expected of each.

    `units` gives for each its events and what they are of: how many there were (proportion), the exposure
    (rate), or the number expected (ratio, whose average is 1). A unit without a figure keeps its place,
    with the reason in its interval. A unit is flagged where it lies beyond the limits at its size, which are
    those that are drawn. Limits: proportion a ± z√(a(1 − a)/n), cut to 0 to 1; rate and ratio the events
    beyond which the average lies outside the unit's own exact interval. Adjusted for
    overdispersion, when there are 10 units and φ > 1: a ± z√(s² + τ²) on the scale of arcsine or square
    root, and back.
    """
    scale = SCALES[kind]
    points = tuple(_own(unit, *units[unit], scale) for unit in sorted(units))
    usable = [point for point in points if point.usual.value is not None]
    events, sizes = _numbers(usable)
    average = scale.average(events, sizes)
    if why_not := _why_no_funnel(len(usable), average, scale):
        return Funnel(kind, "intervals", average, points, why_not=why_not)
    assert average is not None
    spread = None
    if len(usable) >= fewest_for_overdispersion:
        spread = spread_beyond_chance(scale.scores(events, sizes, average), scale.errors(sizes, average))
    widened = spread is not None and spread.phi > 1
    tau2 = spread.tau2 if spread and widened else None
    judged = _discoveries([_judge(point, scale, average, tau2) for point in usable], average)
    known = {point.unit: point for point in judged}
    return Funnel(kind, "funnel", average, tuple(known.get(p.unit, p) for p in points), widened, spread)


def _own(unit: str, events: float | None, size: float | None, scale: Scale) -> FunnelPoint:
    return FunnelPoint(unit, scale.interval(events, size, USUAL), scale.interval(events, size, ALERT))


def _numbers(points: list[FunnelPoint]) -> tuple[Numbers, Numbers]:
    events = np.array([point.usual.events for point in points], dtype=np.float64)
    return events, np.array([point.usual.size for point in points], dtype=np.float64)


def _why_no_funnel(units: int, average: float | None, scale: Scale) -> str:
    if units < FEWEST_FOR_A_FUNNEL:
        return "fewer_than_5_units"
    return "no_variation" if average is None or average in (0, scale.most) else ""


def _judge(point: FunnelPoint, scale: Scale, average: float, tau2: float | None) -> FunnelPoint:
    """The limits at this unit's size, and where the unit lies of them."""
    size = point.usual.size
    assert size is not None
    usual = scale.limits(size, average, USUAL, tau2)
    alert = scale.limits(size, average, ALERT, tau2)
    noted, flag = (side(point.usual.value or 0.0, limits) for limits in (usual, alert))
    p_value = scale.p_value(point.usual, average, tau2)
    return FunnelPoint(point.unit, point.usual, point.alert, *usual, *alert, p_value, noted, flag)


def _discoveries(points: list[FunnelPoint], average: float) -> list[FunnelPoint]:
    """Each point with its flag by Benjamini and Hochberg 1995: at most 5% of those it flags are chance."""
    shares = adjusted([point.p_value for point in points if point.p_value is not None])
    return [
        replace(p, discovery=_above(p, average)) if q <= FALSE_DISCOVERIES else p
        for p, q in zip(points, shares, strict=True)
    ]


def _above(point: FunnelPoint, average: float) -> str:
    return "high" if (point.usual.value or 0) > average else "low"
