"""Whether the parts of a backup belong to one another: its control database, its files and its key."""

from __future__ import annotations

import sqlite3

from etl.backing_up.manifest import CONTROL, Manifest, NotABackup
from store import audit, keys, recorded, seal
from store.control import looking, migrate, reading
from store.place import Store


def hold_together(store: Store) -> None:
    """The control database is whole and names no file but those that came with it, with the same hashes."""
    try:
        with looking(store) as con:
            whole = seal.holds(con) and audit.first_broken_line(con) is None
    except sqlite3.Error:
        whole = False
    if not whole:
        raise NotABackup(DAMAGED.format(CONTROL))
    migrate(store)
    with reading(store) as con:
        named = [one for one in recorded.files(con) if one.needed]
    for one in named:
        if recorded.state(store, one) != "whole":
            raise NotABackup(DAMAGED.format(one.name))


DAMAGED = "{} in the backup is damaged or not there. Nothing was changed. Use another backup."


def key_fits(store: Store, manifest: Manifest, text: bytes | None) -> None:
    """The key that came with the store is the one that its people were keyed with."""
    if manifest.key is None or text is None:
        return
    with reading(store) as con:
        name, check = keys.fact_of(con, "key"), keys.fact_of(con, "key_check")
    key = keys.in_text(text)
    if key is None or manifest.key != f"keys/{name}.key" or check not in (None, keys.check_value(key)):
        raise NotABackup(DAMAGED.format(manifest.key))
