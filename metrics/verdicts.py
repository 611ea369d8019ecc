"""Judging a metric's monthly figures by the chart that the metric names, and by none where none fits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from analysis.new_quarters import quarterly_in_turn
from analysis.quarters import chart_for_counts, net_change_can_be_judged
from analysis.run_over_line import OverLine, over_line
from analysis.variation import Series
from analysis.xmr import xmr
from metrics.judged import Judged
from metrics.model import Chart, Metric, Over, Verdict
from metrics.signal import last_month, last_quarter

# What may be drawn and claimed of a figure. A stock or a rolling rate on an XmR chart is flagged about two
# times in three with nothing changing, so signals are for flows, each month counted anew.
MAY_CLAIM: dict[Over, tuple[Verdict, ...]] = {
    "flow": ("signal", "none"),
    "stock": ("months over the line", "none"),
    "rolling": ("interval", "months over the line", "none"),
}
MAY_DRAW: dict[Verdict, tuple[Chart, ...]] = {
    "signal": ("xmr",),
    "months over the line": ("lines", "spread"),
    "interval": ("lines",),
    "none": ("lines", "bars", "stacked", "steps"),
}
DIFFERENCE_OF = {"pressure/net_change": ("pressure/new", "pressure/closed")}
"""Metrics that are one count less another: what comes in, and what goes out."""

Line = float | Sequence[float | None] | None


class Whose(NamedTuple):
    """Whose figures they are: a unit (None for all in view) and a family of work, where it has any."""

    unit: str | None = None
    work_family: str | None = None


ALL_IN_VIEW = Whose()


def fits(metric: Metric) -> bool:
    """Whether the chart and verdict that a metric names are allowed for what it counts."""
    allowed = metric.chart in MAY_DRAW[metric.verdict] and metric.verdict in MAY_CLAIM[metric.over_time]
    return allowed and (metric.verdict != "signal" or metric.kind == "count")


def judge(
    metric: Metric,
    months: Sequence[date],
    values: Series,
    *,
    whose: Whose = ALL_IN_VIEW,
    rebase_at: Sequence[int] = (),
    line: Line = None,
    parts: tuple[Series, Series] | None = None,
) -> Judged:
    """Judge one metric's figures, one for each of `months` (month ends, in order), None for none.

    A month left out of `months` counts as missing. `rebase_at`: positions in `months` from which new limits
    begin. `line`: the local line in the unit of the values, one figure or one for each month. `parts`: for
    a metric of DIFFERENCE_OF what came in and what went out, without which it is not judged. Raises
    ValueError where the lengths differ.
    """
    every = every_month(months)
    filled = _fill(every, months, values)
    lines = _fill(every, months, line) if isinstance(line, Sequence) else line
    series = Judged(
        metric.id, whose.unit, whose.work_family, every, filled, "line", latest=filled[-1] if filled else None
    )
    if line is not None:
        series = replace(series, over=beyond_line(metric, filled, lines))
    if metric.verdict != "signal" or not fits(metric):
        return replace(series, why_not="no chart")
    at = [every.index(months[place]) for place in rebase_at if 0 < place < len(months)]
    if metric.id in DIFFERENCE_OF:
        if parts is None or not net_change_can_be_judged(*parts):
            return replace(series, kind="xmr", why_not="too few to judge")
        return last_month(series, xmr(filled, rebase_at=at, improvement=metric.better), whole_from=None)
    return _counts(metric, series, at)


def _counts(metric: Metric, series: Judged, at: Sequence[int]) -> Judged:
    """Counts by month, or by whole quarters of the calendar where they are small."""
    values, months = series.values, series.months
    if chart_for_counts(values) == "xmr":
        return last_month(series, xmr(values, rebase_at=at, improvement=metric.better), whole_from=0.0)
    starts = [(place, at_or_after(months, place)) for place in sorted({0, *at})]
    return last_quarter(series, quarterly_in_turn(values, starts, metric.better))


def at_or_after(months: Sequence[date], place: int) -> int:
    """The first position from `place` on at which a quarter of the calendar begins; the end if none does."""
    return next((n for n in range(place, len(months)) if months[n].month % 3 == 1), len(months))


def beyond_line(metric: Metric, values: Series, line: Line) -> OverLine:
    """Months on the wrong side of the line: over it, or under it for a metric of which more is better."""
    if metric.better != "higher":
        return over_line(values, line)
    lines = [_less(each) for each in line] if isinstance(line, Sequence) else _less(line)
    return over_line([_less(value) for value in values], lines)


def every_month(months: Sequence[date]) -> tuple[date, ...]:
    """The month ends from the first to the last, those left out too."""
    return _month_ends(months[0], months[-1]) if months else ()


@cache
def _month_ends(first: date, last: date) -> tuple[date, ...]:
    every = [first]
    while every[-1] < last:
        in_next_but_one = (every[-1] + timedelta(days=1)).replace(day=28) + timedelta(days=4)
        every.append(in_next_but_one.replace(day=1) - timedelta(days=1))
    return tuple(every)


def _fill(every: Sequence[date], months: Sequence[date], values: Series) -> tuple[float | None, ...]:
    """A value for every month, None where none was given; NaN means none."""
    known: Mapping[date, float | None] = dict(zip(months, values, strict=True))
    found = (known.get(month) for month in every)
    return tuple(None if value is None or value != value else float(value) for value in found)


def _less(value: float | None) -> float | None:
    return None if value is None else -value
