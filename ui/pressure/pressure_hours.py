"""Hours of work for each hour available, with its parts and its range; or what is needed to give it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from settings.model import Weight
from ui.figures.kept import kept
from ui.findings import workload as words
from ui.findings.series import at, plain, rows_at
from ui.findings.workload import Figure, TypeHours
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.pressure.also_carried import also_carried

RATIO = "pressure/workload_per_hour"
ENDS = (RATIO, f"{RATIO}_low", f"{RATIO}_high")
BY, BY_TYPE = ("unit", "month_end", "work_family"), ("unit", "month_end", "work_family", "work_type")
NO_FIGURE = Figure(None, None, None, None, None)
TITLE = "Is there more work than hours to do it?"
SUB = (
    "Hours that 12 months of new work bring, at the hours for a case that the force has approved, for each "
    "hour its deployable people had. Above 1, more work came in than hours to do it in. The hours are before "
    "what goes to no case (supervision, briefings); People needed and Scenarios take that off."
)


@dataclass(frozen=True)
class Gathered:
    """What is shown: each unit's figure by title, that of the part chosen, its parts, what is needed.

    `also` is the other work that the same people carry, in the part chosen; `also_in_any` in any unit.
    """

    by_unit: dict[str, Figure]
    whole: Figure
    parts: list[TypeHours]
    needed: list[str]
    needed_by_all: list[str]
    also: list[str]
    also_in_any: list[str]


def hours(page: Page, family: str, unit: str | None) -> None:
    """The figure of the part chosen, each unit's with its range, the parts, and what is still needed."""
    section(TITLE, SUB)
    found = kept(page, ("hours", family, unit), lambda: gathered(page, family, unit))
    some = any(each.is_known for each in found.by_unit.values())
    if not found.whole.is_known:
        of = f"No figure for {page.unit_title(unit)}." if unit and some else "No figure yet. It needs:"
        states.note(" ".join(found.needed), lead=of)
    else:
        missed = [] if unit else [title for title, each in found.by_unit.items() if not each.is_known]
        say(words.headline(found.whole, page.month, found.parts, missed, found.also))
    if some:
        model = words.by_unit(found.by_unit, page.month, family, found.also_in_any)
        show_chart(model, "hours", notes=page_notes(page), decimals=words.DECIMALS)
    if some or _weights(page, family):
        _behind(page, family, unit, found)


def gathered(page: Page, family: str, unit: str | None) -> Gathered:
    """The figure of each unit and of the part chosen, and what it still needs."""
    figures = _figures(page, family)
    whole = figures.get(unit, NO_FIGURE) if unit else _whole(page, family)
    known = {code for code, each in figures.items() if each.is_known and unit in (None, code)}
    return Gathered(
        {page.unit_title(code): each for code, each in figures.items()},
        whole,
        _parts(page, family, known),
        _needed(page, family, {unit} if unit else set(figures)),
        _needed(page, family, set(figures)),
        also_carried(page, family, unit),
        also_carried(page, family, None),
    )


def _behind(page: Page, family: str, unit: str | None, found: Gathered) -> None:
    """Hours by work type beside the hours available, the working year, and every weight with its source."""
    with st.expander("Show the parts: hours by work type, hours available, weights and their sources"):
        if found.whole.is_known:
            where = page.unit_title(unit) if unit else "all units that have a figure"
            table = words.parts_table(found.parts, found.whole)
            caption = f"Hours of work and hours available, {where}, 12 months to {month_name(page.month)}"
            plain_table(table, caption, 0)
            downloads(table, caption, "hours_file", page_notes(page))
        years = page.force_settings.working_time if page.force_settings else ()
        now = (year for year in years if year.status == words.APPROVED and year.holds_on(page.month))
        say_small(words.year_said(next(now, None)))
        caption = "Hours for a case, as the force has set them"
        plain_table(words.weights_table(_weights(page, family)), caption, 0)
        if found.needed_by_all:
            say_small(f"For every unit to have a figure it still needs: {' '.join(found.needed_by_all)}")


def _weights(page: Page, family: str) -> list[Weight]:
    held = page.force_settings.weights if page.force_settings else ()
    return [weight for weight in held if weight.work_family == family]


def _of(family: str) -> dict[str, tuple[str, ...]]:
    return {"work_family": (family,)}


def _figures(page: Page, family: str) -> dict[str, Figure]:
    """The figure of each unit that has the work, by its code."""
    rows = rows_at(page.metric("pressure/open", by=BY, only=page.month, where=_of(family)), page.month)
    have = set(rows.get("unit", ()))
    frames = [page.metric(name, by=BY, only=page.month, where=_of(family)) for name in ENDS]
    return {u.code: _figure(frames, page.month, unit=u.code) for u in page.units if u.code in have}


def _whole(page: Page, family: str) -> Figure:
    """The figure of all units in view that have one."""
    frames = [page.metric(name, by=BY[1:], only=page.month, where=_of(family)) for name in ENDS]
    return _figure(frames, page.month)


def _figure(frames: list[pd.DataFrame], month: date | None, **where: str) -> Figure:
    ratio, low, high = (plain(at(frame, month, **where)) for frame in frames)
    work, available = (plain(at(frames[0], month, part, **where)) for part in ("numerator", "denominator"))
    return Figure(ratio, low, high, work, available)


def _parts(page: Page, family: str, units: set[str]) -> list[TypeHours]:
    """Hours by work type of the units that have a figure, at the middle, low and high weights."""
    frames = [page.metric(name, by=BY_TYPE, only=page.month, where=_of(family)) for name in ENDS]
    cases = _new_cases(page, family, units)
    sums = [_by_type(frame, units) for frame in frames]
    return [
        TypeHours(name, cases.get(name), *(each.get(name) for each in sums))
        for name in sorted(sums[0])
        if cases.get(name)
    ]


def _by_type(frame: pd.DataFrame, units: set[str]) -> dict[str, float]:
    rows = frame[frame["unit"].isin(units)] if not frame.empty else frame
    if rows.empty:
        return {}
    return {str(name): float(each) for name, each in rows.groupby("work_type")["numerator"].sum().items()}


def _year(page: Page) -> list[date]:
    """The twelve month ends up to the chosen one."""
    return [end.date() for end in pd.date_range(end=pd.Timestamp(page.month), periods=12, freq="ME")]


def _new_cases(page: Page, family: str, units: set[str]) -> dict[str, float]:
    """New cases of the twelve months by work type."""
    frame = page.metric("pressure/new", by=BY_TYPE, where=_of(family))
    if frame.empty:
        return {}
    return _by_type(frame[pd.to_datetime(frame["month_end"]) >= pd.Timestamp(_year(page)[0])], units)


def _needed(page: Page, family: str, units: set[str]) -> list[str]:
    """What the figure still needs: hours for the work types that came in, a working year, the returns."""
    types = sorted(name for name, cases in _new_cases(page, family, units).items() if cases)
    years = page.force_settings.working_time if page.force_settings else ()
    found = words.needed(_weights(page, family), years, types, page.month, _year(page)[0])
    gone = [month for month in _year(page) if month not in page.months]
    return found + words.months_needed(gone)
