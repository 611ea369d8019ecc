"""One question before anything is undone."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui.parts import states
from ui.parts.section import section
from ui.parts.wording import join

ASKED = "undo_asked"
NAMED = 5


def ask(page: str, loads: Sequence[str], months: str) -> None:
    """Ask on this page whether these loads are to be undone; it runs again to show the question.

    `months` says of which months they are, for the question.
    """
    st.session_state[ASKED] = (page, tuple(loads), months)
    st.rerun()


def question(
    page: str,
    undo: Callable[[tuple[str, ...]], None],
    returns: Callable[[tuple[str, ...]], None] = lambda loads: None,
) -> bool:
    """Show the question that was asked on this page; whether there is one. `undo` is called on yes.

    `returns` shows which figures come back, before the question is answered.
    """
    where, loads, months = st.session_state.get(ASKED, ("", (), ""))
    if where != page or not loads:
        return False
    one = len(loads) == 1
    section("Undo this load?" if one else f"Undo these {len(loads)} loads?", months)
    states.note(
        f"The figures go back to what they were without {'it' if one else 'them'}: what was replaced holds "
        "again. The files can be sent again afterwards.",
        lead=f"{_named(loads)}.",
    )
    returns(loads)
    with st.container(horizontal=True, gap="small"):
        yes = st.button("Undo", key="undo_yes", type="primary", icon=":material/undo:")
        no = st.button("Keep", key="undo_no")
    if yes or no:
        st.session_state.pop(ASKED)
    if yes:
        undo(loads)
    if no:
        st.rerun()
    return True


def _named(loads: Sequence[str]) -> str:
    """The loads by name; of many the first and the last."""
    if len(loads) > NAMED:
        return f"{len(loads)} loads, {min(loads)} to {max(loads)}"
    return f"{'Load' if len(loads) == 1 else 'Loads'} {join(loads)}"
