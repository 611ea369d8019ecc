"""The figures that an undo brings back, shown before the question is answered and after it was done."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from ui.findings import returning as words
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table

KEPT = "what_returns"


def before(page: Page, loads: Sequence[str], ask: Callable[[Sequence[str]], Any]) -> None:
    """What will return; worked out once for these loads and this publication."""
    key = (tuple(loads), page.world.file)
    if st.session_state.get(KEPT, (None,))[0] != key:
        with st.spinner("Working out which figures return."):
            st.session_state[KEPT] = (key, ask(loads))
    _show(page, st.session_state[KEPT][1], ("Now", "After the undo"))


def after(page: Page, returns: Any) -> None:
    """What did return; nothing where it is not known any more."""
    st.session_state.pop(KEPT, None)
    if returns is not None:
        _show(page, returns, ("Before the undo", "Now"))


def _show(page: Page, returns: Any, columns: tuple[str, str]) -> None:
    done = columns[1] == "Now"
    if isinstance(returns, str):
        states.note(returns)
        return
    units = {unit.code for unit in page.units}
    mine = words.seen(returns.figures, page.force, units, page.reader.scope is None, page.reader.internal)
    titles = {unit.code: unit.title for unit in page.units}
    states.note(words.headline(mine, returns.others, returns.other_measures, done))
    if not mine:
        return
    table = words.table(mine, titles, columns)
    caption = "Figures that the undo brought back" if done else "Figures that would return"
    plain_table(table.head(words.SHOWN), caption, cards=True)
    if len(table) > words.SHOWN:
        with st.expander(f"Show {len(table) - words.SHOWN} more"):
            plain_table(table.iloc[words.SHOWN :], f"{caption}, the rest", cards=True)
    downloads(table, caption, "what_returns")
