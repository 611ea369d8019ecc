"""A store from a backup: built beside its place, read again, and put there in one step."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from etl.backing_up import kept
from etl.backing_up.kept import Open
from etl.backing_up.manifest import CONTROL, Held, Manifest, NotABackup
from etl.faults import point
from store import audit, history, keys, place, recorded, seal, swap
from store.control import looking, migrate, reading, transaction
from store.durable import on_disk
from store.lock import writing
from store.place import Store


class CannotRestore(Exception):
    """Nothing was restored and nothing changed; the text says why and what to do."""


@dataclass(frozen=True)
class Restored:
    """A store that was restored. `aside`: where the earlier one is kept, and `lost` its loads that the backup
    does not have, as (load, file name). `key_there`: whether the key is on this computer.
    """

    manifest: Manifest
    aside: Path | None
    lost: tuple[tuple[str, str], ...]
    key_there: bool


def restore(backup: Path, store: Store, by: str, replace: bool = False) -> Restored:
    """Put the store of a backup at the place of `store`, which must be empty or is moved aside (`replace`).

    Raises CannotRestore, NotABackup, and StoreBusy where somebody loads, each with nothing changed.
    """
    there = store.path.is_dir() and any(store.path.iterdir())
    if there and not replace:
        raise CannotRestore(
            f"There is a store at {store.path}. Restore to another place with --store, or add --replace: "
            "the store that is there is then moved aside, not deleted."
        )
    which = swap.stamp()
    store.path.parent.mkdir(parents=True, exist_ok=True)
    # Nobody may be loading into the store that is moved away.
    with (
        writing(store, wait_seconds=0) if there else nullcontext(),
        kept.reading(backup) as (manifest, opened),
    ):
        _key_fits_in(manifest, opened)
        lost = _not_in(manifest, opened, store, which) if there else ()
        _make_ready(manifest, opened, store.path, which, by)
        _keep_key(manifest, opened)
        _swap(store.path, which)
    aside = swap.aside(store.path, which)
    return Restored(manifest, aside if aside.exists() else None, lost, _key_is_there(store))


def _make_ready(manifest: Manifest, opened: Open, path: Path, which: str, by: str) -> None:
    """The whole store, beside its place, under a name that says that it is not whole until it is."""
    half = swap.ready(path, f"{which}.part")
    half.mkdir(mode=0o700)
    try:
        for number, (name, held) in enumerate(_of_the_store(manifest)):
            _take(opened, name, held, half)
            if number == 0:
                point("restore_half_copied")
        _hold_together(Store(half))
        with transaction(Store(half)) as con:
            detail = {"made_at": manifest.made_at, "manifest": manifest.digest}
            audit.write(con, by, "alteration", "restore", detail)
            # The next start asks again whose references as sent are to go, also of an older backup.
            con.execute("UPDATE purge SET finished_at = NULL")
        for folder in (*(f for f in half.iterdir() if f.is_dir()), half):
            on_disk(folder)
        half.rename(swap.ready(path, which))
    except BaseException:
        kept.forget(half)
        raise
    on_disk(path.parent)
    point("restore_whole")


def _of_the_store(manifest: Manifest) -> list[tuple[str, Held]]:
    return [(name, held) for name, held in manifest.files.items() if name != manifest.key]


def _take(opened: Open, name: str, held: Held, half: Path) -> None:
    target = half / name
    target.parent.mkdir(mode=0o700, exist_ok=True)
    kept.take(opened, name, held, target)
    immutable = target.parent.name in ("accepted", "published")
    target.chmod(0o444 if immutable else 0o600)


def _hold_together(store: Store) -> None:
    """The control database is whole and names no file but those that came with it, with the same hashes."""
    try:
        with looking(store) as con:
            whole = seal.holds(con) and audit.first_broken_line(con) is None
    except sqlite3.Error:
        whole = False
    if not whole:
        raise NotABackup(_DAMAGED.format(CONTROL))
    migrate(store)
    with reading(store) as con:
        named = [one for one in recorded.files(con) if one.needed]
    for one in named:
        if recorded.state(store, one) != "whole":
            raise NotABackup(_DAMAGED.format(one.name))


_DAMAGED = "{} in the backup is damaged or not there. Nothing was changed. Use another backup."


def _swap(path: Path, which: str) -> None:
    swap.move_aside(path, which)
    point("restore_aside")
    swap.move_in(path, which)
    point("restore_in_place")
    place.forget_opened(path)
    for other in swap.waiting(path):  # of restores that were stopped
        kept.forget(other)


def _not_in(manifest: Manifest, opened: Open, store: Store, which: str) -> tuple[tuple[str, str], ...]:
    """The loads that stand in the store and are not in the backup, as far as the store can still be read."""
    copy = swap.ready(store.path, f"{which}.control.part")
    try:
        kept.take(opened, CONTROL, manifest.files[CONTROL], copy)
        with closing(sqlite3.connect(copy)) as con:
            known = {tuple(row) for row in con.execute("SELECT load_id, sha256 FROM load")}
        with suppress(sqlite3.Error), reading(store) as con:
            records = [record for record in history.read_loads(con) if record.state == "published"]
            return tuple((r.load_id, r.file_name) for r in records if (r.load_id, r.sha256) not in known)
        return ()
    finally:
        copy.unlink(missing_ok=True)


def _key_fits_in(manifest: Manifest, opened: Open) -> None:
    """A key that is on this computer under the same name is not overwritten by another one."""
    if not manifest.key:
        return
    file = keys.key_folder() / Path(manifest.key).name
    with opened(manifest.key) as coming:
        if file.exists() and file.read_bytes() != coming.read():
            raise CannotRestore(
                f"{file} is another key than the one in the backup. Nothing was changed. Move it away if the "
                "one in the backup is meant, then restore again."
            )


def _keep_key(manifest: Manifest, opened: Open) -> None:
    if not manifest.key:
        return
    folder = keys.key_folder()
    file = folder / Path(manifest.key).name
    if file.exists():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept.take(opened, manifest.key, manifest.files[manifest.key])
    half = file.with_suffix(f".{secrets.token_hex(4)}.tmp")
    with opened(manifest.key) as coming, os.fdopen(os.open(half, _NEW, 0o600), "wb") as out:
        out.write(coming.read())
    on_disk(half)
    half.rename(file)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def _key_is_there(store: Store) -> bool:
    name = keys.key_name(store)
    return name is None or (keys.key_folder() / f"{name}.key").exists()
