"""What a document will be made of is read while its maker still writes, so that making it takes seconds.

Every figure and every trial of it is kept by what was asked (ui/figures/kept.py): the second to ask has it.
The processes that write its files wait for it.
"""

from contextlib import suppress
from threading import Lock, Thread

import streamlit as st
from streamlit.runtime import exists

from exports.produce import Writers
from exports.waiting import Waiting
from ui.briefing.attack import refusal
from ui.briefing.choices import Asked
from ui.briefing.compose import compose
from ui.figures import shown
from ui.page import view
from ui.page.open_page import Page
from ui.page.view import View

ONE_AT_A_TIME = Lock()


def make_ready(page: Page, asked: Asked) -> None:
    """Begin to read it beside the page, once for each choice, unless another is being read."""
    if not exists() or not asked.sections:
        return
    waiting().begin()
    if not ONE_AT_A_TIME.locked():
        _begun(f"{page.shows} {asked.audience} {asked.shape} {asked.unit} {asked.sections}", page, asked)


def writers() -> Writers:
    """The processes that wait for a document, or new ones where none do."""
    return waiting().take()


@st.cache_resource(show_spinner=False)
def waiting() -> Waiting:
    """One for all who use the dashboard."""
    return Waiting()


@st.cache_resource(max_entries=100, show_spinner=False)
def _begun(words: str, _page: Page, _asked: Asked) -> Thread:
    """Kept by what was chosen, in words, so that the same is not begun again."""
    reading = Thread(target=_read, args=(_page, _asked), daemon=True)
    reading.start()
    return reading


def _read(page: Page, asked: Asked) -> None:
    view.keep_to(View(page.force, page.month, page.group))
    with ONE_AT_A_TIME, suppress(Exception):  # what is wrong is told when the document is made
        shown.heard(lambda: _gathered(page, asked))


def _gathered(page: Page, asked: Asked) -> None:
    made = compose(page, asked)
    refusal(made.seen.page, made.measures)
