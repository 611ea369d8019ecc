"""The parts of the staffing page."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.lines import Lines
from charts.waterfall import Waterfall
from metrics.catalogue import METRICS
from ui.figures import first_reported
from ui.figures.as_at import held
from ui.figures.kept import once
from ui.findings import staffing as words
from ui.findings.bridge import JOINED, Parts, bridge
from ui.findings.cards import card, with_figures
from ui.findings.carriers import DEPLOYABLE_UNKNOWN, who_carries_is_known
from ui.findings.judged import as_text
from ui.findings.series import at, plain, said, series
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.evidence_table import Row, evidence_table
from ui.parts.kpi_card import Card, kpi_cards
from ui.parts.said import say_small
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.pressure.carrying import carrying_roles, of_carrying_roles
from ui.trace import trace_link

REST = "staffing/rest_of_force_vacancy_rate"
LEVELS = ("funded_fte", "in_post_fte", "deployable_fte", "deployable_accredited_fte")
CARDS = (
    "staffing/deployable_share_of_funded",
    "staffing/vacancy_rate",
    "staffing/vacancy_net_of_starts",
    "staffing/staff_per_supervisor",
    "staffing/under_one_year",
    "staffing/under_two_years",
)
COLUMNS = (
    ("staffing/funded_fte", "Funded, FTE"),
    ("staffing/in_post_fte", "In post, FTE"),
    ("staffing/deployable_fte", "Deployable, FTE"),
    ("staffing/deployable_accredited_fte", "Deployable and accredited, FTE"),
    ("staffing/vacancy_rate", "Vacant"),
    ("staffing/staff_per_supervisor", "Staff per supervisor"),
    ("staffing/acting_supervisors", "Supervisors acting"),
    ("staffing/under_one_year", "Under one year in unit"),
    ("staffing/under_two_years", "Under two years in unit"),
)


def headline(page: Page) -> str:
    """How much of what is funded can be used, over the units in view."""
    seen = parts(page, None)
    # Whoever is deployable carries work: told of all roles together where a small role is hidden.
    deployable = _value(page, "deployable_fte", None) if seen.deployable is None else seen.deployable
    if deployable is None and seen.in_post is None and page.status.of("people") and not page.reader.internal:
        return words.NOT_SHOWN
    return words.headline(seen.funded, seen.in_post, deployable)


@once
def parts(page: Page, chosen: str | None) -> Parts:
    """What the waterfall is made of, in FTE at the month end: posts of the roles that carry work."""
    roles = of_carrying_roles(page)
    levels = [_value(page, name, chosen, roles) for name in LEVELS]
    away = page.metric("staffing/unavailable_fte", by=("reason",), only=page.month, unit=chosen)
    return Parts(*levels, words.unavailable_by_reason(away, _value(page, "unavailable_fte", chosen)))


def _value(
    page: Page, name: str, chosen: str | None, where: dict[str, tuple[str, ...]] | None = None
) -> float | None:
    frame = page.metric(f"staffing/{name}", by=("month_end",), only=page.month, unit=chosen, where=where)
    return plain(at(frame, page.month))


@once
def _left_out(page: Page, chosen: str | None) -> str:
    """The posts of roles that carry nothing: which, how many people, how many posts."""
    carriers = set(carrying_roles(page))
    if not carriers:
        return ""
    in_post, funded = (
        words.not_carrying(
            page.metric(f"staffing/{name}", by=("role",), only=page.month, unit=chosen), carriers
        )
        for name in ("in_post_fte", "funded_fte")
    )
    return words.not_carrying_words(
        sorted({*in_post[1], *funded[1]}), in_post[0], funded[0] if funded[1] else None
    )


def cards(page: Page, chosen: str | None) -> None:
    """Use of funded posts, vacancy before and after agreed starts, supervision and experience."""
    kpi_cards(_cards(page, chosen), chosen)


@once
def _cards(page: Page, chosen: str | None) -> list[Card]:
    made = [
        card(
            METRICS[name],
            page.metric(name, by=("month_end",), unit=chosen),
            page.months,
            held=held(page, METRICS[name], chosen),
        )
        for name in CARDS
    ]
    return with_figures(made)


def waterfall(page: Page, chosen: str | None) -> None:
    """From funded posts to people deployable and accredited, each reason a step."""
    model = bridge_of(page, chosen)
    if model is None:
        states.missing(
            page, *[d for d in ("establishment", "people") if page.status.of(d) is None] or ["people"]
        )
        return
    show_chart(model, "waterfall", notes=page_notes(page), level=2)
    for text in explained(page, chosen, model):
        say_small(text)


def bridge_of(page: Page, chosen: str | None) -> Waterfall | None:
    """The steps as a chart; None where posts or people are not in."""
    where = page.unit_title(chosen) if chosen else "units in view together"
    measure = f"Posts that carry work, full-time equivalent (FTE), {where}, {month_name(page.month)}"
    return bridge(parts(page, chosen), measure, _is_whole(page, chosen))


def _is_whole(page: Page, chosen: str | None) -> bool:
    return chosen is None and len(page.scope) == len(page.world.units_of(page.force or ""))


def explained(page: Page, chosen: str | None, model: Waterfall) -> list[str]:
    """What is said under the steps."""
    joined = not _is_whole(page, chosen) and any(step.name in JOINED for step in model.steps)
    return _explained(page, chosen, joined, words.unexplained(model))


def _explained(page: Page, chosen: str | None, joined: bool, unexplained: str) -> list[str]:
    small = (
        ""
        if not joined
        else (
            "A reason of under 5 FTE is not shown below force level: it joins the others, and the "
            "total is exact."
        )
    )
    if not who_carries_is_known(page.status):
        return [DEPLOYABLE_UNKNOWN]
    gone = (
        ""
        if page.status.of("unavailable")
        else (
            "No Unavailable return for this month: people in post who do not "
            "carry work stand under “not explained”."
        )
    )
    lines = [unexplained, _left_out(page, chosen), small, gone]
    return [line for line in lines if line]


def beside_rest(page: Page) -> None:
    """Vacancy of the units in view beside the rest of the force, where its posts are sent."""
    drawn = rest_chart(page)
    if drawn is None:
        states.note(
            "Send the unit “Rest of force” in Establishment, with In post, to see these units beside it.",
            lead="No return for the rest of the force.",
        )
        return
    show_chart(drawn, "beside_rest", notes=page_notes(page), level=2)


@once
def rest_chart(page: Page) -> Lines | None:
    """Vacancy of both by month; None without a return for the rest of the force."""
    name = "staffing/vacancy_rate"
    like = held(page, METRICS[name]).like
    whole = series(page.metric(name, by=("month_end",)), page.months, 100.0)
    own = tuple(v if like is None or m in like else None for m, v in zip(page.months, whole, strict=True))
    rest = series(page.metric(REST, by=("month_end",), benchmark=True), page.months, 100.0)
    if not any(value is not None for value in rest):
        return None
    drawn = words.beside_rest(page.months, own, rest)
    again = first_reported.marks(page, name, None)
    return replace(drawn, lines=(replace(drawn.lines[0], corrected=again), *drawn.lines[1:]))


def units_table(page: Page) -> None:
    """Every unit in view, in alphabetical order; choosing one opens it with the month kept."""
    section("Posts and people by unit", "In alphabetical order. Choose a unit to open it.")
    columns, rows = posts_table(page)
    caption = f"Posts and people by unit, {month_name(page.month)}"
    opened = evidence_table(caption, columns, rows, "staffing_units")
    if opened:
        st.switch_page(
            entry("units/one_unit").file, query_params={"unit": opened, "month": f"{page.month:%Y-%m}"}
        )
    downloads(
        pd.DataFrame([(row.label, *map(as_text, row.cells)) for row in rows], columns=columns),
        caption,
        "staffing",
        page_notes(page),
    )


@once
def posts_table(page: Page) -> tuple[list[str], list[Row]]:
    """The columns, and a row for each unit in view."""
    frames = [(METRICS[name], page.metric(name, only=page.month)) for name, _ in COLUMNS]
    rows = [
        Row(
            each.code,
            each.title,
            tuple(said(m, f, page.month, unit=each.code) for m, f in frames),
            trace_link.address(COLUMNS[0][0], each.code),
        )
        for each in page.units
    ]
    return first_reported.with_first(
        page,
        ["Unit", *(title for _, title in COLUMNS)],
        rows,
        lambda unit: [(name, title, None) for name, title in COLUMNS],
    )
