"""The parts of the attrition page."""

from html import escape

import pandas as pd
import streamlit as st

from metrics.catalogue import METRICS
from ui.figures import first_reported
from ui.figures.as_at import held
from ui.figures.kept import once
from ui.findings import attrition as words
from ui.findings.cards import card
from ui.findings.judged import as_text
from ui.findings.series import at, rows_at, said
from ui.findings.unit_left import INSIDE_ONLY
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads, page_notes
from ui.parts.evidence_table import Row, evidence_table
from ui.parts.kpi_card import Card, kpi_cards
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.trace import trace_link

RATES = tuple(name for name, _ in words.RATES)
CARDS = (*RATES, "attrition/stability_12m", "attrition/net_flow_month", "attrition/reason_recorded_share")
COLUMNS = (
    (RATES[0], "Left the unit"),
    (RATES[1], "Left public protection"),
    (RATES[2], "Left the force"),
    ("attrition/stability_12m", "Still there after 12 months"),
)


@once
def headline(page: Page) -> str:
    """The three rates, over the units in view."""
    frames = [page.metric(name, by=("month_end",), only=page.month) for name in RATES]
    return words.headline([said(METRICS[n], f, page.month) for n, f in zip(RATES, frames, strict=True)])


def cards(page: Page, chosen: str | None) -> None:
    """Three rates, stability, net flow and how many reasons are known."""
    kpi_cards(_cards(page, chosen), chosen)
    what = "".join(
        f"<dt>{escape(METRICS[n].title)}</dt><dd>{escape(METRICS[n].numerator)}, divided by: "
        f"{escape(METRICS[n].denominator)}</dd>"
        for n in (*RATES, "attrition/stability_12m")
    )
    with st.expander("What is divided by what"):
        st.html(f'<dl class="ppu-dl ppu-def">{what}</dl>')


@once
def _cards(page: Page, chosen: str | None) -> list[Card]:
    return [
        card(
            METRICS[name],
            page.metric(name, by=("month_end",), unit=chosen),
            page.months,
            held=held(page, METRICS[name], chosen),
        )
        for name in CARDS
    ]


def rates(page: Page) -> None:
    """Each unit's rates with the people behind them; small groups hidden."""
    section(
        "Leaving by unit, 12 months",
        "Three leaving rates and the share still there, each with the people behind it. Small units cannot "
        "be told apart: two leavers more or less move them a long way.",
    )
    columns, rows = rates_table(page)
    caption = f"Leaving by unit, 12 months to {month_name(page.month)}"
    opened = evidence_table(caption, columns, rows, "attrition_units")
    if opened:
        st.switch_page(
            entry("units/one_unit").file, query_params={"unit": opened, "month": f"{page.month:%Y-%m}"}
        )
    downloads(
        pd.DataFrame([(row.label, *map(as_text, row.cells)) for row in rows], columns=columns),
        caption,
        "attrition",
        page_notes(page),
    )


@once
def rates_table(page: Page) -> tuple[list[str], list[Row]]:
    """The columns, and a row for each unit in view."""
    frames = [(METRICS[name], rows_at(page.metric(name, only=page.month), page.month)) for name, _ in COLUMNS]
    rows = [
        Row(
            each.code,
            each.title,
            tuple(_cell(m, f, each.code) for m, f in frames),
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


def _cell(metric: object, frame: pd.DataFrame, code: str) -> str:
    found = frame[frame["unit"] == code].to_dict("records") if not frame.empty else []
    return words.table_cell(metric, found[0]) if found else "no return"


def reasons(page: Page, chosen: str | None) -> None:
    """Why people left, over 12 months, with how much is not known."""
    recorded, table = why_left(page, chosen)
    section("Why people left their unit", recorded)
    if table.empty:
        return
    if words.none_shown(table):
        states.note(INSIDE_ONLY, lead="Why people left is not shown.")
        return
    title = f"Why people left their unit, 12 months to {month_name(page.month)}"
    plain_table(table, title, 0)
    st.caption(
        states.hidden_words()
        + " A larger group may be hidden with them, so that the rest cannot be worked out."
    )
    downloads(table, title, "reasons", page_notes(page))


@once
def why_left(page: Page, chosen: str | None) -> tuple[str, pd.DataFrame]:
    """How many reasons are known, and the reasons of 12 months."""
    share = page.metric("attrition/reason_recorded_share", by=("month_end",), only=page.month, unit=chosen)
    parts = (at(share, page.month, column) for column in ("value", "numerator", "denominator"))
    frame = page.metric("attrition/leavers_month", by=("month_end", "reason"), unit=chosen)
    return words.recorded(*parts), words.reasons(frame, page.months[-12:])
