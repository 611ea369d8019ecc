"""Publishing: plan, build the file beside the current one, commit. Readers never wait or see half of it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

import duckdb

import settings as settings_door
from etl.faults import point
from etl.publishing import plan as planning
from etl.publishing.build import build_file
from etl.publishing.commit import BaseMoved, commit
from etl.publishing.plan import Change
from settings.model import Settings
from store import clean, held, history, labels, purges
from store.control import now, reading
from store.durable import sha256_of
from store.own_settings import settings_of
from store.place import Store, StoreProblem, not_written
from store.publications import Publication
from store.troubles import is_of_the_disk, says

TRIES = 3
SPARE_BYTES = 50_000_000

__all__ = ["Tell", "not_as_accepted", "publish", "settings_of", "silent"]

Tell = Callable[[str, float, str], None]


def silent(step: str, fraction: float, message: str) -> None:
    """Tell nobody."""


def publish(
    store: Store, settings: Settings, change: Change, by: str, note: str, tell: Tell = silent
) -> Publication:
    """Make a change the current publication. Hold the store's lock.

    Raises StoreProblem where the disk is full or the store cannot be written; nothing has changed then.
    """
    try:
        for _ in range(TRIES):
            try:
                made = _once(store, settings, change, by, note, tell)
            except BaseMoved:
                continue
            point("cleaning")
            _remember(store, change)
            _clean(store)
            return made
    except (OSError, duckdb.Error, sqlite3.Error, StoreProblem) as reason:
        _clean(store)
        if isinstance(reason, StoreProblem):
            raise
        raise StoreProblem(why_not(store, reason)) from reason
    raise StoreProblem(says("store_moved"))


def _remember(store: Store, change: Change) -> None:
    """References as sent are kept only now: a load that was refused or stopped leaves none behind."""
    found = [label for entry in change.new for sheet in entry.sheets for label in sheet.labels]
    if found:
        with suppress(OSError, sqlite3.Error):  # the figures are published, and do not rest on labels
            labels.remember(store, found)


def _clean(store: Store) -> None:
    """What cannot be removed now goes at the next start; it does not make a publication undone."""
    with suppress(OSError, sqlite3.Error):
        clean.unreferenced(store)


def why_not(store: Store, reason: Exception) -> str:
    """Files that are gone or damaged, else the disk; anything else is a fault of ours and goes on."""
    damaged: list[str] = []
    with suppress(sqlite3.Error):
        damaged = not_as_accepted(store)
    if damaged:
        return lost_files(damaged)
    if not (is_of_the_disk(reason) or isinstance(reason, duckdb.IOException | duckdb.OutOfMemoryException)):
        raise reason
    return str(not_written(store, reason))


def lost_files(files: Sequence[str]) -> str:
    """The sentence that names them, with the command for either way out. Each begins with its load."""
    loads = sorted({file.split("-", 1)[0] for file in files if not file.startswith("figures-")})
    undo = f"`python -m etl undo {' '.join(loads)}`, then send their files again"
    way_out = undo if loads else "`python -m etl doctor` says what is lost"
    return says("accepted_damaged", files=", ".join(files), way_out=way_out)


@contextmanager
def said_plainly(store: Store) -> Iterator[None]:
    """Around the keeping of rows: what the disk refuses is a StoreProblem, and what was half written goes."""
    try:
        yield
    except (OSError, duckdb.Error, sqlite3.Error) as reason:
        _clean(store)
        raise StoreProblem(why_not(store, reason)) from reason


def not_as_accepted(store: Store) -> list[str]:
    """Accepted files with rows, of loads in force, whose bytes are not those that were accepted."""
    wanted = [
        (s.file, s.file_sha256)
        for r in history.loads(store)
        if r.state == "published"
        for s in r.sheets
        if s.rows_left
    ]
    with reading(store) as con:
        wanted += held.files(con)
        figures = purges.kept_figures(con)
    wanted += [(figures.file, figures.sha256)] if figures else []
    return [file for file, digest in wanted if not _is(store, file, digest)]


def _is(store: Store, file: str, digest: str) -> bool:
    path = store.accepted / file
    return path.exists() and sha256_of(path) == digest


def _once(store: Store, settings: Settings, change: Change, by: str, note: str, tell: Tell) -> Publication:
    with reading(store) as con:
        plan = planning.make(con, change)
    enough_room(store, plan.base)
    tell("building", 0.6, "Working out the figures.")
    file, sha256 = build_file(store, plan, settings)
    made = Publication(
        (plan.base.id if plan.base else 0) + 1, file, sha256, settings_door.digest(settings), now(), by, note
    )
    tell("publishing", 0.95, "Publishing.")
    commit(store, plan, made)
    return made


def enough_room(store: Store, base: Publication | None) -> None:
    """Ask for room for two of the current file before writing one. Raises StoreProblem."""
    last = store.published / base.file if base else None
    needed = SPARE_BYTES + (2 * last.stat().st_size if last and last.exists() else 0)
    free = shutil.disk_usage(store.path).free
    if free < needed:
        raise StoreProblem(says("no_room", free=free // 1_000_000, needed=needed // 1_000_000))
