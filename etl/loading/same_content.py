"""Whether a file says again what stands already: the same rows under other bytes, as after saving it anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from contracts import PUBLISHED
from etl.holding.held_cells import rows_in
from etl.loading import claims
from etl.loading.already_loaded import day_and_sender
from etl.publishing.codes import Codes
from etl.publishing.plan import NewEntry
from etl.publishing.tables import canonical_columns
from store import coverage, held
from store.control import reading
from store.coverage import NO_UNIT, WHOLE_FORCE, Scope
from store.history import read_loads
from store.place import Store

# Where a row stood, and in which load, is not what it says.
NOT_CONTENT = ("load_id", "sheet", "row_number")
Content = dict[Scope, str]
Rows = Iterable[tuple[str, Mapping[str, Any]]]


def same_content(store: Store, codes: Codes, entry: NewEntry) -> str | None:
    """The sentence for a file of which all stands as it says already; None where anything differs."""
    if entry.agreed:
        return None
    with reading(store) as con:
        holder = {c.scope: c.load_id for c in coverage.active(coverage.standing(con))}
        loads = {load.load_id: load for load in read_loads(con)}
        waiting = {row.key[1:] for row in held.standing(con) if row.load_id in holder.values()}
        told = {load_id: day_and_sender(con, load_id) for load_id in set(holder.values())}
    by = {holder.get(scope, "") for scope in entry.scopes}
    if not by or "" in by:
        return None
    if {row.key[1:] for kept in entry.held for row in kept.rows} != _of(waiting, entry):
        return None
    stands = [
        (s.dataset, row) for each in sorted(by) for s in loads[each].sheets for row in rows_in(store, s.file)
    ]
    ours = [(s.record.dataset, row) for s in entry.sheets for row in s.rows.to_dict("records")]
    if content(codes, entry.scopes, ours) != content(codes, entry.scopes, stands):
        return None
    if astray(codes, entry.scopes, ours) - astray(codes, entry.scopes, stands):
        return None
    where = " and ".join(f"{told[each]} (load {each})" for each in sorted(by))
    return (
        f"{entry.load.file_name} holds the same rows as were loaded on {where}, saved as another file. "
        "Nothing was changed."
    )


def _of(waiting: Iterable[tuple[str, str, int]], entry: NewEntry) -> set[tuple[str, str, int]]:
    """The rows held back of the sheets that this file sends."""
    mine = {(sheet.record.dataset, sheet.record.sheet) for sheet in entry.sheets}
    return {row for row in waiting if row[:2] in mine}


def content(codes: Codes, scopes: frozenset[Scope], rows: Rows) -> Content:
    """A digest of what is said for each scope, whatever the order of rows; of one without rows too."""
    lines: dict[Scope, list[str]] = {scope: [] for scope in scopes}
    for dataset, row in rows:
        scope = _scope(codes, scopes, dataset, row)
        if scope:
            lines[scope].append(_line(dataset, row))
    return {
        scope: hashlib.sha256("\n".join(sorted(each)).encode()).hexdigest() for scope, each in lines.items()
    }


def astray(codes: Codes, scopes: frozenset[Scope], rows: Rows) -> set[str]:
    """The rows that are said for none of the scopes, such as a movement between units of other returns."""
    return {_line(dataset, row) for dataset, row in rows if not _scope(codes, scopes, dataset, row)}


def _scope(codes: Codes, scopes: frozenset[Scope], dataset: str, row: Mapping[str, Any]) -> Scope | None:
    """What a row is said for: the first of its units that is spoken for, else the rows without one."""
    month = row["month_end"]
    units = [*_units(codes, dataset, row, month), NO_UNIT, WHOLE_FORCE]
    every = (Scope(row["force"], dataset, month.isoformat(), unit) for unit in units)
    return next((scope for scope in every if scope in scopes), None)


def _units(codes: Codes, dataset: str, row: Mapping[str, Any], month: date) -> list[str]:
    if dataset in PUBLISHED:
        return [claims.of_edition(dataset, row)]
    names = ("from_unit", "to_unit") if dataset == "movements" else ("unit",)
    said = (codes.code(row["force"], "units", str(row[n]), month) for n in names if row.get(n))
    return [code for code in said if code]


def _line(dataset: str, row: Mapping[str, Any]) -> str:
    names = [name for name in canonical_columns(dataset) if name not in NOT_CONTENT]
    return json.dumps([_plain(row.get(name)) for name in names])


def _plain(value: Any) -> Any:
    """One way of writing a value, whether it comes from a file of rows or from a sheet just read."""
    if value is None or value is pd.NaT or value != value:
        return None
    if isinstance(value, bool | str):
        return value
    return value.isoformat() if isinstance(value, date) else f"{float(value):.12g}"
