"""What the page of one unit says."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from ui.findings.carriers import one_carrier, open_alone
from ui.findings.expiries import without_place
from ui.findings.series import at, plain, rows_at, said, things
from ui.parts.wording import change, plural


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


def expiries(
    expiring: pd.DataFrame,
    unbooked: pd.DataFrame,
    booked: pd.DataFrame,
    month: date,
    title_of: Any,
    metric: Any,
) -> pd.DataFrame:
    """What runs out in 90 days, one row for each course, and how much of it has no place booked."""
    frames = (expiring, unbooked, booked)
    rows = []
    for course in sorted({c for frame in frames for c in rows_at(frame, month).get("course", []) if c}):
        parts = [_counted(metric, frame, month, course) for frame in frames]
        if set(parts) != {"none"}:
            rows.append((title_of(course), *parts))
    columns = [
        "Course",
        "Expire in 90 days, people",
        "Of those, no place booked",
        "All places booked in 90 days",
    ]
    return pd.DataFrame(rows, columns=columns)


def _counted(metric: Any, frame: pd.DataFrame, month: date, course: str) -> str:
    """A count in words: no row for a course, in a month whose return is in, is none."""
    words = said(metric, frame, month, course=course)
    return "none" if words in ("no return", "0") else words


def expiry_title(expiring: Any, unbooked: Any, booked: Any) -> str:
    """The unit's totals in one line, from a month whose training return is in; a hidden one stays hidden."""
    out, without, places = plain(expiring), plain(unbooked), plain(booked)
    tail = f"; {plural(places, 'place')} booked" if places is not None else ""
    if out is None:
        return f"How many course records expire in 90 days is not shown{tail}"
    if not out:
        return f"Nothing expires in 90 days{tail}"
    first = f"{plural(out, 'course record')} {'expires' if out == 1 else 'expire'} in 90 days"
    return first if without is None else f"{first}; {_placed(out, without)}"


def _placed(out: float, without: float) -> str:
    """How many of what expires have a place: all of them, or how many have none."""
    if without:
        return without_place(out, without)
    return "it has a place booked" if out == 1 else "each has a place booked"
