"""Whether the files that the control plane names are there as written, and what lies beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from contracts import DATASETS
from etl.doctoring.finding import Finding, found
from store import candidates, jobs, recorded, swap
from store.lock import StoreBusy, writing
from store.place import Store, StoreProblem
from store.recorded import ACCEPTED, DOCUMENT, FIGURES, PUBLISHED, Recorded

OWN = ("control.sqlite", "labels.sqlite")
BESIDE_A_DATABASE = ("", "-wal", "-shm", "-journal")


def as_recorded(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Each file that must be there: not there, damaged, or holding another number of records than is told."""
    for one in recorded.files(con):
        state = recorded.state(store, one)
        if state != "whole":
            yield _not_whole(one, state)
        elif one.kind == ACCEPTED:
            yield from _counted(store, one)


def _not_whole(one: Recorded, state: str) -> Finding:
    if one.kind == PUBLISHED:
        return found(f"{'published' if one.needed else 'earlier'}_{state}", one.name)
    if one.kind == FIGURES:
        return found(f"figures_{state}", one.name)
    if one.kind == DOCUMENT:
        return found(f"document_{state}", one.name, of=one.of, sent_as=one.sent_as)
    title = DATASETS[one.dataset].title if one.dataset in DATASETS else one.dataset
    return found(
        f"{_kind(one)}_{state}", one.name, dataset=title,
        month=one.month_end or "no month", of=one.of, sent_as=one.sent_as,
    )  # fmt: skip


def _kind(one: Recorded) -> str:
    if not one.needed:
        return "undone" if one.rows != 0 else "emptied"
    return "closed" if one.closed else "accepted"


def _counted(store: Store, one: Recorded) -> Iterator[Finding]:
    """The hash has told that the bytes are our own, so that the file may be opened here."""
    try:
        held = pq.read_metadata(store.path / one.name).num_rows
    except (OSError, pa.ArrowException):
        held = -1
    if held != one.rows:
        yield found("accepted_rows", one.name, detail=max(held, 0), of=one.of, rows=one.rows)


def left_over(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """What nothing names. While somebody writes it may be about to be named, and nothing is told;
    nor where the store may only be read, which is told by itself.
    """
    try:
        with writing(store, wait_seconds=0):
            yield from _left(store, {one.name for one in recorded.files(con)})
    except (StoreBusy, StoreProblem, OSError):
        return


def _left(store: Store, named: set[str]) -> Iterator[Finding]:
    for folder in (store.accepted, store.published, store.documents):
        for path in _in(folder):
            if f"{folder.name}/{path.name}" not in named:
                yield found("left_over", f"{folder.name}/{path.name}")
    for path in candidates.left_behind(store):
        yield found("left_over", f"candidates/{path.name}")
    for path in _in(store.incoming):
        if not jobs.is_wanted(store, path.name):
            yield found("left_over", f"incoming/{path.name}")


def strays(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """What lies in the store and is none of its own; and restores beside it that never took its place."""
    own = {f"{name}{suffix}" for name in OWN for suffix in BESIDE_A_DATABASE}
    own |= {path.name for path in (store.lock_file, store.samples_mark, *store.folders())}
    for path in _in(store.path):
        if path.name not in own:
            yield found("stray_file", path.name)
    for path in swap.waiting(store.path):
        yield found("restore_unfinished", str(path))


def _in(folder: Path) -> Iterable[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else ()


CHECKS: tuple[Callable[[Store, sqlite3.Connection], Iterator[Finding]], ...] = (
    as_recorded,
    left_over,
    strays,
)
