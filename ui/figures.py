"""Figures read from the published file, kept between runs by file and by what the reader may see."""

from datetime import date

import pandas as pd
import streamlit as st

from metrics.catalogue import METRICS
from metrics.engine import read
from ui import session
from ui.companions import ByMonth, hidden_units

Where = tuple[tuple[str, tuple[str, ...]], ...]


@st.cache_data(max_entries=500, show_spinner=False)
def hidden_of(
    file: str,
    metric_id: str,
    units: tuple[tuple[str, str, str], ...],
    force: str | None,
    newest: date,
    where: Where,
) -> ByMonth:
    """What is hidden of a measure, of every month to the newest; `units` are force, unit and its type.

    Kept by published file and the reader's units, as the figures are.
    """
    metric, scope = METRICS[metric_id], tuple((of, unit) for of, unit, _ in units)
    same = metric.same_people_as
    return hidden_units(
        figures_of(file, metric_id, scope, ("unit", "month_end"), force, None, newest, where),
        {unit: kind for _, unit, kind in units},
        rolling=metric.sums_over_a_year,
        beside=hidden_of(file, same, units, force, newest, where) if same else None,
    )


@st.cache_data(max_entries=2000, show_spinner=False)
def figures_of(
    file: str,
    metric_id: str,
    scope: tuple[tuple[str, str], ...],
    by: tuple[str, ...],
    force: str | None,
    only: date | None,
    month: date,
    where: Where,
) -> pd.DataFrame:
    """Kept by published file and scope, so that no reader is given another's figures."""
    return read(
        session.cursor(file),
        METRICS[metric_id],
        frozenset(scope),
        by=by,
        force=force,
        month_from=only,
        month_to=only or month,
        where=dict(where),
    )
