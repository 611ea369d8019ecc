"""After a load: its month against the month before, and what to check, worked out from what was published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from contracts import SAYS
from ui.figures import decided
from ui.figures.status import status_of
from ui.findings import to_check as words
from ui.findings.series import at, plain
from ui.overview import overview, what_changed
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.kpi_card import kpi_cards
from ui.parts.section import section
from ui.parts.wording import month_name

MATCHED = "trust/people_matched"


def at_month(page: Page, loads: Sequence[Any]) -> Page | None:
    """The page at the newest month that these loads are of; None where they are of no month of the force."""
    sent = {date.fromisoformat(month[:10]) for load in loads for month in load.months}
    months = [month for month in page.world.months_of(page.force or "") if month in sent]
    if not months:
        return None
    status = status_of(page.world, page.force, months[-1], page.scope, page.reader.internal)
    return replace(page, month=months[-1], status=status)


def show(page: Page) -> None:
    """The headline measures against the month before, with signal words, and up to three things to check."""
    assert page.month is not None
    before = f" against {month_name(page.previous)}" if page.previous else ", the first month"
    section(f"{month_name(page.month)}{before}")
    seen = overview.figures(page)
    kpi_cards(overview.cards(page))
    st.html(what_changed.panel(page, seen.judged, seen.families))
    things = words.to_check(_held(page, seen), SAYS)
    items = "".join(_item(page, each, seen.families) for each in things)
    st.html(f'<div class="ppu-panel"><h2>{words.title(things)}</h2><ol>{items}</ol></div>')


def _held(page: Page, seen: overview.Figures) -> words.MonthHeld:
    assert page.month is not None
    status = page.status
    missing = [
        (each.title, tuple(page.unit_title(unit) for unit in status.units_expected - status.covered(each)))
        for each in status.partial
    ]
    same = [page.unit_title(each.unit) for each in status.findings if each.id == words.SAME and each.unit]
    return words.MonthHeld(
        page.month,
        tuple(missing),
        tuple(same),
        _rows_held(page),
        seen.judged,
        seen.titles,
        _matched(page),
        status.findings,
        decided.accepted_said(page),
    )


def _rows_held(page: Page) -> int:
    """By decision, or because the settings have lost a word: each row of a sheet once."""
    by_decision = {(each.load_id, each.sheet, each.row_number) for each in decided.held(page)}
    return len(by_decision) + sum(each.rows_held for each in page.status.returns)


def _matched(page: Page) -> tuple[float, float] | None:
    frame = page.metric(MATCHED, by=("month_end",), only=page.month)
    parts = [plain(at(frame, page.month, column)) for column in ("numerator", "denominator")]
    return (parts[0], parts[1]) if parts[0] is not None and parts[1] is not None else None


def _item(page: Page, each: words.ToCheck, families: Any) -> str:
    to = what_changed.proof(page, each.signal, families) if each.signal else _address(page, each.page)
    return (
        f'<li><span class="g" aria-hidden="true">→</span><span><b>{escape(each.lead)}</b>'
        f'<span class="so">{escape(each.says)} <a href="{escape(to)}" target="_self">See it'
        f'<span class="ppu-sr">: {escape(each.lead)}</span></a></span></span></li>'
    )


def _address(page: Page, page_id: str) -> str:
    asked = {
        "force": page.force if len(page.world.forces()) > 1 else None,
        "month": f"{page.month:%Y-%m}",
    }
    return f"{entry(page_id).url_path}?{urlencode({k: v for k, v in asked.items() if v})}"
