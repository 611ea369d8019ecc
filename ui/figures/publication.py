"""Publication mode: what a page or a document shows of a measure of people to somebody outside the force."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analysis.disclosure import Hidden, NotShown, Suppressed
from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.figures.among import Among
from ui.figures.figures import Asked, beside, figures_of, hidden_of, kept_of
from ui.figures.sums_shown import hide_sums_shown
from ui.hidden.companions import hide_companions
from ui.hidden.hidden_splits import hide_in_splits
from ui.hidden.hiding import hide_small_groups, with_marks
from ui.hidden.people import hide_with, people_in

FAMILY = "work_family"
__all__ = ["Among", "for_publication"]


def for_publication(asked: Asked, among: Among, *, chosen: bool) -> pd.DataFrame:
    """The figures that were asked for with everything hidden that tells of few people in any measure.

    `chosen`: one unit was chosen, so that a row without a unit is that unit's and no total.
    """
    return _for_publication(repr((asked, among, chosen)), asked, among, chosen)


@st.cache_data(max_entries=3000, show_spinner=False)
def _for_publication(asked: str, _asked: Asked, _among: Among, _chosen: bool) -> pd.DataFrame:
    """Kept by what was asked, in words: a document asks hundreds of times, and often the same again."""
    frame = figures_of(*_asked)
    if frame.empty or not _among.months:
        return frame
    if FAMILY in frame.columns:
        return _family_by_family(_asked, frame, _among, _chosen)
    return _hide(_asked, frame, _among, _chosen)


def _family_by_family(asked: Asked, frame: pd.DataFrame, among: Among, chosen: bool) -> pd.DataFrame:
    """Families of work are never added, so that what is hidden is decided for each by itself."""
    rows, where = frame.reset_index(drop=True), tuple(pair for pair in asked.where if pair[0] != FAMILY)
    marks: list[NotShown | None] = [None] * len(rows)
    for family, of in rows.groupby(FAMILY):
        one = asked._replace(
            by=tuple(name for name in asked.by if name != FAMILY), where=(*where, (FAMILY, (str(family),)))
        )
        seen = _hide(one, of.drop(columns=FAMILY).reset_index(drop=True), among, chosen)
        for at, value in zip(of.index, seen["value"], strict=True):
            marks[at] = value if isinstance(value, NotShown) else None
    return with_marks(frame, marks)


def _hide(asked: Asked, frame: pd.DataFrame, among: Among, chosen: bool) -> pd.DataFrame:
    metric = METRICS[asked.metric_id]
    people = people_in(frame, metric, partial(beside, asked))
    small = hide_small_groups(people, metric)
    units = units_of(asked)
    alike = hide_companions(small, _hidden(asked, among), units, only=asked.only, total=not chosen)
    seen = hide_in_splits(alike, people, rest_is_told=metric.rest_is_told)
    for other in metric.same_people_as:
        seen = hide_with(seen, _other(asked, METRICS[other], among, chosen), metric.months_back, asked.only)
    seen = hide_sums_shown(seen, asked, among, units)
    marked = with_marks(frame, [_mark(value, metric) for value in seen["value"]])
    return ratio_not_said_small(marked, metric)


def _mark(value: object, metric: Metric) -> NotShown | None:
    """A measure of cases or posts is not said to be small: the people whom it gives are."""
    if not isinstance(value, NotShown):
        return None
    return value if metric.counts_people else Suppressed()


def ratio_not_said_small(frame: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """A count is small; a ratio marked so would read as fewer than 5 of one for each of the other."""
    if metric.kind != "ratio" or not any(isinstance(value, Hidden) for value in frame["value"]):
        return frame
    marked = [Suppressed() if isinstance(value, Hidden) else value for value in frame["value"]]
    return frame.assign(value=pd.Series(marked, index=frame.index, dtype=object))


def units_of(asked: Asked) -> set[str]:
    """The units that a row without one adds up."""
    only = dict(asked.where).get("unit")
    return {unit for _, unit in asked.scope if only is None or unit in only}


def _hidden(asked: Asked, among: Among) -> dict[date, object]:
    """What is hidden at each month end of a measure of the force's units, by the filter asked for."""
    rest = tuple((name, values) for name, values in asked.where if name != "unit")
    return hidden_of(asked.file, asked.metric_id, among.units, asked.force, among.months[-1], rest)


def _other(asked: Asked, other: Metric, among: Among, chosen: bool) -> pd.DataFrame:
    """Another measure as it is shown, of the same rows as far as it is split by the same, in every month."""
    by = tuple(name for name in asked.by if name in ("force", "unit", "month_end", *other.dimensions))
    if len(METRICS[asked.metric_id].months_back) == 1:
        wanted = asked._replace(metric_id=other.id, by=by, where=kept_of(other, asked.where))
    else:
        wanted = asked._replace(
            metric_id=other.id, by=_with_month(by), only=None, where=kept_of(other, asked.where)
        )
    return for_publication(wanted, among, chosen=chosen)


def _with_month(by: tuple[str, ...]) -> tuple[str, ...]:
    return by if "month_end" in by else (*by, "month_end")
