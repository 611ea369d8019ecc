"""The folders of a store, and how to open one."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from store.troubles import is_read_only, says

DEFAULT = Path(__file__).resolve().parent.parent / "data" / "store"


class StoreProblem(Exception):
    """The store cannot be used as it is; the text says why and what to do."""


@dataclass(frozen=True)
class Store:
    """A place that holds one store. Nothing in it is read before `open_store` has prepared it.

    `apart` is where new rows and new figures are written that are only to be looked at: a candidate. Without
    it they are written to be kept.
    """

    path: Path
    apart: Path | None = None

    @property
    def control(self) -> Path:
        """The SQLite file of loads, coverage, publications and audit."""
        return self.path / "control.sqlite"

    @property
    def accepted(self) -> Path:
        """Immutable Parquet files, one per load and sheet."""
        return self.path / "accepted"

    @property
    def published(self) -> Path:
        """Immutable DuckDB files, one per publication."""
        return self.path / "published"

    @property
    def documents(self) -> Path:
        """Documents as they were handed over, each file under a name of the store's own."""
        return self.path / "documents"

    @property
    def candidates(self) -> Path:
        """A folder for each candidate that is being looked at; emptied when it has been."""
        return self.path / "candidates"

    @property
    def new_rows(self) -> Path:
        """Where the rows of a new load are written."""
        return self.apart or self.accepted

    @property
    def new_figures(self) -> Path:
        """Where the next warehouse file is written."""
        return self.apart or self.published

    def rows_file(self, name: str) -> Path:
        """A file of rows by its name: of a candidate where it is one of its own, else accepted."""
        own = self.new_rows / name
        return own if self.apart and own.exists() else self.accepted / name

    @property
    def settings(self) -> Path:
        """The force's own TOML; empty in a store of samples, and before a force is set up."""
        return self.path / "settings"

    @property
    def samples_mark(self) -> Path:
        """There where the store is kept for the invented force."""
        return self.path / "samples.txt"

    @property
    def incoming(self) -> Path:
        """Uploads that wait for the worker; emptied when it ends."""
        return self.path / "incoming"

    @property
    def jobs(self) -> Path:
        """What each worker last said."""
        return self.path / "jobs"

    @property
    def lock_file(self) -> Path:
        """Held by the one process that writes."""
        return self.path / "store.lock"

    @property
    def labels(self) -> Path:
        """References as sent, apart from everything else, so that they can be destroyed alone."""
        return self.path / "labels.sqlite"

    def folders(self) -> tuple[Path, ...]:
        """Every folder a store needs."""
        rooms = (self.accepted, self.published, self.documents, self.candidates)
        return (*rooms, self.settings, self.incoming, self.jobs)


def open_store(path: Path | str | None = None) -> Store:
    """Open the store at `path`, else `PPU_STORE`, else `data/store`; make it where there is none.

    Files that a killed process left behind are removed when nobody is writing.
    Raises StoreProblem where the place cannot be written or was made by a newer version.
    """
    from store import clean, control

    store = named(path)
    if store.path in _opened and store.control.exists():
        return store
    _make(store)
    control.migrate(store)
    clean.at_start(store)
    _opened.add(store.path)
    return store


def named(path: Path | str | None = None) -> Store:
    """The store at `path`, else `PPU_STORE`, else `data/store`, as it lies there: nothing is made or removed.

    But a restore that was stopped between moving the earlier store aside and moving the restored one in is
    brought to its end: else there would be no store at this place.
    """
    from store import swap

    store = Store(Path(path or os.environ.get("PPU_STORE") or DEFAULT).expanduser().resolve())
    swap.finish(store.path)
    return store


_opened: set[Path] = set()


def forget_opened(path: Path) -> None:
    """Another store lies at this place now: it is prepared when it is opened next."""
    _opened.discard(path)


def _make(store: Store) -> None:
    try:
        for folder in (store.path, *store.folders()):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as reason:
        raise StoreProblem(says("store_cannot_be_made", store=store.path, why=reason.strerror)) from reason


def not_written(store: Store, reason: Exception) -> StoreProblem:
    """What to say where the disk refused `reason`: the store may only be read, or the disk is full."""
    for folder in (store.path, *store.folders()):
        probe = folder / f".{secrets.token_hex(4)}.tmp"
        try:
            probe.write_bytes(bytes(4096))
            probe.unlink()
        except OSError as refused:
            reason = refused
            with suppress(OSError):
                probe.unlink(missing_ok=True)
    if is_read_only(reason):
        why = getattr(reason, "strerror", None) or str(reason)
        return StoreProblem(says("store_read_only", store=store.path, why=why))
    return StoreProblem(says("disk_full"))
