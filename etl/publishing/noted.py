"""What was decided at loads, beside the figures it touches: warnings accepted, rows held back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store import held
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim
from store.held import HeldRow, RowKey

Record = dict[str, object]


@dataclass(frozen=True)
class AcceptedNote:
    """A warning that stands with a load: who accepted it and why; of no units where it is of the sheet."""

    load_id: str
    code: str
    dataset: str
    sheet: str
    says: str
    cells: int
    reason: str
    units: tuple[str, ...]
    accepted_by: str
    accepted_at: str


@dataclass(frozen=True)
class Noted:
    """The decisions that stand after a change."""

    accepted: tuple[AcceptedNote, ...] = ()
    held: tuple[HeldRow, ...] = ()
    released_by: Mapping[str, str] = field(default_factory=dict)


def noted(
    con: sqlite3.Connection,
    undone: frozenset[str],
    new: Sequence[AcceptedNote],
    new_held: Sequence[HeldRow],
    released: Mapping[RowKey, str],
    holding: Iterable[Claim],
) -> Noted:
    """What stands of the loads there are, without those to be undone, and of those to be added.

    `released` are held rows that a load to be added releases, with that load.
    """
    rows = [row for row in (*held.standing(con, undone), *new_held) if row.key not in released]
    by = held.releases(con, undone) | {release: row[0] for row, release in released.items()}
    return Noted((*_accepted(con, undone), *new), tuple(held.still_held(rows, holding, by)), by)


def _accepted(con: sqlite3.Connection, undone: frozenset[str]) -> list[AcceptedNote]:
    rows = con.execute(
        "SELECT w.load_id, w.code, w.dataset, w.sheet, w.says, w.cells, w.reason, w.units, w.accepted_by, "
        "w.accepted_at FROM accepted_warning AS w JOIN load AS l USING (load_id) WHERE l.state = 'published' "
        "ORDER BY l.seq, w.rowid"
    )
    return [
        AcceptedNote(*tuple(row)[:7], _listed(row["units"]), row["accepted_by"], row["accepted_at"])
        for row in rows
        if row["load_id"] not in undone
    ]


def _listed(units: str) -> tuple[str, ...]:
    return tuple(part for part in units.split(",") if part)


def accepted_records(noted: Noted, holding: Iterable[Claim]) -> list[Record]:
    """One record for each unit and month that an accepted warning touches; the whole force has no unit."""
    claims: dict[tuple[str, str], list[Claim]] = {}
    for claim in holding:
        if claim.scope.unit != NO_UNIT:
            claims.setdefault((claim.load_id, claim.scope.dataset), []).append(claim)
    return [
        {
            "load_id": note.load_id, "force": claim.scope.force, "dataset": note.dataset,
            "month_end": claim.scope.month_end, "unit": _or_none(claim.scope.unit), "sheet": note.sheet,
            "code": note.code, "says": note.says, "cells": note.cells, "reason": note.reason,
            "accepted_by": note.accepted_by, "accepted_at": note.accepted_at,
        }
        for note in noted.accepted
        for claim in sorted(claims.get((note.load_id, note.dataset), ()), key=lambda c: c.scope)
        if not note.units or claim.scope.unit in (*note.units, WHOLE_FORCE)
    ]  # fmt: skip


def held_records(noted: Noted, holding: Iterable[Claim]) -> list[Record]:
    """One record for each held row and unit that it touches; the whole force has no unit."""
    claims = list(holding)
    return [
        {
            "load_id": row.load_id, "force": row.force, "dataset": row.dataset, "month_end": row.month_end,
            "unit": _or_none(unit), "sheet": row.sheet, "row_number": row.row_number, "reason": row.reason,
            "held_by": row.held_by, "held_at": row.held_at,
        }
        for row in noted.held
        for unit in held.units_touched(row, claims, noted.released_by)
    ]  # fmt: skip


def rows_held(noted: Noted) -> dict[tuple[str, str, str], int]:
    """How many rows of each sheet of each load are still held back by decision."""
    counted: dict[tuple[str, str, str], int] = {}
    for row in noted.held:
        place = (row.load_id, row.dataset, row.sheet)
        counted[place] = counted.get(place, 0) + 1
    return counted


def _or_none(unit: str) -> str | None:
    return None if unit == WHOLE_FORCE else unit
