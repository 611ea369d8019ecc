"""Demand or capacity: why open work per carrier changed since last month, and since a year ago."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import streamlit as st

from analysis.change_split import ChangeSplit, Month, change_split
from analysis.disclosure import NotShown
from charts.waterfall import Waterfall
from ui.figures.kept import kept
from ui.findings import split as words
from ui.findings import split_of_all
from ui.findings.carriers import who_carries_is_known
from ui.findings.series import at, plain, rows_at
from ui.page import filters
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say
from ui.parts.section import section
from ui.parts.wording import month_name

PER = "pressure/open_per_deployable_carrier"
STAFF = ("staffing/funded_fte", "staffing/in_post_fte")
AWAY = "staffing/unavailable_fte"
SINCE = {"year": "the same month a year ago", "month": "last month"}
SUB = (
    "The change in open work for each deployable carrier, split exactly: demand is open work, capacity is "
    "the people there are to carry it, with vacancy and each reason for being away. The parts add up."
)


def demand_or_capacity(page: Page, family: str, unit: str | None) -> None:
    """Sentences for both comparisons, then the parts of one: chart for the part chosen, table by unit."""
    section("Is it demand or capacity?", SUB)
    told = comparisons(page)
    if not told:
        states.note(
            "It needs the month before, or the same month a year ago.", lead="Nothing to compare with."
        )
        return
    for since in told.values():
        say(sentence(page, family, unit, since))
    _parts(page, family, unit, told[_compared(list(told))])


def comparisons(page: Page) -> dict[str, date]:
    """The earlier months to compare with, of those that have a return: a year ago, a month ago."""
    asked = {name: _back(page.month, 12 if name == "year" else 1) for name in SINCE}
    return {name: since for name, since in asked.items() if since in page.months}


def sentence(page: Page, family: str, unit: str | None, since: date) -> str:
    """Whether it is demand or capacity since an earlier month, in words."""
    known = who_carries_is_known(page.status)
    return _said(page, _both(page, family, since), unit, since, family, known)


def parts_chart(page: Page, family: str, unit: str | None, since: date) -> Waterfall | None:
    """The parts of the change since an earlier month, of one unit or of all that are known."""
    found = _both(page, family, since)
    where = page.unit_title(unit) if unit else split_of_all.where(_whole(page, found))
    hidden = _hidden(page, family, since)
    some = unit in hidden if unit else bool(hidden)
    return words.waterfall(_one(page, found, unit), since, page.month, family, where, some)


def parts_table(page: Page, family: str, since: date) -> tuple[str, pd.DataFrame]:
    """The parts by unit, under their caption."""
    found = _both(page, family, since)
    splits = {page.unit_title(code): change_split(*both) for code, both in found.items()}
    caption = f"Demand and capacity by unit, cases per FTE, {month_name(since)} to {month_name(page.month)}"
    return caption, words.table(splits, since, page.month, _titles(page, _hidden(page, family, since)))


def _said(
    page: Page, found: dict[str, tuple[Month, Month]], unit: str | None, since: date, family: str, known: bool
) -> str:
    split = _one(page, found, unit)
    hidden = _hidden(page, family, since)
    if unit is not None:
        return words.sentence(split, since, family, known, unit in hidden)
    return split_of_all.sentence(_whole(page, found), split, since, family, known, _titles(page, hidden))


def _titles(page: Page, codes: frozenset[str]) -> set[str]:
    return {page.unit_title(code) for code in codes}


def _compared(options: list[str]) -> str:
    if len(options) < 2:
        return options[0]
    return filters.choose("Compared with", options, "since", title=lambda code: SINCE[code], segmented=True)


def _parts(page: Page, family: str, unit: str | None, since: date) -> None:
    model = parts_chart(page, family, unit, since)
    if model is not None:
        show_chart(model, "split", notes=page_notes(page), decimals=words.DECIMALS)
        if any(step.kind == "unexplained" for step in model.steps):
            st.caption(words.LEFT_OVER)
    caption, table = parts_table(page, family, since)
    plain_table(table, caption, words.DECIMALS)
    downloads(table, caption, "split_file", page_notes(page))


def _one(page: Page, found: dict[str, tuple[Month, Month]], unit: str | None) -> ChangeSplit:
    """The split of one unit, or of all that are known in both months, added before they are split."""
    if unit is not None:
        return change_split(*words.without_small(*found.get(unit, (Month(None, None), Month(None, None)))))
    whole = _whole(page, found)
    if not whole.is_split:
        return ChangeSplit(why_not="missing")
    both = (whole.before, whole.after)
    of_force = len(page.scope) == len(page.world.units_of(page.force or ""))
    return change_split(*(both if of_force and page.reader.internal else words.without_small(*both)))


def _whole(page: Page, found: dict[str, tuple[Month, Month]]) -> split_of_all.Whole:
    return split_of_all.whole({page.unit_title(code): both for code, both in found.items()})


def _back(month: date | None, months: int) -> date | None:
    """The month end so many months before."""
    if month is None:
        return None
    return (pd.Timestamp(month) - pd.offsets.MonthEnd(months)).date()


def _both(page: Page, family: str, since: date) -> dict[str, tuple[Month, Month]]:
    """Each unit that has the work in either month, in both: one that closed since is not passed over."""
    return kept(page, ("split", family, str(since)), lambda: _months(page, family, since))


def _months(page: Page, family: str, since: date) -> dict[str, tuple[Month, Month]]:
    before, now = (_of_units(page, family, month) for month in (since, page.month))
    none = Month(None, None)
    have = [unit.code for unit in page.units if unit.code in before or unit.code in now]
    return {code: (before.get(code, none), now.get(code, none)) for code in have}


def _hidden(page: Page, family: str, since: date) -> frozenset[str]:
    """The units of which a part of either month was sent and is not shown to this reader."""
    return frozenset(
        unit
        for month in (since, page.month)
        for frame in _frames(page, family, month)[:-1]
        for unit, value in _marked(rows_at(frame, month))
        if isinstance(value, NotShown)
    )


def _marked(rows: pd.DataFrame) -> Iterator[tuple[str, object]]:
    yield from zip(rows.get("unit", ()), rows.get("value", ()), strict=True)


def _frames(page: Page, family: str, month: date | None) -> list[pd.DataFrame]:
    """Open work for each carrier, then their posts, who is in them, who is away, and why."""
    by = ("unit", "month_end", "work_family")
    per = page.metric(PER, by=by, only=month, where={"work_family": (family,)})
    roles = {"role": _roles(page, family, month)}
    away = (page.metric(AWAY, by=cut, only=month) for cut in (by[:2], ("unit", "month_end", "reason")))
    return [per, *(page.metric(name, only=month, where=roles) for name in STAFF), *away]


def _of_units(page: Page, family: str, month: date | None) -> dict[str, Month]:
    per, *staff, away, reasons = _frames(page, family, month)
    have = set(rows_at(per, month).get("unit", ()))
    return {
        unit.code: Month(
            plain(at(per, month, "numerator", unit=unit.code)),
            plain(at(per, month, "denominator", unit=unit.code)),
            *(plain(at(frame, month, unit=unit.code)) for frame in staff),
            _reasons(away, reasons, unit.code, month),
        )
        for unit in page.units
        if unit.code in have
    }


def _roles(page: Page, family: str, month: date | None) -> tuple[str, ...]:
    held = page.force_settings.carriers if page.force_settings else ()
    return tuple(sorted({c.role for c in held if c.work_family == family and month and c.holds_on(month)}))


def _reasons(
    away: pd.DataFrame, reasons: pd.DataFrame, unit: str, month: date | None
) -> dict[str, float] | None:
    """FTE away by reason; None where the unit did not say."""
    if plain(at(away, month, unit=unit)) is None:
        return None
    rows = rows_at(reasons, month, unit=unit)
    pairs = zip(rows.get("reason", ()), rows.get("value", ()), strict=True)
    known = {str(name): plain(value) for name, value in pairs}
    return {name: fte for name, fte in known.items() if fte is not None}
