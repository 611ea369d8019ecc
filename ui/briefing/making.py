"""From the choices to a kept document: asked whether it may be made, made in a thread, watched, stopped."""

from typing import Any

import streamlit as st

from store.documents import NewDocument
from ui.briefing.attack import refusal
from ui.briefing.choices import Asked
from ui.briefing.compose import Composed, compose
from ui.briefing.figures import figures_of
from ui.briefing.production import Production
from ui.figures import session
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
    with st.spinner("Gathering what the pages show ..."):
        made = compose(page, asked)
        why = refusal(made.seen.page, made.measures)
    if why:
        refused("Nothing was written.", ValueError(why))
        return
    begin(made, asked)


def begin(made: Composed, asked: Asked) -> None:
    """Start making its files; the page runs again to show how far it is."""
    job = Production(session.the_store(), made.document, to_keep(made), asked.made_by)
    st.session_state[RUNNING] = job
    job.start()
    st.rerun()


def to_keep(made: Composed) -> NewDocument:
    """The document as the store keeps it, still without files."""
    head, page = made.document.head, made.seen.page
    units = tuple(sorted(unit for _, unit in page.scope))
    figures = figures_of(page, made.measures)
    return NewDocument(
        made.document.title, made.document.audience, page.force or "", units, head.month_end, head.mode,
        head.marking, head.publication, figures, {},
    )  # fmt: skip


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
