"""What forms that write beside figures share: a line that stands with its undo, a name, and the answer."""

from datetime import date
from html import escape

import streamlit as st

from ui.page.open_page import Page
from ui.parts.wording import day


def stood(said: str, by: str, at: str, undo: str, key: str) -> bool:
    """One line that stands, with who and when (UTC); True when its button was pressed ("" draws none)."""
    who = f"{by}, {day(date.fromisoformat(at[:10]))}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="ppu-stood">{escape(said)} <span class="ppu-sub">({escape(who)})</span></p>')
        return bool(undo) and st.button(undo, key=key)


def name_of(page: Page, key: str, most: int, *, of_account: bool = True) -> str:
    """Who writes: the account's name, which the one local user may put right.

    `of_account` False: what leaves the dashboard has the name that this user writes, and not the computer's.
    """
    if not page.reader.is_local:
        return str(page.reader.name)
    return st.text_input(
        "Your name",
        page.reader.name if of_account else "",
        key=key,
        max_chars=most,
        help="Shown beside what you write",
    )


def refused(lead: str, reason: Exception) -> None:
    """Why nothing was written, where the reader looks."""
    st.html(f'<p class="ppu-note" role="alert"><b>{escape(lead)}</b> {escape(str(reason))}</p>')


def done(form: str, said: str) -> None:
    """Show the page anew with an emptied form and the answer above it."""
    st.session_state[f"{form}_said"] = said
    st.session_state[f"{form}_turn"] = st.session_state.get(f"{form}_turn", 0) + 1
    st.rerun()


def answer(form: str) -> None:
    """What the last thing written led to, once."""
    said = st.session_state.pop(f"{form}_said", "")
    if said:
        st.html(f'<p class="ppu-note" role="status">{escape(said)}</p>')
