"""What the pressure page says and draws."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from charts.ranked_bars import Bar, RankedBars
from charts.stacked import Stacked
from ui.findings.cards import FRESH, Held
from ui.findings.carriers import one_carrier, open_alone
from ui.findings.series import at, plain, rows_at, said, things
from ui.parts.wording import change, month_name, number, plural


def headline(
    per: Any,
    frame: pd.DataFrame,
    waiting: float | None,
    months: Sequence[date],
    family: str,
    known: bool = True,
    open_work: float | None = None,
) -> str:
    """Open work for each carrier over all units in view, and what waits to be allocated."""
    words = said(per, frame, months[-1], work_family=family)
    value = plain(at(frame, months[-1], work_family=family))
    if value is not None:
        first = f"{words} open {things(family)} for each {one_carrier(family, known)}"
    elif words == "no return" and open_work is not None:
        first = open_alone(family, open_work)
    else:
        first = f"Open {things(family)}: {words}"
    return first if waiting is None else f"{first}; {_waiting(waiting)}"


def _waiting(count: float) -> str:
    if count == 0:
        return "none waits to be allocated"
    return f"{number(count)} {'waits' if count == 1 else 'wait'} to be allocated"


def by_unit(
    per: Any, frame: pd.DataFrame, month: date, family: str, titles: dict[str, str], known: bool = True
) -> RankedBars:
    """Open work per carrier for each unit that has the family, alphabetical; never ranked by rate."""
    have = set(rows_at(frame, month, work_family=family).get("unit", []))
    bars = tuple(
        Bar(
            title,
            plain(at(frame, month, unit=unit, work_family=family)),
            said(per, frame, month, unit=unit, work_family=family),
        )
        for unit, title in titles.items()
        if unit in have
    )
    values = [b.value for b in bars if b.value is not None]
    title = f"Open {things(family)} per {one_carrier(family, known)}"
    if len(values) > 1:
        title += f" run from {number(min(values), per.decimals)} to {number(max(values), per.decimals)}"
    return RankedBars(
        title,
        f"All open {things(family)}, unallocated and absent people's included, over "
        f"{'deployable FTE' if known else 'FTE in post'}; "
        f"{month_name(month)}",
        bars,
        f"Open per {one_carrier(family, known)}",
        decimals=per.decimals,
    )


def age(
    open_work: pd.DataFrame,
    over_180: pd.DataFrame,
    over_365: pd.DataFrame,
    month: date,
    family: str,
    titles: dict[str, str],
) -> Stacked | None:
    """How old the open work is, by unit; only units whose return says. None where no unit does."""
    rows = []
    for unit, title in titles.items():
        whole, half, year = (
            plain(at(f, month, "numerator", unit=unit, work_family=family))
            for f in (open_work, over_180, over_365)
        )
        if whole is not None and half is not None and year is not None:
            rows.append((title, (max(whole - half, 0.0), max(half - year, 0.0), year)))
    if not rows:
        return None
    total, old = (sum(sum(v) for _, v in rows), sum(v[1] + v[2] for _, v in rows))
    return Stacked(
        f"{old / total:.0%} of open {things(family)} are over 180 days old"
        if old
        else f"No open {things(family)} are over 180 days old",
        f"Open {things(family)} by age, {month_name(month)}, cases",
        ("Up to 180 days", "181 to 365 days", "Over 365 days"),
        tuple(rows),
    )


def not_carrying(
    metric: Any, frame: pd.DataFrame, months: Sequence[date], family: str, held: Held = FRESH
) -> str:
    """Work in the name of someone who is not carrying, has moved or has gone, in a sentence."""
    now = plain(at(frame, months[-1], work_family=family))
    if now is None:
        return (
            "Work in the name of someone not carrying is found from Investigators and People; one is not in."
        )
    before = plain(at(frame, months[-2], work_family=family)) if len(months) > 1 else None
    moved = held.no_change or change(now, before, months[-2] if len(months) > 1 else None, 0)
    are = "is" if now == 1 else "are"
    return f"{plural(now, 'case')} {are} in the name of someone not carrying, moved or gone: {moved}."


def waits(
    metrics: Sequence[tuple[Any, pd.DataFrame]], month: date, family: str, titles: dict[str, str]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """One row for each unit that has the family: its code, title and what each metric says."""
    have: set[str] = set()
    for _, frame in metrics:
        have |= set(rows_at(frame, month, work_family=family).get("unit", []))
    return [
        (
            unit,
            title,
            tuple(said(metric, frame, month, unit=unit, work_family=family) for metric, frame in metrics),
        )
        for unit, title in titles.items()
        if unit in have
    ]
