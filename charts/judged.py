"""From a judged series to the chart that shows it: monthly values, and counts pooled by quarter."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analysis.quarters import Quarter, QuarterlyChart
from analysis.survival import SurvivalCurve
from analysis.xmr import Limits, XmrChart
from charts.signal_words import signal_of
from charts.survival import Curve
from charts.xmr import Band, XmrModel
from metrics.judged import Judged
from metrics.verdicts import DIFFERENCE_OF

Ends = tuple[float | None, float | None]

NO_RANGE = {
    "no values": "no month has a figure",
    "too few points": "it takes 8 months with a figure, one after the other",
    "no variation yet": "its figure has hardly moved from month to month",
    "too few quarters": "it takes five whole quarters",
    "no events": "there was none in any quarter",
    "not counts": "only whole counts are pooled by quarter",
}

NO_CURVE = {"nobody": "nobody was seen in it", "too_few_at_risk": "too few were at risk at any one time"}


def of_xmr(
    chart: XmrChart,
    frame: XmrModel,
    *,
    scale: float = 1.0,
    at_least: float | None = None,
    whole: bool = False,
    causes: Mapping[int, str] | None = None,
) -> XmrModel:
    """Fill `frame` (its title, measure, months and how figures are said) with a judged monthly series.

    `scale` is what figures and limits are multiplied by, 100 for a share shown in percent. `at_least` is
    the lowest figure there can be, 0 for a count: a limit is not drawn below it. With `whole` the range
    ends at the least and the most whole count within the limits. `causes` gives, for the position at which
    new limits begin, why. Raises ValueError where months and points differ in number.
    """
    _same_length(len(frame.months), len(chart.points))
    return replace(
        frame,
        values=tuple(_scaled(point.value, scale) for point in chart.points),
        signals=tuple(signal_of(p.variation, p.direction, p.reason) for p in chart.points),
        bands=tuple(
            _band(group, _ends(group, scale, at_least, whole), scale, causes or {}) for group in chart.groups
        ),
    )


def of_quarters(chart: QuarterlyChart, frame: XmrModel, causes: Mapping[int, str] | None = None) -> XmrModel:
    """Fill `frame` with quarterly counts; its months are those of the series that was pooled.

    The quarters are named by their last months, and months after the last whole quarter are left out.
    `causes` as in `of_xmr`, by the month from which new limits hold: the first whole quarter after it shows
    them.
    """
    charts = [each for each in (*chart.earlier, chart) if each.quarters]
    quarters = [quarter for each in charts for quarter in each.quarters]
    return replace(
        frame,
        months=tuple(_last_month(frame.months, quarter) for quarter in quarters),
        values=tuple(None if q.count is None else float(q.count) for q in quarters),
        signals=tuple(signal_of(q.variation, q.direction) for q in quarters),
        bands=tuple(_of_each(charts, causes or {})),
        each="quarter",
    )


def _of_each(charts: Sequence[QuarterlyChart], causes: Mapping[int, str]) -> Iterator[Band]:
    start = 0
    for n, chart in enumerate(charts):
        known_range = chart.lower is not None
        first = chart.quarters[0].start
        cause = next((causes[at] for at in range(first, first - 3, -1) if at in causes), "") if n else ""
        yield Band(
            start,
            start + len(chart.quarters),
            chart.centre,
            chart.lower,
            chart.upper,
            why_not="" if known_range else NO_RANGE.get(chart.why_not, ""),
            cause=cause,
        )
        start += len(chart.quarters)


def of_judged(judged: Judged, frame: XmrModel, causes: Mapping[int, str] | None = None) -> XmrModel:
    """Fill `frame` with a metric's judged counts; its months become those of the series, none left out.

    `causes` as in `of_xmr`, by position in the series. Raises ValueError for a series without a chart.
    """
    framed = replace(frame, months=judged.months)
    if isinstance(judged.chart, QuarterlyChart):
        return of_quarters(judged.chart, framed, causes)
    if judged.chart is None:
        raise ValueError(f"{judged.metric} has no chart: draw its line")
    least = None if judged.metric in DIFFERENCE_OF else 0.0
    return of_xmr(judged.chart, framed, at_least=least, whole=True, causes=causes)


def of_survival(name: str, found: SurvivalCurve, at_risk: Sequence[int | None]) -> Curve:
    """A curve to draw, with how many were at risk at each tick of its chart (analysis.risk_sets)."""
    return Curve(
        name,
        found.times,
        found.survival,
        found.lower,
        found.upper,
        tuple(at_risk),
        found.at_risk,
        found.starts_at,
        found.median,
        found.median_lower,
        found.median_upper,
        NO_CURVE.get(found.why_not, ""),
    )


def empty(title: str, measure: str, months: Sequence[date]) -> XmrModel:
    """A frame to fill: what the chart is called and the months it is over."""
    return XmrModel(title, measure, tuple(months), (), (), ())


def _band(group: Limits, ends: Ends, scale: float, causes: Mapping[int, str]) -> Band:
    return Band(
        group.start,
        group.stop,
        _scaled(group.centre, scale),
        *ends,
        group.trial,
        NO_RANGE.get(group.why_not, ""),
        causes.get(group.start, ""),
    )


def _ends(group: Limits, scale: float, at_least: float | None, whole: bool) -> Ends:
    """The ends of the usual range as they are said: whole for counts, never under the least there can be."""
    lower, upper = _scaled(group.lower, scale), _scaled(group.upper, scale)
    if lower is None or upper is None:
        return None, None
    if whole and math.ceil(lower) <= math.floor(upper):
        lower, upper = float(math.ceil(lower)), float(math.floor(upper))
    return (lower if at_least is None else max(lower, at_least)), upper


def _last_month(months: Sequence[date], quarter: Quarter) -> date:
    return months[quarter.start + 2]


def _scaled(value: float | None, scale: float) -> float | None:
    return None if value is None else value * scale


def _same_length(months: int, points: int) -> None:
    if months != points:
        raise ValueError(f"{months} months for {points} points")
