"""Shares of demand, people and money in a made store, and the page a reader would open on it."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import duckdb
import pytest
import streamlit as st

import access
from tests.ui.made_warehouse import FORCE, UNITS, Made, month_ends, publish
from ui.figures import session
from ui.figures.status import status_of
from ui.figures.world import world
from ui.page.open_page import Page

MADE = Made(months=3)
JULY, AUGUST, SEPTEMBER = month_ends(MADE)
CODES = tuple(unit[0] for unit in UNITS)
INSIDE = access.Reader("A Reader", "manager", scope=None, internal=True)
OUTSIDE = access.Reader("A Reader", "commissioner", scope=None, internal=False)
Change = Callable[[duckdb.DuckDBPyConnection], object]


def figure(con, metric: str, unit: str | None, month: date, top: float, bottom: float, kind=None) -> None:
    """One row of a figure."""
    con.execute(
        'insert into figure (metric, "force", unit, month_end, work_type, numerator, denominator) '
        "values (?, ?, ?, ?, ?, ?, ?)",
        [f"resource/{metric}", FORCE, unit, month, kind, top, bottom],
    )


def people(con, months: Iterable[date] = (JULY, AUGUST, SEPTEMBER), fte: float = 20.0) -> None:
    """20 FTE in each unit, 400 in the force."""
    for month in months:
        for unit in CODES:
            figure(con, "share_of_people", unit, month, fte, 0.0)
        figure(con, "share_of_people", None, month, 0.0, 400.0)


def crimes(con, month: date, rule: str = "Rules A", **of_units: float) -> None:
    """Recorded crimes of units, of 1,000 of the force."""
    for unit, count in of_units.items():
        figure(con, "share_of_demand", unit, month, count, 0.0, "domestic abuse")
    figure(con, "share_of_demand", None, month, 0.0, 1000.0)
    con.execute(
        "insert into demand values (?, ?, null, 'all recorded crime', 'recorded crimes', 1000, ?, "
        "'Crime system', 'demand', 'Demand', 5)",
        [FORCE, month, rule],
    )


def budget(con, unit: str | None, kind: str, pounds: float, source: str = "Budget book", spent=None) -> None:
    """One row of the budgets of 2026/27; `spent` is up to the end of September."""
    con.execute(
        'insert into budget ("force", year_ending, unit, includes, budget_pounds, "source", load_id, '
        "sheet, row_number, month_end, spent_pounds, spent_as_at) "
        "values (?, '2027-03-31', ?, ?, ?, ?, 'finance', 'Budget', 5, '2027-03-31', ?, ?)",
        [FORCE, unit, kind, pounds, source, spent, SEPTEMBER if spent else None],
    )


def page_of(
    monkeypatch: pytest.MonkeyPatch,
    root: Path,
    *changes: Change,
    units: tuple[str, ...] = CODES,
    reader: access.Reader = INSIDE,
) -> Page:
    """The page of these units in September, on a store of its own with these changes."""
    root = root / str(sum(1 for _ in root.iterdir()))
    with duckdb.connect(str(publish(root, MADE) / "published" / "made.duckdb")) as con:
        for change in changes:
            change(con)
    monkeypatch.setenv("PPU_STORE", str(root))
    st.cache_data.clear()
    st.cache_resource.clear()
    here, scope = world(), frozenset((FORCE, unit) for unit in units)
    status = status_of(here, FORCE, SEPTEMBER, scope, bool(reader.internal))
    settings = session.settings()
    return Page(
        "case/demand_and_resource",
        reader,
        settings,
        here,
        FORCE,
        SEPTEMBER,
        "all",
        scope,
        frozenset(),
        status,
    )
