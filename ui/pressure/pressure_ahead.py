"""Open cases in the months to come, projected when it is asked for, with the scores of past forecasts."""

import streamlit as st

from analysis.projection import Projection
from ui.figures.kept import kept
from ui.findings import ahead as words
from ui.findings.series import things
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.pressure.pressure_unit import monthly, who

HORIZON = 6
SUB = (
    "The open cases themselves carried forward, by the method that forecast its own past best; as they are "
    "now where nothing did better. It knows of no plan: no new posts, no change in law, no surge."
)


def ahead(page: Page, family: str, unit: str | None) -> None:
    """A switch, and behind it the fan: the models take a moment the first time."""
    section("What may be open in six months?", SUB)
    where = who(page, unit)
    label = f"Project open {things(family)} of {where}"
    if not st.toggle(label, key="project", bind="query-params"):
        return
    series = kept(page, ("ahead", family, unit), lambda: monthly(page, "pressure/open", family, unit))
    key = (page.world.file or "", page.force or "", family, unit or ",".join(u.code for u in page.units))
    with st.spinner("Trying each method on the months that are known …"):
        found = _projected(key, series.values)
    if found.why_not:
        states.note(words.why_not(found), lead="No projection.")
        return
    model = words.model(found, series.months, series.values, family, where)
    show_chart(model, "ahead", notes=page_notes(page), decimals=0)
    with st.expander("Show every method that was tried and how it did"):
        table = words.tried(found)
        caption = f"Methods tried on known months, open {things(family)}, {where}"
        plain_table(table, caption)
        downloads(table, caption, "methods_tried", page_notes(page))


@st.cache_data(max_entries=200, show_spinner=False)
def _projected(key: tuple[str, str, str, str], values: tuple[float | None, ...]) -> Projection:
    """Kept, with the scores of its past forecasts, by published file, units and figures."""
    from analysis.projection import project

    return project(values, HORIZON)
