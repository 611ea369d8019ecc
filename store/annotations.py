"""Dated notes: what happened in a unit or in the whole force, who says so, and who took it back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from store import audit
from store.control import now, reading, transaction
from store.place import Store
from store.written import LONGEST_NAME, NotWritten, words

WHOLE_FORCE = "*"


@dataclass(frozen=True)
class Annotation:
    """A note on a month. `unit` None is the whole force. `at` and `removed_at` are UTC, to the second.

    One that was removed has no text.
    """

    id: int
    force: str
    unit: str | None
    month_end: date
    text: str
    by: str
    at: str
    removed_by: str | None = None
    removed_at: str | None = None


def add(store: Store, *, force: str, unit: str | None, month_end: date, text: str, by: str) -> int:
    """Keep a note and return its number. `text` is at most 50 characters and names nobody.

    Raises NotWritten with the reason, for the reader, where it cannot be kept.
    """
    said, name = words(text, "The note"), words(by, "Your name", LONGEST_NAME)
    place = WHOLE_FORCE if unit is None else unit
    with transaction(store) as con:
        made = con.execute(
            "INSERT INTO annotation (force, unit, month_end, says, said_by, said_at) VALUES (?,?,?,?,?,?)",
            (force, place, month_end.isoformat(), said, name, now()),
        ).lastrowid
        detail = {"force": force, "unit": place, "month_end": month_end.isoformat()}
        audit.write(con, name, "collection", f"annotation {made}", detail)
    return int(made or 0)


def remove(store: Store, number: int, *, by: str) -> None:
    """Take a note away with its words, which may have named somebody.

    That it stood, who said it and who took it away stay.

    Raises NotWritten where there is no such note or it was removed before.
    """
    name = words(by, "Your name", LONGEST_NAME)
    with transaction(store) as con:
        gone = con.execute(
            "UPDATE annotation SET says = '', removed_by = ?, removed_at = ? "
            "WHERE id = ? AND removed_at IS NULL",
            (name, now(), number),
        ).rowcount
        if not gone:
            raise NotWritten("That note is no longer there. Load the page again to see what stands.")
        audit.write(con, name, "erasure", f"annotation {number}", {})


def standing(store: Store, force: str) -> tuple[Annotation, ...]:
    """The notes of a force that have not been removed, by month."""
    return tuple(note for note in every(store, force) if note.removed_at is None)


def every(store: Store, force: str) -> tuple[Annotation, ...]:
    """Every note that a force ever had, those removed too, by month."""
    with reading(store) as con:
        rows = con.execute(
            "SELECT id, force, unit, month_end, says, said_by, said_at, removed_by, removed_at "
            "FROM annotation WHERE force = ? ORDER BY month_end, id",
            (force,),
        )
        return tuple(_note(row) for row in rows)


def _note(row: sqlite3.Row) -> Annotation:
    number, force, unit, month_end, *rest = tuple(row)
    return Annotation(
        number, force, None if unit == WHOLE_FORCE else unit, date.fromisoformat(month_end), *rest
    )
