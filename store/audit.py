"""The audit: who did what, each line chained to the line before by its hash."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from store.control import now

BEGINNING = "0" * 64


def write(con: sqlite3.Connection, who: str, verb: str, what: str, detail: Mapping[str, Any]) -> str:
    """Append a line inside the caller's transaction and return its hash.

    `verb` is one of collection, alteration, consultation, disclosure, combination, erasure.
    `detail` holds counts and ids, never values from a return.
    """
    last = con.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    seq, before = (last["seq"] + 1, last["hash"]) if last else (1, BEGINNING)
    line = (seq, now(), who, verb, what, json.dumps(detail, sort_keys=True, ensure_ascii=False), before)
    digest = _hash(line)
    con.execute(
        "INSERT INTO audit (seq, at, who, verb, what, detail, before, hash) VALUES (?,?,?,?,?,?,?,?)",
        (*line, digest),
    )
    return digest


def first_broken_line(con: sqlite3.Connection) -> int | None:
    """The number of the first line that does not follow from the one before; None when all do."""
    before = BEGINNING
    lines = con.execute("SELECT seq, at, who, verb, what, detail, before, hash FROM audit ORDER BY seq")
    for number, line in enumerate(lines, start=1):
        *said, digest = tuple(line)
        if said[0] != number or said[-1] != before or _hash(said) != digest:
            return number
        before = digest
    return None


def _hash(line: Any) -> str:
    return hashlib.sha256(json.dumps(list(line), ensure_ascii=False).encode()).hexdigest()
