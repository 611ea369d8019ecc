"""The files that the control plane names, each with the hash of the bytes that were written."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from store import purges
from store.durable import sha256_of
from store.held import ROWS_LEFT
from store.place import Store
from store.publications import kept_files, newest

ACCEPTED, HELD, PUBLISHED, FIGURES, DOCUMENT = "accepted", "held", "published", "figures", "document"
FOLDERS = {PUBLISHED: "published", DOCUMENT: "documents"}


@dataclass(frozen=True)
class Recorded:
    """A file of a load, a publication or a document. `needed`: figures of today rest on it.

    `of` is the load, the publication or the document, `sent_as` the name of the file that was sent or handed
    over, `rows` how many records an accepted file holds, or how many rows of a sheet a held one does.
    `closed`: rows of its load, or of its months, were deleted on purpose, so that the load can only be undone
    where a file of it is lost.
    """

    kind: str
    file: str
    sha256: str
    needed: bool
    of: str
    sent_as: str = ""
    dataset: str = ""
    month_end: str = ""
    rows: int = 0
    closed: bool = False

    @property
    def name(self) -> str:
        """Where it lies in the store: a folder and a name, with a stroke between."""
        return f"{FOLDERS.get(self.kind, 'accepted')}/{self.file}"


def files(con: sqlite3.Connection) -> list[Recorded]:
    """Every file there must be. To be gone on purpose, a file is left out of what these queries find."""
    return [*_of_loads(con), *_of_purges(con), *_of_publications(con), *_of_documents(con)]


def state(store: Store, one: Recorded) -> str:
    """'whole', 'gone' or 'damaged'. Not for a file that a database of this process holds open."""
    path: Path = store.path / one.name
    if not path.is_file():
        return "gone"
    return "whole" if sha256_of(path) == one.sha256 else "damaged"


def lost(store: Store, con: sqlite3.Connection, load_id: str) -> bool:
    """Whether a file that figures of today rest on is gone or damaged, of this load."""
    mine = [one for one in _of_loads(con) if one.of == load_id and one.needed]
    return any(state(store, one) != "whole" for one in mine)


def undone_unread(store: Store, con: sqlite3.Connection, datasets: Collection[str]) -> frozenset[str]:
    """Files of these datasets which are gone or damaged and on which no figure rests: of loads that were
    undone, or whose rows were all deleted. Nobody can be looked for in them.
    """
    undone = [one for one in _of_loads(con) if not one.needed and one.dataset in datasets]
    return frozenset(one.file for one in undone if state(store, one) != "whole")


def _of_loads(con: sqlite3.Connection) -> list[Recorded]:
    rows = [*con.execute(_ACCEPTED), *con.execute(_HELD)]
    return [
        Recorded(
            row["kind"], row["file"], row["file_sha256"], row["state"] == "published" and row["n"] != 0,
            row["load_id"], row["file_name"], row["dataset"], row["month_end"] or "", row["n"],
            bool(row["closed"]),
        )
        for row in rows
    ]  # fmt: skip


def _of_purges(con: sqlite3.Connection) -> list[Recorded]:
    """The figures that were kept when rows about people were deleted."""
    kept = purges.kept_figures(con)
    said = "Figures whose rows were deleted"
    return [Recorded(FIGURES, kept.file, kept.sha256, True, "a purge", dataset=said)] if kept else []


def _of_publications(con: sqlite3.Connection) -> list[Recorded]:
    current, kept = newest(con), kept_files(con)
    rows = con.execute("SELECT id, file, sha256, made_at FROM publication ORDER BY id DESC")
    return [
        Recorded(
            PUBLISHED, row["file"], row["sha256"], current is not None and row["id"] == current.id,
            str(row["id"]), month_end=row["made_at"],
        )
        for row in rows
        if row["file"] in kept
    ]  # fmt: skip


def _of_documents(con: sqlite3.Connection) -> list[Recorded]:
    """What was handed over; no figure of today rests on it."""
    rows = con.execute("SELECT document_id, name, file, sha256 FROM document_file ORDER BY document_id, name")
    return [
        Recorded(DOCUMENT, row["file"], row["sha256"], False, str(row["document_id"]), row["name"])
        for row in rows
    ]


_ACCEPTED = (
    "SELECT 'accepted' AS kind, s.file, s.file_sha256, l.state, s.load_id, l.file_name, s.dataset, "
    "s.month_end, s.rows_loaded - coalesce((SELECT sum(p.row_count) FROM purged_rows AS p WHERE p.held = 0 "
    "AND p.load_id = s.load_id AND p.dataset = s.dataset AND p.sheet = s.sheet), 0) AS n, "
    "EXISTS (SELECT 1 FROM purged_rows AS p WHERE p.load_id = s.load_id) OR EXISTS ("
    "SELECT 1 FROM coverage AS c JOIN purge_month AS m USING (force) WHERE c.load_id = s.load_id "
    "AND c.month_end <= m.through AND c.dataset IN (SELECT dataset FROM purged_rows)) AS closed "
    "FROM load_sheet AS s JOIN load AS l USING (load_id) "
    "ORDER BY l.seq, s.file"
)
_HELD = (
    "SELECT 'held' AS kind, s.file, s.file_sha256, l.state, s.load_id, l.file_name, s.dataset, "
    "(SELECT max(r.month_end) FROM held_row AS r WHERE r.load_id = s.load_id AND r.dataset = s.dataset "
    f"AND r.sheet = s.sheet) AS month_end, {ROWS_LEFT} AS n, "
    "EXISTS (SELECT 1 FROM purged_rows AS p WHERE p.load_id = s.load_id) AS closed "
    "FROM held_sheet AS s JOIN load AS l USING (load_id) ORDER BY l.seq, s.file"
)
