"""Figures read from the published file, kept between runs by file and by what the reader may see."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from metrics.catalogue import METRICS
from metrics.engine import read
from ui import session
from ui.companions import Counts, hidden_units

Where = tuple[tuple[str, tuple[str, ...]], ...]


@st.cache_data(max_entries=500, show_spinner=False)
def hidden_of(
    file: str,
    metric_id: str,
    scope: tuple[tuple[str, str], ...],
    force: str | None,
    only: date | None,
    month: date,
    where: Where,
) -> Mapping[date, Counts]:
    """Kept by published file and the reader's units, as the figures are."""
    return hidden_units(figures_of(file, metric_id, scope, ("unit", "month_end"), force, only, month, where))


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
