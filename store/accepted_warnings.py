"""Warnings that were accepted, each with the reason that stays with the figures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from store.control import reading
from store.place import Store


@dataclass(frozen=True)
class AcceptedWarning:
    """One warning of one sheet of a load: what it said, of how many cells, and why it was accepted."""

    load_id: str
    code: str
    dataset: str
    sheet: str
    says: str
    cells: int
    reason: str
    accepted_by: str
    accepted_at: str


def accepted_warnings(store: Store, loads: Collection[str]) -> tuple[AcceptedWarning, ...]:
    """Those of these loads, by load and sheet."""
    with reading(store) as con:
        rows = con.execute(
            "SELECT load_id, code, dataset, sheet, says, cells, reason, accepted_by, accepted_at "
            "FROM accepted_warning ORDER BY load_id, dataset, sheet, code"
        ).fetchall()
    return tuple(AcceptedWarning(*row) for row in rows if row["load_id"] in loads)
