"""Posts promised against posts delivered, decision by decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from ui.findings.demand.columns_shown import without_hidden
from ui.findings.demand.delivered import Delivery, delivered_cell, delivered_said
from ui.parts.wording import fte, join, plural

COLUMNS = (
    "Decision",
    "Unit",
    "Posts",
    "Funded, FTE",
    "Of which by the decision, FTE",
    "In post, FTE",
    "Empty, FTE",
    "Still to come by the decision, FTE",
    "Delivered",
    "Held, FTE",
    "Start agreed, FTE",
    "Funding source",
)
NONE = (
    "No post of these units stands on a decision or on money that ends. Decision ref and Funding ends of "
    "Establishment are where a unit says so."
)
NOT_SENT = "not sent"
SEVERAL = "several decisions share these posts, so what each has delivered cannot be told apart"


@dataclass(frozen=True)
class Promise:
    """The funded posts of one unit, role and worker type that stand on a decision or on money that ends.

    All in FTE; `in_post` may be hidden, and None is not sent. `refs` are the decisions named, none where only
    the money ends; `delivery` is who was in post since a return first named them. `by_decision` and
    `time_limited` are how many of the funded posts each is about, None where that is not given.
    """

    unit: str
    role: str
    worker_type: str
    funded: float
    in_post: float | NotShown | None
    held: float | None
    starts: float | NotShown | None
    source: str
    ends: date | None
    refs: tuple[str, ...] = ()
    delivery: Delivery | None = None
    by_decision: float | None = None
    time_limited: float | None = None

    @property
    def empty(self) -> float | NotShown | None:
        """Funded less in post; nothing is empty where more are in post than are funded."""
        if isinstance(self.in_post, NotShown) or self.in_post is None:
            return self.in_post
        return max(0.0, self.funded - self.in_post)

    @property
    def to_come(self) -> float | NotShown | None:
        """Posts of the decision without anybody: those that were there before it are filled first."""
        if self.by_decision is None or isinstance(self.empty, NotShown) or self.empty is None:
            return self.empty if isinstance(self.empty, NotShown) else None
        return min(self.by_decision, self.empty)

    @property
    def ending(self) -> float:
        """Funded FTE whose money ends: the whole row where it does not say how many."""
        return self.funded if self.time_limited is None else self.time_limited


def refs_of(text: str | None) -> tuple[str, ...]:
    """The decisions that a cell names: several stand apart by ; or a new line, or by a comma."""
    marked = (text or "").replace("\n", ";").replace(",", ";")
    return tuple(ref.strip() for ref in marked.split(";") if ref.strip())


def table(promises: Sequence[Promise]) -> pd.DataFrame:
    """A row for each row of posts that names a decision, without the columns that are hidden in every row."""
    return without_hidden(pd.DataFrame([_row(each) for each in promises if each.refs], columns=list(COLUMNS)))


def _row(each: Promise) -> tuple[object, ...]:
    named = ", ".join(each.refs)
    return (
        f"{named} (together)" if len(each.refs) > 1 else named,
        each.unit,
        f"{each.role}, {each.worker_type}",
        each.funded,
        _given(each.by_decision),
        _sent(each.in_post),
        _sent(each.empty),
        _given(each.to_come) if each.in_post is not None else NOT_SENT,
        delivered_cell(each.delivery),
        _given(each.held),
        _given(each.starts),
        each.source or "not given",
    )


def _given(value: object) -> object:
    return "not given" if value is None else value


def _sent(value: object) -> object:
    return NOT_SENT if value is None else value


def said(promises: Sequence[Promise]) -> tuple[str, ...]:
    """What was promised and what has been delivered, in sentences."""
    decided = [each for each in promises if each.refs]
    if not promises:
        return (NONE,)
    if not decided:
        return ("No Decision ref is given for these posts, so what was promised cannot be set beside them.",)
    known = [each for each in decided if isinstance(each.in_post, float)]
    shared = join(f"{each.unit}, {each.role}" for each in decided if len(each.refs) > 1)
    lines = (
        _kept([each for each in known if each.by_decision is not None]),
        _rows([each for each in known if each.by_decision is None]),
        _hidden([each for each in decided if isinstance(each.in_post, NotShown)]),
        _unknown(sum(each.in_post is None for each in decided), "has not been sent"),
        delivered_said([each.delivery for each in decided if each.delivery]),
        f"{shared}: {SEVERAL}; the sum is shown." if shared else "",
    )
    return tuple(line for line in lines if line)


def _kept(told: Sequence[Promise]) -> str:
    """Posts that a decision is said to have made, and how many of them have somebody."""
    if not told:
        return ""
    promised = sum(each.by_decision or 0.0 for each in told)
    to_come = sum(each.to_come for each in told if isinstance(each.to_come, float))
    return (
        f"{_decisions(told)}: {fte(promised)} FTE promised, {fte(promised - to_come)} FTE of it in post, "
        f"{fte(to_come)} FTE still to come. Posts that were there before a decision count as filled first, "
        "and people beyond the funded posts are not counted."
    )


def _rows(rows: Sequence[Promise]) -> str:
    """Posts in rows that name a decision without saying how many it made: no promise is read off them."""
    if not rows:
        return ""
    funded = sum(each.funded for each in rows)
    empty = sum(each.empty for each in rows if isinstance(each.empty, float))
    return (
        f"{_decisions(rows)}: {fte(funded)} FTE of funded posts in rows that name a decision, "
        f"{fte(funded - empty)} FTE of them filled, {fte(empty)} FTE empty. How many of these posts a "
        "decision made is not given, so older posts are among them; Establishment says it under Of which by "
        "the decision, FTE."
    )


def _decisions(rows: Sequence[Promise]) -> str:
    return plural(len({ref for each in rows for ref in each.refs}), "decision")


def _hidden(rows: Sequence[Promise]) -> str:
    """Posts that stand on a decision, where who is in them is not shown: what was promised can be."""
    if not rows:
        return ""
    told = [each.by_decision for each in rows if each.by_decision is not None]
    whole = len(told) == len(rows)
    amount = f"{fte(sum(told))} FTE promised" if whole else f"{fte(sum(e.funded for e in rows))} FTE funded"
    return (
        f"{_decisions(rows)}: {amount} in {plural(len(rows), 'row')} where who is in post, and with it what "
        "is still to come, is not shown, so that nobody in a group of under 5 people can be picked out."
    )


def _unknown(count: int, why: str) -> str:
    if not count:
        return ""
    rows = plural(count, "row that names", "rows that name")
    return f"{rows} a decision cannot be added: who is in post {why}."
