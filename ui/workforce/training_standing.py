"""In date, expired and no record by unit, on the training page: three states that are never mixed."""

import pandas as pd
import streamlit as st

from ui.figures.kept import once
from ui.findings import training as words
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.download import downloads, page_notes
from ui.parts.evidence_table import Row, evidence_table
from ui.parts.section import section
from ui.parts.wording import day, number
from ui.trace.trace_link import address
from ui.workforce.training import labels

TITLE = "No record is not the same as expired"


def standing(page: Page) -> None:
    """The table; choosing a unit opens it with the month kept."""
    table = standing_table(page)
    title = TITLE
    section(
        title,
        f"Each required course of each person in post once, on {day(page.month)}. An expired course can be "
        "renewed; one without a record has to be looked for first.",
    )
    opened = evidence_table(f"{title}, by unit", list(table.columns), _rows(page, table), "standing")
    if opened:
        st.switch_page(
            entry("units/one_unit").file, query_params={"unit": opened, "month": f"{page.month:%Y-%m}"}
        )
    downloads(table, title, "standing", page_notes(page))


@once
def standing_table(page: Page) -> pd.DataFrame:
    """Required courses of each unit: in date, expired, no record."""
    frames = [
        page.metric(f"training/{name}", by=("unit",), only=page.month)
        for name in ("required_course_in_date", "expired", "no_record")
    ]
    return words.standing(*frames, labels=labels(page, "unit"))


def _rows(page: Page, table: pd.DataFrame) -> list[Row]:
    said = (
        [c if isinstance(c, str) else number(c) for c in row] for row in table.iloc[:, 1:].values.tolist()
    )
    return [
        Row(each.code, each.title, tuple(cells), address("training/required_course_in_date", each.code))
        for each, cells in zip(page.units, said, strict=True)
    ]
