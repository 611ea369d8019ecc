"""What expires in 90 days against the places booked, in running totals."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from charts.steps import Steps
from ui.findings.series import plain
from ui.wording import day

SPANS = (30, 60, 90)
BANDS = ("within 30 days", "31 to 60 days", "61 to 90 days")


def running(frame: pd.DataFrame, total: float | None) -> tuple[float | None, ...]:
    """Running totals at 30, 60 and 90 days from counts by band; a band without a row holds none."""
    if total is None:
        return (None,) * len(SPANS)
    found = {r["reason"]: plain(r["numerator"]) or 0.0 for r in frame.to_dict("records")}
    counts = [found.get(band, 0.0) for band in BANDS]
    return tuple(sum(counts[: n + 1]) for n in range(len(counts)))


def expiries(points: Sequence[tuple[int, float | None, float | None]], month: date) -> Steps:
    """Running totals of what expires and of places booked; the title says whether the places are enough."""
    labels = ("Now", *(f"{days} days" for days, _, _ in points))
    out = (0.0, *(e for _, e, _ in points))
    booked = (0.0, *(b for _, _, b in points))
    return Steps(
        expiries_title(out[-1], booked[-1]),
        f"Trauma-informed courses: places needed and booked, from {day(month)}",
        labels,
        out,
        booked,
    )


def expiries_title(expiring: float | None, booked: float | None) -> str:
    """The finding of the chart, from its last two totals."""
    if expiring is None or booked is None:
        return "What expires in the next 90 days"
    if not expiring:
        return "Nothing expires in the next 90 days"
    if booked >= expiring:
        return "Booked places cover what expires in 90 days"
    return f"{expiring - booked:,.0f} more expire in 90 days than have a place booked"
