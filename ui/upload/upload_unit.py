"""Whose record a sheet is that names no unit: asked only where a file holds one."""

from typing import Any

import streamlit as st

from ui.page.open_page import Page
from ui.upload.upload_doors import Doors, Problems, Sent

KEY = "upload_unit"
WHOLE = "The whole force"


def stated() -> str | None:
    """The code of the unit that was chosen; None for the whole force, or where nothing was asked."""
    return st.session_state.get(KEY) or None


def show(page: Page, _doors: Doors, sent: Sent) -> Problems:
    """Ask for the unit where a sheet of these files names none."""
    sheets = [sheet.sheet for report in sent.reports for sheet in report.sheets if sheet.names_no_unit]
    if not sheets:
        return []
    units = {unit.code: unit.title for unit in _units(page)}
    st.selectbox(
        f"Whose record is {', '.join(dict.fromkeys(sheets))}?",
        ["", *units],
        format_func=lambda code: units.get(code, WHOLE),
        key=KEY,
        help="It has no unit in it. As a record of the whole force it takes the place of every unit's own.",
    )
    return []


def _units(page: Page) -> list[Any]:
    force = page.force_settings or (page.settings.forces[0] if len(page.settings.forces) == 1 else None)
    return [unit for unit in force.units if not unit.benchmark] if force else []
