"""Rows about people that were deleted on purpose: which, when, and the figures that were kept of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from store import audit, publications
from store.place import StoreProblem
from store.publications import Publication

CITED_MEANWHILE = (
    "Nothing was deleted: a document was written that rests on an earlier publication while this went on. "
    "Run it again."
)
Folder = Literal["accepted", "published"]


@dataclass(frozen=True)
class Through:
    """Months of a force that are closed: rows about people of `month` (a month end) and before are gone.

    References as sent go of people who are in no row after `labels`.
    """

    force: str
    month: str
    labels: str


@dataclass(frozen=True, order=True)
class PurgedRows:
    """Rows of one sheet and month of a load that go. `held`: they had been held back, and never counted."""

    load_id: str
    force: str
    dataset: str
    sheet: str
    month_end: str
    held: bool
    rows: int


@dataclass(frozen=True)
class Replaced:
    """A file of accepted or held rows, and the file with what of it stays."""

    file: str
    by: str
    sha256: str


@dataclass(frozen=True)
class KeptFigures:
    """The file, under accepted/, of figures that no rows are left for."""

    file: str
    sha256: str


@dataclass(frozen=True)
class Purge:
    """A purge that is about to be committed, begun `at` (UTC). `cited`: earlier publications that documents
    rest on.
    """

    at: str
    through: tuple[Through, ...]
    rows: tuple[PurgedRows, ...]
    files: tuple[Replaced, ...]
    figures: KeptFigures
    cited: tuple[tuple[Publication, Replaced], ...] = ()


@dataclass(frozen=True)
class Gone:
    """A return whose rows about people are gone: for one month of a sheet of a load, since `at` (UTC)."""

    load_id: str
    force: str
    dataset: str
    month_end: str
    rows: int
    at: str


def through(con: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """For each force with a purge: the last month that is closed, and when that was done."""
    rows = con.execute(
        "SELECT m.force, m.through, p.purged_at FROM purge_month AS m JOIN purge AS p ON p.id = m.purge_id "
        "ORDER BY m.through, p.id DESC"
    )
    return {row["force"]: (row["through"], row["purged_at"]) for row in rows}


def gone(con: sqlite3.Connection) -> list[Gone]:
    """Everything that was counted once and whose rows are gone."""
    rows = con.execute(
        "SELECT r.load_id, r.force, r.dataset, r.month_end, sum(r.row_count), max(p.purged_at) "
        "FROM purged_rows AS r JOIN purge AS p ON p.id = r.purge_id WHERE r.held = 0 "
        "GROUP BY r.load_id, r.force, r.dataset, r.month_end ORDER BY r.load_id, r.dataset, r.month_end"
    )
    return [Gone(*tuple(row)) for row in rows]


def gone_of(con: sqlite3.Connection, load_id: str) -> str | None:
    """When rows of a load were deleted (UTC); None where all of them are there."""
    row = con.execute(
        "SELECT max(p.purged_at) AS at FROM purged_rows AS r JOIN purge AS p ON p.id = r.purge_id "
        "WHERE r.load_id = ?",
        (load_id,),
    ).fetchone()
    return str(row["at"]) if row["at"] else None


def day_in_words(at: str) -> str:
    """The day of a time as the control plane writes it: 23 November 2026."""
    day = date.fromisoformat(at[:10])
    return f"{day.day} {day:%B %Y}"


def kept_figures(con: sqlite3.Connection) -> KeptFigures | None:
    """The file of the last purge, which holds what earlier ones kept as well; None before the first."""
    row = con.execute("SELECT figures, figures_sha256 FROM purge ORDER BY id DESC LIMIT 1").fetchone()
    return KeptFigures(*tuple(row)) if row else None


def unfinished(con: sqlite3.Connection) -> bool:
    """Whether a purge was committed whose references as sent have not all gone."""
    return con.execute("SELECT 1 FROM purge WHERE finished_at IS NULL").fetchone() is not None


def files_gone(con: sqlite3.Connection) -> dict[str, str]:
    """Each file that is gone on purpose, by its name, with when (UTC)."""
    rows = con.execute(
        "SELECT f.file, p.purged_at FROM purged_file AS f JOIN purge AS p ON p.id = f.purge_id"
    )
    return {row["file"]: row["purged_at"] for row in rows}


def write(con: sqlite3.Connection, purge: Purge, by: str) -> None:
    """Commit a purge inside the caller's transaction, before its publication is added: from then on the new
    files are the accepted ones, and earlier publications are not kept.
    """
    number = int(con.execute("SELECT coalesce(max(id), 0) + 1 FROM purge").fetchone()[0])
    con.execute(
        "INSERT INTO purge (id, purged_at, purged_by, figures, figures_sha256) VALUES (?,?,?,?,?)",
        (number, purge.at, by, purge.figures.file, purge.figures.sha256),
    )
    con.executemany(
        "INSERT INTO purge_month (purge_id, force, through, labels_through) VALUES (?,?,?,?)",
        [(number, each.force, each.month, each.labels) for each in purge.through],
    )
    con.executemany(
        "INSERT INTO purged_rows (purge_id, load_id, force, dataset, sheet, month_end, held, row_count) "
        "VALUES (?,?,?,?,?,?,?,?)",
        [
            (number, r.load_id, r.force, r.dataset, r.sheet, r.month_end, int(r.held), r.rows)
            for r in purge.rows
        ],
    )
    _replace(con, number, "accepted", purge.files)
    _let_go_of_earlier(con, number, purge)
    detail = {
        "through": {each.force: each.month for each in purge.through},
        "rows": sum(each.rows for each in purge.rows),
        "loads": len({each.load_id for each in purge.rows}),
        "files": len(purge.files),
    }
    audit.write(con, by, "erasure", f"purge {number}", detail)


def _replace(con: sqlite3.Connection, number: int, folder: Folder, files: Iterable[Replaced]) -> None:
    for each in files:
        for table in ("load_sheet", "held_sheet"):
            con.execute(
                f"UPDATE {table} SET file = ?, file_sha256 = ? WHERE file = ?",
                (each.by, each.sha256, each.file),
            )
        _note(con, number, folder, each.file, each.by)


def _let_go_of_earlier(con: sqlite3.Connection, number: int, purge: Purge) -> None:
    """Earlier publications hold the rows: those that documents cite are replaced, the others go.

    Raises StoreProblem where a document has come to cite one since the purge was prepared.
    """
    if {made.id for made in publications.cited(con)} - {made.id for made, _ in purge.cited}:
        raise StoreProblem(CITED_MEANWHILE)
    for made, new in purge.cited:
        con.execute("UPDATE publication SET file = ?, sha256 = ? WHERE id = ?", (new.by, new.sha256, made.id))
        _note(con, number, "published", new.file, new.by)
    cited = {made.id for made, _ in purge.cited}
    for row in con.execute("SELECT id, file FROM publication WHERE kept = 1").fetchall():
        if row["id"] not in cited:
            con.execute("UPDATE publication SET kept = 0 WHERE id = ?", (row["id"],))
            _note(con, number, "published", row["file"], None)


def _note(con: sqlite3.Connection, number: int, folder: Folder, file: str, by: str | None) -> None:
    con.execute(
        "INSERT OR IGNORE INTO purged_file (file, folder, purge_id, replaced_by) VALUES (?,?,?,?)",
        (file, folder, number, by),
    )
