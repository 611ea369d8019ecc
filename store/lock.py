"""One writer for each store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from store.place import Store


class StoreBusy(Exception):
    """Someone else is writing to this store just now."""


@contextmanager
def writing(store: Store, wait_seconds: float = 120) -> Iterator[None]:
    """Hold the store's lock. The system frees it when the process dies, however it dies.

    Raises StoreBusy when another load has not ended after `wait_seconds`.
    """
    lock = FileLock(store.lock_file, mode=0o600)
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout:
        raise StoreBusy(
            "Another load is being written to this store. Nothing was changed. "
            "Wait until it ends, then try again."
        ) from None
    try:
        yield
    finally:
        lock.release()
