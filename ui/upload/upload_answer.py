"""The reader's answer: why warnings can be accepted, and the button that loads."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ui.findings import upload_answer as words
from ui.page.open_page import Page
from ui.parts.section import section
from ui.returns.before_after import headline_figures
from ui.upload import job, sender, upload_again, upload_difference, upload_hold, upload_match, upload_unit
from ui.upload.upload_doors import LOAD, Answers, Doors, Problems, Sent


def show(page: Page, doors: Doors, sent: Sent) -> Problems:
    """Ask for what is missing, and begin the load once the button is pressed.

    Nothing can be accepted before the reader has been told what would change.
    """
    going, holds = upload_hold.going(sent), upload_hold.stated()
    if not going:
        return []
    accepts = _accepts(words.to_accept(going, upload_difference.worked_out(doors)))
    sender.ask(page.reader.name)
    waiting = not upload_difference.is_ready(doors)
    if st.button(words.label(len(going), len(sent.reports)), type="primary", key="accept", disabled=waiting):
        missing = words.without_a_reason(accepts, holds)
        if missing:
            return missing
        _begin(page, doors, sent, going, {"accepts": accepts, "holds": holds, "words": upload_match.stated()})
    return []


def _accepts(asked: Sequence[words.ToAccept]) -> list[dict[str, str]]:
    """One reason for each warning, by file, sheet and code."""
    if not asked:
        return []
    section("Why the warnings can be accepted", "The reasons are kept with the figures, under your name.")
    given: list[dict[str, str]] = []
    for n, warning in enumerate(asked):
        before = given[-1]["reason"] if given else ""
        given.append({**warning.about, "reason": _reason(n, warning, before)})
    return given


def _reason(n: int, warning: words.ToAccept, before: str) -> str:
    """What was typed for one warning, or the reason of the warning above it where that is ticked."""
    about = "_".join(warning.about.values())  # by what it is about: others may come above it
    if n and st.checkbox(f"The same reason as above for: {warning.said}", key=f"same_reason_{about}"):
        return before
    return str(st.text_input(f"Why this can be accepted: {warning.said}", key=f"accept_reason_{about}"))


def _begin(page: Page, doors: Doors, sent: Sent, going: Sequence[Any], answers: Answers) -> None:
    unit = upload_unit.stated()
    good = [file for file, report in zip(sent.files, sent.reports, strict=True) if report in going]
    before, seen = headline_figures(page), upload_difference.seen(doors)
    upload_again.keep(sent)
    job.begin(lambda: doors.load(good, answers, unit, before, seen), LOAD, before)
