"""Scenarios as they were saved: by whom, on which figures, with which assumptions, and what came out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from store import audit
from store.control import now, reading, transaction
from store.place import Store
from store.written import LONGEST_NAME, NotWritten, looks_like_a_reference, words

LONGEST_SOURCE = 200


@dataclass(frozen=True)
class Draft:
    """What is to be saved. `units` are codes, none for all of the force; `month_end` is that of the figures
    it starts from; `inputs` and `result` are plain values that JSON holds; `rerun_of` is an earlier scenario.
    `filled` are the ids of numbers that came from returns and settings and not from a person: their sources
    were read when those were taken in, and are kept as they are.
    """

    name: str
    force: str
    units: tuple[str, ...]
    month_end: date
    publication_id: int
    publication_file: str
    inputs: Mapping[str, Any]
    seed: int
    result: Mapping[str, Any]
    rerun_of: int | None = None
    filled: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True)
class Saved:
    """A scenario as it was saved. `at` and `withdrawn_at` are UTC, to the second."""

    id: int
    draft: Draft
    by: str
    at: str
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None


def save(store: Store, draft: Draft, *, by: str) -> int:
    """Keep a scenario and return its number; an earlier one stays as it is.

    Raises NotWritten with the reason, for the reader, where a name or a source cannot be kept.
    """
    name, who = words(draft.name, "The name of the scenario"), words(by, "Your name", LONGEST_NAME)
    check_sources(draft.inputs, draft.filled)
    with transaction(store) as con:
        if draft.rerun_of is not None and not _is_of(con, draft.rerun_of, draft.force):
            raise NotWritten("The scenario that was rerun is no longer there. Load the page again.")
        made = con.execute(
            "INSERT INTO scenario (name, force, units, month_end, publication_id, publication_file, inputs, "
            "seed, result, rerun_of, made_by, made_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                name, draft.force, json.dumps(draft.units), draft.month_end.isoformat(), draft.publication_id,
                draft.publication_file, _json(draft.inputs), draft.seed, _json(draft.result), draft.rerun_of,
                who, now(),
            ),
        ).lastrowid  # fmt: skip
        detail = {"force": draft.force, "publication": draft.publication_id, "rerun_of": draft.rerun_of}
        audit.write(con, who, "collection", f"scenario {made}", detail)
    return int(made or 0)


def withdraw(store: Store, number: int, *, by: str) -> None:
    """Take a scenario off the list; that it was made, and who withdrew it, stays.

    Raises NotWritten where there is no such scenario or it was withdrawn before.
    """
    who = words(by, "Your name", LONGEST_NAME)
    with transaction(store) as con:
        gone = con.execute(
            "UPDATE scenario SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
            (who, now(), number),
        ).rowcount
        if not gone:
            raise NotWritten("That scenario is no longer there. Load the page again to see what stands.")
        audit.write(con, who, "alteration", f"withdrawal of scenario {number}", {})


def standing(store: Store, force: str) -> tuple[Saved, ...]:
    """The scenarios of a force that have not been withdrawn, the newest first."""
    return tuple(each for each in every(store, force) if each.withdrawn_at is None)


def every(store: Store, force: str) -> tuple[Saved, ...]:
    """Every scenario that a force ever saved, those withdrawn too, the newest first."""
    with reading(store) as con:
        rows = con.execute(f"SELECT {_COLUMNS} FROM scenario WHERE force = ? ORDER BY id DESC", (force,))
        return tuple(_saved(row) for row in rows)


def check_sources(inputs: Mapping[str, Any], filled: Collection[str] = ()) -> None:
    """Refuse a typed source that is too long or reads like a reference to a case or a person: NotWritten."""
    for each in inputs.get("answers", ()):
        if each["id"] in filled:
            continue
        source = words(str(each["source"]), f"The source of “{each['title']}”", LONGEST_SOURCE)
        if reference := looks_like_a_reference(source):
            raise NotWritten(f"A source holds “{reference}”. Leave out people and cases, then save it again.")


_COLUMNS = (
    "id, name, force, units, month_end, publication_id, publication_file, inputs, seed, result, rerun_of, "
    "made_by, made_at, withdrawn_by, withdrawn_at"
)


def _is_of(con: sqlite3.Connection, number: int, force: str) -> bool:
    return (
        con.execute("SELECT 1 FROM scenario WHERE id = ? AND force = ?", (number, force)).fetchone()
        is not None
    )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def _saved(row: sqlite3.Row) -> Saved:
    number, name, force, units, month, publication, file, inputs, seed, result, rerun_of, *rest = tuple(row)
    draft = Draft(
        name, force, tuple(json.loads(units)), date.fromisoformat(month), publication, file,
        json.loads(inputs), seed, json.loads(result), rerun_of,
    )  # fmt: skip
    return Saved(number, draft, *rest)
