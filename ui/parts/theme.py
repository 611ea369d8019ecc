"""Which set of colours the reader's browser shows."""

import streamlit as st

from charts.tokens import DARK, LIGHT, Tokens


def tokens() -> Tokens:
    """The dark tokens where the browser shows the dark theme, else the light ones."""
    try:
        return DARK if st.context.theme.type == "dark" else LIGHT
    except AttributeError:
        return LIGHT
