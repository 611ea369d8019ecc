"""The last load as anybody who comes to the upload page finds it, until the next one."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from ui.findings import loads as load_words
from ui.findings import upload as words
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.returns.before_after import headline_figures


def last_load(page: Page, found: Any, loads: Sequence[Any], publication: int | None, undo: Callable) -> None:
    """What was sent, when and by whom, what it changed, and the way back for the loads that still stand.

    `loads` is the history: of a load that was undone since, on whichever page, only that is said.
    """
    if found is None:
        return
    sent, status = found
    section(
        "The last load",
        f"{load_words.files_said(sent.names)} · sent {load_words.when_said(sent.at)} by {sent.by}",
    )
    if status.state == "running":
        states.note("It is still being loaded. Load this page again to see its end.")
        return
    mine = [load for load in loads if load.load_id in status.loads]
    if gone := load_words.undone_said(mine):
        states.note(gone)
    able = [load.load_id for load in load_words.can_undo(mine)]
    if mine and all(load.state == "undone" for load in mine):
        return
    if len(mine) > load_words.FILES_TOLD:
        st.page_link(
            entry("data/returns").file, label="See these loads on Returns", icon=":material/table_view:"
        )
        return
    for sentence in status.said or (status.message,):
        states.note(sentence)
    if status.publication_id and status.publication_id == publication:
        table = words.changed(sent.before, headline_figures(page))
        plain_table(table, "Headline figures before and after the last load")
    undo([load for load in status.loads if load in able])
