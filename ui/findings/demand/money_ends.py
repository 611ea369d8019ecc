"""Posts whose money ends: how many, whose money it is and until when, in words, a chart and post by post."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from charts.ranked_bars import Bar, RankedBars
from ui.findings.demand.columns_shown import without_hidden
from ui.findings.demand.promised import Promise
from ui.parts.wording import day, fte, join, month_name, plural

AHEAD = (3, 6, 12, 24)
COLUMNS = (
    "Funding ends",
    "Unit",
    "Posts",
    "Funded, FTE",
    "Of which time-limited, FTE",
    "In post, FTE",
    "Funding source",
    "Decision",
)


def ends_table(promises: Sequence[Promise]) -> pd.DataFrame:
    """A row for each row of posts with an end of its money, the first to end first."""
    given = sorted(
        (each for each in promises if each.ends), key=lambda each: (each.ends or date.max, each.unit)
    )
    return without_hidden(pd.DataFrame([_row(each) for each in given], columns=list(COLUMNS)))


def _row(each: Promise) -> tuple[object, ...]:
    return (
        each.ends,
        each.unit,
        f"{each.role}, {each.worker_type}",
        each.funded,
        "not given" if each.time_limited is None else each.time_limited,
        "not sent" if each.in_post is None else each.in_post,
        each.source or "not given",
        ", ".join(each.refs) or "no decision given",
    )


def ending(promises: Sequence[Promise], month: date) -> tuple[tuple[int, float], ...]:
    """Funded FTE whose money ends within so many months after the month end, each holding those before it."""
    ends = [(each.ends, each.ending) for each in promises if each.ends and each.ends > month]
    return tuple((n, sum(f for e, f in ends if e <= _later(month, n))) for n in AHEAD)


def ended_said(promises: Sequence[Promise], month: date) -> str:
    """Posts still listed as funded whose money has stopped by the month end; "" where there are none."""
    gone = [each for each in promises if each.ends and each.ends <= month and each.ending]
    if not gone:
        return ""
    which = join(f"{each.unit}, {each.role} ({day(each.ends)})" for each in gone if each.ends)
    return (
        f"Money has ended for {fte(sum(each.ending for each in gone))} FTE of posts that are still listed as "
        f"funded: {which}."
    )


def _later(month: date, months: int) -> date:
    return (pd.Timestamp(month) + pd.offsets.MonthEnd(months)).date()


def ending_said(promises: Sequence[Promise], month: date) -> str:
    """What ends when, in one sentence."""
    given = [each for each in promises if each.ends and each.ends > month]
    if not given:
        return "No money for posts has an end date after this month."
    within = join(f"{fte(amount)} FTE within {n} months" for n, amount in ending(promises, month))
    first = min(given, key=lambda each: (each.ends, each.unit))
    return (
        f"Money for funded posts ends for {within}. The first is {first.unit}, {first.role}, "
        f"{fte(first.ending)} FTE on {day(first.ends)}."  # type: ignore[arg-type]
        f"{_at_most(given)}"
    )


def _at_most(given: Sequence[Promise]) -> str:
    whole = sum(each.time_limited is None for each in given)
    if not whole:
        return ""
    rows, do = plural(whole, "row"), "does" if whole == 1 else "do"
    return f" It is the most it can be: {rows} {do} not say how many of the posts are time-limited."


def ending_chart(promises: Sequence[Promise], month: date) -> RankedBars | None:
    """Funded FTE by the month in which its money ends."""
    by_month: dict[date, float] = {}
    for each in sorted(promises, key=lambda p: p.ends or date.max):
        if each.ends and each.ends > month:
            end = (pd.Timestamp(each.ends) + pd.offsets.MonthEnd(0)).date()
            by_month[end] = by_month.get(end, 0.0) + each.ending
    if not by_month:
        return None
    total = sum(by_month.values())
    return RankedBars(
        f"Money ends for {fte(total)} funded FTE, first in {month_name(min(by_month))}",
        "Funded posts, FTE, by the month in which their money ends",
        tuple(Bar(month_name(end), amount) for end, amount in by_month.items()),
        "Funded, FTE",
        first_column="Funding ends",
    )
