"""Publication mode: rows are hidden whose people, by the roles they are about, no figure may give."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from analysis.disclosure import NotShown, Suppressed
from analysis.disclosure.linear import Counts
from metrics.catalogue import METRICS
from metrics.told import COUNTED_BY, DEPLOYABLE, Tells
from ui.figures.among import Among
from ui.figures.figures import Asked, figures_of
from ui.findings.series import records
from ui.hidden.hiding import with_marks
from ui.hidden.sums import Whose, whose_at

WORK = "pressure/open"


@dataclass(frozen=True)
class Decided:
    """The people of a month, the sums of them that pages show, and those that are hidden."""

    whose: Whose
    known: frozenset[Counts]
    hidden: frozenset[Counts]

    def hides(self, counts: Counts) -> bool:
        """Whether a sum is not shown: one of some units that is no page's own, where one unit's is not."""
        if counts in self.known:
            return counts in self.hidden
        units = {unit for unit, _ in counts}
        return any(frozenset(at for at in counts if at[0] == unit) in self.hidden for unit in units)


def hide_sums_shown(frame: pd.DataFrame, asked: Asked, among: Among, units: Collection[str]) -> pd.DataFrame:
    """The frame with each row marked that gives people who are not shown, in whatever measure.

    `units`: those that a row without a unit adds up.
    """
    tells = [each for each in METRICS[asked.metric_id].tells if each.of in COUNTED_BY]
    if not tells or frame.empty:
        return frame
    where = dict(asked.where)

    @cache  # of each month once, however many rows it has
    def decided(of: str, month: date) -> Decided:
        return sums_at(asked.file, of, asked.force, among, month)

    def is_given(row: dict[Hashable, Any], month: date | None) -> bool:
        if month is None or isinstance(row["value"], NotShown):
            return False
        each = ((tell, decided(tell.of, month)) for tell in tells)
        return any(by.hides(given(row, tell, by.whose, units, where)) for tell, by in each)

    months = month_ends(frame, asked.only)
    rows = zip(records(frame), months, strict=True)
    return with_marks(frame, [Suppressed() if is_given(row, month) else None for row, month in rows])


def month_ends(frame: pd.DataFrame, only: date | None) -> list[date | None]:
    """The month end of each row, which is `only` where rows name none."""
    if "month_end" not in frame.columns:
        return [only] * len(frame)
    return [moment.date() for moment in pd.to_datetime(frame["month_end"])]


def given(
    row: Mapping[Hashable, Any],
    tells: Tells,
    whose: Whose,
    units: Collection[str],
    where: Mapping[str, tuple[str, ...]],
) -> Counts:
    """The people whom a row gives: of its unit and role, or of those asked for."""
    here = {row["unit"]} if "unit" in row else set(units)
    roles = {row["role"]} if "role" in row else where.get("role")
    family = row.get("work_family") or next(iter(where.get("work_family", ())), "")
    return whose.of(here, tells.roles, roles, str(family))


def sums_at(file: str, of: str, force: str | None, among: Among, month: date) -> Decided:
    """The people of a month by unit and role, and the sums of them that no measure may give."""
    return _sums_at(repr((file, of, force, among, month)), file, of, force, among, month)


@st.cache_resource(max_entries=500, show_spinner=False)
def _sums_at(asked: str, _file: str, _of: str, _force: str | None, _among: Among, _month: date) -> Decided:
    """Kept by what was asked, in words; nothing of it is changed."""
    scope = tuple((force, unit) for force, unit, _ in _among.units)
    newest = _among.months[-1]
    people, work = (
        figures_of(_file, name, scope, ("unit", "month_end", by), _force, None, newest, ())
        for name, by in ((COUNTED_BY[_of], "role"), (WORK, "work_family"))
    )
    groups = {unit: kind for _, unit, kind in _among.units}
    whose = whose_at(people, work, groups, _among.roles(_month), _month, beside_work=_of == DEPLOYABLE)
    return Decided(whose, frozenset(whose.sums()), whose.hidden())
