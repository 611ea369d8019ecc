"""Which faulty rows are held back so that the good ones load: said before what would change is shown."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ui.findings import upload_answer as words
from ui.page.open_page import Page
from ui.parts.section import section
from ui.upload.upload_doors import Doors, Problems, Sent

KEPT = "upload_holds"


def stated() -> list[dict[str, str]]:
    """The files of which the good rows are loaded and the others held back, each with the reason so far."""
    return list(st.session_state.get(KEPT, []))


def going(sent: Sent) -> list[Any]:
    """The reports of the files that would be loaded: without faults, or with their faulty rows held."""
    held = {each["file"] for each in stated()}
    return [report for report in sent.reports if report.ok or report.file_name in held]


def show(_page: Page, _doors: Doors, sent: Sent) -> Problems:
    """What to do where a file has faults, and the choice to load its good rows now."""
    if not all(report.ok for report in sent.reports):
        asked = any(report.asked for report in sent.reports)
        st.write(words.PUT_RIGHT_OR_ANSWER if asked else words.PUT_RIGHT)
    st.session_state[KEPT] = _holds(sent.reports)
    return []


def _holds(reports: Sequence[Any]) -> list[dict[str, str]]:
    able = [report for report in reports if report.could_hold]
    if not able:
        return []
    section(
        "Or load the good rows now",
        "The rows held back are counted beside every figure they are missing from, until they are put right.",
    )
    given = []
    for n, report in enumerate(able):
        if st.checkbox(words.hold_choice(report), key=f"hold_{n}"):
            reason = str(st.text_input(f"Why they are held back: {report.file_name}", key=f"hold_reason_{n}"))
            given.append({"file": report.file_name, "reason": reason})
    return given
