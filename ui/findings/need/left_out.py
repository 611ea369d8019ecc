"""What a need leaves out: work that has no approved hours, with its count, and units."""

from collections.abc import Sequence
from datetime import date

from ui.parts.wording import join, month_name, number

MOST_NAMED = 6


def without_said(work: Sequence[tuple[str, float]], month: date) -> str:
    """New work of twelve months that has no approved hours, the most first; "" for none."""
    if not work:
        return ""
    named = [f"{number(cases)} {kind}" for kind, cases in work[:MOST_NAMED]]
    rest = sum(cases for _, cases in work[MOST_NAMED:])
    more = [f"{number(rest)} of other kinds"] if rest else []
    return (
        f"Not in it, because no hours are approved for a case: {join([*named, *more])} (new cases, 12 months "
        f"to {month_name(month)}). The same people do this work too, so the need is higher by its hours."
    )


def in_it_said(units: Sequence[str], in_view: int, roles: Sequence[str]) -> str:
    """Whose need it is, before it is said beside figures of more units; "" where it is of all in view."""
    if len(units) == in_view:
        return ""
    of = f", and of the roles that carry this work ({join(f'{role}s' for role in roles)})" if roles else ""
    return (
        f"The need is of {len(units)} of {in_view} units, those of which it can be reckoned: {join(units)}. "
        f"The posts and people beside it are of these units alone{of}."
    )


def left_out_said(units: Sequence[tuple[str, str]]) -> str:
    """Units of which neither work nor people are in it, by reason."""
    reasons = dict.fromkeys(reason for _, reason in units)
    parts = [f"{join(title for title, each in units if each == why)} ({why})" for why in reasons]
    return f"Left out, work and people: {'; '.join(parts)}." if parts else ""
