"""Documents as they were handed over, with the figures they show, kept with the publication they rest on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from store import audit, publications
from store.control import now, reading, transaction
from store.document_files import KeptFile, all_or_none
from store.lock import writing
from store.place import Store
from store.written import LONGEST_NAME, NotWritten, one_line, words

CITED_AS = "document {}"


@dataclass(frozen=True)
class NewDocument:
    """What is to be kept. `units`: codes of all units that it tells of. `files`: content by the name under
    which it is handed over. `figures`: each figure it shows, in plain JSON values.
    """

    title: str
    audience: str
    force: str
    units: tuple[str, ...]
    month_end: date
    mode: str
    marking: str
    publication_id: int
    figures: Sequence[Mapping[str, Any]]
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class KeptDocument:
    """A document that was handed over. `made_at` and `withdrawn_at` are UTC, to the second.

    One that was withdrawn has neither files nor figures.
    """

    id: int
    title: str
    audience: str
    force: str
    units: tuple[str, ...]
    month_end: date
    mode: str
    marking: str
    publication_id: int
    made_by: str
    made_at: str
    withdrawn_by: str | None
    withdrawn_at: str | None
    files: tuple[KeptFile, ...] = ()


def keep(store: Store, made: NewDocument, by: str) -> int:
    """Keep a document and return its number: its files are on disk before the record that names them.

    Its title is of the force's own settings, where a unit may be called as it likes ("CA1/2 North"). Raises
    NotWritten where the name cannot be kept, or the figures it rests on are kept no more; StoreBusy; and
    StoreProblem where the disk refuses a file. Nothing is left behind then.
    """
    name = words(by, "Your name", LONGEST_NAME)
    with writing(store), all_or_none(store) as write:
        files = [write(handed, content) for handed, content in made.files.items()]
        with transaction(store) as con:
            return _record(con, made, one_line(made.title), name, files)


def _record(
    con: sqlite3.Connection, made: NewDocument, title: str, by: str, files: Iterable[KeptFile]
) -> int:
    _rests_on_what_is_kept(con, made.publication_id)
    number = con.execute(
        "INSERT INTO document (title, audience, force, units, month_end, mode, marking, publication_id, "
        "figures, made_by, made_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            title, made.audience, made.force, json.dumps(sorted(made.units)), made.month_end.isoformat(),
            made.mode, made.marking, made.publication_id,
            json.dumps(list(made.figures), ensure_ascii=False, allow_nan=False), by, now(),
        ),
    ).lastrowid  # fmt: skip
    con.executemany(
        "INSERT INTO document_file (document_id, name, file, sha256, bytes) VALUES (?,?,?,?,?)",
        [(number, each.name, each.file, each.sha256, each.bytes) for each in files],
    )
    publications.cite_within(con, made.publication_id, CITED_AS.format(number))
    detail = {"publication": made.publication_id, "mode": made.mode, "figures": len(made.figures)}
    audit.write(con, by, "disclosure", f"document {number}", detail)
    return int(number or 0)


def _rests_on_what_is_kept(con: sqlite3.Connection, publication: int) -> None:
    row = con.execute("SELECT file FROM publication WHERE id = ?", (publication,)).fetchone()
    if row is None or row["file"] not in publications.kept_files(con):
        raise NotWritten(
            "The figures of this document were replaced more than ten times meanwhile and are kept no more. "
            "Load the page again and make it from the figures of now."
        )


def every(store: Store, force: str) -> tuple[KeptDocument, ...]:
    """The documents of a force, newest first, those withdrawn too."""
    with reading(store) as con:
        files: dict[int, list[KeptFile]] = {}
        for row in con.execute(
            "SELECT document_id, name, file, sha256, bytes FROM document_file ORDER BY name"
        ):
            files.setdefault(row["document_id"], []).append(KeptFile(*tuple(row)[1:]))
        rows = con.execute(
            "SELECT id, title, audience, force, units, month_end, mode, marking, publication_id, made_by, "
            "made_at, withdrawn_by, withdrawn_at FROM document WHERE force = ? ORDER BY id DESC",
            (force,),
        )
        return tuple(_kept(row, files.get(row["id"], [])) for row in rows)


def _kept(row: sqlite3.Row, files: list[KeptFile]) -> KeptDocument:
    number, title, audience, force, units, month_end, *rest = row
    codes = tuple(json.loads(units))
    return KeptDocument(
        number, title, audience, force, codes, date.fromisoformat(month_end), *rest, files=tuple(files)
    )


def figures(store: Store, number: int) -> tuple[Mapping[str, Any], ...]:
    """Each figure that the document shows, as kept; none once it is withdrawn."""
    with reading(store) as con:
        row = con.execute("SELECT figures FROM document WHERE id = ?", (number,)).fetchone()
    return tuple(json.loads(row["figures"])) if row and row["figures"] else ()


def withdraw(store: Store, number: int, *, by: str) -> None:
    """Delete the files and figures of a document; that it was made, by whom and when, stays.

    Raises NotWritten where there is no such document or it was withdrawn before.
    """
    name = words(by, "Your name", LONGEST_NAME)
    with writing(store):
        with transaction(store) as con:
            gone = con.execute(
                "UPDATE document SET figures = '', withdrawn_by = ?, withdrawn_at = ? "
                "WHERE id = ? AND withdrawn_at IS NULL",
                (name, now(), number),
            ).rowcount
            if not gone:
                raise NotWritten("That document is no longer kept. Load the page again to see what is.")
            mine = "SELECT file FROM document_file WHERE document_id = ?"
            files = [row["file"] for row in con.execute(mine, (number,))]
            con.execute("DELETE FROM document_file WHERE document_id = ?", (number,))
            con.execute("DELETE FROM citation WHERE document = ?", (CITED_AS.format(number),))
            audit.write(con, name, "erasure", f"document {number}", {})
        for file in files:
            (store.documents / file).unlink(missing_ok=True)


def named_files(con: sqlite3.Connection) -> frozenset[str]:
    """The names under documents/ that a document has."""
    return frozenset(row["file"] for row in con.execute("SELECT file FROM document_file"))
