"""What a person decided about the returns of the month shown: rows held back, warnings accepted, and why."""

from datetime import date

import streamlit as st

from ui.figures import session
from ui.figures.kept import once
from ui.findings import decided as words
from ui.findings.decided import Accepted, Held
from ui.page.open_page import Page
from ui.parts import held_mark


def held(page: Page) -> tuple[Held, ...]:
    """The rows held back from the figures of the units in view at the month."""
    every = held_mark.rows(page.world.file, page.force)
    return words.in_view([row for row in every if row.month_end == page.month], _units(page))


def held_said(page: Page) -> tuple[str, ...]:
    """The rows held back, in sentences."""
    return words.held_said(held(page), page.unit_title, page.reader.internal)


def accepted_said(page: Page) -> tuple[str, ...]:
    """The warnings accepted for the figures of the units in view, in sentences."""
    every = _accepted(page.world.file, page.force, page.month)
    return words.accepted_said(words.in_view(every, _units(page)), page.unit_title)


@once
def said(page: Page) -> tuple[str, ...]:
    """Both in sentences: rows held back first."""
    return (*held_said(page), *accepted_said(page))


def _units(page: Page) -> frozenset[str]:
    return frozenset(unit for _, unit in page.scope)


@st.cache_data(max_entries=200, show_spinner=False)
def _accepted(file: str | None, force: str | None, month: date | None) -> tuple[Accepted, ...]:
    if not (file and force and month):
        return ()
    return tuple(Accepted(*row) for row in session.query("accepted", {"force": force, "month": month}, file))
