"""The order of a page from the top: its head, the row of filters, whatever the page draws, and its foot.

The filters are drawn before the page knows its headline, so the places are set out first.
"""

from typing import Any

import streamlit as st

PLACES = "frame_places"


def lay_out() -> None:
    """Set out the places; called once on each run, by the dashboard."""
    head = st.container()
    bar = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
    st.session_state[PLACES] = (head, bar, st.container(key="page_body"), st.container(gap="small"))


def head() -> Any:
    """Where the head of the page goes."""
    return _places()[0]


def bar() -> Any:
    """Where filters go."""
    return _places()[1]


def body() -> Any:
    """Where the page itself goes."""
    return _places()[2]


def foot() -> Any:
    """Where the foot of the page goes."""
    return _places()[3]


def _places() -> tuple[Any, Any, Any, Any]:
    """A page that runs without the dashboard sets out its own."""
    if PLACES not in st.session_state:
        lay_out()
    places: tuple[Any, Any, Any, Any] = st.session_state[PLACES]
    return places
