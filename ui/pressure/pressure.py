"""The parts of the pressure page: what it reads, and each of its blocks."""

import pandas as pd
import streamlit as st

from charts.ranked_bars import RankedBars
from charts.stacked import Stacked
from contracts.words import OVERDUE_MEANS, WORK_FAMILIES
from metrics.catalogue import METRICS
from metrics.engine import LEVELS
from settings.model import UNIT_TYPES
from ui.figures import first_reported
from ui.figures.as_at import held
from ui.figures.kept import kept
from ui.findings import pressure as words
from ui.findings import spread as spread_words
from ui.findings.cards import card
from ui.findings.carriers import IN_POST_ONLY, one_carrier, who_carries_is_known
from ui.findings.judged import as_text
from ui.findings.series import things, total
from ui.page import filters
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.evidence_table import Row, evidence_table
from ui.parts.kpi_card import Card, kpi_cards
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.trace import trace_link

PER = "pressure/open_per_deployable_carrier"
PERSON = "pressure/open_per_person"
LEFT = "pressure/held_by_someone_not_carrying"
BY_UNIT, BY_MONTH = ("unit", "month_end", "work_family"), ("month_end", "work_family")
CARDS = (
    "allocated_per_carrier",
    "unallocated",
    "high_risk_unallocated",
    "oldest_unallocated_days",
    "held_by_someone_not_carrying",
)
WAITS = (
    ("unallocated", "Unallocated"),
    ("high_risk_unallocated", "High risk, unallocated"),
    ("oldest_unallocated_days", "Oldest unallocated, days"),
    ("overdue", "Overdue, of open"),
    ("held_by_someone_not_carrying", "In the name of someone not carrying"),
    ("awaiting_cps", "Awaiting CPS, of open"),
    ("awaiting_digital_forensics", "Awaiting forensics, of open"),
    ("charged_before_court", "Charged, before court"),
)
NOT_FOR = "Not for individual performance, attendance or misconduct."


def family(page: Page) -> str:
    """The work family, chosen out of those the units in view hold; its code is in the address."""
    held = set(page.metric("pressure/open", by=BY_UNIT, only=page.month).get("work_family", []))
    options = [name for name in WORK_FAMILIES if name in held] or ["investigations"]
    return filters.choose(
        "Work", options, "family", title=lambda code: things(code)[:1].upper() + things(code)[1:]
    )


def read(page: Page, name: str, family: str, by: tuple[str, ...] = BY_UNIT) -> pd.DataFrame:
    """A pressure metric of one family up to the chosen month."""
    return page.metric(f"pressure/{name}", by=by, where={"work_family": (family,)})


def headline(page: Page, family: str) -> str:
    """The page's finding in words."""
    return kept(page, ("pressure headline", family), lambda: _headline(page, family))


def _headline(page: Page, family: str) -> str:
    waiting = total(read(page, "unallocated", family, BY_MONTH), page.month)
    return words.headline(
        METRICS[PER],
        read(page, "open_per_deployable_carrier", family, BY_MONTH),
        waiting,
        page.months,
        family,
        who_carries_is_known(page.status),
        total(read(page, "open", family, BY_MONTH), page.month),
    )


def cards(page: Page, family: str) -> None:
    """What waits, over all units in view."""
    known = who_carries_is_known(page.status)
    if not known and page.status.of("establishment"):
        states.note(IN_POST_ONLY)
    kpi_cards(kept(page, ("pressure cards", family), lambda: _cards(page, family, known)))


def _cards(page: Page, family: str, known: bool) -> list[Card]:
    titles = {"allocated_per_carrier": f"Allocated work per {one_carrier(family, known)}"}
    return [
        card(
            METRICS[f"pressure/{name}"],
            read(page, name, family, BY_MONTH),
            page.months,
            title=None if known else titles.get(name),
            held=held(page, METRICS[f"pressure/{name}"], family=family),
            work_family=family,
        )
        for name in CARDS
    ]


def titles(page: Page) -> dict[str, str]:
    """The units in view, alphabetical."""
    return {unit.code: unit.title for unit in page.units}


def load(page: Page, family: str) -> None:
    """Open work per carrier by unit."""
    model = kept(page, ("per carrier", family), lambda: by_unit(page, family))
    show_chart(model, "per_carrier", notes=page_notes(page), level=2)


def by_unit(page: Page, family: str) -> RankedBars:
    """Open work per carrier of each unit."""
    frame, known = read(page, "open_per_deployable_carrier", family), who_carries_is_known(page.status)
    return words.by_unit(METRICS[PER], frame, page.month, family, titles(page), known)


def waits(page: Page, family: str) -> None:
    """Unallocated and oldest, work held by people not carrying, and what the work waits for."""
    section("What waits, and for what")
    left, columns, rows = kept(page, ("waits", family), lambda: waiting(page, family))
    states.note(left)
    opened = evidence_table(
        f"Waits by unit, {things(family)}, {month_name(page.month)}", columns, rows, "waits"
    )
    if opened:
        st.switch_page(
            entry("units/one_unit").file, query_params={"unit": opened, "month": f"{page.month:%Y-%m}"}
        )
    if family in OVERDUE_MEANS:
        st.caption(f"Overdue here means: {OVERDUE_MEANS[family]}.")
    table = pd.DataFrame([(row.label, *map(as_text, row.cells)) for row in rows], columns=columns)
    downloads(table, f"What waits, {things(family)}", "waits_file", page_notes(page))


def waiting(page: Page, family: str) -> tuple[str, list[str], list[Row]]:
    """What is said of work in the name of someone not carrying, and a row for each unit."""
    left = read(page, "held_by_someone_not_carrying", family, BY_MONTH)
    said = words.not_carrying(None, left, page.months, family, held(page, METRICS[LEFT], family=family))
    frames = [(METRICS[f"pressure/{name}"], read(page, name, family)) for name, _ in WAITS]
    found = words.waits(frames, page.month, family, titles(page))
    columns = ["Unit", *(title for _, title in WAITS)]
    first = f"pressure/{WAITS[0][0]}"
    rows = [Row(unit, title, cells, trace_link.address(first, unit, family)) for unit, title, cells in found]
    columns, rows = first_reported.with_first(
        page, columns, rows, lambda unit: [(f"pressure/{name}", title, family) for name, title in WAITS]
    )
    return said, columns, rows


def age(page: Page, family: str) -> None:
    """How old the open work is."""
    model = kept(page, ("age", family), lambda: age_chart(page, family))
    if model is None:
        states.note(
            "The optional columns Over 180 days and Over 365 days have not been sent for this work.",
            lead="Age of work is not known.",
        )
    else:
        show_chart(model, "age", notes=page_notes(page), level=2, decimals=0)


def age_chart(page: Page, family: str) -> Stacked | None:
    """Open work by how old it is; None where its age was not sent."""
    frames = (read(page, name, family) for name in ("open", "over_180_days", "over_365_days"))
    return words.age(*frames, page.month, family, titles(page))


def spread(page: Page, family: str) -> None:
    """How evenly the work is carried: four numbers for groups of ten or more, never a person."""
    section(
        "How evenly is it carried?",
        f"Open work per FTE of people who carry fully. Groups of ten or more. {NOT_FOR}",
    )
    table = kept(page, ("spread", family), lambda: spread_table(page, family))
    if table.empty:
        states.note(
            "It needs the optional Investigators sheet, and ten people who carry this work fully.",
            lead="No spread to show.",
        )
        return
    caption = f"Spread of open {things(family)} per FTE, {month_name(page.month)}"
    plain_table(table, caption)
    downloads(table, caption, "spread", (*page_notes(page), NOT_FOR))


def spread_table(page: Page, family: str) -> pd.DataFrame:
    """Four numbers of each group of ten or more."""
    frame = _spread_rows(page, family)
    return spread_words.spread(
        frame, _units_of_type(page), lambda level, name: _group_name(page, level, name)
    )


def _spread_rows(page: Page, family: str) -> pd.DataFrame:
    """The published groups at the month: the units in view, their types, and the force."""
    types = {unit.type for unit in page.units}
    where = {"work_family": (family,)}
    frames = [page.spread(PERSON, level, where).assign(level=level) for level in LEVELS]
    found = pd.concat(frames, ignore_index=True)
    return found[(found["level"] != "unit type") | found["name"].isin(types)]


def _group_name(page: Page, level: str, name: str) -> str:
    if level == "unit":
        return page.unit_title(name)
    return f"All {UNIT_TYPES.get(name, name)} units" if level == "unit type" else "All units of the force"


def _units_of_type(page: Page) -> dict[str, frozenset[str]]:
    types = {unit.type for unit in page.units}
    return {each: frozenset(u.code for u in page.units if u.type == each) for each in types}
