"""The reader's answer: why the warnings can be accepted, and the button that loads."""

import streamlit as st

from ui import job, sender, upload_unit
from ui.before_after import headline_figures
from ui.findings import upload as words
from ui.open_page import Page
from ui.upload_doors import LOAD, Doors, Problems, Sent


def show(page: Page, doors: Doors, sent: Sent) -> Problems:
    """Ask for what is missing, and begin the load once the button is pressed."""
    if not sent.ready:
        st.write("Put these right in the workbook, save it, and choose it again.")
        return []
    warned = any(report.warnings for report in sent.ready)
    reason = (
        st.text_input(
            "Why the warnings can be accepted",
            key="accept_reason",
            help="Kept with the figures, under your name",
        )
        if warned
        else None
    )
    sender.ask(page.reader.name)
    if st.button(_label(sent), type="primary", key="accept"):
        if warned and not (reason or "").strip():
            return [("reason", words.NO_REASON)]
        _begin(page, doors, sent, reason)
    return []


def _label(sent: Sent) -> str:
    ready, of = len(sent.ready), len(sent.reports)
    return "Accept and load" if ready == of else f"Accept and load {ready} of {of} files"


def _begin(page: Page, doors: Doors, sent: Sent, reason: str | None) -> None:
    unit = upload_unit.stated()
    good = [file for file, report in zip(sent.files, sent.reports, strict=True) if report.ok]
    before = headline_figures(page)
    job.begin(lambda: doors.load(good, reason, unit, before), LOAD, before)
