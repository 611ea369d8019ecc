"""The one seal of a control database of before tables were sealed by themselves, read once to bring it on."""

from __future__ import annotations

import hashlib
import sqlite3

VERSIONS = (7, 8)


def is_kept(con: sqlite3.Connection) -> bool:
    """Whether the database has a seal of this kind."""
    return con.execute("PRAGMA user_version").fetchone()[0] in VERSIONS


def holds(con: sqlite3.Connection) -> bool:
    """Whether it says what it said when it was last changed; so too where it was never sealed."""
    row = con.execute("SELECT digest FROM seal").fetchone()
    return row is None or row[0] == digest(con)


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
