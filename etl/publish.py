"""Publishing: plan, build the file beside the current one, commit. Readers never wait or see half of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import duckdb

import settings as settings_door
from etl import plan as planning
from etl.build import build_file
from etl.commit import BaseMoved, commit
from etl.faults import point
from etl.plan import Change
from settings.model import Settings
from store import clean
from store.control import now, reading
from store.place import Store, StoreProblem
from store.publications import Publication

TRIES = 3
SPARE_BYTES = 50_000_000

Tell = Callable[[str, float, str], None]


def silent(step: str, fraction: float, message: str) -> None:
    """Tell nobody."""


def settings_of(store: Store) -> Settings:
    """The store's own settings; the sample force's while it has none. Raises SettingsProblem."""
    own = any(store.settings.glob("*.toml"))
    return settings_door.load(store.settings) if own else settings_door.sample()


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
            clean.unreferenced(store)
            return made
    except (OSError, duckdb.IOException) as reason:
        clean.unreferenced(store)
        raise StoreProblem(
            "The figures could not be written to disk, and nothing was changed. "
            "Look at how much space is left, then send the files again."
        ) from reason
    raise StoreProblem("The store kept changing while the figures were made. Nothing was changed; try again.")


def _once(store: Store, settings: Settings, change: Change, by: str, note: str, tell: Tell) -> Publication:
    with reading(store) as con:
        plan = planning.make(con, change)
    _room(store, plan.base)
    tell("building", 0.6, "Working out the figures.")
    file, sha256 = build_file(store, plan, settings)
    made = Publication(
        (plan.base.id if plan.base else 0) + 1, file, sha256, settings_door.digest(settings), now(), by, note
    )
    tell("publishing", 0.95, "Publishing.")
    commit(store, plan, made)
    return made


def _room(store: Store, base: Publication | None) -> None:
    """Ask for room for two of the current file before writing one."""
    last = store.published / base.file if base else None
    needed = SPARE_BYTES + (2 * last.stat().st_size if last and last.exists() else 0)
    free = shutil.disk_usage(store.path).free
    if free < needed:
        raise StoreProblem(
            f"The disk of the store has {free // 1_000_000} MB left and {needed // 1_000_000} MB are needed. "
            "Nothing was changed. Make room, then send the files again."
        )
