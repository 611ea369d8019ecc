"""The parts of the overview page: what it reads, its cards, its two panels and its charts."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from charts.bars import Posts
from charts.corrected import Corrected
from charts.small_multiple import SmallMultiple
from metrics.catalogue import METRICS
from metrics.judged import Judged
from ui.figures import as_at, first_reported, signals
from ui.figures.kept import once
from ui.figures.line_runs import line_runs
from ui.findings import overview as words
from ui.findings.cards import card, with_figures
from ui.findings.carriers import IN_POST_ONLY, per_any_carrier, per_carrier, who_carries_is_known
from ui.findings.judged import on_card
from ui.findings.over_line import beyond
from ui.findings.series import at, main_family, plain, rows_at, total
from ui.overview import reliable, what_changed
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.kpi_card import Card
from ui.parts.wording import plural
from ui.pressure.carrying import of_carrying_roles

PER = "pressure/open_per_deployable_carrier"
OPEN = "pressure/open"
NEW = "pressure/new"
CARDS = (
    "staffing/deployable_share_of_funded",
    "training/trauma_informed_in_date_in_post",
    "attrition/leavers_month",
    "staffing/staff_per_supervisor",
)
COLUMNS = (
    ("staffing/deployable_share_of_funded", "Deployable of funded posts"),
    ("pressure/unallocated", "Unallocated"),
    ("staffing/staff_per_supervisor", "Staff per supervisor"),
    ("training/trauma_informed_in_date_in_post", "Trauma-informed in date"),
    ("attrition/left_unit_12m", "Left the unit, 12 months"),
)
BY_FAMILY = ("unit", "month_end", "work_family")


@dataclass(frozen=True)
class Figures:
    """What the page has read, once. `family` speaks for all units in view, `families` for each."""

    per_unit: pd.DataFrame
    per_force: pd.DataFrame
    titles: dict[str, str]
    family: str | None
    families: dict[str, str | None]
    known: bool = True
    open_work: float | None = None
    judged: tuple[Judged, ...] = ()


@once
def figures(page: Page) -> Figures:
    """Read the page's main measure by unit and over all units in view."""
    open_work = page.metric(OPEN, by=BY_FAMILY, only=page.month)
    titles = {unit.code: unit.title for unit in page.units}
    family = main_family(open_work, page.month)
    return Figures(
        page.metric(PER, by=BY_FAMILY),
        page.metric(PER, by=("month_end", "work_family")),
        titles,
        family,
        words.unit_families(open_work, page.month, list(titles)),
        who_carries_is_known(page.status),
        total(rows_at(open_work, page.month, work_family=family), page.month) if family else None,
        signals.signals(page),
    )


@once
def headline(page: Page) -> str:
    """The page's finding in words."""
    seen = figures(page)
    return words.headline(
        METRICS[PER],
        seen.per_force,
        page.months,
        seen.family,
        seen.known,
        seen.open_work,
        as_at.held(page, METRICS[PER], family=seen.family),
    )


def what_it_rests_on(page: Page, seen: Figures) -> None:
    """What the month rests on where sheets have not come, and what those would show."""
    if not seen.known and page.status.of("caseload") and page.status.of("establishment"):
        states.note(IN_POST_ONLY)
    states.also_missing(page)


@once
def cards(page: Page) -> list[Card]:
    """Five measures over the units in view."""
    seen = figures(page)
    first = (
        []
        if seen.family is None
        else [
            card(
                METRICS[PER],
                seen.per_force,
                page.months,
                held=as_at.held(page, METRICS[PER], family=seen.family),
                work_family=seen.family,
                title=_capital(per_carrier(seen.family, seen.known)),
            )
        ]
    )
    names = CARDS if seen.known else ("staffing/vacancy_rate", *CARDS)
    plain_cards = [_over_line(page, PER, each, seen.family) for each in first] + [
        _card(page, name) for name in names
    ]
    return with_figures(plain_cards)


def _card(page: Page, name: str) -> Card:
    """A measure over the units in view, judged where it is a monthly flow."""
    metric = METRICS[name]
    plain_card = card(
        metric, page.metric(name, by=("month_end",)), page.months, held=as_at.held(page, metric)
    )
    if metric.verdict == "signal":
        return on_card(plain_card, signals.in_view(page, name))
    return _over_line(page, name, plain_card)


def _over_line(page: Page, name: str, plain_card: Card, family: str | None = None) -> Card:
    """A stock has no verdict: its card says how long units have been beyond the local line, if one is set."""
    runs = [run for run in line_runs(page, name) if run.work_family == family]
    return replace(plain_card, note=beyond(runs, METRICS[name].better, len(page.units) == 1))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def changed_and_reliable(page: Page, seen: Figures) -> None:
    """What changed, and so what, beside whether the month can be relied on."""
    left, right = st.columns([2.1, 1], gap="small")
    with left:
        st.html(what_changed.panel(page, seen.judged, seen.families))
    with right:
        st.html(reliable.panel(page, [*CARDS, *(name for name, _ in COLUMNS)]))
    reliable.findings(page)


@once
def multiples(page: Page) -> tuple[list[SmallMultiple], str]:
    """The small charts of the units, and their title."""
    seen = figures(page)
    models = words.multiples(
        seen.per_unit,
        page.months,
        seen.titles,
        seen.families,
        seen.known,
        _line_notes(page, seen),
        _corrected(page, seen),
    )
    return models, _multiples_title(page, seen)


def _corrected(page: Page, seen: Figures) -> dict[str, tuple[Corrected, ...]]:
    """The months of each unit's chart whose figure was corrected."""
    return {unit: first_reported.marks(page, PER, unit, family) for unit, family in seen.families.items()}


def _line_notes(page: Page, seen: Figures) -> dict[str, str]:
    """How long each unit's load has been over its local line, for the family that speaks for the unit."""
    return {
        run.unit: beyond([run], METRICS[PER].better, one_unit=True)
        for run in line_runs(page, PER)
        if run.work_family == seen.families.get(run.unit)
    }


def _multiples_title(page: Page, seen: Figures) -> str:
    """How many units carry more for each carrier than the month before."""
    if page.previous is None:
        return per_any_carrier(seen.known)
    pairs = [
        [
            plain(at(seen.per_unit, m, unit=u, work_family=seen.families.get(u) or ""))
            for m in (page.month, page.previous)
        ]
        for u in seen.titles
    ]
    known = [(now, before) for now, before in pairs if now is not None and before is not None]
    more = sum(round(now, 1) > round(before, 1) for now, before in known)
    units = f"{more} of {plural(len(known), 'unit')}"
    verb = "has" if more == 1 else "have"
    return f"{units} {verb} more open work for each carrier than in {page.previous:%B}"


@once
def posts(page: Page) -> Posts:
    """Funded, in post and deployable posts of the roles that carry work, as the share counts them."""
    frames = (
        page.metric(f"staffing/{name}", only=page.month, where=of_carrying_roles(page))
        for name in ("funded_fte", "in_post_fte", "deployable_fte")
    )
    return words.posts(*frames, page.month, figures(page).titles)
