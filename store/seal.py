"""The seal of the control database: a digest of all it says, renewed with every change.

SQLite notices a page that is out of order, but not a letter of a row that is another than was written.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import suppress


def holds(con: sqlite3.Connection) -> bool:
    """Whether the database says what it said when it was last changed; so too where it was never sealed."""
    try:
        kept = of(con)
        return kept is None or kept == digest(con)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def of(con: sqlite3.Connection) -> str | None:
    """The seal as it was written; None before there was one."""
    with suppress(sqlite3.OperationalError):  # before its migration there is no such table
        row = con.execute("SELECT digest FROM seal").fetchone()
        return str(row[0]) if row else None
    return None


def can_be_kept(con: sqlite3.Connection) -> bool:
    """Whether the database has come to the version that has a seal."""
    return con.execute("SELECT 1 FROM sqlite_master WHERE name = 'seal'").fetchone() is not None


def write(con: sqlite3.Connection) -> None:
    """Seal what the database says now, inside the caller's transaction.

    Only where it held before: else the seal would vouch for what a damaged disk or a hand made of it.
    """
    con.execute("INSERT OR REPLACE INTO seal (id, digest) VALUES (1, ?)", (digest(con),))


def digest(con: sqlite3.Connection) -> str:
    """SHA-256 of what tables are and hold; of the audit, which has its own chain, only the last line."""
    said = hashlib.sha256()
    plain = con.cursor()
    plain.row_factory = None
    schema = plain.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    )
    parts = schema.fetchall()
    said.update(repr(parts).encode())
    for kind, name, _ in parts:
        if kind == "table" and name not in ("audit", "seal") and not name.startswith("sqlite_"):
            for row in plain.execute(_ROWS.format(name.replace('"', '""'))):
                said.update(repr(row).encode())
    if ("table", "audit") in [part[:2] for part in parts]:
        last = plain.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchall()
        said.update(repr(last).encode())
    return said.hexdigest()


_ROWS = 'SELECT * FROM "{}"'
