"""Rows that a person decided to hold back: which there are, and which of them are still held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contracts import DATED_BY_ROW
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim


@dataclass(frozen=True)
class HeldRow:
    """A row of a sheet that was not loaded with the others. `unit` is "" where it cannot be read, and `file`
    where what was held of the row was deleted.
    """

    load_id: str
    force: str
    dataset: str
    sheet: str
    row_number: int
    month_end: str
    unit: str
    reason: str
    held_by: str
    held_at: str
    file: str

    @property
    def key(self) -> RowKey:
        """What names it: its load, dataset, sheet and row number."""
        return (self.load_id, self.dataset, self.sheet, self.row_number)


RowKey = tuple[str, str, str, int]
# A unit that sends its caseload again, with no open case in anybody's name, has no row there to speak with.
PART_OF = {"investigators": ("caseload",)}


@dataclass(frozen=True)
class Released:
    """A held row that a later load put right; `reason` is why it may be counted."""

    row: RowKey
    reason: str


def standing(con: sqlite3.Connection, undone: frozenset[str] = frozenset()) -> list[HeldRow]:
    """The held rows of loads that stand, without those that a standing release put right.

    `undone` are loads about to be undone.
    """
    gone = {tuple(row)[1:] for row in con.execute(_RELEASED) if row["release_id"] not in undone}
    rows = [HeldRow(*row) for row in con.execute(_HELD)]
    return [row for row in rows if row.load_id not in undone and row.key not in gone]


def releases(con: sqlite3.Connection, undone: frozenset[str] = frozenset()) -> dict[str, str]:
    """The loads that stand and release rows, each with the load whose rows they are."""
    rows = con.execute(_RELEASED)
    return {row["release_id"]: row["load_id"] for row in rows if row["release_id"] not in undone}


def still_held(
    rows: Iterable[HeldRow], holding: Iterable[Claim], released_by: Mapping[str, str]
) -> list[HeldRow]:
    """Those that no later return has taken the place of. `released_by` as `releases` gives it.

    A row stands with the claim of its load, or of a release of its load, to its unit. Where nobody speaks for
    the unit, because every row of it is held, it stands; one of no known unit stands with any claim.
    """
    who: dict[tuple[str, str, str], dict[str, str]] = {}
    for claim in holding:
        scope = claim.scope
        by = released_by.get(claim.load_id, claim.load_id)
        who.setdefault((scope.force, scope.dataset, scope.month_end), {})[scope.unit] = by
    places = [(row, [(row.force, name, row.month_end) for name in _spoken_for_with(row)]) for row in rows]
    return [row for row, of in places if _stands(row, *(who.get(place, {}) for place in of))]


def _spoken_for_with(row: HeldRow) -> tuple[str, ...]:
    """The sheets whose return of a unit ends a holding: its own, then the one that it is a part of."""
    return (row.dataset, *PART_OF.get(row.dataset, ()))


def _stands(row: HeldRow, who: dict[str, str], *others: dict[str, str]) -> bool:
    if row.unit:
        claims = (each.get(row.unit) or each.get(WHOLE_FORCE) for each in (who, *others))
        return next((by for by in claims if by), None) in (None, row.load_id)
    if row.dataset in DATED_BY_ROW:  # all rows of its month may be held, and then nobody speaks for it
        return who.get(NO_UNIT) in (None, row.load_id)
    return row.load_id in who.values()


def units_touched(row: HeldRow, holding: Iterable[Claim], released_by: Mapping[str, str]) -> list[str]:
    """The units whose figures a held row is missing from: its own, or each that its load speaks for."""
    if row.unit:
        return [row.unit]
    mine = (row.load_id, row.force, row.dataset, row.month_end)
    named = {c.scope.unit for c in holding if (released_by.get(c.load_id, c.load_id), *_where(c)) == mine}
    return sorted(named - {NO_UNIT}) or [WHOLE_FORCE]


def _where(claim: Claim) -> tuple[str, str, str]:
    return (claim.scope.force, claim.scope.dataset, claim.scope.month_end)


def files(con: sqlite3.Connection) -> list[tuple[str, str]]:
    """The files of held rows of loads that stand, each with its SHA-256; but those whose rows all went."""
    rows = con.execute(
        "SELECT s.file, s.file_sha256 FROM held_sheet AS s JOIN load AS l USING (load_id) "
        f"WHERE l.state = 'published' AND {ROWS_LEFT} <> 0"
    )
    return [(row["file"], row["file_sha256"]) for row in rows]


# Of a held sheet `s`: the rows that were held, without those that a purge deleted.
ROWS_LEFT = (
    "((SELECT count(*) FROM held_row AS r WHERE r.load_id = s.load_id AND r.dataset = s.dataset "
    "AND r.sheet = s.sheet) - (SELECT coalesce(sum(p.row_count), 0) FROM purged_rows AS p WHERE p.held = 1 "
    "AND p.load_id = s.load_id AND p.dataset = s.dataset AND p.sheet = s.sheet))"
)
_HELD = (
    "SELECT r.load_id, l.force, r.dataset, r.sheet, r.row_number, r.month_end, r.unit, s.reason, s.held_by, "
    "s.held_at, CASE WHEN EXISTS (SELECT 1 FROM purged_rows AS p WHERE p.held = 1 AND p.load_id = r.load_id "
    "AND p.dataset = r.dataset AND p.sheet = r.sheet AND p.month_end = r.month_end) THEN '' ELSE s.file END "
    "AS file FROM held_row AS r JOIN held_sheet AS s USING (load_id, dataset, sheet) "
    "JOIN load AS l USING (load_id) WHERE l.state = 'published' ORDER BY l.seq DESC, r.dataset, r.row_number"
)
_RELEASED = (
    "SELECT r.release_id, r.load_id, r.dataset, r.sheet, r.row_number FROM released_row AS r "
    "JOIN load AS l ON l.load_id = r.release_id WHERE l.state = 'published'"
)
