"""What the forces have set, copied into each published file so that SQL can join it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pandas as pd

from contracts.words import WORK_FAMILIES
from etl.publishing.tables import REFERENCES
from settings.model import ForceSettings, Settings

Row = dict[str, Any]


def fill(con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Write every ref_* table. Dates stand as they are set; a query evaluates them at a month end."""
    for table in REFERENCES:
        rows = list(_rows(settings, table))
        if rows:
            insert(con, table, rows)


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    """Insert plain rows by column name."""
    con.register("rows_new", pd.DataFrame(rows, dtype=object))
    con.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM rows_new')
    con.unregister("rows_new")


def _rows(settings: Settings, table: str) -> Iterator[Row]:
    if table == "ref_work_type":
        for family, types in WORK_FAMILIES.items():
            yield from ({"work_family": family, "work_type": kind} for kind in types)
        return
    for force in settings.forces:
        for row in _of_force(force, table):
            yield {"force": force.code, **row}


def _of_force(force: ForceSettings, table: str) -> Iterator[Row]:
    if table == "ref_force":
        yield {"name": force.name, "synthetic": force.synthetic}
    elif table in _ENTRIES:
        entries, columns = _ENTRIES[table]
        for entry in getattr(force, entries):
            yield {column: getattr(entry, field) for column, field in columns.items()}
    elif table == "ref_unit_name":
        for unit in force.units:
            for name in unit.names:
                yield {"unit": unit.code, "name": name.text, **_dates(name)}
    elif table == "ref_unit_succession":
        for unit in force.units:
            yield from ({"unit": unit.code, "succeeds": before} for before in unit.succeeds)
    elif table == "ref_setting":
        yield from _settings(force)


def _settings(force: ForceSettings) -> Iterator[Row]:
    for entry in force.values:
        said = {"name": entry.name, "value": str(entry.value), "set_by": entry.set_by, "why": entry.why}
        yield {**said, **_dates(entry)}
    yield {"name": "person_lists", "value": str(force.person_lists).lower()}


def _dates(entry: Any) -> Row:
    return {"valid_from": entry.valid_from, "valid_to": entry.valid_to}


def _same(*names: str, **renamed: str) -> dict[str, str]:
    return {**{name: name for name in names}, **renamed, "valid_from": "valid_from", "valid_to": "valid_to"}


# table -> the list in the force's settings, and column -> field
_ENTRIES: dict[str, tuple[str, dict[str, str]]] = {
    "ref_unit": ("units", _same("title", "type", "benchmark", unit="code")),
    "ref_course": ("courses", _same("title", "valid_months", "trauma_informed", course="code")),
    "ref_requirement": ("requirements", _same("unit_type", "role", "course")),
    "ref_carrier": ("carriers", _same("work_family", "role")),
    "ref_ceiling": ("ceilings", _same("work_family", "role", "open_per_fte", "set_by", "why")),
    "ref_weight": (
        "weights",
        _same("work_family", "work_type", "hours", "low", "high", "source", "set_by", "status"),
    ),
    "ref_working_time": (
        "working_time",
        _same("contracted_hours", "hours_lost", "available_hours", "source", "set_by", "status"),
    ),
    "ref_line": ("lines", _same("metric", "level", "unit_type", "work_family", "set_by", "why")),
}
