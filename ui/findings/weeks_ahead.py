"""What expires in each of the 13 weeks ahead, and the places booked in them."""

from datetime import date, timedelta

import pandas as pd

from charts.steps import Steps
from metrics.course_ahead import CourseAhead
from ui.findings.expiries import expiries_title
from ui.parts.wording import day, plural

DAYS = 90


def week_ends(month: date) -> tuple[date, ...]:
    """The last day of each of the 13 weeks after a month end; the last is of six days, and ends on day 90."""
    return tuple(month + timedelta(days=min(7 * n, DAYS)) for n in range(1, 14))


def _running(counts: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(float(sum(counts[:n])) for n in range(len(counts) + 1))


def steps(ahead: CourseAhead, month: date) -> Steps:
    """Running totals week by week: what expires, and how much of it has a place booked."""
    out, unbooked = _running(ahead.expiring), _running(ahead.no_place)
    return Steps(
        expiries_title(out[-1], unbooked[-1]),
        f"Trauma-informed courses that expire, and those of them with a place booked, from {day(month)}",
        ("Now", *(f"{end.day} {end:%b}" for end in week_ends(month))),
        out,
        tuple(e - u for e, u in zip(out, unbooked, strict=True)),
    )


def table(ahead: CourseAhead, month: date) -> pd.DataFrame:
    """One row for each week: what expires, how much has no place or one too late, and all places booked."""
    columns = {
        "Week to": list(week_ends(month)),
        "Expire": list(ahead.expiring),
        "Of those, no place booked in 90 days": list(ahead.no_place),
        "Of those, place only after it expires": list(ahead.place_after),
        "All places booked that week": list(ahead.places),
    }
    return pd.DataFrame(columns)


def too_late(ahead: CourseAhead) -> tuple[str, str] | None:
    """That a place comes only after the record runs out, as (finding, why); None where none does."""
    late = sum(ahead.place_after)
    if not late:
        return None
    runs, it, place = ("expires", "it is", "place is") if late == 1 else ("expire", "they are", "places are")
    return (
        f"{plural(late, 'course record')} {runs} before the {place.split()[0]} booked",
        f"The {place} within 90 days, but until then {it} not in date. Ask for an earlier day.",
    )
