"""Who sends a return: a name that the person gives once a session, else the account of the computer."""

import streamlit as st

KEPT, FIELD = "sender", "sender_field"


def name(account: str) -> str:
    """The name for the history."""
    return st.session_state.get(KEPT) or account


def ask(account: str) -> None:
    """Ask for the name beside the button that accepts; kept when the reader leaves the page."""
    said = st.text_input("Your name, for the history", value=name(account), key=FIELD, max_chars=80)
    st.session_state[KEPT] = said.strip()
