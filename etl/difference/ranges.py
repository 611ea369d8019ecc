"""In which range a measure lay before the month that is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from etl.difference.model import Range, RangeKind
from metrics.judged import Judged
from metrics.model import Metric
from metrics.verdicts import judge

A_YEAR = 12


def range_before(
    metric: Metric, before: Mapping[date, float | None], begun: Sequence[date] = ()
) -> Range | None:
    """The usual range of the months before, for a count of each month; else the lowest and highest of a year.

    A stock or a rolling rate on such a chart is flagged most of the time with nothing changing, so it has no
    usual range. `begun`: months from which a person let new limits begin. None where nothing is known.
    """
    months = sorted(before)
    if metric.verdict == "signal" and months:
        places = [place for place, month in enumerate(months) if month in begun]
        judged = judge(metric, months, [before[month] for month in months], rebase_at=places)
        if judged.usual is not None:
            return Range(*judged.usual, _kind(judged), judged.points)
    known = [value for month in months[-A_YEAR:] if (value := before[month]) is not None]
    return Range(min(known), max(known), "seen", len(known)) if known else None


def _kind(judged: Judged) -> RangeKind:
    if judged.kind == "quarterly":
        return "usual quarter"
    return "trial" if judged.trial else "usual"
