"""Posts that a decision promised, and money that ends, as Establishment says it. All invented."""

import datetime as dt

from etl.samples.calendar import month_end

Post = tuple[str, str, str]  # unit, role, worker type

# The months before the last in which a return first names the decision, its number, and how many of the
# posts it made, in FTE. The people come and go as they would without it: posts are filled a month later,
# eight months later, and not at all.
DECISIONS: dict[Post, tuple[int, int, float]] = {
    ("RASSO1", "support", "police staff"): (8, 31, 1.0),
    ("OCSAE1", "support", "police staff"): (12, 114, 1.0),
    ("RASSO1", "sexual-offence trained officer", "officer"): (14, 72, 2.0),
}
GRANTS: dict[Post, tuple[str, float]] = {("EXP1", "investigator", "officer"): ("Core budget and grant", 4.0)}


def decision(post: Post, number: int, end: int) -> tuple[str | None, float | None]:
    """The decision that a return of a numbered month names beside these posts, and the FTE it made."""
    if post not in DECISIONS:
        return None, None
    before, named, fte = DECISIONS[post]
    if number < end - before:
        return None, None
    return f"CO/{month_end(end - before).year}/{named:03}", fte


def time_limited(post: Post) -> float | None:
    """How many of these posts, in FTE, the money that stops pays for."""
    return GRANTS[post][1] if post in GRANTS else None


def funding(post: Post, end: int) -> tuple[str, dt.date | None]:
    """Where the money comes from, and the day it stops: a grant ends with the financial year under way."""
    if post not in GRANTS:
        return "Core budget", None
    last = month_end(end + 1)  # the month that comes next is still paid for
    return GRANTS[post][0], dt.date(last.year + (last.month > 3), 3, 31)
