"""What an undo brings back: each headline figure that it changes, as it stands and as it would be.

Before, the publication without the loads is made in memory by the code that publishes; nothing of it is
written and no lock is held. Afterwards the two published files are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.loading.cannot_undo import CannotUndo
from etl.loading.undo import named
from etl.publishing import build
from etl.publishing import plan as planning
from etl.publishing.plan import Change
from etl.publishing.publish import settings_of
from metrics import engine
from metrics.catalogue import METRICS
from metrics.headline import FLOWS, HEADLINES, OPEN, PER_CARRIER
from settings.model import Settings
from store import publications
from store.control import reading
from store.place import Store, StoreProblem
from store.warehouse import open_publication

TOLD = (OPEN, PER_CARRIER, *FLOWS, *HEADLINES)
ALL = ""  # all units of the force together


@dataclass(frozen=True)
class Returning:
    """One figure that changes: of a unit ("" for all of the force) and month, in the measure's own words."""

    force: str
    metric: str
    unit: str
    work_family: str
    month_end: date
    now: str
    after: str


@dataclass(frozen=True)
class Returns:
    """Headline figures that change, newest month first, and how many figures of other measures do."""

    figures: tuple[Returning, ...]
    others: int
    other_measures: int


def before_undo(store: Store, loads: Sequence[str]) -> Returns:
    """What would return if these loads were undone. Raises CannotUndo as the undo does; changes nothing."""
    named(store, loads)
    settings = settings_of(store)
    with reading(store) as con:
        con.execute("BEGIN")  # one look at the store, whoever writes to it meanwhile
        plan = planning.make(con, Change(undone=frozenset(loads)))
    if plan.base is None:
        raise CannotUndo("Nothing has been published yet.")
    now = open_publication(store, plan.base)
    try:
        with duckdb.connect(":memory:") as after:
            build.fill(after, store, plan, settings)
            return compared(settings, now.cursor(), after)
    finally:
        now.close()


def asked(store: Store, loads: Sequence[str]) -> Returns | str:
    """What would return, or the sentence that says why nothing can be undone."""
    try:
        return before_undo(store, loads)
    except (CannotUndo, StoreProblem) as reason:
        return str(reason)


def after_undo(store: Store, publication: int) -> Returns | None:
    """What a publication changed of the one before it; None where either is not kept any more."""
    found = {made.id: made for made in publications.all_publications(store)}
    pair = [found.get(number) for number in (publication - 1, publication)]
    if not all(made and (store.published / made.file).exists() for made in pair):
        return None
    was, is_ = (open_publication(store, made) for made in pair if made)
    try:
        return compared(settings_of(store), was.cursor(), is_.cursor())
    finally:
        was.close()
        is_.close()


def compared(settings: Settings, now: duckdb.DuckDBPyConnection, after: duckdb.DuckDBPyConnection) -> Returns:
    """The figures that differ between two publications, one in `now` and one in `after`."""
    figures = [
        each
        for force in settings.forces
        for name in TOLD
        for each in _of_metric(now, after, name, force.code, _scope(force))
    ]
    figures.sort(key=lambda each: (-each.month_end.toordinal(), TOLD.index(each.metric), each.unit))
    others = _keys(now) ^ _keys(after)
    apart = {key[:4] for key in others if key[0] not in TOLD}
    return Returns(tuple(figures), len(apart), len({metric for metric, *_ in apart}))


def _scope(force: Any) -> engine.Scope:
    return frozenset((force.code, unit.code) for unit in force.units if not unit.benchmark)


def _of_metric(
    now: duckdb.DuckDBPyConnection,
    after: duckdb.DuckDBPyConnection,
    name: str,
    force: str,
    scope: engine.Scope,
) -> Iterator[Returning]:
    was, will = (_said(con, name, force, scope) for con in (now, after))
    nothing = METRICS[name].say(None)
    for key in was.keys() | will.keys():
        old, new = was.get(key, nothing), will.get(key, nothing)
        if old != new:
            unit, family, month = key
            yield Returning(force, name, unit, family, month, old, new)


def _said(
    con: duckdb.DuckDBPyConnection, name: str, force: str, scope: engine.Scope
) -> dict[tuple[str, str, date], str]:
    """A measure in words, of each unit and of all, by family and month."""
    metric = METRICS[name]
    by = ("month_end", "work_family") if "work_family" in metric.dimensions else ("month_end",)
    found = {}
    for columns in (by, ("unit", *by)):
        for row in engine.read(con, metric, scope, by=columns, force=force).to_dict("records"):
            key = (
                row.get("unit") or ALL,
                row.get("work_family") or "",
                pd.Timestamp(row["month_end"]).date(),
            )
            found[key] = metric.say(row["value"], row["numerator"], row["denominator"])
    return found


def _keys(con: duckdb.DuckDBPyConnection) -> set[tuple[Any, ...]]:
    """Each figure that is published: measure, force, unit and month, with its two sums."""
    return set(con.execute((Path(__file__).parent / "figure_sums.sql").read_text("utf-8")).fetchall())
