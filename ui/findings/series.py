"""Single values and series out of the frames a page reads."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analysis.disclosure import NotShown

Rows = np.ndarray[Any, np.dtype[np.bool_]]

FAMILIES = {
    "investigations": ("investigations", "investigator"),
    "registered offenders": ("registered offenders", "offender manager"),
    "referrals": ("referrals", "referral officer"),
    "disclosures": ("disclosures", "investigator"),
    "MARAC": ("MARAC cases", "carrier"),
    "missing": ("missing reports", "carrier"),
}


def things(family: str) -> str:
    """What the work of a family is called in a sentence: investigations, MARAC cases."""
    return FAMILIES.get(family, (family, "carrier"))[0]


def carrier(family: str) -> str:
    """Who carries a family's work in a sentence: investigator, offender manager."""
    return FAMILIES.get(family, (family, "carrier"))[1]


def plain(value: Any) -> float | None:
    """A number, or None where it is missing or hidden."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return None if value != value else float(value)


def records(frame: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Each row by its columns. pandas' own takes ten times as long for the few rows that most frames have."""
    columns = [frame[name].tolist() for name in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def rows_at(frame: pd.DataFrame, month: date | None, **where: str) -> pd.DataFrame:
    """The rows of one month end, and of the given unit, family and so on."""
    return frame if frame.empty else frame[_kept(frame, month, where)]


def at(frame: pd.DataFrame, month: date | None, column: str = "value", **where: str) -> Any:
    """The value of the one row of a month end, as the engine gave it; None where there is no such row."""
    place = _first(frame, month, where)
    return None if place is None else frame[column].iloc[place]


def said(metric: Any, frame: pd.DataFrame, month: date | None, **where: str) -> str:
    """The same value in the metric's own words."""
    place = _first(frame, month, where)
    if place is None:
        return "no return"
    return str(metric.say(*(frame[part].iloc[place] for part in ("value", "numerator", "denominator"))))


def series(
    frame: pd.DataFrame, months: Sequence[date], scale: float = 1.0, **where: str
) -> tuple[float | None, ...]:
    """A value for each month, None where no return came or the value is hidden."""
    values = (plain(value) for value in marked(frame, months, **where))
    return tuple(None if v is None else v * scale for v in values)


def marked(frame: pd.DataFrame, months: Sequence[date], **where: str) -> tuple[Any, ...]:
    """The same with the mark of what is known and not shown in its place; None where no return came."""
    rows = rows_at_any(frame, **where)
    known = {} if rows.empty else dict(zip(_days(rows), rows["value"], strict=True))
    found = (known.get(month) for month in months)
    return tuple(v if isinstance(v, NotShown) else plain(v) for v in found)


def rows_at_any(frame: pd.DataFrame, **where: str) -> pd.DataFrame:
    """The rows of every month, of the given unit, family and so on."""
    for column, wanted in where.items():
        frame = frame[frame[column] == wanted] if not frame.empty else frame
    return frame


def total(frame: pd.DataFrame, month: date | None, column: str = "numerator") -> float | None:
    """The sum of a column at a month end; None where no row says."""
    values = [v for v in (plain(x) for x in rows_at(frame, month).get(column, [])) if v is not None]
    return sum(values) if values else None


def main_family(open_work: pd.DataFrame, month: date | None, **where: str) -> str | None:
    """The family with the most open work; families are never added, so one has to speak for a unit."""
    rows = rows_at(open_work, month, **where)
    if rows.empty:
        return None
    sums = rows.groupby("work_family")["numerator"].sum().sort_values(ascending=False)
    return str(sums.index[0]) if len(sums) else None


def _first(frame: pd.DataFrame, month: date | None, where: Mapping[str, str]) -> int | None:
    """Where the first such row is. Looked up without taking rows out: a page asks a hundred times."""
    if frame.empty:
        return None
    places = np.flatnonzero(_kept(frame, month, where))
    return int(places[0]) if len(places) else None


def _kept(frame: pd.DataFrame, month: date | None, where: Mapping[str, str]) -> Rows:
    """Which rows are of a month end, and of the given unit, family and so on."""
    keep = _of_month(frame, month) if "month_end" in frame else np.ones(len(frame), dtype=bool)
    for column, wanted in where.items():
        keep = keep & np.asarray(frame[column] == wanted, dtype=bool)
    return keep


def _of_month(frame: pd.DataFrame, month: date | None) -> Rows:
    """Which rows are of a month end. Asked hundreds of times a page: days are not turned into dates first."""
    ends = frame["month_end"]
    if month is None:
        return np.zeros(len(ends), dtype=bool)
    if pd.api.types.is_datetime64_dtype(ends):
        return np.asarray(ends.to_numpy() == np.datetime64(month))
    return np.asarray(_days(frame) == month, dtype=bool)


def _days(frame: pd.DataFrame) -> pd.Series:
    return pd.to_datetime(frame["month_end"]).dt.date
