"""References as sent, kept apart where the force allows it. Deleting the file removes the way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from store.place import Store

Label = tuple[str, str, str]
"""Force, person key, reference as sent."""


def remember(store: Store, pairs: Iterable[Label]) -> None:
    """Keep (force, person key, reference as sent); a later spelling replaces the earlier."""
    with closing(_open(store)) as con, con:
        con.executemany(_KEEP, pairs)


def label_of(store: Store, force: str, keys: Iterable[str]) -> dict[str, str]:
    """The reference as sent for each key that has one; empty where the force keeps none."""
    if not store.labels.exists():
        return {}
    with closing(_open(store)) as con:
        found = ((key, con.execute(_ONE, (force, key)).fetchone()) for key in set(keys))
        return {key: row[0] for key, row in found if row}


def keys(store: Store) -> set[tuple[str, str]]:
    """(force, person key) of every reference that is kept."""
    if not store.labels.exists():
        return set()
    with closing(_open(store)) as con:
        return {(force, key) for force, key in con.execute("SELECT force, person_key FROM label")}


def forget(store: Store, pairs: Iterable[tuple[str, str]]) -> None:
    """Delete the references of these (force, person key), and what their place in the file held."""
    gone = sorted(pairs)
    if not gone:
        return
    with closing(_open(store)) as con:
        with con:
            con.executemany("DELETE FROM label WHERE force = ? AND person_key = ?", gone)
        con.execute("VACUUM")


def destroy(store: Store) -> bool:
    """Remove the file, and with it the way from a key to a person. True when there was one."""
    existed = store.labels.exists()
    for suffix in ("", "-journal", "-wal", "-shm"):
        store.labels.with_name(store.labels.name + suffix).unlink(missing_ok=True)
    return existed


# A label that is there already is not written again: a month in which nobody is new costs no write to disk.
_KEEP = (
    "INSERT INTO label VALUES (?, ?, ?) ON CONFLICT (force, person_key) "
    "DO UPDATE SET reference = excluded.reference WHERE reference <> excluded.reference"
)
_ONE = "SELECT reference FROM label WHERE force = ? AND person_key = ?"


def _open(store: Store) -> sqlite3.Connection:
    con = sqlite3.connect(store.labels, timeout=30)
    if not con.execute("SELECT 1 FROM sqlite_master").fetchone():  # just made; a read changes nothing
        store.labels.chmod(0o600)
    con.execute("PRAGMA secure_delete = ON")
    con.execute(
        "CREATE TABLE IF NOT EXISTS label (force TEXT NOT NULL, person_key TEXT NOT NULL, "
        "reference TEXT NOT NULL, PRIMARY KEY (force, person_key))"
    )
    return con
