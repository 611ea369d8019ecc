"""Choosing the files, and what stands there before any is chosen."""

import streamlit as st

from ui.figures import session
from ui.findings import upload as words
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.upload import upload_again, upload_unit_book
from ui.upload.last_load import last_load
from ui.upload.upload_doors import Doors, Files
from ui.upload.upload_result import undo_buttons


def chosen() -> list[tuple[str, bytes]]:
    """The files that the reader chose."""
    picked = st.file_uploader(
        "Choose one or several workbooks",
        type=["xlsx", "ods", "csv"],
        key="upload_files",
        accept_multiple_files=True,
        help="Excel, OpenDocument or CSV, up to 20 MB each",
    )
    if picked:
        upload_again.forget()
    return [(each.name, each.getvalue()) for each in picked or []] or list(upload_again.files())


def sub_line(files: Files) -> str:
    """What to do, or which files were chosen."""
    if not files:
        return (
            "Choose the workbooks, read what would change, then accept. Nothing is saved before you accept."
        )
    names = " · ".join(f"{name}, {words.size_said(data)}" for name, data in files)
    return f"{names} · {words.SAVED}"


def before_any(page: Page, doors: Doors) -> None:
    """The last load with its way back, and where somebody who has no workbook yet begins."""
    last_load(
        page,
        doors.last(),
        doors.history(),
        getattr(session.publication(), "id", None),
        lambda loads: undo_buttons(page, doors, loads),
    )
    upload_unit_book.offer(page, doors)
    st.page_link(
        entry("data/definitions").file,
        label="Get a blank template to fill in",
        icon=":material/table_view:",
        query_params={"show": "templates"},
    )
