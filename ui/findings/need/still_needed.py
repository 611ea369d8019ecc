"""What has to be set and sent before the need for people can be reckoned, one sentence each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ui.findings.series import carrier, things
from ui.findings.workload import APPROVED, months_needed
from ui.parts.wording import fte, join, month_name, number, plural

MOST_NAMED = 4
MONTHS = 12
TEN = 10.0  # hours: from here on whole ones


def of(
    weights: Mapping[str, Sequence[Any]],
    years: Sequence[Any],
    cases: Mapping[str, float],
    month: date,
    months: Sequence[date],
) -> list[str]:
    """What is needed, of `weights` and `years` of any status, and new cases of the year by kind."""
    ends = [end.date() for end in pd.date_range(end=pd.Timestamp(month), periods=MONTHS, freq="ME")]
    found = _hours(weights, cases, month)
    if lack := _lack(years, month):
        found.append(f"A working year (hours contracted and lost): {lack}.")
    return found + months_needed([end for end in ends if end not in months])


def _hours(weights: Mapping[str, Sequence[Any]], cases: Mapping[str, float], month: date) -> list[str]:
    """Hours for the kinds of work that most cases are of, and how many kinds more have none."""
    lacks = {kind: _lack(weights.get(kind, ()), month) for kind in cases}
    short = [kind for kind, lack in lacks.items() if lack]
    said = [f"{kind} ({plural(cases[kind], 'new case')}; {lacks[kind]})" for kind in short[:MOST_NAMED]]
    rest = len(short) - len(said)
    more = [f"{plural(rest, 'kind')} of work more"] if rest else []
    return [f"Approved hours for a case of {join([*said, *more])}."] if said else []


def _lack(entries: Sequence[Any], month: date) -> str:
    """Why none of the entries counts: none is set, none approved, none holds; "" where one does."""
    holding = [each for each in entries if each.holds_on(month)]
    if any(each.status == APPROVED for each in holding):
        return ""
    if not entries:
        return "none set"
    if not holding:
        return f"none that holds in {month_name(month)}"
    return f"{join(sorted({each.status for each in holding}))}, not approved"


def why_said(why_not: str) -> str:
    """Why numbers that are all set give no need all the same; "" for no reason."""
    if why_not == "support_takes_all_time":
        return (
            "Hours that go to no case may take all the hours of a post: added up at the high ends of their "
            "ranges, the allowances must stay under 100%."
        )
    return "An assumption lies outside its own range; put it right in the settings." if why_not else ""


def hours_each_said(family: str, people: float, hours: float) -> str:
    """Hours that the people who carry a family have for each new case of it, if they did nothing else."""
    each = number(hours, 0 if hours >= TEN else 1)
    return (
        f"Doing nothing else, the {fte(people)} FTE of {carrier(family)}s who can be deployed would have "
        f"{each} hours for each of the {things(family)} that come in."
    )
