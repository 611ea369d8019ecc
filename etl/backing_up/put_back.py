"""Only the files that are gone or damaged, from a backup: all that is whole stays as it is."""

from __future__ import annotations

import secrets
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from etl.backing_up import kept
from etl.backing_up.manifest import CONTROL
from etl.backing_up.restore import CannotRestore
from store import audit, recorded, seal
from store.control import reading, transaction
from store.durable import put_in_place
from store.lock import writing
from store.place import Store


@dataclass(frozen=True)
class PutBack:
    """The files that are whole again, and those that the backup does not have as they were written."""

    files: tuple[str, ...]
    missing: tuple[str, ...]


def put_back(backup: Path, store: Store, by: str) -> PutBack:
    """Take from the backup each file that the store names and has not whole, where the bytes are those.

    Raises CannotRestore where the control database, which names them, is itself damaged; and NotABackup.
    """
    if not store.control.is_file():
        raise CannotRestore(_NO_CONTROL)
    with writing(store), kept.reading(backup) as (manifest, opened):
        wanted = [one for one in _named(store) if recorded.state(store, one) != "whole"]
        done, missing = [], []
        for one in wanted:
            held = manifest.files.get(one.name)
            if held is None or held.sha256 != one.sha256:
                missing.append(one.name)
                continue
            whole = store.path / one.name
            half = whole.with_name(f".{one.file}.{secrets.token_hex(4)}.tmp")
            kept.take(opened, one.name, held, half)
            put_in_place(half, whole)
            done.append(one.name)
        if done:
            with transaction(store) as con:
                detail = {"files": done, "manifest": manifest.digest}
                audit.write(con, by, "alteration", "files put back", detail)
    return PutBack(tuple(done), tuple(missing))


_NO_CONTROL = (
    f"{CONTROL} of the store is gone or damaged, so which files belong to it is not known. Nothing was "
    "changed. Restore the whole store: `python -m etl restore BACKUP --replace`"
)


def _named(store: Store) -> list[recorded.Recorded]:
    try:
        with reading(store) as con:
            if seal.holds(con):
                return recorded.files(con)
    except sqlite3.Error:
        pass
    raise CannotRestore(_NO_CONTROL)
