"""What a load did: the headline figures before and after, and the way back."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from store.troubles import says
from ui.findings import loads as load_words
from ui.findings import upload as words
from ui.page import frame
from ui.page.heading import page_head
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.error_summary import error_summary
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.returns import ask_undo, returning
from ui.returns.before_after import headline_figures
from ui.upload import after_load, job, upload_check
from ui.upload.upload_doors import UNDO, Doors


def result(page: Page, doors: Doors, did: job.Job, status: Any) -> None:
    """What changed, with the way back; or why nothing did."""
    if status is None or status.state != "done":
        told = status.said or (status.message,) if status else (says("not_known"),)
        with frame.head():
            error_summary([(f"said.{n}", text) for n, text in enumerate(told)], "not_loaded")
        if status is None or status.step == "stopped_after":
            page_head(
                "How it ended is not known", "What is in the history was done, and the rest was not begun."
            )
        else:
            page_head("Nothing was loaded", "The figures are as they were.")
    else:
        _what_changed(page, doors, did, status)
        undo_buttons(page, doors, did.others if did.does == UNDO else status.loads)
    if st.button("Send other files", key="again"):
        job.forget()
        upload_check.forget()
        st.rerun()


def _what_changed(page: Page, doors: Doors, did: job.Job, status: Any) -> None:
    after = headline_figures(page)
    table = words.changed(did.before, after)
    title = "Undone" if did.does == UNDO else words.changed_headline(did.before, after)
    page_head(title if status.publication_id else "Nothing was changed", " ".join(status.said))
    if did.does != UNDO and status.publication_id:
        _month_after(page, doors, status.loads)
    if not table.empty:
        section("Headline figures before and after", "At the newest month, over the units in view.")
        plain_table(table, "Headline figures before and after")
    if did.does == UNDO and status.publication_id:
        section("What returned")
        returning.after(page, doors.returned(status.publication_id))
    st.page_link(entry("overview/overview").file, label="Go to the overview", icon=":material/dashboard:")


def _month_after(page: Page, doors: Doors, loads: Sequence[str]) -> None:
    """What the month that was loaded holds, and what to check in it."""
    month = after_load.at_month(page, [load for load in doors.history() if load.load_id in loads])
    if month is not None:
        after_load.show(month)


def undo_buttons(page: Page, doors: Doors, loads: Sequence[str]) -> None:
    """The way back: one load, then everything that was sent together."""
    if not loads or ask_undo.question(
        page.id,
        lambda chosen: _undo(page, doors, chosen, loads),
        lambda chosen: returning.before(page, chosen, doors.returns),
    ):
        return
    section("Undo", "The figures go back to what they were. The files can be sent again afterwards.")
    of = {load.load_id: load for load in doors.history()}

    def months(chosen: Sequence[str]) -> str:
        return load_words.months_of([of[name] for name in chosen if name in of])

    with st.container(horizontal=True, gap="small"):
        for load_id in loads:
            if st.button(f"Undo load {load_id}", key=f"undo_{load_id}", icon=":material/undo:"):
                ask_undo.ask(page.id, (load_id,), months((load_id,)))
    if len(loads) > 1 and st.button(f"Undo all {len(loads)} loads", key="undo_all", icon=":material/undo:"):
        ask_undo.ask(page.id, loads, months(loads))


def _undo(page: Page, doors: Doors, chosen: Sequence[str], loads: Sequence[str]) -> None:
    """Undo the chosen loads in one step; the others still stand, and can be undone next."""
    others = tuple(name for name in loads if name not in chosen)
    job.begin(lambda: doors.undo(chosen), UNDO, headline_figures(page), others)
