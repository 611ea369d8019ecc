"""The parts of the definitions page."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import streamlit as st

from settings.model import UNIT_TYPES
from ui.findings import definitions as words
from ui.page import filters, frame
from ui.page.heading import page_head
from ui.page.open_page import Page
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import join

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABS = {
    "measures": "Measures",
    "sheets": "Sheets and columns",
    "templates": "Templates",
    "matches": "Words as agreed",
}


def head(title: str) -> None:
    """The head of the page: no month and no unit, because a definition has neither."""
    page_head(
        title,
        "Written once, where the figures are computed and where the sheets are checked; this page reads "
        "the same definitions.",
    )


def lists(page: Page) -> dict[str, tuple[str, ...]]:
    """The force's own units and courses, for the drop-downs of the templates."""
    force = page.force_settings or next(iter(page.settings.forces), None)
    if force is None:
        return {}
    return {"units": tuple(u.title for u in force.units), "courses": tuple(c.title for c in force.courses)}


def choices() -> tuple[str, str, str]:
    """What to show, the theme, and the words looked for; all in the address."""
    show = filters.choose("Show", tuple(TABS), "show", title=TABS.__getitem__, segmented=True)
    themes = {"all": "All themes", **words.THEMES}
    theme = filters.choose("Theme", tuple(themes), "theme", width=220, title=themes.__getitem__)
    with frame.bar():
        wanted = st.text_input("Look for", key="q", bind="query-params", width=280, placeholder="sickness")
    return show, theme, wanted or ""


def measures(found: list[Any]) -> None:
    """Each measure with its parts, under its theme."""
    if not found:
        st.write("No measure holds these words. Look for fewer words, or clear the box.")
        return
    for theme, title in words.THEMES.items():
        mine = [m for m in found if m.theme == theme]
        if mine:
            section(title)
        for metric in mine:
            with st.expander(metric.title):
                rows = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in words.parts(metric))
                st.html(f'<dl class="ppu-dl ppu-def">{rows}</dl>')
    downloads(words.metrics_frame(found), "Measures and their definitions", "measures")


def sheets(datasets: Mapping[str, Any], wanted: str) -> None:
    """Each sheet's columns that hold the words looked for."""
    shown = 0
    for dataset in datasets.values():
        table = words.columns_frame(dataset, wanted)
        if table.empty:
            continue
        shown += 1
        section(dataset.title, f"{dataset.workbook.capitalize()} workbook. One row is {dataset.one_row_is}.")
        plain_table(table, f"Columns of {dataset.title}")
        downloads(table, f"Columns of {dataset.title}", f"columns_{dataset.name}")
    types = words.unit_types_frame(UNIT_TYPES, wanted)
    if not types.empty:
        section("Types of unit", "What “type” says of a unit in the settings of a force.")
        plain_table(types, "Types of unit")
    elif not shown:
        st.write("No column holds these words. Look for fewer words, or clear the box.")


def templates(datasets: Mapping[str, Any], make: Callable[[Any], bytes]) -> None:
    """One button for each workbook; it is made only when the button is pressed."""
    section(
        "Templates",
        "Excel workbooks with the headings, a note on each, lists to choose from and an example row. "
        "A sheet of your own with these headings, or the names they are also read as, does just as well.",
    )
    for workbook in dict.fromkeys(d.workbook for d in datasets.values() if d.workbook != "home office"):
        inside = [d for d in datasets.values() if d.workbook == workbook]
        title = f"{workbook.capitalize()} workbook"
        st.download_button(
            f"{title}: {join(d.title for d in inside)}",
            data=lambda held=inside: make(held),
            mime=XLSX,
            file_name=f"{workbook}-template.xlsx",
            key=f"template_{workbook}",
            on_click="ignore",
            icon=":material/download:",
        )
