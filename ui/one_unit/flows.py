"""The monthly flows of a unit, each beside its usual range, with the notes of its months."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from metrics.judged import Judged
from ui.figures import first_reported
from ui.figures.signals import of_unit, signals
from ui.findings import flows as words
from ui.page.open_page import Page
from ui.parts.chart import show_chart
from ui.parts.download import page_notes
from ui.parts.section import section

SUB = (
    "Each figure beside its usual range, set by its own months. Only what chance seldom gives is marked. "
    "Counts under about six a month are shown by quarter."
)


def of(page: Page, code: str, family: str | None) -> tuple[Judged, ...]:
    """The unit's flows with something to draw: those of one family of work, and those of no family.

    In the first months there is no whole quarter of a small count yet.
    """
    return tuple(each for each in of_unit(signals(page), code, family) if each.points)


def charts(page: Page, code: str, found: Sequence[Judged]) -> None:
    """One chart for each flow; nothing where none has one."""
    if not found:
        return
    section("Month by month, and what is unusual", SUB)
    notes, rebases = page.notes(code), page.rebases(unit=code)
    grid = st.grid(3, min_column_width=340, gap="small")
    for each in found:
        with grid.cell():
            key = f"flow_{each.metric.split('/')[1]}"
            again = first_reported.marks(page, each.metric, code, each.work_family)
            drawn = replace(words.chart(each, notes, rebases), corrected=again)
            show_chart(drawn, key, notes=page_notes(page), decimals=0)
