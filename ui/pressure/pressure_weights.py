"""New work counted as cases, by current practice and by local hours, side by side."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis.staffing.weightings import Weightings, weightings
from ui.figures.kept import kept
from ui.findings import weightings as words
from ui.findings.workload import APPROVED
from ui.page.open_page import Page
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say
from ui.parts.section import section

BY = ("unit", "month_end", "work_family", "work_type")
INVESTIGATIONS = "investigations"
SUB = (
    "The same new work, each case counted as one, by what forces spend on it now, and by the force's own "
    "approved hours. Where they disagree, what is said of demand depends on the weights."
)


def side_by_side(page: Page, family: str) -> None:
    """The three weightings by unit, a sentence where they disagree; nothing where no weights are approved."""
    local = _local(page, family)
    if not local and family != INVESTIGATIONS:
        return
    section("Does it depend on how cases are weighted?", SUB)
    month, before = page.month, _end(page, 12)
    found = kept(page, ("weightings", family), lambda: _of_units(page, family, local))
    for text in words.sentences(found):
        say(text)
    table = words.table(found)
    caption = words.caption(family, month, before)
    plain_table(table, caption)
    downloads(table, caption, "weightings", (*page_notes(page), words.SOURCE))
    with st.expander("Show the weights of current practice and where they come from"):
        st.caption(words.SOURCE)
        plain_table(words.costs_table(), "Home Office unit costs of recorded crime, 2022/23")


def _local(page: Page, family: str) -> dict[str, float]:
    """Approved hours for a case that hold in the chosen month."""
    held = page.force_settings.weights if page.force_settings else ()
    return {
        w.work_type: w.hours
        for w in held
        if w.work_family == family and w.status == APPROVED and page.month and w.holds_on(page.month)
    }


def _of_units(page: Page, family: str, local: dict[str, float]) -> dict[str, Weightings]:
    """Each unit's new work of two years, weighted, by title; none for a unit that had none of the family."""
    frame = page.metric("pressure/new", by=BY, where={"work_family": (family,)})
    if frame.empty:
        return {}
    have = set(frame["unit"])
    return {
        unit.title: _of_unit(page, family, frame[frame["unit"] == unit.code], local)
        for unit in page.units
        if unit.code in have
    }


def _of_unit(page: Page, family: str, rows: pd.DataFrame, local: dict[str, float]) -> Weightings:
    sets = {words.LOCAL: local} if local else {}
    if family == INVESTIGATIONS:
        sets = {words.CURRENT: words.current_practice(), **sets}
    ends = pd.to_datetime(rows["month_end"]).dt.date
    last, middle, first = (_end(page, months) for months in (0, 12, 24))
    return weightings(_year(rows, ends, first, middle), _year(rows, ends, middle, last), sets)


def _end(page: Page, months: int) -> date:
    """The month end so many months before the chosen one."""
    return (pd.Timestamp(page.month) - pd.offsets.MonthEnd(months)).date()


def _year(rows: pd.DataFrame, ends: pd.Series, after: date, until: date) -> dict[str, float | None]:
    """New cases by work type after one month end up to another; not known unless all twelve months are."""
    chosen = rows[(ends > after) & (ends <= until)]
    whole = chosen["month_end"].nunique() == 12 and chosen["numerator"].notna().all()
    kinds = {str(name) for name in rows["work_type"]}
    if not whole:
        return dict.fromkeys(kinds)
    sums = chosen.groupby("work_type")["numerator"].sum()
    return {name: float(sums.get(name, 0.0)) for name in kinds}
