"""What the words and headings of a force's files were agreed to mean: by whom, when, and how to change it.

Only values of listed columns (units, courses, roles and so on) and headings are kept, never what may be
about a person.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from settings.model import Alias
from settings.plain import plain
from settings.remembered import COLUMN
from store import audit
from store.control import now, reading
from store.place import Store
from store.written import looks_like_a_reference

LONGEST = 80
STATED, CLOSE = "stated", "close"
_NUMBER = re.compile(r"\d{4,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TITLED = re.compile(
    r"(?:[at]/)?(?:pc|dc|ps|ds|di|dci|sgt|insp|mr|mrs|ms|miss|dr)\.?(?: +[^\W\d_]{2,}){1,3}", re.I
)
# Ranks are what a role is called, and names are not sent there.
_RANKS_ARE_MEANT = ("roles", "acting", "stages")


@dataclass(frozen=True)
class Match:
    """A text as first sent and what it was agreed to mean. `how`: a person "stated" it, or it was "close".

    `code` is of the list: a unit's or course's code, a word of contracts/, or for `column:SHEET` the name of
    a column; LEFT_OUT means not one of ours. `at` is UTC, to the second.
    """

    force: str
    list_name: str
    text: str
    code: str
    how: str
    by: str
    at: str

    @property
    def word(self) -> Alias:
        """The match as settings hold it."""
        return Alias(list_name=self.list_name, code=self.code, text=self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it says what a heading means, rather than a value."""
        return self.list_name.startswith(COLUMN)


@dataclass(frozen=True)
class Agreed:
    """A match that is about to be kept with a load."""

    word: Alias
    how: str = STATED


def tells_of_a_person(list_name: str, text: str) -> bool:
    """Whether a text could name or number a person or a case, and so is neither asked about nor kept."""
    if len(text) > LONGEST or looks_like_a_reference(text) or _NUMBER.search(_YEAR.sub(" ", text)):
        return True
    return list_name not in _RANKS_ARE_MEANT and _TITLED.fullmatch(" ".join(text.split())) is not None


def remembered(store: Store, force: str | None = None) -> tuple[Match, ...]:
    """Every match of a force (None: of all), by list and text."""
    with reading(store) as con:
        return of(con, force)


def of(con: sqlite3.Connection, force: str | None = None) -> tuple[Match, ...]:
    """Every match as this connection sees it."""
    rows = con.execute(
        "SELECT force, list, CASE WHEN shown = '' THEN text ELSE shown END, code, how, agreed_by, agreed_at "
        "FROM remembered_match WHERE ? IS NULL OR force = ? ORDER BY force, list, text",
        (force, force),
    )
    return tuple(Match(*tuple(row)) for row in rows)


def write(con: sqlite3.Connection, force: str, agreed: Iterable[Agreed], by: str) -> int:
    """Keep matches inside the caller's transaction; a later one for a text takes its place. Returns how many.

    What tells of a person is passed over: it was never asked about.
    """
    kept = [
        (force, a.word.list_name, plain(a.word.text), a.word.code, by, now(), a.word.text, a.how)
        for a in agreed
        if not tells_of_a_person(a.word.list_name, a.word.text)
    ]
    con.executemany(_KEEP, kept)
    if kept:
        lists = {
            list_name: sum(row[1] == list_name for row in kept) for list_name in {row[1] for row in kept}
        }
        audit.write(con, by, "alteration", f"matches of {force}", {"agreed": lists})
    return len(kept)


def remove(con: sqlite3.Connection, match: Match, by: str) -> bool:
    """Forget a match inside the caller's transaction; False where it is gone already."""
    gone = con.execute(
        "DELETE FROM remembered_match WHERE force = ? AND list = ? AND text = ?",
        (match.force, match.list_name, plain(match.text)),
    ).rowcount
    if gone:
        audit.write(con, by, "erasure", f"matches of {match.force}", {"removed": {match.list_name: 1}})
    return bool(gone)


_KEEP = (
    "INSERT INTO remembered_match (force, list, text, code, agreed_by, agreed_at, shown, how) "
    "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (force, list, text) DO UPDATE SET code = excluded.code, "
    "agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at, shown = excluded.shown, "
    "how = excluded.how"
)
