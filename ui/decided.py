"""What a person decided about the returns of the month shown: rows held back, warnings accepted, and why."""

from datetime import date

import streamlit as st

from ui import session
from ui.findings import decided as words
from ui.findings.decided import Accepted, Held
from ui.open_page import Page


def held(page: Page) -> tuple[Held, ...]:
    """The rows held back from the figures of the units in view."""
    return words.in_view(_read(page.world.file, page.force, page.month)[0], _units(page))


def held_said(page: Page) -> tuple[str, ...]:
    """The rows held back, in sentences."""
    return words.held_said(held(page), page.unit_title)


def accepted_said(page: Page) -> tuple[str, ...]:
    """The warnings accepted for the figures of the units in view, in sentences."""
    every = _read(page.world.file, page.force, page.month)[1]
    return words.accepted_said(words.in_view(every, _units(page)), page.unit_title)


def said(page: Page) -> tuple[str, ...]:
    """Both in sentences: rows held back first."""
    return (*held_said(page), *accepted_said(page))


def _units(page: Page) -> frozenset[str]:
    return frozenset(unit for _, unit in page.scope)


@st.cache_data(max_entries=200, show_spinner=False)
def _read(
    file: str | None, force: str | None, month: date | None
) -> tuple[tuple[Held, ...], tuple[Accepted, ...]]:
    if not (file and force and month):
        return (), ()
    asked = {"force": force, "month": month}
    return (
        tuple(Held(*row) for row in session.query("held", asked, file)),
        tuple(Accepted(*row) for row in session.query("accepted", asked, file)),
    )
