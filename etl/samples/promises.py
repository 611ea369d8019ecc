"""Posts that a decision promised, and money that ends, as Establishment says it. All invented."""

import datetime as dt

from etl.samples.calendar import month_end

Post = tuple[str, str, str]  # unit, role, worker type

# The months before the last in which a return first names the decision, and its number. The people come and
# go as they would without it: posts are filled a month later, eight months later, and not at all.
DECISIONS: dict[Post, tuple[int, int]] = {
    ("RASSO1", "support", "police staff"): (8, 31),
    ("OCSAE1", "support", "police staff"): (12, 114),
    ("RASSO1", "sexual-offence trained officer", "officer"): (14, 72),
}
GRANTS: dict[Post, str] = {("EXP1", "investigator", "officer"): "Core budget and grant"}


def decision_ref(post: Post, number: int, end: int) -> str | None:
    """The decision that these posts stand on, as a return of a numbered month names it."""
    if post not in DECISIONS:
        return None
    before, decision = DECISIONS[post]
    return f"CO/{month_end(end - before).year}/{decision:03}" if number >= end - before else None


def funding(post: Post, end: int) -> tuple[str, dt.date | None]:
    """Where the money comes from, and the day it stops: a grant ends with the financial year under way."""
    if post not in GRANTS:
        return "Core budget", None
    last = month_end(end + 1)  # the month that comes next is still paid for
    return GRANTS[post], dt.date(last.year + (last.month > 3), 3, 31)
