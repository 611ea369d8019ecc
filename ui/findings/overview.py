"""What the overview says: the headline, what changed, the table, the panel."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown
from charts.bars import Posts, PostsRow
from charts.corrected import Corrected
from charts.small_multiple import SmallMultiple
from ui.findings.cards import FRESH, Held
from ui.findings.carriers import one_carrier, open_alone, per_carrier
from ui.findings.series import at, main_family, marked, plain, said, series, things
from ui.parts.wording import change, month_name, share_of


def headline(
    metric: Any,
    frame: pd.DataFrame,
    months: Sequence[date],
    family: str | None,
    known: bool = True,
    open_work: float | None = None,
    held: Held = FRESH,
) -> str:
    """The finding in words: open work for each carrier now, and its plain change over the same units."""
    if family is None or not months:
        return "No caseload return for this month"
    now, before = (
        plain(at(frame, m, work_family=family)) for m in (months[-1], months[-2] if len(months) > 1 else None)
    )
    words = said(metric, frame, months[-1], work_family=family)
    if now is None:
        unknown = words == "no return" and open_work is not None
        return open_alone(family, open_work) if unknown else f"Open {things(family)}: {words}"
    moved = change(now, before, months[-2] if len(months) > 1 else None, metric.decimals)
    tail = f", {moved}" if before is not None and not held.no_change else ""
    tail = f", {held.units}" if held.units else tail
    return f"{words} open {things(family)} for each {one_carrier(family, known)}{tail}"


def unit_families(open_work: pd.DataFrame, month: date | None, units: Sequence[str]) -> dict[str, str | None]:
    """The family that speaks for each unit: the one with most open work."""
    return {unit: main_family(open_work, month, unit=unit) for unit in units}


def multiples(
    per: pd.DataFrame,
    months: Sequence[date],
    titles: dict[str, str],
    families: dict[str, str | None],
    known: bool = True,
    notes: Mapping[str, str] | None = None,
    corrected: Mapping[str, tuple[Corrected, ...]] | None = None,
) -> list[SmallMultiple]:
    """One small chart for each unit: open work of its main family per deployable carrier, with its note."""
    return [
        SmallMultiple(
            title,
            per_carrier(families[unit] or "", known),
            tuple(months),
            series(per, months, unit=unit, work_family=families[unit] or ""),
            note=(notes or {}).get(unit, ""),
            corrected=(corrected or {}).get(unit, ()),
            marks=_marks(per, months, unit=unit, work_family=families[unit] or ""),
        )
        for unit, title in titles.items()
        if families.get(unit)
    ]


def _marks(per: pd.DataFrame, months: Sequence[date], **where: str) -> tuple[str, ...]:
    """Why each month is not shown; none where every month is."""
    values = marked(per, months, **where)
    found = tuple(str(value) if isinstance(value, NotShown) else "" for value in values)
    return found if any(found) else ()


def multiples_numbers(models: Sequence[SmallMultiple]) -> pd.DataFrame:
    """One row for each unit, one column for each month, newest first."""
    if not models:
        return pd.DataFrame({"Unit": []})
    months = models[0].months[::-1]
    return pd.DataFrame(
        [(f"{m.title} ({m.measure})", *m.said()[::-1]) for m in models],
        columns=["Unit", *(f"{month:%b %y}" for month in months)],
    )


def posts(
    funded: pd.DataFrame, in_post: pd.DataFrame, deployable: pd.DataFrame, month: date, titles: dict[str, str]
) -> Posts:
    """Funded, in post and deployable by unit, largest establishment first; the title states the finding."""
    rows = [
        PostsRow(title, *(plain(at(f, month, unit=unit)) for f in (funded, in_post, deployable)))
        for unit, title in titles.items()
    ]
    rows.sort(key=lambda r: -(r.funded or 0))
    return Posts(
        posts_title(rows), f"Posts of the roles that carry work, FTE, {month_name(month)}", tuple(rows)
    )


def posts_title(rows: Sequence[PostsRow]) -> str:
    """The share of funded posts that cannot be deployed, over the units that say both."""
    both = [(r.funded, r.deployable) for r in rows if r.funded is not None and r.deployable is not None]
    whole = sum(f for f, _ in both)
    if not whole:
        return "Funded posts and people in post; how many are deployable is not known"
    idle = whole - sum(d for _, d in both)
    if idle <= 0:
        return "Deployable people match funded posts"
    share = share_of(idle, whole)
    verb = "posts is" if share.startswith("one") else "of funded carrying posts are"
    between = "funded carrying " if share.startswith("one") else ""
    return f"{share[:1].upper()}{share[1:]} {between}{verb} not deployable"
