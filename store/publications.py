"""The publications: which warehouse file is current, which are kept."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.control import now, reading, transaction
from store.place import Store

KEEP = 10


@dataclass(frozen=True)
class Publication:
    """One published warehouse file. `file` is a name under published/."""

    id: int
    file: str
    sha256: str
    settings_hash: str
    made_at: str
    made_by: str
    note: str


_COLUMNS = "id, file, sha256, settings_hash, made_at, made_by, note"


def current(store: Store) -> Publication | None:
    """The newest publication; None before the first load."""
    with reading(store) as con:
        return newest(con)


def newest(con: sqlite3.Connection) -> Publication | None:
    """The newest publication as this connection sees it."""
    row = con.execute(f"SELECT {_COLUMNS} FROM publication ORDER BY id DESC LIMIT 1").fetchone()
    return Publication(*row) if row else None


def all_publications(store: Store) -> list[Publication]:
    """Every publication, newest first, whether its file is still kept or not."""
    with reading(store) as con:
        rows = con.execute(f"SELECT {_COLUMNS} FROM publication ORDER BY id DESC")
        return [Publication(*row) for row in rows]


def add(con: sqlite3.Connection, made: Publication) -> None:
    """Write a publication inside the caller's transaction: with it, the new file is the current one."""
    con.execute(
        f"INSERT INTO publication ({_COLUMNS}) VALUES (?,?,?,?,?,?,?)",
        (made.id, made.file, made.sha256, made.settings_hash, made.made_at, made.made_by, made.note),
    )


def cite(store: Store, publication_id: int, document: str) -> None:
    """A document rests on this publication: its file is kept as long as the citation stands."""
    with transaction(store) as con:
        cite_within(con, publication_id, document)


def cite_within(con: sqlite3.Connection, publication_id: int, document: str) -> None:
    """As `cite`, inside the caller's transaction."""
    con.execute("INSERT OR IGNORE INTO citation VALUES (?, ?, ?)", (publication_id, document, now()))


def cited(con: sqlite3.Connection) -> list[Publication]:
    """The publications that documents rest on."""
    rows = con.execute(
        f"SELECT {_COLUMNS} FROM publication WHERE kept = 1 AND id IN (SELECT publication_id FROM citation)"
    )
    return [Publication(*row) for row in rows]


def kept_files(con: sqlite3.Connection) -> set[str]:
    """The names of the last ten publications and of those that documents cite, but for those that are gone
    because they held rows that were to be deleted.
    """
    rows = con.execute(
        "SELECT file FROM (SELECT file, kept FROM publication ORDER BY id DESC LIMIT ?) WHERE kept = 1 "
        "UNION SELECT file FROM publication WHERE kept = 1 "
        "AND id IN (SELECT publication_id FROM citation)",
        (KEEP,),
    )
    return {row["file"] for row in rows}
