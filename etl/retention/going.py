"""Which rows about people go: by sheet, month and load, whether their loads stand or were undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl import in_memory
from etl.publishing.kept_figures import later
from etl.retention.limits import Limit
from store import coverage, history, labels_left, recorded
from store.control import reading
from store.history import LoadRecord, SheetRecord
from store.labels_left import PEOPLE
from store.place import Store
from store.purges import PurgedRows


@dataclass(frozen=True)
class Going:
    """What a purge takes away. `files` are the accepted and held files that hold such rows, each with the
    months of it that go; `labels` is how many references as sent go with them. `unread` are files of undone
    loads that are gone or damaged, of which nothing can be said.
    """

    limits: tuple[Limit, ...]
    rows: tuple[PurgedRows, ...]
    files: tuple[tuple[str, tuple[str, ...]], ...]
    labels: int
    unread: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to delete."""
        return not self.rows and not self.labels

    @property
    def through(self) -> dict[str, date]:
        """For each force that says how long rows stay, the last month whose rows go."""
        return {limit.force: limit.through for limit in self.limits if limit.through}


def going(store: Store, limits: tuple[Limit, ...]) -> Going:
    """What is there to delete. Changes nothing."""
    through = {limit.force: limit.through.isoformat() for limit in limits if limit.through}
    with reading(store) as con:
        unread = recorded.undone_unread(store, con, PEOPLE)
        found = [*_accepted(store, con, through, unread), *_held(con, through, unread)]
    months: dict[str, set[str]] = {}
    for file, rows in found:
        months.setdefault(file, set()).add(rows.month_end)
    return Going(
        limits,
        tuple(sorted(rows for _, rows in found)),
        tuple((file, tuple(sorted(of))) for file, of in sorted(months.items())),
        len(labels_left.without_rows(store, labels_through(limits))),
        tuple(sorted(unread)) if through else (),
    )


def labels_through(limits: tuple[Limit, ...]) -> dict[str, str]:
    """For each force, the month after which a person must be in a row for their reference to stay."""
    return {
        limit.force: max((day.isoformat() for day in (limit.through, limit.labels) if day), default="")
        for limit in limits
    }


def _accepted(
    store: Store, con: sqlite3.Connection, through: dict[str, str], unread: frozenset[str]
) -> Iterator[tuple[str, PurgedRows]]:
    holding = _records_that_hold(con, through)
    for record in history.read_loads(con):
        for sheet in record.sheets:
            if sheet.dataset in PEOPLE and record.force in through and _read(sheet, unread):
                for month, rows in _months(store, record, sheet):
                    lasts = sheet.dataset == "training" and (record.load_id, month) in holding
                    if rows and month <= through[record.force] and not lasts:
                        yield sheet.file, PurgedRows(
                            record.load_id, record.force, sheet.dataset, sheet.sheet, month, False, rows
                        )  # fmt: skip


def _read(sheet: SheetRecord, unread: frozenset[str]) -> bool:
    return bool(sheet.rows_left) and sheet.file not in unread


def _months(store: Store, record: LoadRecord, sheet: SheetRecord) -> list[tuple[str, int]]:
    """The months of a file of accepted rows, each with how many rows; months gone before are not there."""
    with in_memory.cursor() as con:
        found = con.execute(
            "SELECT month_end, count(*) FROM read_parquet($file, hive_partitioning = false) GROUP BY ALL",
            {"file": str(store.accepted / sheet.file)},
        ).fetchall()
    return [(str(month), rows) for month, rows in found if month is not None]


def _records_that_hold(con: sqlite3.Connection, through: dict[str, str]) -> set[tuple[str, str]]:
    """A training record holds until the next: each unit's newest up to the month after stays, by load."""
    newest: dict[tuple[str, str], tuple[str, str]] = {}
    for claim in coverage.active(coverage.standing(con)):
        scope = claim.scope
        if scope.dataset == "training" and scope.month_end <= _month_after(through.get(scope.force, "")):
            place, found = (scope.force, scope.unit), (scope.month_end, claim.load_id)
            newest[place] = max(newest.get(place, found), found)
    return {(load, month) for month, load in newest.values()}


def _month_after(month: str) -> str:
    return later(date.fromisoformat(month), 1).isoformat() if month else ""


def _held(
    con: sqlite3.Connection, through: dict[str, str], unread: frozenset[str]
) -> Iterator[tuple[str, PurgedRows]]:
    """Held rows: as many as are in the table of them and have not gone before."""
    rows = con.execute(
        "SELECT r.load_id, l.force, r.dataset, r.sheet, r.month_end, s.file, count(*) AS n "
        "FROM held_row AS r JOIN held_sheet AS s USING (load_id, dataset, sheet) "
        "JOIN load AS l USING (load_id) WHERE NOT EXISTS (SELECT 1 FROM purged_rows AS p "
        "WHERE p.held = 1 AND p.load_id = r.load_id AND p.dataset = r.dataset "
        "AND p.sheet = r.sheet AND p.month_end = r.month_end) "
        "GROUP BY r.load_id, l.force, r.dataset, r.sheet, r.month_end, s.file"
    )
    for row in rows:
        if row["file"] in unread or row["dataset"] not in PEOPLE:
            continue
        if row["month_end"] <= through.get(row["force"], ""):
            yield row["file"], PurgedRows(
                row["load_id"], row["force"], row["dataset"], row["sheet"], row["month_end"], True, row["n"]
            )  # fmt: skip
