"""Undoing a load: a new publication without it, in which what it replaced holds again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from etl.faults import point
from etl.loading.cannot_undo import CannotUndo
from etl.publishing.plan import Change
from etl.publishing.publish import Tell, publish, settings_of, silent
from store import clean, purges, recorded
from store.control import reading
from store.labels_left import PEOPLE
from store.lock import writing
from store.place import Store
from store.publications import Publication
from store.purges import day_in_words


def undo(store: Store, load: str | Sequence[str], by: str, tell: Tell = silent) -> Publication:
    """Publish forward without one load, or several in one step. Their rows are kept, and history shows them.

    Raises CannotUndo for a load that does not exist or is undone already; StoreBusy and StoreProblem.
    """
    names = (load,) if isinstance(load, str) else tuple(load)
    settings = settings_of(store)
    with writing(store):
        point("lock_held")
        clean.unreferenced(store)
        told = ", ".join(f"{name} ({file})" for name, file in named(store, names).items())
        return publish(store, settings, Change(undone=frozenset(names)), by, f"Undid {told}", tell)


def named(store: Store, loads: Sequence[str]) -> dict[str, str]:
    """The file of each load. Raises CannotUndo for a load that does not exist, is undone already, or which
    speaks for people in a month whose rows were deleted for good; unless rows of it are lost anyway.
    """
    return {name: _file_name(store, name) for name in loads}


def _file_name(store: Store, load_id: str) -> str:
    with reading(store) as con:
        row = con.execute(
            "SELECT state, force, file_name, undone_by FROM load WHERE load_id = ?", (load_id,)
        ).fetchone()
        gone = purges.gone_of(con, load_id)
        closed = _closed_since(con, load_id, row["force"]) if row else None
        lost = bool(gone or closed) and recorded.lost(store, con, load_id)
    if row is None:
        raise CannotUndo(f"There is no load {load_id}. `python -m etl history` lists those there are.")
    if row["state"] == "undone":
        raise CannotUndo(f"Load {load_id} was undone already, by {row['undone_by']}. Nothing was changed.")
    if gone and not lost:
        raise CannotUndo(
            f"Load {load_id} cannot be undone: its rows about people were deleted on {day_in_words(gone)}, "
            "as the force's setting says, so what it replaced could not be worked out. Nothing was changed."
        )
    if closed and not lost:
        raise CannotUndo(
            f"Load {load_id} cannot be undone: it is about people, and rows of its month were deleted on "
            f"{day_in_words(closed)}, as the force's setting says. What it replaced may be gone, and its own "
            "file would not be taken again. Nothing was changed."
        )
    return str(row["file_name"])


def _closed_since(con: sqlite3.Connection, load_id: str, force: str) -> str | None:
    """When a month was closed that the load speaks for with a sheet about people; None where all are open."""
    month, at = purges.through(con).get(force, ("", ""))
    rows = con.execute("SELECT dataset, month_end FROM coverage WHERE load_id = ?", (load_id,)).fetchall()
    return at if any(row["dataset"] in PEOPLE and row["month_end"] <= month for row in rows) else None
