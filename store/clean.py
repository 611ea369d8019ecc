"""Removing what nothing refers to: what a killed load left, and publications past keeping."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import duckdb

from store import candidates, documents, jobs, labels_left, purges
from store.control import reading
from store.lock import StoreBusy, writing
from store.place import Store, StoreProblem
from store.publications import kept_files


def at_start(store: Store) -> None:
    """Clean when nobody is writing; when someone is, they will."""
    try:
        with writing(store, wait_seconds=0):
            unreferenced(store)
    except (StoreBusy, StoreProblem, OSError):
        pass  # a store that may only be read is read as it is


def unreferenced(store: Store) -> list[str]:
    """Delete what no load, kept publication, job or candidate names; returns the names. Hold the lock."""
    with reading(store) as con:
        accepted = {
            row["file"]
            for table in ("load_sheet", "held_sheet")
            for row in con.execute(f"SELECT file FROM {table}")
        }
        figures = purges.kept_figures(con)
        published = kept_files(con)
        handed_over = documents.named_files(con)
    if figures:
        accepted.add(figures.file)
    with suppress(OSError, sqlite3.Error, duckdb.Error):  # it is asked again at the next start
        labels_left.finish(store)
    gone = [*_sweep(store.accepted, accepted), *_sweep(store.published, published)]
    gone += _sweep(store.documents, set(handed_over))
    gone += [path.name for path in candidates.left_behind(store) if _remove(path)]
    return gone + _ended_uploads(store) + jobs.forget_ended(store)


def _sweep(folder: Path, keep: set[str]) -> list[str]:
    return [file.name for file in folder.iterdir() if file.name not in keep and _remove(file)]


def _ended_uploads(store: Store) -> list[str]:
    """Uploads whose worker is gone, or never came."""
    ended = [folder for folder in store.incoming.iterdir() if not jobs.is_wanted(store, folder.name)]
    return [folder.name for folder in ended if _remove(folder)]


def _remove(path: Path) -> bool:
    """False where the system still holds it open (Windows); the next start tries again."""
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return False
    return True
