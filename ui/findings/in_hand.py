"""How fast open work is worked off: closures for each new case, work in hand, how long a case is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.stock_flow import TimeOpen, WorkInHand
from analysis.two_rates import TwoRates
from charts.intervals import Dot, Intervals
from ui.findings.series import things
from ui.parts.wording import join, month_name, number

NO_RATIO = {
    "missing": "not twelve months of returns",
    "negative": "a count below zero was sent",
    "no_events": "no new work and none closed",
    "not_a_count": "counts are not whole",
    "no_denominator": "no new work",
}
NO_HAND = {
    "missing": "not twelve months of returns",
    "negative": "a count below zero was sent",
    "nothing_closed": "nothing was closed",
}
NOT_STABLE = {
    "missing": "not twelve months of returns",
    "negative": "a count below zero was sent",
    "nothing_closed": "nothing was closed",
    "no_events": "no new work",
    "not_stable": "not stable: closures are 5% or more away from new work",
    "too_few_cases": "too few cases a month to judge",
    "net_change_not_judged": "too few months to judge",
    "net_change_signals": "not stable: new less closed was unusual in the last 12 months",
}
SUB = (
    "Closures for each new case over 12 months, with the 95% interval of two counts: it has no good "
    "direction and is never a target, since work can be closed too soon. How long a case is open follows "
    "from these counts only where work is stable; months of work in hand says how long open work would last."
)


@dataclass(frozen=True)
class Pace:
    """One unit's pace, or that of all in view."""

    title: str
    ratio: TwoRates
    in_hand: WorkInHand
    time_open: TimeOpen


def too_short(units: Sequence[Pace]) -> str:
    """Said in place of chart and table where no unit has twelve months of returns; empty where one has."""
    if not units or any({p.ratio.why_not, p.in_hand.why_not} != {"missing"} for p in units):
        return ""
    return "Twelve months of returns in a row are needed, and no unit in view has them yet."


def ratios(units: Sequence[Pace], whole: Pace | None, month: date, family: str) -> Intervals:
    """Closures for each new case, alphabetical, with intervals; who can be told apart from one for one."""
    dots = tuple(
        Dot(p.title, p.ratio.ratio, p.ratio.lower, p.ratio.upper)
        if p.ratio.ratio is not None and p.ratio.upper is not None
        else Dot(p.title, None, None, None, NO_RATIO.get(p.ratio.why_not, "no new work"))
        for p in units
    )
    return Intervals(
        _title(units),
        f"{things(family).capitalize()} closed for each new one, 12 months to {month_name(month)}",
        dots,
        whole.ratio.ratio if whole else None,
        "Closed for each new",
        pooled_name="All units in view",
        decimals=2,
    )


def _title(units: Sequence[Pace]) -> str:
    fewer = [p.title for p in units if p.ratio.upper is not None and p.ratio.upper < 1]
    more = [p.title for p in units if p.ratio.lower is not None and p.ratio.lower > 1]
    said = []
    if fewer:
        said.append(f"fewer closed than came in: {join(fewer)}")
    if more:
        said.append(f"more closed than came in: {join(more)}")
    text = "; ".join(said) or "no unit closed clearly more or fewer than came in"
    return f"Over 12 months {text}"


def table(paces: Sequence[Pace]) -> pd.DataFrame:
    """Months of work in hand, and how long a case is open where that can be said, else why it cannot."""
    rows = [(p.title, *_ratio(p.ratio), _hand(p.in_hand), _open(p.time_open)) for p in paces]
    heads = [
        "Unit",
        "Closed for each new",
        "95% from",
        "95% to",
        "Months of work in hand",
        "Mean months open",
    ]
    return pd.DataFrame(rows, columns=heads)


def _ratio(rates: TwoRates) -> tuple[str, str, str]:
    if rates.ratio is None:
        return NO_RATIO.get(rates.why_not, "no new work"), "not given", "not given"
    upper = "no upper limit" if rates.upper is None else number(rates.upper, 2)
    return number(rates.ratio, 2), number(rates.lower, 2), upper


def _hand(found: WorkInHand) -> str:
    return NO_HAND[found.why_not] if found.months is None else number(found.months, 1)


def _open(found: TimeOpen) -> str:
    return NOT_STABLE[found.why_not] if found.months is None else number(found.months, 1)
