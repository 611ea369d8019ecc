"""Time in a unit on the attrition page: the curve of the force, of a type of unit beside it, and where to."""

from datetime import date

import streamlit as st

import access
from analysis.risk_sets import FEWEST_AT_RISK
from metrics import tenure
from metrics.tenure import FORCE, UNIT_TYPE, Comparison, Tenure
from settings.model import UNIT_TYPES
from ui.figures import session
from ui.figures.kept import once
from ui.findings import tenure as words
from ui.findings.destinations import destinations
from ui.page import filters, view
from ui.page.open_page import Page, Scope
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say_small
from ui.parts.section import section
from ui.parts.wording import month_name

NONE = "none"
FEWEST_PUBLISHED = 10
SUB = (
    "From People month by month, over every month sent up to now. Somebody who was there before the first "
    "return counts from the time they had served by then; a month that was not sent is no exit, and neither "
    "is going with a unit into the one that takes it over. This is not the mean time of people in post "
    "now, which is longer: long stayers are likelier to be met."
)
Found = tuple[tuple[Tenure, ...], tuple[Comparison, ...]]


def time_in_unit(page: Page, chosen: str | None) -> None:
    """The curves, when half have gone, and where they went; nothing of a group seen only in part."""
    section("How long people stay in a unit", SUB)
    curves, tests = _found(page)
    kind = _type_of(page, chosen, curves)
    shown = _shown(page, curves, kind)
    if not shown:
        states.note(_why_not(page), lead="No time in unit to show.")
        return
    name, internal = _name(page), page.reader.internal
    show_chart(words.survival(shown, name, internal), "tenure", notes=page_notes(page), decimals=0, level=3)
    for line in _said(shown, tests, name, internal):
        say_small(line)
    _types(page, curves)
    _destinations(page, shown[-1])


def _said(shown: list[Tenure], tests: tuple[Comparison, ...], name: words.Name, internal: bool) -> list[str]:
    last = shown[-1]
    test = next((t for t in tests if last.level == UNIT_TYPE and t.name == last.name), None)
    joined = "" if internal else "Steps are joined until 5 people have left, so that none shows one person."
    hidden = f"Where fewer than {last.fewest} were at risk there is no curve."
    return [t for t in (words.tested(test, words.title_of(last, name)), words.left_out(last, internal),
                        hidden, joined) if t]  # fmt: skip


@once
def _found(page: Page) -> Found:
    if not (page.world.file and page.force and page.month):
        return (), ()
    allowed = access.scope(page.reader, page.settings)
    fewest = FEWEST_AT_RISK if page.reader.internal else FEWEST_PUBLISHED
    return _read(page.world.file, tuple(sorted(allowed)), page.force, page.month, fewest)


@st.cache_data(max_entries=200, show_spinner=False)
def _read(file: str, scope: tuple[tuple[str, str], ...], force: str, month: date, fewest: int) -> Found:
    """Kept by published file and the reader's units. A file published before has no such table."""
    if not session.query("has_tenure", file=file)[0][0]:
        return (), ()
    asked: Scope = frozenset(scope)
    return tenure.read(session.cursor(file), asked, force, month, fewest)


def _type_of(page: Page, chosen: str | None, curves: tuple[Tenure, ...]) -> str | None:
    """The type of unit to show: that of the unit or the group chosen, else the one picked here."""
    if chosen:
        return next((unit.type for unit in page.units if unit.code == chosen), None)
    if page.group != view.ALL:
        return page.group
    types = sorted((c.name for c in curves if c.level == UNIT_TYPE), key=_name(page))
    if not types:
        return None
    name = _name(page)
    alone = [] if any(c.level == FORCE for c in curves) else types
    picked = filters.choose(
        "Time in unit, beside all units",
        alone or [NONE, *types],
        "beside",
        width=260,
        title=lambda code: "No other" if code == NONE else name(code),
    )
    return None if picked == NONE else picked


def _shown(page: Page, curves: tuple[Tenure, ...], kind: str | None) -> list[Tenure]:
    return [c for c in curves if c.level == FORCE or c.name == kind]


def _name(page: Page) -> words.Name:
    """A type of unit by its title; where only one unit is of that type, by the unit's."""
    by_type: dict[str, list[str]] = {}
    for unit in page.world.units_of(page.force or ""):
        by_type.setdefault(unit.type, []).append(unit.title)

    def name(code: str) -> str:
        titles = by_type.get(code, [])
        return titles[0] if len(titles) == 1 else f"{UNIT_TYPES.get(code, code)} units"

    return name


def _why_not(page: Page) -> str:
    if page.month and page.status.of("people") is None:
        return f"No People return for {month_name(page.month)}."
    if page.world.file and not session.query("has_tenure", file=page.world.file)[0][0]:
        return "It is counted when figures are next published: load a return, or run python -m etl rebuild."
    return "A curve pools all units of the force, or all of a type, and is for readers of every one of them."


def _types(page: Page, curves: tuple[Tenure, ...]) -> None:
    inside = {unit.type for unit in page.units}
    rows = [c for c in curves if c.level == FORCE or c.name in inside]
    table = words.by_type(rows, _name(page), page.reader.internal, curves)
    title = f"Time in unit by type of unit, up to {month_name(page.month)}" if page.month else "Time in unit"
    with st.expander("Time in unit by type of unit"):
        plain_table(table, title, 0)
        downloads(table, title, "tenure_types", page_notes(page))


def _destinations(page: Page, found: Tenure) -> None:
    """Where they went: inside the force only, since each share of a few leavers is a person."""
    if not page.reader.internal:
        states.note(
            "Shares of those who left, by where to, rest on a few people each, and are not published.",
            lead="Where people go is shown inside the force only.",
        )
        return
    model = destinations(found, _name(page))
    if model is not None:
        show_chart(model, "destinations", notes=page_notes(page), decimals=0, level=3)
