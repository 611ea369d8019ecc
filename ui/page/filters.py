"""Filters that live in the address. The address holds codes; the screen shows titles.

`bind="query-params"` writes the title it shows into the address, so a link made from a code would be dropped.
So the address is read and written here: an address changed elsewhere wins, otherwise the person's choice.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from ui.page import frame


def choose(
    label: str,
    options: Sequence[str],
    name: str,
    *,
    title: Callable[[str], str] = str,
    default: str | None = None,
    segmented: bool = False,
    width: Any = 240,
) -> str:
    """One choice out of codes, kept in the address under `name`. An unknown code in it means the default."""
    fallback = default if default in options else options[0]
    key = f"filter_{name}"
    _take_from_address(name, key, options, fallback)
    with frame.bar():
        if segmented:
            picked = st.segmented_control(label, list(options), format_func=title, key=key, required=True)
        else:
            picked = st.selectbox(label, list(options), format_func=title, key=key, width=width)
    _write_to_address(name, str(picked or fallback), fallback)
    return str(picked or fallback)


def unknown(name: str) -> str:
    """The code that the address gave and that is none of the options just drawn; empty for a known one."""
    return str(st.session_state.get(f"unknown_{name}", ""))


def _take_from_address(name: str, key: str, options: Sequence[str], fallback: str) -> None:
    """Before the widget is drawn: the address wins if it is not what we wrote there ourselves."""
    said, wrote = st.query_params.get(name), st.session_state.get(f"wrote_{name}")
    st.session_state[f"unknown_{name}"] = "" if said is None or said in options else said
    if said is not None and (said != wrote or key not in st.session_state):
        st.session_state[key] = said
    if st.session_state.get(key) not in options:
        st.session_state[key] = fallback


def _write_to_address(name: str, picked: str, fallback: str) -> None:
    st.session_state[f"wrote_{name}"] = picked
    if st.query_params.get(name) == picked:
        return
    if picked != fallback or name in st.query_params:
        st.query_params[name] = picked


def keep(names: Sequence[str]) -> None:
    """Hold on to filters that this page does not draw: a choice that is not drawn is otherwise forgotten."""
    for name in names:
        if f"filter_{name}" in st.session_state:
            st.session_state[f"filter_{name}"] = st.session_state[f"filter_{name}"]


def clear_button(names: Sequence[str]) -> None:
    """A button that puts the named filters back to their defaults."""
    if st.button("Clear filters", key="clear_filters"):
        for name in names:
            st.query_params.pop(name, None)
            for key in (f"filter_{name}", f"wrote_{name}"):
                st.session_state.pop(key, None)
        st.rerun()
