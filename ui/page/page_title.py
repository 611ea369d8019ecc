"""The title of the browser tab: the page, and "Error: " before it while something has to be put right."""

import streamlit as st

NAME = "PPU workforce"
KEPT = "page_title"
ERROR = "Error: "


def put_title(page: str) -> None:
    """Each page by its own name, so that tabs, bookmarks and screen readers can tell them apart."""
    st.session_state[KEPT] = f"{page} · {NAME}"
    st.set_page_config(page_title=st.session_state[KEPT])


def say_error() -> None:
    """Led by "Error: " for this run; a screen reader says the title first, and so what is to be done."""
    st.set_page_config(page_title=ERROR + st.session_state.get(KEPT, NAME))
