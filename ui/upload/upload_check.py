"""What checking the files said: what to put right, how they were read, and what they would load."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from ui.figures import session
from ui.findings import upload as words
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.upload import upload_again, upload_difference, upload_match, upload_unit
from ui.upload.upload_doors import Doors, Files, Problems, Sent


def checked(doors: Doors, files: Files) -> list[Any]:
    """Check the files once, however often the page runs."""
    unit, said = upload_unit.stated(), upload_match.stated()
    key = (unit, repr(said), *((name, hash(data)) for name, data in files))
    if st.session_state.get("checked_key") != key:
        with st.spinner("Checking the files"):
            st.session_state["checked"] = list(doors.check(files, unit, said))
        st.session_state["checked_key"] = key
    return st.session_state["checked"]


def forget() -> None:
    """Leave what was checked behind, and the files with it."""
    upload_match.forget()
    upload_again.forget()
    upload_difference.forget()
    for key in ("checked", "checked_key", "upload_files"):
        st.session_state.pop(key, None)


def show_one(reports: Sequence[Any], chosen: str) -> None:
    """The fault that was chosen in the summary, with its way out."""
    file, fault = (int(part) for part in chosen.split("."))
    breach = reports[file].errors[fault]
    states.note(breach.how_to_fix, lead=words.one_line(breach))


def put_right(_page: Page, doors: Doors, sent: Sent) -> Problems:
    """What to put right in each file, and what to read and accept, with every cell to take away."""
    for n, report in enumerate(sent.reports):
        for severity, title in (("error", "Rows to put right"), ("warning", "Warnings to read and accept")):
            table = words.to_put_right(report, severity)
            if not table.empty:
                section(f"{title}: {report.file_name}")
                plain_table(table, f"{title}, {report.file_name}", cards=True)
        if report.breaches and report.sheets:
            _marked_workbook(doors, sent.files[n], n)
        if report.breaches:
            downloads(partial(words.every_cell, report), f"To put right {report.file_name}", f"put_right_{n}")
    return []


def _marked_workbook(doors: Doors, file: tuple[str, bytes], n: int) -> None:
    """The reader's own workbook with its faults marked: made when asked for, and kept nowhere."""
    unit, said = upload_unit.stated(), upload_match.stated()
    st.download_button(
        "Download your workbook with the faults marked",
        data=lambda: doors.workbook(file, unit, said) or b"",
        file_name=words.marked_name(file[0]),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"marked_{n}",
        on_click="ignore",
        icon=":material/edit_note:",
        help="Each faulty cell is marked, and a last column says how to put it right. "
        "Correct it there, save, and choose it again.",
    )


def would_load(page: Page, _doors: Doors, sent: Sent) -> Problems:
    """Each sheet with its month and rows, and whether it replaces a return."""
    table = words.would_load(sent.reports, _covered(page, sent.reports))
    if not table.empty:
        section("If you accept" if sent.ready else "What was found in the file", words.SAVED)
        plain_table(table, "What the files would load", 0)
    return []


def how_read(_page: Page, _doors: Doors, sent: Sent) -> Problems:
    """What was understood, and which rows were left out and why."""
    notes = [
        (report.file_name, text)
        for report in sent.reports
        for text in (*report.said, *words.left_out(report))
    ]
    if notes:
        with st.expander("How the files were read"):
            lines = (f"<li>{escape(name)}: {escape(text)}</li>" for name, text in notes)
            st.html(f"<ul>{''.join(lines)}</ul>")
    return []


def _covered(page: Page, reports: Sequence[Any]) -> frozenset[tuple[str, date]]:
    """Which of the files' sheets and months have a return already."""
    have = {(d, m) for d, _, m in session.query("coverage", {"force": page.force}, page.world.file)}
    return frozenset(have & {(s.dataset, s.month_end) for r in reports for s in r.sheets})
