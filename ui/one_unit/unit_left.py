"""Who left one unit in the last 12 months: where to, and why."""

from datetime import date

import pandas as pd
import streamlit as st

from metrics.tenure import read_left
from ui.figures import session
from ui.figures.kept import once
from ui.findings import attrition, unit_left
from ui.findings.series import at
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section

FLOW = "attrition/leavers_month"
YEARLY = "attrition/left_unit_12m"
YEAR = 12
Left = tuple[tuple[str, str, int], ...]


def who_left(page: Page, code: str) -> None:
    """Two tables: where they went, and why. Only months in which leaving could be seen are counted."""
    if not page.reader.internal:
        _published(page, code)
        return
    months = _seen(page, code)
    left = _left(page, code, months)
    if left is None:
        section("Who left the unit")
        states.note(_why_not(page, months), lead="Who left is not shown.")
        return
    section(unit_left.title(left, len(months)), unit_left.sub(months[0], months[-1]))
    if left:
        _tables(page, code, left, months)


def _published(page: Page, code: str) -> None:
    """Outside the force: the figure over 12 months, where it may be shown, and no split of it."""
    left = at(page.metric(YEARLY, by=("month_end",), only=page.month, unit=code), page.month, "numerator")
    section(unit_left.published_title(left))
    states.note(unit_left.INSIDE_ONLY, lead="Where to and why are not shown.")


def _tables(page: Page, code: str, left: Left, months: tuple[date, ...]) -> None:
    why = _reasons(page, code, months)
    to = unit_left.table(left, len(months))
    one, other = st.columns(2, gap="small")
    with one:
        plain_table(to, "Where those who left the unit went", 0)
        downloads(to, "Where those who left the unit went", "left_where", page_notes(page))
    with other:
        if not why.empty:
            plain_table(why, "Why people left the unit", 0)
            downloads(why, "Why people left the unit", "left_why", page_notes(page))


@once
def _reasons(page: Page, code: str, months: tuple[date, ...]) -> pd.DataFrame:
    return attrition.reasons(page.metric(FLOW, by=("month_end", "reason"), unit=code), months)


@once
def _seen(page: Page, code: str) -> tuple[date, ...]:
    """Those of the last 12 months in which the unit's leavers are known, as none or as some."""
    year = page.months[-YEAR:]
    raw = page.metric(FLOW, by=("month_end",), unit=code)
    known = set() if raw.empty else {m.date() if hasattr(m, "date") else m for m in raw["month_end"]}
    return tuple(month for month in year if month in known)


def _left(page: Page, code: str, months: tuple[date, ...]) -> Left | None:
    file = page.world.file
    seen = any(unit.code == code for unit in page.units)
    if not (file and months and seen and page.force):
        return None
    return _read(file, tuple(sorted(page.scope)), page.force, code, months)


@st.cache_data(max_entries=500, show_spinner=False)
def _read(
    file: str, scope: tuple[tuple[str, str], ...], force: str, code: str, months: tuple[date, ...]
) -> Left | None:
    """Kept by published file and the reader's units; None for a file published before this was counted."""
    if not session.query("has_unit_left", file=file)[0][0]:
        return None
    return read_left(session.cursor(file), frozenset(scope), force, code, months[0], months[-1])


def _why_not(page: Page, months: tuple[date, ...]) -> str:
    if not months:
        return "It takes People of two months that follow each other."
    return "It is counted when figures are next published: load a return, or run python -m etl rebuild."
