"""The seal of the control database: a digest of each table, carried on with every row that changes.

SQLite notices a page that is out of order, but not a letter of a row that is another than was written.

The digest of a table is the sum, modulo 2^256, of the SHA-256 of its rows. A change adds what a row says
now and takes off what it said, so nothing else is read; and because nothing else is read, a fault from
before can never be vouched for: the sum stays apart from what the rows give by what the fault changed.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress

from store import seal_of_before

BY_TABLE = 9  # the version from which tables are sealed by themselves
SCHEMA = "schema"
SIZE = 1 << 256
# Of the audit, which has its own chain, the hashes alone: a line that was changed is named by that chain.
OF_AUDIT = ("seq", "hash")


def holds(con: sqlite3.Connection) -> bool:
    """Whether the database says what it said when it was last changed; so too where it was never sealed."""
    try:
        if seal_of_before.is_kept(con):
            return seal_of_before.holds(con)
        kept = of(con)
        return not kept or kept == digests(con)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def of(con: sqlite3.Connection) -> dict[str, str]:
    """The digest of each part as it was written; none before there was a seal. Raises sqlite3.Error where
    there must be one and it cannot be read.
    """
    if not can_be_kept(con):
        return {}
    kept = con.execute("SELECT CAST(part AS BLOB), CAST(digest AS BLOB) FROM seal")
    return {part.decode(errors="replace"): digest.decode(errors="replace") for part, digest in kept}


def can_be_kept(con: sqlite3.Connection) -> bool:
    """Whether the database has come to the version from which tables are sealed by themselves."""
    return bool(con.execute("PRAGMA user_version").fetchone()[0] >= BY_TABLE)


def write(con: sqlite3.Connection) -> None:
    """Seal all that the database says now, inside the caller's transaction.

    Only where it held before, or never was sealed: else the seal would vouch for what a damaged disk or a
    hand made of it.
    """
    con.execute("DELETE FROM seal")
    con.executemany("INSERT INTO seal (part, digest) VALUES (?, ?)", digests(con).items())


def follow(con: sqlite3.Connection) -> None:
    """Note from now on what the caller's transaction takes out of rows and puts in.

    The notes are in the transaction too, so a statement that is taken back takes its notes with it.
    """
    con.execute("PRAGMA temp_store = MEMORY")
    con.execute("PRAGMA recursive_triggers = ON")  # else a row that is replaced goes unseen
    con.create_function("said", -1, _said, deterministic=True)
    con.execute("CREATE TEMP TABLE sealed_change (part TEXT, sign INTEGER, said BLOB)")
    for number, (table, columns) in enumerate(_tables(con).items()):
        for event, change in _EVENTS.items():
            noted = "".join(_NOTE.format(_text(table), sign, _row(columns, old)) for old, sign in change)
            con.execute(_TRIGGER.format(number, event, _quoted(table), noted))


_EVENTS = {"INSERT": [("NEW.", 1)], "DELETE": [("OLD.", -1)], "UPDATE": [("OLD.", -1), ("NEW.", 1)]}
_TRIGGER = "CREATE TEMP TRIGGER sealed_{0}_{1} AFTER {1} ON main.{2} BEGIN {3} END"
_NOTE = "INSERT INTO sealed_change VALUES ({}, {}, said({}));"


def carry_on(con: sqlite3.Connection) -> None:
    """Seal what was noted since `follow`, before the caller commits; all of it where there was no seal."""
    try:
        kept = of(con)
    except sqlite3.DatabaseError:  # the doctor says so; what is loaded does not rest on it
        return
    if not kept:
        write(con)
        return
    changes: dict[str, int] = {}
    for part, sign, said in con.execute("SELECT part, sign, said FROM sealed_change"):
        changes[part] = changes.get(part, 0) + sign * int.from_bytes(said)
    for part, change in changes.items():
        with suppress(KeyError, ValueError):  # a digest that is damaged or gone stays so, and is found
            digest = _written(int(kept[part], 16) + change)
            con.execute("UPDATE seal SET digest = ? WHERE part = ?", (digest, part))


def digests(con: sqlite3.Connection) -> dict[str, str]:
    """The digest of each table as its rows give it, and of what the tables are."""
    plain = con.cursor()
    plain.row_factory = None
    sealed = {SCHEMA: hashlib.sha256(repr(_schema(plain)).encode()).hexdigest()}
    for table, columns in _tables(con).items():
        rows = plain.execute(f"SELECT {_row(columns)} FROM main.{_quoted(table)}")
        sealed[table] = _written(_sum(rows))
    return sealed


def _schema(plain: sqlite3.Cursor) -> list[tuple[str, str, str]]:
    return plain.execute(
        "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()


def _tables(con: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table that is sealed."""
    found: dict[str, list[str]] = {}
    for table, column in con.execute(
        "SELECT m.name, c.name FROM main.sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
        "WHERE m.type = 'table' AND m.name <> 'seal' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ):
        if table != "audit" or column in OF_AUDIT:
            found.setdefault(table, []).append(column)
    return found


def _row(columns: Iterable[str], of_which: str = "") -> str:
    """What a row says, for SQLite to give: text as its bytes, which a damaged disk may have made no text."""
    names = [of_which + _quoted(column) for column in columns]
    return ", ".join(
        f"typeof({n}), CASE typeof({n}) WHEN 'text' THEN CAST({n} AS BLOB) ELSE {n} END" for n in names
    )


def _said(*row: object) -> bytes:
    return hashlib.sha256(repr(row).encode()).digest()


def _sum(rows: Iterator[tuple[object, ...]]) -> int:
    return sum(int.from_bytes(_said(*row)) for row in rows)


def _written(number: int) -> str:
    return f"{number % SIZE:064x}"


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _text(said: str) -> str:
    return "'{}'".format(said.replace("'", "''"))
