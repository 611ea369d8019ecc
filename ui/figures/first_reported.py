"""Figures as first reported, where a return was sent again, and when each was told."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from charts.corrected import COLUMN, GLYPH, WORD, Corrected
from metrics.catalogue import METRICS
from metrics.engine import read
from metrics.model import Metric
from metrics.reads import Reads, reads_of
from ui.figures import session
from ui.figures.figures import Where
from ui.figures.kept import kept
from ui.findings.series import said
from ui.findings.trace import months_of, when
from ui.page.open_page import Page
from ui.parts.evidence_table import Cell, Row

Shown = tuple[str, str, str | None]


@dataclass(frozen=True)
class Correction:
    """One sheet of one unit (None: the whole force) and month that was sent again."""

    dataset: str
    month: date
    unit: str | None
    first_load: str
    first_at: str
    load: str
    corrected_at: str


def first(
    page: Page,
    metric_id: str,
    *,
    by: tuple[str, ...] = ("unit", "month_end"),
    only: date | None = None,
    where: Mapping[str, tuple[str, ...]] | None = None,
    unit: str | None = None,
) -> pd.DataFrame:
    """A metric as first reported, in the months in which one of its figures was corrected and no other.

    Outside the force there is none: two versions of a figure tell more than either.
    """
    scope = page.scope if unit is None else frozenset(p for p in page.scope if p[1] == unit)
    if not (page.world.file and page.month and scope and page.reader.internal and has_first(page.world.file)):
        return pd.DataFrame(columns=[*by, "numerator", "denominator", "value", "units"])
    frozen = tuple(sorted((k, tuple(v)) for k, v in (where or {}).items()))
    return _first(page.world.file, metric_id, tuple(sorted(scope)), by, page.force, only, page.month, frozen)


@st.cache_data(max_entries=1000, show_spinner=False)
def _first(
    file: str,
    metric_id: str,
    scope: tuple[tuple[str, str], ...],
    by: tuple[str, ...],
    force: str | None,
    only: date | None,
    month: date,
    where: Where,
) -> pd.DataFrame:
    cursor, metric, units = session.cursor(file), METRICS[metric_id], frozenset(scope)
    to = only or month
    return read(
        cursor,
        metric,
        units,
        by=by,
        force=force,
        month_from=only,
        month_to=to,
        where=dict(where),
        as_first=True,
    )


@st.cache_data(max_entries=100, show_spinner=False)
def has_first(file: str) -> bool:
    """Whether the published file keeps first reports."""
    return bool(session.query("has_first", file=file)[0][0])


def marks(page: Page, metric_id: str, unit: str | None, family: str | None = None) -> tuple[Corrected, ...]:
    """The months of a series whose figure was corrected, for its chart; of `unit`, None for all in view."""
    return kept(page, ("marks", metric_id, unit, family), lambda: _marks(page, metric_id, unit, family))


def _marks(page: Page, metric_id: str, unit: str | None, family: str | None) -> tuple[Corrected, ...]:
    if not any(name == metric_id and unit in (None, of) for name, of, _ in changed(page)):
        return ()
    if not family and "work_family" in METRICS[metric_id].not_added_over:
        return ()  # a unit without a return of its work has no family that speaks for it, and no line to mark
    by = ("month_end", "work_family") if family else ("month_end",)
    where = {"work_family": (family,)} if family else {}
    was = first(page, metric_id, by=by, where=where, unit=unit)
    now, metric = page.metric(metric_id, by=by, where=where, unit=unit), METRICS[metric_id]
    months = [pd.Timestamp(month).date() for month in was["month_end"]]
    words = [(month, said(metric, was, month), said(metric, now, month)) for month in months]
    return tuple(Corrected(m, old, *_days(page, metric, m, unit)) for m, old, new in words if old != new)


def _days(page: Page, metric: Metric, month: date, unit: str | None) -> tuple[str, str]:
    units = (unit,) if unit else tuple(sorted(of for _, of in page.scope))
    return days(corrections(page, metric, month, units))


def changed(page: Page) -> frozenset[tuple[str, str, date]]:
    """Each measure, unit and month of the reader with a figure that is not the one first reported."""
    if not (page.world.file and page.force and page.reader.internal and has_first(page.world.file)):
        return frozenset()
    seen = {unit for _, unit in page.scope}
    return frozenset(key for key in _changed(page.world.file, page.force) if key[1] in seen)


@st.cache_data(max_entries=100, show_spinner=False)
def _changed(file: str, force: str) -> frozenset[tuple[str, str, date]]:
    return frozenset((m, str(u), month) for m, u, month in session.query("changed", {"force": force}, file))


def with_first(
    page: Page, columns: Sequence[str], rows: Sequence[Row], measures: Callable[[str], Sequence[Shown]]
) -> tuple[list[str], list[Row]]:
    """The columns and rows of a table of units, with what was first reported where a figure of it differs.

    `measures` gives those of a unit: each with its title, and the family of work it is of, None for none.
    """
    told = {row.id: _told(page, row.id, measures(row.id)) for row in rows}
    if not any(told.values()):
        return list(columns), list(rows)
    cells = {unit: Cell(said, GLYPH, WORD.lower(), "words") if said else "" for unit, said in told.items()}
    return [*columns, COLUMN], [replace(row, cells=(*row.cells, cells[row.id])) for row in rows]


def _told(page: Page, unit: str, measures: Sequence[Shown]) -> str:
    found = [
        f"{title} {each.was}"
        for metric, title, family in measures
        if (metric, unit, page.month) in changed(page)
        for each in marks(page, metric, unit, family)
        if each.month == page.month
    ]
    return "; ".join(found)


def reads(page: Page, metric: Metric) -> Reads:
    """Which sheets and settings a measure is counted from."""
    return reads_of(page.cursor(), metric)


def corrections(page: Page, metric: Metric, month: date, units: Collection[str]) -> tuple[Correction, ...]:
    """The sheets sent again that a figure of this month is counted from."""
    if not (page.world.file and page.force and has_first(page.world.file)):
        return ()
    pairs = [(d, m) for d in reads(page, metric).datasets for m in months_of(metric, month)]
    return _corrections(page.world.file, page.force, tuple(pairs), tuple(sorted(units)))


@st.cache_data(max_entries=1000, show_spinner=False)
def _corrections(
    file: str, force: str, pairs: Sequence[tuple[str, date]], units: Sequence[str]
) -> tuple[Correction, ...]:
    asked = {
        "force": force,
        "datasets": [dataset for dataset, _ in pairs],
        "months": [month for _, month in pairs],
        "units": list(units),
    }
    return tuple(Correction(*row) for row in session.query("corrections", asked, file))


def days(found: Sequence[Correction]) -> tuple[str, str]:
    """When what was first reported was in, and when it was corrected: the last day of each; "" if none."""
    if not found:
        return "", ""
    return when(max(each.first_at for each in found)), when(max(each.corrected_at for each in found))
