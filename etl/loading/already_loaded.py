"""What to say when a file is sent that was loaded before, byte for byte."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from store import coverage
from store.coverage import WHOLE_FORCE, Claim
from store.history import same_bytes


def already_loaded(con: sqlite3.Connection, name: str, force: str, sha256: str) -> str | None:
    """The sentence for bytes that were loaded before and not undone, with what has replaced them since."""
    load_id = same_bytes(con, force, sha256)
    if load_id is None:
        return None
    said = (
        f"{name} was already loaded on {day_and_sender(con, load_id)} (load {load_id}). Nothing was changed."
    )
    return " ".join([said, *_replaced(con, load_id)])


def _replaced(con: sqlite3.Connection, load_id: str) -> list[str]:
    """Which later loads have taken its place, newest first: only without them does it hold again."""
    claims = coverage.standing(con)
    mine = [claim for claim in claims if claim.load_id == load_id]
    later = {c.seq: c.load_id for c in claims if any(_takes(c, claim) for claim in mine)}
    if not later:
        return []
    newest_first = [later[seq] for seq in sorted(later, reverse=True)]
    what = "Part of it has" if any(c.load_id == load_id for c in coverage.active(claims)) else "It has"
    by = _listed([f"load {each} ({_file(con, each)}, {day_and_sender(con, each)})" for each in newest_first])
    those = "that load" if len(later) == 1 else "those loads, the first named first,"
    return [f"{what} since been replaced by {by}. Undoing {those} brings it back."]


def _takes(other: Claim, mine: Claim) -> bool:
    place, taken = other.scope, mine.scope
    same = (place.force, place.dataset, place.month_end) == (taken.force, taken.dataset, taken.month_end)
    return (
        same
        and other.seq > mine.seq
        and (place.unit == taken.unit or WHOLE_FORCE in (place.unit, taken.unit))
    )


def day_and_sender(con: sqlite3.Connection, load_id: str) -> str:
    """When a load was made and by whom: `6 October 2026 by S Patel`."""
    row = con.execute("SELECT loaded_at, loaded_by FROM load WHERE load_id = ?", (load_id,)).fetchone()
    day = datetime.fromisoformat(row["loaded_at"])
    return f"{day.day} {day:%B %Y} by {row['loaded_by']}"


def _file(con: sqlite3.Connection, load_id: str) -> str:
    row = con.execute("SELECT file_name FROM load WHERE load_id = ?", (load_id,)).fetchone()
    return str(row["file_name"])


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))
