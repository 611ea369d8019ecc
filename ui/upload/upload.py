"""The upload page as a list of steps: choose, check, see what would change, answer, and what came of it.

A step shows its part and gives back what is wrong with the reader's answers, for the summary above the page.
"""

from collections.abc import Callable

import streamlit as st

from ui.findings import upload as words
from ui.page import frame
from ui.page.heading import page_head
from ui.page.open_page import Page
from ui.parts.error_summary import error_summary
from ui.upload import (
    job,
    upload_again,
    upload_answer,
    upload_check,
    upload_choose,
    upload_difference,
    upload_hold,
    upload_match,
    upload_unit,
)
from ui.upload.upload_doors import LOAD, UNDO, Doors, Problems, Sent
from ui.upload.upload_result import result

Step = Callable[[Page, Doors, Sent], Problems]
# In the order of the page, once files are chosen and checked.
STEPS: tuple[Step, ...] = (
    upload_match.show,
    upload_check.put_right,
    upload_unit.show,
    upload_check.would_load,
    upload_check.how_read,
    upload_hold.show,
    upload_difference.show,
    upload_answer.show,
)


def run(page: Page, doors: Doors) -> None:
    """Show the step the reader is at."""
    done = job.ended(LOAD) or job.ended(UNDO)
    if done and upload_again.is_needed(done[1]):
        job.forget()
        upload_again.begin(done[1])
        done = None
    if job.running():
        undoing = job.running().does == UNDO
        page_head(
            "Undoing the load" if undoing else "Loading the files",
            "The figures stay as they are until it has ended.",
        )
        job.watch(doors.status)
    elif done:
        result(page, doors, *done)
    else:
        _choose_and_answer(page, doors)


def _choose_and_answer(page: Page, doors: Doors) -> None:
    with frame.head():
        problem = st.container()
    files = upload_choose.chosen()
    reports = upload_check.checked(doors, files) if 0 < len(files) <= words.MOST_FILES else []
    sent = Sent(files, reports)
    items = words.problems(reports)
    if len(files) > words.MOST_FILES:
        items = [("files", words.TOO_MANY)]
    page_head(words.headline(reports), upload_choose.sub_line(files))
    upload_again.told()
    if reports:
        for step in STEPS:
            items += step(page, doors, sent)
    if not files:
        upload_choose.before_any(page, doors)
    with problem:
        gone_to = error_summary(items, "problems")
        if gone_to and "." in gone_to:
            upload_check.show_one(reports, gone_to)
