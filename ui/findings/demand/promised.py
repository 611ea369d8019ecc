"""Posts promised against posts delivered, decision by decision, and what ends when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from charts.ranked_bars import Bar, RankedBars
from ui.findings.demand.delivered import Delivery, delivered_cell, delivered_said
from ui.parts.wording import day, fte, join, month_name, plural

AHEAD = (3, 6, 12, 24)
COLUMNS = (
    "Decision",
    "Unit",
    "Posts",
    "Promised, FTE",
    "In post, FTE",
    "Still to come, FTE",
    "Delivered",
    "Held, FTE",
    "Start agreed, FTE",
    "Funding source",
    "Funding ends",
)
NONE = (
    "No post of these units stands on a decision or on money that ends. Decision ref and Funding ends of "
    "Establishment are where a unit says so."
)
SEVERAL = "several decisions share these posts, so what each has delivered cannot be told apart"


@dataclass(frozen=True)
class Promise:
    """The funded posts of one unit, role and worker type that stand on a decision or on money that ends.

    All in FTE; `in_post` may be hidden. `refs` are the decisions named, none where only the money ends;
    `delivery` is who was in post since a return first named them.
    """

    unit: str
    role: str
    worker_type: str
    funded: float
    in_post: float | NotShown | None
    held: float | None
    starts: float | None
    source: str
    ends: date | None
    refs: tuple[str, ...] = ()
    delivery: Delivery | None = None


def refs_of(text: str | None) -> tuple[str, ...]:
    """The decisions that a cell names: several stand apart by ; or a new line, or by a comma."""
    marked = (text or "").replace("\n", ";").replace(",", ";")
    return tuple(ref.strip() for ref in marked.split(";") if ref.strip())


def table(promises: Sequence[Promise]) -> pd.DataFrame:
    """A row for each decision (or each row of posts whose money ends)."""
    return pd.DataFrame([_row(each) for each in promises], columns=list(COLUMNS))


def _row(each: Promise) -> tuple[object, ...]:
    named = ", ".join(each.refs) or "no decision given"
    posts = f"{each.role}, {each.worker_type}"
    return (
        f"{named} (together)" if len(each.refs) > 1 else named,
        each.unit,
        posts,
        each.funded,
        each.in_post,
        _missing(each),
        delivered_cell(each.delivery) if each.refs else "no decision given",
        each.held if each.held is not None else "not given",
        each.starts if each.starts is not None else "not given",
        each.source or "not given",
        each.ends or "no end given",
    )


def _missing(each: Promise) -> float | NotShown | None:
    """Funded less in post; nothing is still to come where more are in post than were promised."""
    if isinstance(each.in_post, NotShown):
        return each.in_post
    return None if each.in_post is None else max(0.0, each.funded - each.in_post)


def said(promises: Sequence[Promise]) -> tuple[str, ...]:
    """What was promised and what has been delivered, in sentences."""
    decided = [each for each in promises if each.refs]
    if not promises:
        return (NONE,)
    if not decided:
        return ("No Decision ref is given for these posts, so what was promised cannot be set beside them.",)
    known = [each for each in decided if isinstance(each.in_post, float)]
    promised = sum(each.funded for each in known)
    delivered = sum(min(float(each.in_post), each.funded) for each in known)  # type: ignore[arg-type]
    decisions = len({ref for each in decided for ref in each.refs})
    lines = []
    if known:
        lines.append(
            f"{plural(decisions, 'decision')}: {fte(promised)} FTE promised, {fte(delivered)} FTE of it in "
            f"post, {fte(promised - delivered)} FTE still to come. People beyond a promise are not counted."
        )
    if len(known) < len(decided):
        lines.append(f"{len(decided) - len(known)} more cannot be added: who is in post is not shown.")
    if text := delivered_said([each.delivery for each in decided if each.delivery]):
        lines.append(text)
    if shared := [each for each in decided if len(each.refs) > 1]:
        where = join(f"{each.unit}, {each.role}" for each in shared)
        lines.append(f"{where}: {SEVERAL}; the sum is shown.")
    return tuple(lines)


def ending(promises: Sequence[Promise], month: date) -> tuple[tuple[int, float], ...]:
    """Funded FTE whose money ends within so many months after the month end, each holding those before it."""
    ends = [(each.ends, each.funded) for each in promises if each.ends and each.ends > month]
    return tuple((n, sum(f for e, f in ends if e <= _later(month, n))) for n in AHEAD)


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
        f"{fte(first.funded)} FTE on {day(first.ends)}."  # type: ignore[arg-type]
    )


def ending_chart(promises: Sequence[Promise], month: date) -> RankedBars | None:
    """Funded FTE by the month in which its money ends."""
    by_month: dict[date, float] = {}
    for each in sorted(promises, key=lambda p: p.ends or date.max):
        if each.ends and each.ends > month:
            end = (pd.Timestamp(each.ends) + pd.offsets.MonthEnd(0)).date()
            by_month[end] = by_month.get(end, 0.0) + each.funded
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
