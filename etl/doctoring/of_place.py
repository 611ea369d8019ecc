"""Whether the key, the references as sent, the settings and the disk are as the store needs them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from etl.doctoring.finding import Finding, found
from etl.publishing.publish import enough_room
from settings.problem import SettingsProblem
from store import keys, publications, purges
from store.lock import StoreBusy, writing
from store.own_settings import settings_of
from store.place import Store, StoreProblem


def key(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the key is there, is the right one, and is readable by its owner alone."""
    name, kept = keys.fact_of(con, "key"), keys.fact_of(con, "key_check")
    if name is None:  # nobody was keyed yet
        return
    file = keys.key_folder() / f"{name}.key"
    if not file.exists():
        yield found("key_gone", str(file))
        return
    try:
        fits = kept == keys.check_value(keys.read_key(file)) if kept else None
    except StoreProblem:
        yield found("key_damaged", str(file))
        return
    if not fits:
        yield found("key_unknown" if fits is None else "key_other", str(file))
    yield from _key_place(store, file)


def _key_place(store: Store, file: Path) -> Iterator[Finding]:
    if os.name != "nt" and stat.S_IMODE(file.stat().st_mode) & 0o077:
        yield found("key_open", str(file), detail=file)
    if store.path in file.resolve().parents:
        yield found("key_inside", str(file))


def labels(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the references as sent can be read, where there are some."""
    if not store.labels.exists():
        return
    try:
        with closing(sqlite3.connect(f"{store.labels.as_uri()}?mode=ro", uri=True)) as its:
            whole = its.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except sqlite3.Error:
        whole = False
    if not whole:
        yield found("labels_damaged", "labels.sqlite")


def purge(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether references as sent are left that a purge was to delete; while somebody writes it may go on."""
    try:
        with writing(store, wait_seconds=0):
            if purges.unfinished(con):
                yield found("purge_unfinished", "labels.sqlite")
    except (StoreBusy, StoreProblem, OSError):
        return


def settings(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether the settings load."""
    try:
        settings_of(store)
    except (SettingsProblem, StoreProblem) as reason:
        yield found("settings_unusable", "settings/", detail=" ".join(str(reason).split()))
    except (OSError, UnicodeDecodeError) as reason:
        yield found("settings_unusable", "settings/", detail=f"A file there cannot be read ({reason}).")


def disk(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether there is room for a load, and the right to write one."""
    try:
        enough_room(store, publications.newest(con))
    except StoreProblem:
        free = shutil.disk_usage(store.path).free // 1_000_000
        yield found("disk_full", str(store.path), detail=f"{free} MB left, too few for the next load")
    for folder in (store.path, *store.folders()):
        if folder.is_dir() and not may_be_written(folder):
            yield found("not_writable", str(folder))


def may_be_written(folder: Path) -> bool:
    """Whether this process may write there, by the rights that it has now."""
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def private(store: Store, con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether others on the computer can read the store."""
    if os.name != "nt" and stat.S_IMODE(store.path.stat().st_mode) & 0o077:
        yield found("open_to_others", str(store.path), detail=store.path)


CHECKS: tuple[Callable[[Store, sqlite3.Connection], Iterator[Finding]], ...] = (
    key,
    labels,
    purge,
    settings,
    disk,
    private,
)
