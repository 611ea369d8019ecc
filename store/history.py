"""What has been loaded, in plain records."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.control import reading
from store.place import Store

MANY_FORCES = "*"
"""The force of a load that speaks for many, such as a publication of the Home Office."""


@dataclass(frozen=True)
class SheetRecord:
    """One sheet of a load: how many rows were read, loaded, held back and ignored; `rows_gone` of those
    loaded were deleted since.
    """

    dataset: str
    sheet: str
    file: str
    file_sha256: str
    month_end: str | None
    rows_read: int
    rows_loaded: int
    rows_held: int
    rows_ignored: int
    rows_gone: int = 0

    @property
    def rows_left(self) -> int:
        """Rows in its file. A file without any is neither read nor needed."""
        return self.rows_loaded - self.rows_gone


@dataclass(frozen=True)
class LoadRecord:
    """One file that was loaded: 'published' or 'undone'; `active_scopes` of its `scopes` still hold."""

    seq: int
    load_id: str
    force: str
    workbook: str
    file_name: str
    sha256: str
    state: str
    loaded_at: str
    loaded_by: str
    undone_at: str | None
    undone_by: str | None
    months: tuple[str, ...]
    scopes: int
    active_scopes: int
    sheets: tuple[SheetRecord, ...]

    @property
    def records(self) -> int:
        """Records kept of all sheets: the rows, and of a matrix each cell that was filled in."""
        return sum(sheet.rows_loaded for sheet in self.sheets)

    @property
    def standing(self) -> str:
        """In words: current, replaced in part, replaced, undone."""
        if self.state == "undone":
            return "undone"
        if self.active_scopes == self.scopes:
            return "current"
        return "replaced in part" if self.active_scopes else "replaced"


def loads(store: Store) -> list[LoadRecord]:
    """Every load, newest first."""
    with reading(store) as con:
        return read_loads(con)


def read_loads(con: sqlite3.Connection) -> list[LoadRecord]:
    """Every load as this connection sees it, newest first."""
    sheets, months, scopes = _sheets(con), _months(con), _scopes(con)
    return [
        LoadRecord(
            *row,
            months=months.get(row["load_id"], ()),
            scopes=scopes.get(row["load_id"], (0, 0))[0],
            active_scopes=scopes.get(row["load_id"], (0, 0))[1],
            sheets=tuple(sheets.get(row["load_id"], ())),
        )
        for row in con.execute(
            "SELECT seq, load_id, force, workbook, file_name, sha256, state, loaded_at, loaded_by, "
            "undone_at, undone_by FROM load ORDER BY seq DESC"
        )
    ]


def same_bytes(con: sqlite3.Connection, force: str, sha256: str) -> str | None:
    """The load that already holds these bytes; None when there is none, or when it was undone."""
    row = con.execute(
        "SELECT load_id FROM load WHERE force = ? AND sha256 = ? AND state = 'published'", (force, sha256)
    ).fetchone()
    return str(row["load_id"]) if row else None


def _sheets(con: sqlite3.Connection) -> dict[str, list[SheetRecord]]:
    found: dict[str, list[SheetRecord]] = {}
    for row in con.execute(
        "SELECT load_id, dataset, sheet, file, file_sha256, month_end, rows_read, rows_loaded, rows_held, "
        "rows_ignored, coalesce((SELECT sum(p.row_count) FROM purged_rows AS p WHERE p.held = 0 "
        "AND p.load_id = s.load_id AND p.dataset = s.dataset AND p.sheet = s.sheet), 0) "
        "FROM load_sheet AS s ORDER BY load_id, s.rowid"
    ):
        found.setdefault(row["load_id"], []).append(SheetRecord(*tuple(row)[1:]))
    return found


def _months(con: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in con.execute("SELECT DISTINCT load_id, month_end FROM coverage ORDER BY load_id, month_end"):
        found[row["load_id"]] = (*found.get(row["load_id"], ()), row["month_end"])
    return found


def _scopes(con: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    rows = con.execute("SELECT load_id, count(*) AS n, sum(active) AS live FROM coverage GROUP BY load_id")
    return {row["load_id"]: (row["n"], row["live"]) for row in rows}
