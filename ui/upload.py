"""The parts of the upload page: choose, check, accept, what changed."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from ui import frame, job, sender, session, states, upload_unit
from ui.before_after import headline_figures
from ui.download import downloads
from ui.error_summary import error_summary
from ui.findings import upload as words
from ui.heading import page_head
from ui.last_load import last_load
from ui.menu import entry
from ui.open_page import Page
from ui.plain_table import plain_table
from ui.section import section
from ui.upload_result import LOAD, UNDO, Doors, Files, result, undo_buttons

SAVED = "Nothing has been saved yet."


def run(page: Page, doors: Doors) -> None:
    """Show the step the reader is at."""
    done = job.ended(LOAD) or job.ended(UNDO)
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
        _choose_and_check(page, doors)


def _choose_and_check(page: Page, doors: Doors) -> None:
    with frame.head():
        problem = st.container()
    files = _chosen()
    reports = _checked(doors, files) if 0 < len(files) <= words.MOST_FILES else []
    items = words.problems(reports)
    if len(files) > words.MOST_FILES:
        items = [("files", words.TOO_MANY)]
    page_head(words.headline(reports), _sub(files))
    if reports:
        items += _answer(page, doors, files, reports)
    if not files:
        last_load(
            page,
            doors.last(),
            doors.history(),
            getattr(session.publication(), "id", None),
            lambda loads: undo_buttons(page, doors, loads),
        )
        _to_templates()
    with problem:
        gone_to = error_summary(items, "problems")
        if gone_to and "." in gone_to:
            _show_one(reports, gone_to)


def _chosen() -> list[tuple[str, bytes]]:
    picked = st.file_uploader(
        "Choose one or several workbooks",
        type=["xlsx", "ods", "csv"],
        key="upload_files",
        accept_multiple_files=True,
        help="Excel, OpenDocument or CSV, up to 20 MB each",
    )
    return [(each.name, each.getvalue()) for each in picked or []]


def _to_templates() -> None:
    """Where somebody who has no workbook yet begins."""
    st.page_link(
        entry("data/definitions").file,
        label="Get a template to fill in",
        icon=":material/table_view:",
        query_params={"show": "templates"},
    )


def _checked(doors: Doors, files: Files) -> list[Any]:
    """Check the files once, however often the page runs."""
    unit = upload_unit.stated()
    key = (unit, *((name, hash(data)) for name, data in files))
    if st.session_state.get("checked_key") != key:
        with st.spinner("Checking the files"):
            st.session_state["checked"] = list(doors.check(files, unit))
        st.session_state["checked_key"] = key
    return st.session_state["checked"]


def _sub(files: Files) -> str:
    if not files:
        return (
            "Choose the workbooks, read what would change, then accept. Nothing is saved before you accept."
        )
    names = " · ".join(f"{name}, {words.size_said(data)}" for name, data in files)
    return f"{names} · {SAVED}"


def _show_one(reports: Sequence[Any], chosen: str) -> None:
    """The fault that was chosen in the summary, with its way out."""
    file, fault = (int(part) for part in chosen.split("."))
    breach = reports[file].errors[fault]
    states.note(breach.how_to_fix, lead=words.one_line(breach))


def _answer(page: Page, doors: Doors, files: Files, reports: Sequence[Any]) -> list[tuple[str, str]]:
    """What to put right, what would load, and the button; returns problems with the answer itself."""
    for n, report in enumerate(reports):
        _put_right(report, n)
    upload_unit.ask(page, reports)
    ready = [report for report in reports if report.ok]
    table = words.would_load(reports, _covered(page, reports))
    if not table.empty:
        section("If you accept" if ready else "What was found in the file", SAVED)
        plain_table(table, "What the files would load", 0)
    _how_read(reports)
    if not ready:
        st.write("Put these right in the workbook, save it, and choose it again.")
        return []
    warned = any(report.warnings for report in ready)
    reason = (
        st.text_input(
            "Why the warnings can be accepted",
            key="accept_reason",
            help="Kept with the figures, under your name",
        )
        if warned
        else None
    )
    label = (
        "Accept and load"
        if len(ready) == len(reports)
        else f"Accept and load {len(ready)} of {len(reports)} files"
    )
    sender.ask(page.reader.name)
    if st.button(label, type="primary", key="accept"):
        if warned and not (reason or "").strip():
            return [("reason", words.NO_REASON)]
        unit = upload_unit.stated()
        good = [file for file, report in zip(files, reports, strict=True) if report.ok]
        before = headline_figures(page)
        job.begin(lambda: doors.load(good, reason, unit, before), LOAD, before)
    return []


def _put_right(report: Any, n: int) -> None:
    """What to put right in one file, and what to read and accept, with every cell to take away."""
    for severity, title in (("error", "Rows to put right"), ("warning", "Warnings to read and accept")):
        table = words.to_put_right(report, severity)
        if not table.empty:
            section(f"{title}: {report.file_name}")
            plain_table(table, f"{title}, {report.file_name}", cards=True)
    if report.breaches:
        downloads(words.every_cell(report), f"To put right {report.file_name}", f"put_right_{n}")


def _how_read(reports: Sequence[Any]) -> None:
    notes = [
        (report.file_name, text) for report in reports for text in (*report.said, *words.left_out(report))
    ]
    if notes:
        with st.expander("How the files were read"):
            lines = (f"<li>{escape(name)}: {escape(text)}</li>" for name, text in notes)
            st.html(f"<ul>{''.join(lines)}</ul>")


def _covered(page: Page, reports: Sequence[Any]) -> frozenset[tuple[str, date]]:
    """Which of the files' sheets and months have a return already."""
    have = {(d, m) for d, _, m in session.query("coverage", {"force": page.force}, page.world.file)}
    return frozenset(have & {(s.dataset, s.month_end) for r in reports for s in r.sheets})
