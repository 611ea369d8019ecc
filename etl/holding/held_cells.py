"""A held row, cell by cell, as a person puts it right: what stands in each, what is wrong, what to choose."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts import DATASETS
from contracts.live_crimes import list_of
from contracts.model import Column
from contracts.to_duckdb import column_name
from contracts.words import WHOLE_FORCE
from etl import in_memory
from etl.holding.held_rows import FAULTS
from etl.layout.grid import as_text
from settings.model import Settings
from settings.resolve import choices
from store.held import HeldRow
from store.place import Store

MONTH = "month_end"
Record = dict[str, Any]


@dataclass(frozen=True)
class HeldCell:
    """One cell. `value` is what is kept of it as text, or what was sent; "" where that is not kept."""

    field: str
    title: str
    value: str
    faults: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListedRow:
    """A held row as it is listed, with everything that is wrong in it.

    A case of a live list is listed once, in the sheet of the list, in however many counts it is missing.
    """

    row: HeldRow
    sheet: str
    faults: tuple[dict[str, str], ...]


def records_of(store: Store, row: HeldRow) -> list[Record]:
    """What is kept of a held row: one record, or several where a row of the sheet holds several."""
    return [r for r in rows_in(store, row.file) if r["row_number"] == row.row_number]


def rows_in(store: Store, file: str) -> list[Record]:
    """The rows of an accepted or held file, as plain values; none where they were deleted ("")."""
    if not file:
        return []
    with in_memory.cursor() as con:
        found = con.execute(
            "SELECT * FROM read_parquet($file, hive_partitioning = false)",
            {"file": str(store.rows_file(file))},
        )
        names = [column[0] for column in found.description]
        return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def listed(store: Store, rows: Sequence[HeldRow]) -> list[ListedRow]:
    """Held rows as they are listed, each with what is wrong in it; every file is read once."""
    kept = {file: rows_in(store, file) for file in dict.fromkeys(row.file for row in rows)}
    found: dict[tuple[str, str, int], ListedRow] = {}
    for row in rows:
        records = [r for r in kept[row.file] if r["row_number"] == row.row_number]
        sheet = list_of(row.sheet) if is_a_case(row, records) else row.sheet
        place = (row.load_id, sheet, row.row_number)
        before = found[place].faults if place in found else ()
        first = found[place].row if place in found else row
        found[place] = ListedRow(first, sheet, tuple(_each_once([*before, *faults_of(records)])))
    return list(found.values())


def faults_of(records: Sequence[Record]) -> list[dict[str, str]]:
    """Everything that was wrong with the row, each thing once."""
    return _each_once(fault for record in records for fault in json.loads(record[FAULTS] or "[]"))


def _each_once(faults: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return list({json.dumps(fault, sort_keys=True): fault for fault in faults}.values())


def is_a_case(row: HeldRow, records: Sequence[Record]) -> bool:
    """Whether it is one case of a live list: in the sheet of its counts, and itself no count."""
    return row.sheet != list_of(row.sheet) and all(record.get("open") is None for record in records)


def cells_of(store: Store, settings: Settings, row: HeldRow) -> list[HeldCell]:
    """The cells that may be typed anew: those at fault first. A person's reference is shown only if it is.

    None of a case of a live list: the list is put right, and sent again.
    """
    records = records_of(store, row)
    if is_a_case(row, records):
        return []
    faults = faults_of(records)
    month = date.fromisoformat(row.month_end)
    cells = [
        _cell(
            column,
            records,
            [f for f in faults if f["field"] == column.name],
            _choices(settings, row, column, month),
        )
        for column in DATASETS[row.dataset].columns
        if column.name not in (MONTH, "force")
    ]
    several = len(records) > 1  # of a matrix: what is not at fault differs from record to record
    told = [cell for cell in cells if cell is not None and (cell.faults or not several)]
    return sorted(told, key=lambda cell: not cell.faults)


def _cell(
    column: Column, records: Sequence[Record], faults: Sequence[Mapping[str, str]], offered: tuple[str, ...]
) -> HeldCell | None:
    if column.sensitivity == "person" and not faults:
        return None
    held = next((r[column_name(column)] for r in records if r.get(column_name(column)) is not None), None)
    sent = next((fault["value"] for fault in faults if fault["value"]), "")
    if column.may_be_whole_force and not faults and held is None:
        held = WHOLE_FORCE
    value = "" if column.sensitivity == "person" else (sent if faults and sent else said(held))
    return HeldCell(column.name, column.title, value, tuple(f["says"] for f in faults), offered)


def said(value: Any) -> str:
    """A kept value as it may be typed."""
    if value is None:
        return ""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else as_text(value)


def _choices(settings: Settings, row: HeldRow, column: Column, on: date) -> tuple[str, ...]:
    """What may be chosen for a column that has a list."""
    if column.allowed:
        return column.allowed
    if not column.allowed_from:
        return ()
    force = (WHOLE_FORCE,) if column.may_be_whole_force else ()
    return (*dict.fromkeys(choices(settings, row.force, column.allowed_from, on).values()), *force)
