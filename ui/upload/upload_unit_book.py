"""The workbook of a unit for its next month, offered where somebody is about to send one."""

from html import escape
from typing import Any

import streamlit as st

import access
from contracts.words import WHOLE_FORCE
from ui.figures import session
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.upload import sender
from ui.upload.upload_doors import Doors

BESIDE = "Whole force: demand, budgets and the cost of posts"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(page: Page, doors: Doors) -> None:
    """Choose a unit that the reader may see, read what its workbook holds, and take it.

    Not outside the force: the workbook holds rows, not figures, and nothing in it is hidden.
    """
    units = units_of(page)
    if not units:
        return
    section(
        "Next month of a unit",
        "A workbook with the unit's posts, people and kinds of work filled in from the month before. "
        "What is counted each month is left blank.",
    )
    unit = st.selectbox(
        "Unit to fill in for",
        list(units),
        index=None,
        format_func=lambda code: units.get(code, code),
        key="unit_book",
        placeholder="Choose a unit",
        width=360,
    )
    if unit in units:
        _take(page, doors, unit)


def units_of(page: Page) -> dict[str, str]:
    """The units of the force that the reader may see, by code, and the force's own workbook for who sees all.

    None outside the force or before a return.
    """
    if not page.reader.internal or page.month is None:
        return {}
    allowed = access.scope(page.reader, page.settings)
    every = [u for u in page.world.units if u.force == page.force]
    mine = [u for u in every if (u.force, u.code) in allowed]
    whole = {WHOLE_FORCE: BESIDE} if len(mine) == len(every) and _has_beside(page) else {}
    return whole | {u.code: u.title for u in mine if u.is_expected(page.world.months_of(u.force)[-1])}


def _has_beside(page: Page) -> bool:
    """Whether demand, a budget or the cost of posts was ever sent."""
    return bool(session.query("sent_beside", {"force": page.force}, page.world.file))


def _take(page: Page, doors: Doors, unit: str) -> None:
    made: Any = doors.next_month(unit)
    if isinstance(made, str):
        states.note(made)
        return
    by = sender.name(page.reader.name)
    st.download_button(
        f"Download {made.title}, {month_name(made.month)}",
        data=lambda: doors.unit_book(made, by),
        mime=XLSX,
        file_name=made.file_name,
        key="unit_book_taken",
        on_click="ignore",
        icon=":material/download:",
    )
    st.html("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in made.said) + "</ul>")
