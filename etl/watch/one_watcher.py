"""One watcher for each folder."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from etl.watch.folder import Folder, FolderProblem

LOCK = ".watch.lock"
TAKEN = "{0} is watched already, by another process. End that one first, or let it do the work."
NOT_OURS = "{0} must be a plain file, and is not. Delete it."


@contextmanager
def alone(folder: Folder) -> Iterator[None]:
    """Be the only one that watches. The system frees the lock when the process dies, however it dies.

    Raises FolderProblem where somebody else watches, or the folder cannot be written.
    """
    try:
        held = folder.open(LOCK, os.O_RDWR | os.O_CREAT)
    except OSError as reason:
        raise FolderProblem(f"{folder.path / LOCK} cannot be written: {reason.strerror}.") from reason
    try:
        found = os.fstat(held)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
            raise FolderProblem(NOT_OURS.format(folder.path / LOCK))
        if not _taken(held):
            raise FolderProblem(TAKEN.format(folder.path))
        yield
    finally:
        os.close(held)


def _taken(descriptor: int) -> bool:
    """Take the lock; False where another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
