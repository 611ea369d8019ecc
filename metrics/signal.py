"""The signal of a chart's last point: since when, how large, and what would end it."""

import math
from dataclasses import replace
from datetime import date
from itertools import takewhile

from analysis.quarters import QuarterlyChart
from analysis.variation import Direction
from analysis.xmr import Limits, Point, Reason, XmrChart
from metrics.judged import Judged, Signal

CLOSE = 2 / 3  # of the way from the centre to a limit
RANGE_OF_ONE_SD = 1.128  # the mean moving range of values with a standard deviation of 1


def last_month(judged: Judged, chart: XmrChart, *, whole_from: float | None) -> Judged:
    """The series with its XmR chart. `whole_from` is the least value there can be, None for a difference."""
    limits = chart.groups[-1] if chart.groups else None
    found = replace(
        judged,
        kind="xmr",
        chart=chart,
        centre=limits.centre if limits else None,
        usual=_usual(limits, whole_from) if limits else None,
        variation=chart.variation,
        why_not=chart.why_not,
    )
    last = chart.points[-1] if chart.points else None
    if limits is None or last is None or last.reason is None or last.direction is None:
        return found
    return replace(found, signal=_signal(judged, chart, limits, last.reason, last.direction))


def last_quarter(judged: Judged, chart: QuarterlyChart) -> Judged:
    """The series with its chart of whole quarters; `latest` is then the last quarter's count."""
    usual = None if chart.lower is None or chart.upper is None else (float(chart.lower), float(chart.upper))
    last = chart.quarters[-1] if chart.quarters else None
    found = replace(
        judged,
        kind="quarterly",
        chart=chart,
        latest=None if last is None or last.count is None else float(last.count),
        centre=chart.centre,
        usual=usual,
        variation=chart.variation,
        why_not=chart.why_not,
    )
    if last is None or last.count is None or last.direction is None or usual is None or not chart.centre:
        return found
    run = list(takewhile(lambda each: each.direction == last.direction, reversed(chart.quarters)))
    sd = math.sqrt(chart.centre * (1 - 1 / found.points))
    return replace(
        found,
        signal=Signal(
            "quarter",
            last.direction,
            judged.months[run[-1].start],
            3 * len(run),
            abs(last.count - chart.centre) / (RANGE_OF_ONE_SD * sd),
            usual[1] if last.direction == "high" else usual[0],
        ),
    )


def _signal(judged: Judged, chart: XmrChart, limits: Limits, reason: Reason, direction: Direction) -> Signal:
    points = chart.points[limits.start :]
    run = _run(points, reason, direction, limits.centre or 0.0)
    distance = abs((points[-1].value or 0.0) - (limits.centre or 0.0))
    return Signal(
        reason,
        direction,
        _month(judged, run),
        run,
        distance / limits.average_range if limits.average_range else 0.0,
        _to_return(limits, points[-1].value or 0.0, reason, direction),
    )


def _month(judged: Judged, back: int) -> date:
    return judged.months[len(judged.months) - back]


def _run(points: tuple[Point, ...], reason: Reason, direction: Direction, centre: float) -> int:
    """How many months the run that ends at the last point holds, by the rule that is named."""
    sign = 1 if direction == "high" else -1

    def flagged(place: int) -> bool:
        point = points[place]
        return bool(point.flags) and sign * ((point.value or 0.0) - centre) > 0

    def beside(place: int) -> bool:
        value = points[place].value
        return value is not None and sign * (value - centre) > 0

    def rising(place: int) -> bool:
        value, later = points[place].value, points[place + 1].value
        return value is not None and later is not None and sign * (later - value) > 0

    holds = {"trend": rising, "shift": beside}.get(reason, flagged)
    return 1 + sum(1 for _ in takewhile(holds, range(len(points) - 2, -1, -1)))


def _to_return(limits: Limits, latest: float, reason: Reason, direction: Direction) -> float | None:
    """The whole count at which the month to come would not be flagged by the rule that is named."""
    if limits.centre is None or limits.upper is None:
        return None
    reach = limits.upper - limits.centre
    sign = 1 if direction == "high" else -1
    ends = {
        "outside": limits.centre + sign * reach,
        "two of three": limits.centre + sign * CLOSE * reach,
        "shift": limits.centre,
        "trend": latest,
    }[reason]
    return float(math.floor(ends) if direction == "high" else math.ceil(ends))


def _usual(limits: Limits, least: float | None) -> tuple[float, float] | None:
    """The least and the most whole count within the limits, never under the least there can be."""
    if limits.lower is None or limits.upper is None:
        return None
    lower, upper = float(math.ceil(limits.lower)), float(math.floor(limits.upper))
    if lower > upper:
        lower, upper = limits.lower, limits.upper
    return (lower if least is None else max(least, lower), upper)
