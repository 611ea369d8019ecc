"""The rows that a released row joins: those of its unit, as the load that speaks for the unit has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.holding.held_cells import Record, rows_in
from etl.loading.claims import FOLLOW_ESTABLISHMENT
from etl.publishing.codes import Codes
from store import coverage, held
from store.control import reading
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim, Scope
from store.held import HeldRow
from store.history import LoadRecord, read_loads
from store.place import Store


@dataclass(frozen=True)
class Around:
    """The unit that a released row is of, the rows it joins there, and what the release speaks for."""

    unit: str
    rows: tuple[Record, ...]
    scopes: frozenset[Scope]


def around(store: Store, codes: Codes, row: HeldRow, records: Sequence[Record]) -> Around:
    """Everything of the unit in the return: the release takes its place, with the row in it."""
    with reading(store) as con:
        claims = [c for c in coverage.active(coverage.standing(con)) if _same_month(c, row)]
        released_by, loads = held.releases(con), read_loads(con)
    mine = [c for c in claims if released_by.get(c.load_id, c.load_id) == row.load_id]
    spoken_for = {c.scope.unit for c in mine if c.scope.dataset == row.dataset}
    unit = _owner(codes, row, records[0], spoken_for) or _without_a_unit(mine, row)
    holder = {c.load_id for c in mine if (c.scope.dataset, c.scope.unit) == (row.dataset, unit)}
    files = [file for load in loads if load.load_id in holder for file in _files(load, row.dataset)]
    rows = [r for file in files for r in rows_in(store, file) if _is_of(codes, row, r, unit, spoken_for)]
    scope = Scope(row.force, row.dataset, row.month_end, unit)
    return Around(unit, tuple(rows), frozenset({scope, *_follow(scope, claims, mine)}))


def _same_month(claim: Claim, row: HeldRow) -> bool:
    return (claim.scope.force, claim.scope.month_end) == (row.force, row.month_end)


def _owner(codes: Codes, row: HeldRow, record: Record, spoken_for: set[str]) -> str:
    """The unit that answers for a record: of a movement the unit left before the one joined.

    One that the return speaks for goes before one that it does not.
    """
    names = ("from_unit", "to_unit") if row.dataset == "movements" else ("unit",)
    month = date.fromisoformat(row.month_end)
    said = (codes.code(row.force, "units", str(record[n]), month) for n in names if record.get(n))
    known = [code for code in said if code]
    return next((code for code in known if code in spoken_for), next(iter(known), ""))


def _without_a_unit(mine: Sequence[Claim], row: HeldRow) -> str:
    whole = any((c.scope.dataset, c.scope.unit) == (row.dataset, WHOLE_FORCE) for c in mine)
    return WHOLE_FORCE if whole else NO_UNIT


def _is_of(codes: Codes, row: HeldRow, record: Record, unit: str, spoken_for: set[str]) -> bool:
    if str(record["month_end"]) != row.month_end:
        return False
    return (_owner(codes, row, record, spoken_for) or NO_UNIT) == (NO_UNIT if unit == WHOLE_FORCE else unit)


def _files(load: LoadRecord, dataset: str) -> list[str]:
    return [sheet.file for sheet in load.sheets if sheet.dataset == dataset]


def _follow(scope: Scope, claims: Sequence[Claim], mine: Sequence[Claim]) -> list[Scope]:
    """A unit that Establishment names for the first time is spoken for in the other sheets sent with it."""
    if scope.dataset != "establishment":
        return []
    taken = {(c.scope.dataset, c.scope.unit) for c in claims}
    sent = {c.scope.dataset for c in mine}
    return [
        Scope(scope.force, name, scope.month_end, scope.unit)
        for name in FOLLOW_ESTABLISHMENT
        if name in sent and (name, scope.unit) not in taken
    ]
