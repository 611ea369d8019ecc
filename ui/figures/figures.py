"""Figures read from the published file, kept between runs by file and by what the reader may see."""

from datetime import date
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from metrics.catalogue import METRICS
from metrics.engine import read
from metrics.model import DIMENSIONS, Metric
from ui.figures import session
from ui.hidden.companions import ByMonth, hidden_units
from ui.hidden.people import people_in
from ui.hidden.reached import reached

Where = tuple[tuple[str, tuple[str, ...]], ...]


class Asked(NamedTuple):
    """One question for figures: of which file, measure and units, by what, and for which months and parts."""

    file: str
    metric_id: str
    scope: tuple[tuple[str, str], ...]
    by: tuple[str, ...]
    force: str | None
    only: date | None
    month: date
    where: Where


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
    metric = METRICS[metric_id]
    others = [
        hidden_of(file, same, units, force, newest, kept_of(METRICS[same], where))
        for same in metric.same_people_as
    ]
    scope = tuple((of, unit) for of, unit, _ in units)
    asked = Asked(file, metric_id, scope, ("unit", "month_end"), force, None, newest, where)
    return _hidden(repr((asked, units)), asked, units, reached(others, metric.months_back))


def kept_of(metric: Metric, where: Where) -> Where:
    """What of a filter a measure can be asked by."""
    return tuple(pair for pair in where if pair[0] in ("force", "unit", *metric.dimensions))


@st.cache_data(max_entries=500, show_spinner=False)
def _hidden(
    asked: str, _asked: Asked, _units: tuple[tuple[str, str, str], ...], _beside: ByMonth | None
) -> ByMonth:
    """Kept by what was asked; what is hidden beside it follows from the same."""
    metric = METRICS[_asked.metric_id]
    figures = people_in(figures_of(*_asked), metric, partial(beside, _asked))
    return hidden_units(
        # A share's denominator stands on a row of the whole force, which is no unit.
        figures[figures["unit"].notna()],
        {unit: kind for _, unit, kind in _units},
        rolling=metric.sums_over_a_year if metric.counts_people else (),
        beside=_beside,
        rest_is_told=metric.rest_is_told,
    )


def beside(asked: Asked, metric_id: str) -> pd.DataFrame:
    """The same figures of another measure."""
    return figures_of(*asked._replace(metric_id=metric_id, where=kept_of(METRICS[metric_id], asked.where)))


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
    asked = Asked(file, metric_id, scope, by, force, only, month, where)
    return _figures(repr(asked), asked)


@st.cache_data(max_entries=2000, show_spinner=False)
def _figures(asked: str, _asked: Asked) -> pd.DataFrame:
    """Kept by what was asked, in words: a page asks dozens of times, and words are sooner compared.

    Of one family of work, asked by family, the rows are those of all families that bear its name: read once.
    """
    parts = tuple(pair for pair in _asked.where if pair[0] in DIMENSIONS and pair[0] in _asked.by)
    # Withheld figures stand in columns of another kind than numbers: those are read as they were asked for.
    if parts and not METRICS[_asked.metric_id].rests_on_match:
        whole = _asked._replace(where=tuple(pair for pair in _asked.where if pair not in parts))
        return _rows_of(figures_of(*whole), parts)
    return read(
        session.cursor(_asked.file),
        METRICS[_asked.metric_id],
        frozenset(_asked.scope),
        by=_asked.by,
        force=_asked.force,
        month_from=_asked.only,
        month_to=_asked.only or _asked.month,
        where=dict(_asked.where),
    )


def _rows_of(frame: pd.DataFrame, parts: Where) -> pd.DataFrame:
    """The rows whose dimensions have one of the values, in their order."""
    for name, values in parts:
        frame = frame[frame[name].isin(values)]
    return frame.reset_index(drop=True)
