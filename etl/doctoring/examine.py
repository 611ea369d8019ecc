"""Looking a whole store over. Nothing is changed by it, and loads need not wait for it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from etl.doctoring import of_control, of_figures, of_files, of_place
from etl.doctoring.finding import Finding, found
from store import publications, recorded
from store.control import looking
from store.place import Store

TIMES = 3


@dataclass(frozen=True)
class Examined:
    """What was found, and how much was looked at. `compared`: the figures were made again beside it."""

    findings: tuple[Finding, ...]
    files: int = 0
    loads: int = 0
    audit_lines: int = 0
    compared: bool = False

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Those that need mending."""
        return tuple(each for each in self.findings if each.wrong)


def examine(store: Store, quick: bool = False) -> Examined:
    """Everything that is not as it should be; `quick` does not make the figures again.

    Where something was published meanwhile, what was found may be of the moment between, and is looked for
    again.
    """
    for _ in range(TIMES):
        before = _newest(store)
        seen = _look(store, quick)
        if not seen.wrong or _newest(store) == before:
            break
    return seen


def _look(store: Store, quick: bool) -> Examined:
    if not store.control.is_file():
        return Examined((found("control_gone", of_control.WHERE),))
    try:
        with looking(store) as con:
            unfit = [*of_control.version(con)] or [*of_control.pages(con)]
            return Examined(tuple(unfit)) if unfit else _look_at_all(store, con, quick)
    except (sqlite3.Error, UnicodeDecodeError) as reason:
        # SQLite reads such a database only where it may write beside it
        if not of_place.may_be_written(store.path):
            return Examined((found("not_writable", str(store.path)),))
        return Examined((found("control_damaged", of_control.WHERE, detail=str(reason)),))


def _look_at_all(store: Store, con: sqlite3.Connection, quick: bool) -> Examined:
    findings = [each for check in of_control.CHECKS for each in check(con)]
    for check in (*of_files.CHECKS, *of_place.CHECKS):
        findings += check(store, con)
    made = publications.newest(con)
    if made and not quick and not any(each.code in _NOTHING_TO_COMPARE for each in findings):
        findings += of_figures.as_made_again(store, made.file)
        compared = not any(each.code in _NOT_COMPARED for each in findings)
    else:
        compared = False
    return Examined(
        tuple(findings), len(recorded.files(con)), _count(con, "load"), _count(con, "audit"), compared
    )


# With these there is nothing that figures could be made of, or compared with.
_NOTHING_TO_COMPARE = (
    "accepted_gone", "accepted_damaged", "closed_gone", "closed_damaged",
    "published_gone", "published_damaged", "settings_unusable",
)  # fmt: skip
_NOT_COMPARED = ("published_unreadable", "other_version", "settings_changed", "not_compared")


def _count(con: sqlite3.Connection, table: str) -> int:
    return int(con.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _newest(store: Store) -> int | None:
    try:
        with looking(store) as con:
            made = publications.newest(con)
    except sqlite3.Error:
        return None
    return made.id if made else None
