"""A copy of a store while it is in use.

The store's lock is not needed: SQLite copies the control database as it stood at one moment, and every file
that it names was complete before it was named and is never written again. Where one is taken away meanwhile,
because ten newer publications or a purge came, the copy begins anew.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from etl.backing_up import kept
from etl.backing_up.manifest import CONTROL, LABELS, Held, Manifest
from etl.faults import point
from store import audit, keys, publications, recorded, seal
from store.control import looking, now, only_looking, transaction
from store.durable import on_disk
from store.place import Store, StoreProblem
from store.recorded import Recorded
from store.troubles import is_of_the_disk

TRIES = 5


class CannotBackUp(Exception):
    """No backup was made; the text says why and what to do."""


class _TakenAway(Exception):
    """A file that the copied control database names is not there any more, or what was copied is of two
    moments.
    """


@dataclass(frozen=True)
class Made:
    """A backup that was made and read again. `noted`: the audit of the store tells of it."""

    path: Path
    manifest: Manifest
    noted: bool


def backup(store: Store, to: Path, by: str, with_key: bool = False) -> Made:
    """Copy the store to a folder, or to one file where the name ends in .zip; nothing is overwritten.

    The key stays out unless asked for: who has both can test whether a known number is in the data.
    Raises CannotBackUp, and OSError where it cannot be written; nothing is left behind then.
    """
    to = to.expanduser().absolute()
    _may_be_made(store, to)
    for _ in range(TRIES):
        try:
            manifest = _once(store, to, by, with_key)
        except _TakenAway:
            continue
        return Made(to, manifest, _note(store, by, manifest))
    raise CannotBackUp("The store kept changing while it was copied. No backup was made; try again.")


def _may_be_made(store: Store, to: Path) -> None:
    if not store.control.is_file():
        raise CannotBackUp(_NOT_WHOLE.format(CONTROL))
    if to.exists():
        raise CannotBackUp(f"{to} is there already, and no backup is overwritten. Choose another name.")
    if not to.parent.is_dir():
        raise CannotBackUp(f"There is no folder {to.parent}. Make it, or choose another place.")
    if store.path in to.resolve().parents:
        raise CannotBackUp(
            "A backup inside the store is lost with it. Choose another place, best another disk."
        )


def _once(store: Store, to: Path, by: str, with_key: bool) -> Manifest:
    """Write beside the wanted name, read all of it again, and only then give it the name."""
    with _room(to) as room:
        databases = _databases(store, room)
        files, left_out = _files(store, databases[CONTROL])
        files = {**databases, **files, **(_key(databases[CONTROL]) if with_key else {})}
        half = room / to.name
        manifest = kept.write(half, files, lambda held: _manifest(databases[CONTROL], held, by, left_out))
        with kept.reading(half) as (said, opened):
            for name, held in said.files.items():
                kept.take(opened, name, held)
        _as_recorded(databases[CONTROL], manifest)
        point("backup_whole")
        if to.exists():
            raise CannotBackUp(f"{to} was made by somebody else meanwhile. Choose another name.")
        half.rename(to)
        on_disk(to.parent)
    return manifest


@contextmanager
def _room(to: Path) -> Iterator[Path]:
    """A folder beside the backup for what is not yet whole; gone afterwards, with those of killed backups."""
    _forget_of_the_killed(to)
    room = to.with_name(f".{to.name}.{secrets.token_hex(4)}.part")
    room.mkdir(mode=0o700)
    try:
        with FileLock(room / _LOCK, mode=0o600):
            yield room
    finally:
        kept.forget(room)


_LOCK = "lock"


def _forget_of_the_killed(to: Path) -> None:
    """The system frees a lock when its process dies. A room where none was made yet holds nothing."""
    for room in to.parent.iterdir():
        if room.name.startswith(f".{to.name}.") and room.suffix == ".part" and (room / _LOCK).is_file():
            with suppress(Timeout, OSError):
                FileLock(room / _LOCK, timeout=0, mode=0o600).acquire().lock.release()
                kept.forget(room)


def _databases(store: Store, room: Path) -> dict[str, Path]:
    """The references as sent first: they are kept after their load, so that none is of a later one.

    Where a purge began or ended meanwhile, they may be of before it and the control database of after it.
    """
    purged = _last_purge(store.control)
    copies = {LABELS: room / "labels", CONTROL: room / "control"}
    sources = {LABELS: store.labels, CONTROL: store.control}
    made = {}
    for name, source in sources.items():
        if source.exists():
            _copy_database(source, copies[name])
            made[name] = copies[name]
    with _opened(copies[CONTROL]) as con:
        if con.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok" or not seal.holds(con):
            raise CannotBackUp(_NOT_WHOLE.format(CONTROL))
    if _last_purge(copies[CONTROL]) != purged:
        raise _TakenAway
    return made


def _last_purge(control: Path) -> tuple[object, ...]:
    """Its number, and how many were carried to their end."""
    try:
        with closing(only_looking(control)) as con:
            return tuple(con.execute("SELECT max(id), count(finished_at) FROM purge").fetchone())
    except sqlite3.Error as reason:
        raise _cannot_be_copied(control, reason) from None


_NOT_WHOLE = (
    "{} is damaged or gone, and no backup is made of a damaged store, so that it cannot take the place of a "
    "good one. `python -m etl doctor` says how to mend it."
)


def _copy_database(source: Path, copy: Path) -> None:
    try:
        with (
            closing(only_looking(source)) as coming,
            closing(sqlite3.connect(copy)) as target,
        ):
            coming.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    except sqlite3.Error as reason:
        raise _cannot_be_copied(source, reason) from None


def _cannot_be_copied(source: Path, reason: sqlite3.Error) -> CannotBackUp:
    """A full disk, or one that does not let us read, says nothing of the store's being damaged."""
    said = _OF_THE_DISK if is_of_the_disk(reason) else _NOT_WHOLE
    return CannotBackUp(said.format(source.name, why=reason))


_OF_THE_DISK = (
    "{} cannot be copied ({why}). No backup was made. Look at how much space is left where the backup goes, "
    "and whether you may read the store."
)


@contextmanager
def _opened(control: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(control)) as con:
        con.row_factory = sqlite3.Row
        yield con


def _files(store: Store, control: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The files that the copy names, settings, the mark of samples; and what is gone that nothing needs."""
    files, left_out = {}, []
    with _opened(control) as con:
        named = recorded.files(con)
    for one in named:
        if recorded.state(store, one) == "whole":
            files[one.name] = store.path / one.name
        elif one.needed:
            raise _why_not(store, one)
        else:
            left_out.append(one.name)
    others = [*store.settings.glob("*"), store.samples_mark]
    files |= {p.relative_to(store.path).as_posix(): p for p in others if p.is_file() and not p.is_symlink()}
    return files, tuple(left_out)


def _why_not(store: Store, one: Recorded) -> Exception:
    """A file that the store itself does not name any more was taken away; any other is damaged."""
    with looking(store) as con:
        still = one in recorded.files(con)
    return CannotBackUp(_NOT_WHOLE.format(one.name)) if still else _TakenAway()


def _as_recorded(control: Path, manifest: Manifest) -> None:
    """What was copied is what the control database says, also where a file changed while it was read."""
    with _opened(control) as con:
        for one in recorded.files(con):
            if one.name in manifest.files and manifest.files[one.name].sha256 != one.sha256:
                raise CannotBackUp(_NOT_WHOLE.format(one.name))


def _key(control: Path) -> dict[str, Path]:
    with _opened(control) as con:
        name = keys.fact_of(con, "key")
    file = keys.key_folder() / f"{name}.key"
    if name and not file.is_file():
        raise CannotBackUp(f"The key file {file} is not there. `python -m etl doctor` says more.")
    return {f"keys/{file.name}": file} if name else {}


def _manifest(control: Path, held: dict[str, Held], by: str, left_out: tuple[str, ...]) -> Manifest:
    with _opened(control) as con:
        made = publications.newest(con)
    return Manifest(now(), by, made.id if made else None, held, left_out)


def _note(store: Store, by: str, manifest: Manifest) -> bool:
    """A disk that is full must not stand in the way of a backup on another one."""
    detail = {"files": len(manifest.files), "manifest": manifest.digest, "key": manifest.key is not None}
    try:
        with transaction(store) as con:
            audit.write(con, by, "disclosure", "backup", detail)
    except (sqlite3.Error, StoreProblem):
        return False
    return True
