"""What expires in 90 days and how much of it has a place booked, in running totals.

A place booked by one person covers nobody else: what has none is counted person by person, and added after.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from charts.steps import Steps
from ui.findings.series import plain
from ui.parts.wording import day

SPANS = (30, 60, 90)
BANDS = ("within 30 days", "31 to 60 days", "61 to 90 days")


def running(frame: pd.DataFrame, total: float | None) -> tuple[float | None, ...]:
    """Running totals at 30, 60 and 90 days from counts by band; a band without a row holds none.

    From a band that is not shown on, none can be given but the last, which is the `total`.
    """
    if total is None:
        return (None,) * len(SPANS)
    found = {r["reason"]: r["numerator"] for r in frame.to_dict("records")}
    counts = [found.get(band) for band in BANDS]
    hidden = next((n for n, each in enumerate(counts) if isinstance(each, NotShown)), len(counts))
    told = [sum(plain(each) or 0.0 for each in counts[: n + 1]) for n in range(hidden)]
    if hidden == len(counts):
        return tuple(told)
    return (*told, *[None] * (len(counts) - hidden - 1), total)


def all_that_expire(frame: pd.DataFrame) -> pd.DataFrame:
    """What expires, from the counts of what has no place booked: the whole that those are part of.

    Both stand side by side, so both are read from one frame: what is hidden in one is hidden in the other.
    """
    return frame.assign(numerator=frame["denominator"], value=frame["denominator"])


def expiries(points: Sequence[tuple[int, float | None, float | None]], month: date) -> Steps:
    """Running totals from (days, what expires, how much of it has no place booked)."""
    labels = ("Now", *(f"{days} days" for days, _, _ in points))
    out = (0.0, *(e for _, e, _ in points))
    placed = (0.0, *(None if e is None or n is None else e - n for _, e, n in points))
    return Steps(
        expiries_title(out[-1], points[-1][2]),
        f"Trauma-informed courses that expire, and those of them with a place booked, from {day(month)}",
        labels,
        out,
        placed,
        # A band without a row holds none, so what is not known here is not shown.
        hidden=None in (*out, *placed),
    )


def expiries_title(expiring: float | None, unbooked: float | None) -> str:
    """The finding of the chart: what expires, and how much of it has no place booked."""
    if expiring is None or unbooked is None:
        return "What expires in the next 90 days"
    if not expiring:
        return "Nothing expires in the next 90 days"
    if not unbooked:
        return "Everything that expires in 90 days has a place booked"
    expire = "expires" if expiring == 1 else "expire"
    return f"{expiring:,.0f} {expire} in 90 days; {without_place(expiring, unbooked)}"


def without_place(expiring: float, unbooked: float) -> str:
    """How much of what expires has no place booked: `none has a place booked`."""
    if unbooked == expiring:
        return "it has no place booked" if expiring == 1 else "none has a place booked"
    return f"{unbooked:,.0f} of them {'has' if unbooked == 1 else 'have'} no place booked"
