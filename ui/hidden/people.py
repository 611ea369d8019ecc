"""The counts of people that figures give, as their measure declares them, and what goes with them."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown, Suppressed
from metrics.model import DIMENSIONS, Metric
from metrics.told import Tells
from ui.findings.series import plain, records
from ui.hidden.hiding import TOLD, with_marks

PARTS = ("numerator", "denominator")
Read = Callable[[str], pd.DataFrame]
"""The same figures of another measure: of the same units, months and split."""


def people_in(frame: pd.DataFrame, metric: Metric, read: Read) -> pd.DataFrame:
    """The frame with a further column for each count that the measure tells; where its parts count no people,
    the first of these counts stands in their place, so that only what is told is judged.
    """
    if frame.empty or not metric.tells:
        return frame
    counts = [_told(frame, each, read) for each in metric.tells]
    told = {f"{TOLD}{n}": column for n, column in enumerate(counts)}
    if metric.counts_people:
        return frame.assign(**told)
    none = [None if n is None else 0.0 for n in counts[0]]
    return frame.assign(numerator=counts[0], denominator=none, **told)


def _told(frame: pd.DataFrame, tells: Tells, read: Read) -> list[float | None]:
    parts = [
        (frame[name], times) for name, times in zip(PARTS, (tells.numerator, tells.denominator), strict=True)
    ]
    if tells.beside:
        parts.append((_lined_up(frame, read(tells.beside)), 1))
    used = [([plain(n) for n in column], times) for column, times in parts if times]
    rows = zip(*(column for column, _ in used), strict=True)
    return [_sum(row, [times for _, times in used]) for row in rows]


def _sum(row: Sequence[float | None], times: Sequence[int]) -> float | None:
    if None in row:
        return None
    return round(sum((n or 0.0) * many for n, many in zip(row, times, strict=True)), 6)


def _lined_up(frame: pd.DataFrame, other: pd.DataFrame) -> list[object]:
    """The other frame's numerators in the order of this one's rows."""
    keys = keys_of(frame)
    found = {_key(row, keys): row["numerator"] for row in records(other)}
    return [found.get(_key(row, keys)) for row in records(frame)]


def keys_of(frame: pd.DataFrame) -> list[str]:
    """The columns that say what a row is of."""
    return [name for name in frame.columns if name in ("force", "unit", "month_end", *DIMENSIONS)]


def _key(row: dict[Hashable, Any], keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in keys)


def hide_with(
    frame: pd.DataFrame, other: pd.DataFrame, months_back: Sequence[int], only: date | None
) -> pd.DataFrame:
    """The frame with each row marked of which the other's row is hidden, in a month that this one reaches to.

    `other` may be split by less; its rows have the months that the figures of `frame` reach back to. `only`
    is the month of rows that name none.
    """
    if frame.empty or other.empty:
        return frame
    keys = [name for name in keys_of(frame) if name in other.columns and name != "month_end"]
    gone = {
        (*_key(row, keys), _month(row, only)) for row in records(other) if isinstance(row["value"], NotShown)
    }
    marks = [
        Suppressed()
        if not isinstance(row["value"], NotShown)
        and any((*_key(row, keys), _month(row, only) - back) in gone for back in months_back)
        else None
        for row in records(frame)
    ]
    return with_marks(frame, marks)


def _month(row: dict[Hashable, Any], only: date | None) -> int:
    month = pd.Timestamp(row.get("month_end", only))
    return month.year * 12 + month.month
