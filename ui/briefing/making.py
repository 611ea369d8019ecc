"""From the choices to a kept document: begun, watched and stopped on the page, made in a thread."""

from typing import Any

import streamlit as st

from ui.briefing.choices import Asked
from ui.briefing.production import Production
from ui.one_unit.written_down import done, refused
from ui.page.guard import plainly
from ui.page.open_page import Page

RUNNING = "briefing_running"
NO_SECTION = "Choose one section at least under Sections."


def make(page: Page, asked: Asked, wrong: str) -> None:
    """The button; while a document is being made, how far it is and a way to stop it."""
    if isinstance(st.session_state.get(RUNNING), Production):
        watch()
        return
    if not st.button("Produce the document", type="primary", key="briefing_go"):
        return
    if why := wrong or ("" if asked.sections else NO_SECTION):
        refused("The document was not made.", ValueError(why))
        return
    begin(page, asked)


def begin(page: Page, asked: Asked) -> None:
    """Start making it; the page runs again to show how far it is."""
    job = Production(page, asked)
    st.session_state[RUNNING] = job
    job.start()
    st.rerun()


@st.fragment(run_every=0.7)
def watch() -> None:
    """How far it is, without running the rest of the page."""
    with plainly(st.container):
        _watch(st.session_state.get(RUNNING))


def _watch(job: Any) -> None:
    if not isinstance(job, Production):
        return
    if job.is_running:
        st.progress(job.fraction, text=job.told)
        if st.button("Stop", key="briefing_stop"):
            job.stop()
        return
    st.session_state.pop(RUNNING, None)
    done(
        "briefing",
        job.why_not or f"Document {job.number} is made and kept. It stands first under Documents kept.",
    )
