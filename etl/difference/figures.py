"""The headline measures as they stand and as they would be, each with the range it lay in before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from etl.difference.model import FigureChange
from etl.difference.ranges import range_before
from etl.difference.sides import Sides, months
from metrics import engine
from metrics.catalogue import METRICS
from metrics.headline import FLOWS, HEADLINES, OPEN, PER_CARRIER
from settings.model import ForceSettings
from store.rebases import Rebase

ALL = ""  # all units of the force


@dataclass(frozen=True)
class Series:
    """One measure of one side: {(unit, family): {month: row}}."""

    rows: dict[tuple[str, str], dict[date, Any]]

    def of(self, unit: str, family: str) -> dict[date, Any]:
        """The rows by month of one unit ("" for all) and family ("" where there is none)."""
        return self.rows.get((unit, family), {})


@dataclass(frozen=True)
class Asked:
    """Whose figures: a force's own units, those of them that the loads speak for, and new limits begun."""

    force: ForceSettings
    units: tuple[str, ...]
    rebases: tuple[Rebase, ...]

    @property
    def scope(self) -> engine.Scope:
        """The force's units, the rest of force left out: it is compared with, never summed in."""
        return frozenset((self.force.code, unit.code) for unit in self.force.units if not unit.benchmark)


def figure_changes(sides: Sides, asked: Asked) -> tuple[FigureChange, ...]:
    """Each headline measure over all units and for each unit spoken for, at the months that are shown.

    Those are the newest month that the loads speak for, and the newest that the force then has.
    """
    spoken = months(sides.groups, asked.force.code)
    if not spoken:
        return ()
    newest = _newest(sides, asked.force.code)
    shown = sorted({spoken[-1], max(newest, spoken[-1])})
    return tuple(each for month in shown for each in _at(sides, asked, month))


def _newest(sides: Sides, force: str) -> date:
    found = sides.ask("newest_months")
    return max((month for of, month in found if of == force), default=date.min)


def _at(sides: Sides, asked: Asked, month: date) -> Iterator[FigureChange]:
    families = _main_families(sides, asked, month)
    for name in HEADLINES:
        yield from _of_metric(sides, asked, name, month, dict.fromkeys((ALL, *asked.units), ""))
    for name in (PER_CARRIER, *FLOWS):
        yield from _of_metric(sides, asked, name, month, families)


def _main_families(sides: Sides, asked: Asked, month: date) -> dict[str, str]:
    """The family of work that speaks for each unit and for all: the one with the most open cases."""
    held = series(sides.will(), OPEN, asked.scope, asked.force.code)
    most: dict[str, tuple[float, str]] = {}
    for (unit, family), rows in held.rows.items():
        if month in rows and (unit in asked.units or unit == ALL):
            here = (float(rows[month]["numerator"] or 0), family)
            most[unit] = max(most.get(unit, (-1.0, "")), here)
    return {unit: family for unit, (_, family) in most.items()}


def _of_metric(
    sides: Sides, asked: Asked, name: str, month: date, families: dict[str, str]
) -> Iterator[FigureChange]:
    was, will = (series(side, name, asked.scope, asked.force.code) for side in (sides.was(), sides.will()))
    for unit, family in families.items():
        old, new = was.of(unit, family), will.of(unit, family)
        was_month = max((each for each in old if each <= month), default=None)
        if was_month is None and month not in new:
            continue
        begun = [
            r.from_month
            for r in asked.rebases
            if (r.metric, r.unit, r.work_family or "") == (name, unit, family)
        ]
        yield FigureChange(
            asked.force.code, name, unit, family, month, was_month,
            *_said(name, old.get(was_month) if was_month else None), *_said(name, new.get(month)),
            range=range_before(METRICS[name], _before(new, month), begun),
        )  # fmt: skip


def _before(rows: dict[date, Any], month: date) -> dict[date, float | None]:
    return {each: _number(row["value"]) for each, row in rows.items() if each < month}


def series(cursor: duckdb.DuckDBPyConnection, name: str, scope: engine.Scope, force: str) -> Series:
    """A measure of every unit and of all of them, by month."""
    by = ("month_end", "work_family") if "work_family" in METRICS[name].dimensions else ("month_end",)
    frames = [engine.read(cursor, name, scope, by=each, force=force) for each in (by, ("unit", *by))]
    found: dict[tuple[str, str], dict[date, Any]] = {}
    for row in _rows(frames):
        place = (row.get("unit") or ALL, row.get("work_family") or "")
        found.setdefault(place, {})[pd.Timestamp(row["month_end"]).date()] = row
    return Series(found)


def _rows(frames: Sequence[pd.DataFrame]) -> Iterator[dict[str, Any]]:
    for frame in frames:
        yield from ({str(k): v for k, v in row.items()} for row in frame.to_dict("records"))


def _said(name: str, row: dict[str, Any] | None) -> tuple[float | None, str, int]:
    if row is None:
        return None, METRICS[name].say(None), 0
    words = METRICS[name].say(row["value"], row["numerator"], row["denominator"])
    return _number(row["value"]), words, int(row["units"])


def _number(value: Any) -> float | None:
    """A number; None where it is missing or withheld."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return None
    return float(value)
