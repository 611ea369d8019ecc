"""One writer for each store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from store.place import Store, not_written
from store.troubles import says

WAIT_SECONDS = 120.0


class StoreBusy(Exception):
    """Someone else is writing to this store just now."""


@contextmanager
def writing(store: Store, wait_seconds: float | None = None) -> Iterator[None]:
    """Hold the store's lock. The system frees it when the process dies, however it dies.

    Raises StoreBusy when another load has not ended after `wait_seconds` (else WAIT_SECONDS), and
    StoreProblem where the store may not be written.
    """
    lock = FileLock(store.lock_file, mode=0o600)
    try:
        lock.acquire(timeout=WAIT_SECONDS if wait_seconds is None else wait_seconds)
    except Timeout:
        raise StoreBusy(says("store_busy")) from None
    except OSError as reason:
        raise not_written(store, reason) from reason
    try:
        yield
    finally:
        lock.release()
