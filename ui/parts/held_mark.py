"""The mark beside a figure from which rows are held back: how many, of the sheets and months it rests on."""

from datetime import date

import streamlit as st

import access
from metrics.catalogue import METRICS
from ui.figures import session
from ui.figures.world import world
from ui.findings import decided as words
from ui.findings.decided import Held
from ui.page import view


def of_measure(metric: str, unit: str | None) -> str:
    """`1 row held back`, for a measure of one unit, or of all in view; "" where every row is in it."""
    seen = view.current()
    if metric not in METRICS or seen.month is None:
        return ""
    rows = [row for row in _rows(seen.force) if row.unit is None or row.unit in _units(unit)]
    sheets = {name for needs in METRICS[metric].needs for name in needs}
    months = {_months_before(seen.month, back) for back in METRICS[metric].months_back}
    held = [row for row in rows if row.dataset in sheets and _of(row) in months]
    return words.mark(held, access.identify().internal)


def of_unit(unit: str) -> str:
    """The same for everything that one unit sent for the month in view."""
    seen = view.current()
    if seen.month is None:
        return ""
    here = (seen.month.year, seen.month.month)
    held = [r for r in _rows(seen.force) if r.unit in (None, unit) and _of(r) == here]
    return words.mark(held, access.identify().internal)


def _units(unit: str | None) -> frozenset[str]:
    if unit is not None:
        return frozenset({unit})
    seen = view.current()
    allowed = access.scope(access.identify(), session.settings())
    return frozenset(
        each.code
        for each in world().units_of(seen.force or "")
        if (each.force, each.code) in allowed and seen.group in (view.ALL, each.type)
    )


def _of(row: Held) -> tuple[int, int]:
    return (row.month_end.year, row.month_end.month)


def _months_before(month: date, back: int) -> tuple[int, int]:
    years, left = divmod(month.year * 12 + month.month - 1 - back, 12)
    return (years, left + 1)


def _rows(force: str | None) -> tuple[Held, ...]:
    return rows(session.published_file(), force)


@st.cache_data(max_entries=50, show_spinner=False)
def rows(file: str | None, force: str | None) -> tuple[Held, ...]:
    """Every row of a force that is held back from the figures of a published file."""
    if not (file and force):
        return ()
    return tuple(Held(*row) for row in session.query("held", {"force": force}, file))
