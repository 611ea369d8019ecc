"""A store from a backup: built beside its place, read again, and put there in one step."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from etl.backing_up import kept
from etl.backing_up.agreement import DAMAGED, hold_together, key_fits
from etl.backing_up.kept import Open
from etl.backing_up.manifest import CONTROL, Held, Manifest, NotABackup
from etl.faults import point
from store import audit, history, keys, place, swap
from store.control import reading, transaction
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
    store.path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(store.path):
        there = _something_at(store.path)
        if there and not replace:
            raise CannotRestore(_THERE.format(store.path))
        which = swap.stamp()
        # Nobody may be loading into the store that is moved away.
        with (
            writing(store, wait_seconds=0) if there else nullcontext(),
            kept.reading(backup) as (manifest, opened),
        ):
            _room_for(manifest, store.path)
            key = _key_in(manifest, opened)
            lost = _not_in(manifest, opened, store, which) if there else ()
            _make_ready(manifest, opened, store.path, which, by, key)
            _keep_key(manifest, key)
            _swap(store.path, which, replace)
    aside = swap.aside(store.path, which)
    return Restored(manifest, aside if aside.exists() else None, lost, _key_is_there(store))


_THERE = (
    "There is a store at {}. Restore to another place with --store, or add --replace: "
    "the store that is there is then moved aside, not deleted."
)


def _something_at(path: Path) -> bool:
    return path.is_dir() and any(path.iterdir())


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other restore to the same place; the system frees it when the process dies, however it dies."""
    lock = FileLock(path.with_name(f".{path.name}.restore.lock"), mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise CannotRestore(
            f"Somebody else restores to {path} just now. You changed nothing. Look at it when they are done."
        ) from None
    try:
        yield
    finally:
        lock.release()


def _room_for(manifest: Manifest, path: Path) -> None:
    needed, free = sum(held.bytes for held in manifest.files.values()), shutil.disk_usage(path.parent).free
    if needed > free:
        raise CannotRestore(
            f"The backup needs {needed // 1_000_000} MB at {path.parent}, and {free // 1_000_000} MB are "
            "left. Nothing was changed. Make room, or restore to another disk with --store."
        )


def _make_ready(manifest: Manifest, opened: Open, path: Path, which: str, by: str, key: bytes | None) -> None:
    """The whole store, beside its place, under a name that says that it is not whole until it is."""
    half = swap.ready(path, f"{which}.part")
    half.mkdir(mode=0o700)
    try:
        for number, (name, held) in enumerate(_of_the_store(manifest)):
            _take(opened, name, held, half)
            if number == 0:
                point("restore_half_copied")
        hold_together(Store(half))
        key_fits(Store(half), manifest, key)
        with transaction(Store(half)) as con:
            detail = {"made_at": manifest.made_at, "manifest": manifest.digest}
            audit.write(con, by, "alteration", "restore", detail)
            # The next start asks again whose references as sent are to go, also of an older backup.
            con.execute("UPDATE purge SET finished_at = NULL")
        _all_there(manifest, half)
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


def _all_there(manifest: Manifest, half: Path) -> None:
    for name, _ in _of_the_store(manifest):
        if not (half / name).is_file():
            raise CannotRestore(f"{name} was taken away while it was copied. Nothing was changed. Try again.")


def _take(opened: Open, name: str, held: Held, half: Path) -> None:
    target = half / name
    if target.parent != half:  # which is never made again: what lay in it would be gone
        target.parent.mkdir(mode=0o700, exist_ok=True)
    kept.take(opened, name, held, target)
    immutable = target.parent.name in ("accepted", "published")
    target.chmod(0o444 if immutable else 0o600)


def _swap(path: Path, which: str, replace: bool) -> None:
    if not replace and _something_at(path):  # a store was begun there meanwhile
        kept.forget(swap.ready(path, which))
        raise CannotRestore(_THERE.format(path))
    swap.move_aside(path, which)
    point("restore_aside")
    swap.move_in(path, which)
    point("restore_in_place")
    place.forget_opened(path)
    for other in swap.waiting(path):  # of restores that were stopped: no other goes on here
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


def _key_in(manifest: Manifest, opened: Open) -> bytes | None:
    """The content of the key file that the backup carries, as it was written.

    A key that is on this computer under the same name is not overwritten by another one.
    """
    if not manifest.key:
        return None
    held = manifest.files[manifest.key]
    if held.bytes > MOST_OF_A_KEY:
        raise NotABackup(DAMAGED.format(manifest.key))
    kept.take(opened, manifest.key, held)
    with opened(manifest.key) as coming:
        key = coming.read(held.bytes)
    file = keys.key_folder() / Path(manifest.key).name
    if file.exists() and file.read_bytes() != key:
        raise CannotRestore(
            f"{file} is another key than the one in the backup. Nothing was changed. Move it away if the "
            "one in the backup is meant, then restore again."
        )
    return key


MOST_OF_A_KEY = 4096


def _keep_key(manifest: Manifest, key: bytes | None) -> None:
    if manifest.key is None or key is None:
        return
    folder = keys.key_folder()
    file = folder / Path(manifest.key).name
    if file.exists():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = file.with_suffix(f".{secrets.token_hex(4)}.tmp")
    with os.fdopen(os.open(half, _NEW, 0o600), "wb") as out:
        out.write(key)
    on_disk(half)
    half.rename(file)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def _key_is_there(store: Store) -> bool:
    name = keys.key_name(store)
    return name is None or (keys.key_folder() / f"{name}.key").exists()
