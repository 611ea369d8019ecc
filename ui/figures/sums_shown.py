"""Publication mode: rows are hidden whose people, by the roles they are about, no figure may give."""

from collections.abc import Collection, Hashable
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analysis.disclosure import NotShown, Suppressed
from analysis.disclosure.linear import Counts
from metrics.catalogue import METRICS
from metrics.told import COUNTED_BY, DEPLOYABLE, Tells
from ui.figures.among import Among
from ui.figures.figures import Asked, figures_of
from ui.hidden.hiding import with_marks
from ui.hidden.sums import Whose, whose_at

WORK = "pressure/open"


def hide_sums_shown(frame: pd.DataFrame, asked: Asked, among: Among, units: Collection[str]) -> pd.DataFrame:
    """The frame with each row marked that gives people who are not shown, in whatever measure.

    `units`: those that a row without a unit adds up.
    """
    tells = [each for each in METRICS[asked.metric_id].tells if each.of in COUNTED_BY]
    if not tells or frame.empty:
        return frame
    where = dict(asked.where)
    marks = [
        Suppressed()
        if not isinstance(row["value"], NotShown) and _gives(row, tells, asked, among, units, where)
        else None
        for row in frame.to_dict("records")
    ]
    return with_marks(frame, marks)


def _gives(
    row: dict[Hashable, Any],
    tells: list[Tells],
    asked: Asked,
    among: Among,
    units: Collection[str],
    where: dict[str, tuple[str, ...]],
) -> bool:
    month = pd.Timestamp(row["month_end"]).date() if "month_end" in row else asked.only
    if month is None:
        return False
    here = {row["unit"]} if "unit" in row else set(units)
    roles = {row["role"]} if "role" in row else where.get("role")
    family = next(iter(where.get("work_family", ())), "")
    for each in tells:
        whose, hidden = hidden_sums(asked.file, each.of, asked.force, among, month)
        if _is_hidden(whose.of(here, each.roles, roles, family), hidden, whose):
            return True
    return False


def _is_hidden(counts: Counts, hidden: frozenset[Counts], whose: Whose) -> bool:
    """A sum that no page shows is hidden where that of one of its units is."""
    return counts in hidden


def hidden_sums(
    file: str, of: str, force: str | None, among: Among, month: date
) -> tuple[Whose, frozenset[Counts]]:
    """The people of a month by unit and role, and the sums of them that no measure may give."""
    return _hidden_sums(repr((file, of, force, among, month)), file, of, force, among, month)


@st.cache_resource(max_entries=500, show_spinner=False)
def _hidden_sums(
    asked: str, _file: str, _of: str, _force: str | None, _among: Among, _month: date
) -> tuple[Whose, frozenset[Counts]]:
    """Kept by what was asked, in words; nothing of it is changed."""
    scope = tuple((force, unit) for force, unit, _ in _among.units)
    newest = _among.months[-1]
    people, work = (
        figures_of(_file, name, scope, ("unit", "month_end", by), _force, None, newest, ())
        for name, by in ((COUNTED_BY[_of], "role"), (WORK, "work_family"))
    )
    groups = {unit: kind for _, unit, kind in _among.units}
    whose = whose_at(people, work, groups, _among.roles(_month), _month, carriers_only=_of == DEPLOYABLE)
    return whose, whose.hidden()
