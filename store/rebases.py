"""New limits: from which month a measure of a unit is judged anew, why, who decided it, and who undid it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from store import audit
from store.control import now, reading, transaction
from store.place import Store
from store.written import LONGEST_NAME, NotWritten, words


@dataclass(frozen=True)
class Series:
    """What limits belong to: a measure of a unit and, where it has families of work, one of them."""

    force: str
    unit: str
    metric: str
    work_family: str | None = None


@dataclass(frozen=True)
class Rebase:
    """New limits from `from_month` (a month end) on. `at` and `undone_at` are UTC, to the second."""

    id: int
    force: str
    unit: str
    metric: str
    work_family: str | None
    from_month: date
    cause: str
    by: str
    at: str
    undone_by: str | None = None
    undone_at: str | None = None

    @property
    def series(self) -> Series:
        """What the limits belong to."""
        return Series(self.force, self.unit, self.metric, self.work_family)


def begin(store: Store, series: Series, from_month: date, *, cause: str, by: str) -> int:
    """Begin new limits and return their number. That the figures allow it is for the caller to have asked
    (analysis.xmr.why_not_rebase); that a person decides, and says why, is asked here.

    Raises NotWritten with the reason, for the reader, where they cannot begin.
    """
    why, name = words(cause, "The cause"), words(by, "Your name", LONGEST_NAME)
    scope = (series.force, series.unit, series.metric, series.work_family or "", from_month.isoformat())
    with transaction(store) as con:
        if con.execute(_STANDS, scope).fetchone():
            raise NotWritten("New limits from that month stand already. Undo those first.")
        made = con.execute(
            "INSERT INTO rebase (force, unit, metric, work_family, from_month, cause, begun_by, begun_at) "
            "VALUES (?,?,?,?,?,?,?,?)",
            (*scope, why, name, now()),
        ).lastrowid
        names = ("force", "unit", "metric", "work_family", "from_month")
        audit.write(con, name, "alteration", f"rebase {made}", dict(zip(names, scope, strict=True)))
    return int(made or 0)


def undo(store: Store, number: int, *, by: str) -> None:
    """Judge by the earlier limits again; that there were others, and who undid them, stays.

    Raises NotWritten where there are no such limits or they were undone before.
    """
    name = words(by, "Your name", LONGEST_NAME)
    with transaction(store) as con:
        gone = con.execute(
            "UPDATE rebase SET undone_by = ?, undone_at = ? WHERE id = ? AND undone_at IS NULL",
            (name, now(), number),
        ).rowcount
        if not gone:
            raise NotWritten("Those limits are no longer there. Load the page again to see what stands.")
        audit.write(con, name, "alteration", f"undo of rebase {number}", {})


def standing(store: Store, force: str) -> tuple[Rebase, ...]:
    """The new limits of a force that have not been undone, by month."""
    return tuple(rebase for rebase in every(store, force) if rebase.undone_at is None)


def every(store: Store, force: str) -> tuple[Rebase, ...]:
    """Every time that limits began anew in a force, those undone too, by month."""
    with reading(store) as con:
        rows = con.execute(
            "SELECT id, force, unit, metric, work_family, from_month, cause, begun_by, begun_at, undone_by, "
            "undone_at FROM rebase WHERE force = ? ORDER BY from_month, id",
            (force,),
        )
        return tuple(_rebase(row) for row in rows)


_STANDS = (
    "SELECT 1 FROM rebase WHERE force = ? AND unit = ? AND metric = ? AND work_family = ? "
    "AND from_month = ? AND undone_at IS NULL"
)


def _rebase(row: sqlite3.Row) -> Rebase:
    number, force, unit, metric, family, from_month, *rest = tuple(row)
    return Rebase(number, force, unit, metric, family or None, date.fromisoformat(from_month), *rest)
