"""A room for each candidate: what would be published, built apart to be looked at, and never kept."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from store.place import Store

SECONDS_TO_BEGIN = 60


@contextmanager
def room(store: Store) -> Iterator[Store]:
    """The store with a folder of its own for what is written; the folder is gone when the block ends.

    It is held by a lock that the system frees when the process dies: what is left then is swept away by
    `left_behind`. Nothing is written outside the folder, so the store's own lock is not needed.
    """
    folder = store.candidates / secrets.token_hex(8)
    lock = _lock(folder)
    with lock:
        folder.mkdir(mode=0o700)
        try:
            yield replace(store, apart=folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        Path(lock.lock_file).unlink()


def left_behind(store: Store) -> list[Path]:
    """The folders of candidates whose process has died, each with its lock, and locks without a folder.

    A lock whose folder is not there yet may be about to be held, and is left for a minute.
    """
    folders = [path for path in sorted(store.candidates.glob("*")) if path.is_dir() and _is_dead(path)]
    locks = [lock for lock in sorted(store.candidates.glob("*.lock")) if _is_over(lock)]
    return [*folders, *{*locks, *(_lock_file(folder) for folder in folders)}]


def _is_over(lock: Path) -> bool:
    return not lock.with_suffix("").exists() and time.time() - lock.stat().st_mtime > SECONDS_TO_BEGIN


def _is_dead(folder: Path) -> bool:
    """Whether nobody holds it. The lock comes before the folder, so a folder without one is nobody's."""
    lock = _lock(folder)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    lock.release()
    return True


def _lock(folder: Path) -> FileLock:
    return FileLock(_lock_file(folder), mode=0o600)


def _lock_file(folder: Path) -> Path:
    return folder.with_suffix(".lock")
