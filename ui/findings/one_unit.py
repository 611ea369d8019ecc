"""What the page of one unit says."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from charts.lines import Line, Lines
from ui.findings.carriers import one_carrier, open_alone
from ui.findings.series import at, plain, rows_at, said, series, things
from ui.wording import change, month_name, plural


def headline(
    title: str,
    metric: Any,
    frame: pd.DataFrame,
    months: Sequence[date],
    family: str | None,
    known: bool = True,
    open_work: float | None = None,
) -> str:
    """The unit and its main finding: open work for each carrier and its plain change."""
    if family is None or not months:
        return f"{title}: no caseload return"
    now = plain(at(frame, months[-1], work_family=family))
    words = said(metric, frame, months[-1], work_family=family)
    if now is None:
        unknown = words == "no return" and open_work is not None
        return f"{title}: {open_alone(family, open_work) if unknown else words}"
    before = plain(at(frame, months[-2], work_family=family)) if len(months) > 1 else None
    moved = f", {change(now, before, months[-2], metric.decimals)}" if before is not None else ""
    return f"{title}: {words} open {things(family)} per {one_carrier(family, known)}{moved}"


def measure_lines(metric: Any, frame: pd.DataFrame, months: Sequence[date], **where: str) -> Lines:
    """One measure of the unit over the shared months; the title says where it stands."""
    scale, suffix = (100.0, "%") if metric.unit == "%" else (1.0, "")
    values = series(frame, months, scale, **where)
    now, before = values[-1], values[-2] if len(values) > 1 else None
    moved = change(
        now, before, months[-2] if len(months) > 1 else None, metric.decimals, " points" if suffix else ""
    )
    title = f"{metric.title}: {said(metric, frame, months[-1], **where)}, {moved}"
    if now is None:
        title = f"{metric.title}: {said(metric, frame, months[-1], **where)}"
    return Lines(
        title,
        f"{metric.basis if metric.unit == '%' else metric.unit}, {months[0]:%b %Y} to {months[-1]:%b %Y}",
        tuple(months),
        (Line(metric.title, values),),
        metric.decimals,
        suffix,
        height=200,
    )


def expiries(
    expiring: pd.DataFrame, booked: pd.DataFrame, month: date, title_of: Any, metric: Any
) -> pd.DataFrame:
    """What runs out in 90 days, one row for each course, against the places booked."""
    rows = []
    for course in sorted(
        {*rows_at(expiring, month).get("course", []), *rows_at(booked, month).get("course", [])}
    ):
        parts = [_counted(metric, frame, month, course) for frame in (expiring, booked)]
        if parts != ["none", "none"]:
            rows.append((title_of(course), *parts))
    return pd.DataFrame(rows, columns=["Course", "Expire in 90 days, people", "Booked in 90 days, places"])


def _counted(metric: Any, frame: pd.DataFrame, month: date, course: str) -> str:
    """A count in words: no row for a course, in a month whose return is in, is none."""
    words = said(metric, frame, month, course=course)
    return "none" if words in ("no return", "0") else words


def expiry_title(expiring: pd.DataFrame, booked: pd.DataFrame, month: date) -> str:
    """The totals in one line."""
    out, places = (_sum(frame, month) for frame in (expiring, booked))
    if out is None and places is None:
        return f"What expires in the 90 days after {month_name(month)} is not known"
    expire = "expires" if out == 1 else "expire"
    first = f"{plural(out, 'course record')} {expire}" if out else "No course record expires"
    return f"{first} in 90 days; {plural(places or 0, 'place')} booked"


def _sum(frame: pd.DataFrame, month: date) -> float | None:
    values = [v for v in (plain(x) for x in rows_at(frame, month).get("value", [])) if v is not None]
    return sum(values) if values else None
