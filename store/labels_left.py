"""References as sent of people of whom no row is left: they go with the rows, or sooner where that is set."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

import duckdb

from contracts import DATASETS
from contracts.to_duckdb import KEY_OF
from store import labels, purges, recorded
from store.control import now, reading, transaction
from store.place import Store

PEOPLE = tuple(
    name for name, each in DATASETS.items() if any(c.sensitivity == "person" for c in each.columns)
)
"""The datasets whose rows are of people."""


def finish(store: Store) -> None:
    """End a purge that was committed: references of people without rows go. Hold the store's lock.

    A process that dies before the end leaves the purge open, and the next start comes here again.
    """
    with reading(store) as con:
        if not purges.unfinished(con):
            return
        lasting = {
            row["force"]: row["labels"]
            for row in con.execute(
                "SELECT force, max(labels_through) AS labels FROM purge_month GROUP BY force"
            )
        }
    labels.forget(store, without_rows(store, lasting))
    with transaction(store) as con:
        con.execute("UPDATE purge SET finished_at = ? WHERE finished_at IS NULL", (now(),))


def without_rows(store: Store, through: Mapping[str, str]) -> set[tuple[str, str]]:
    """Of these forces, (force, key) of each reference whose person is in no row after the month given."""
    kept = {pair for pair in labels.keys(store) if pair[0] in through}
    if not kept:
        return kept
    with reading(store) as con:
        files = _files(store, con)
    return kept - _in_rows(store, files, through)


def _files(store: Store, con: sqlite3.Connection) -> list[tuple[str, str]]:
    """Dataset and file of all rows about people; what is lost of an undone load holds nobody."""
    lost = recorded.undone_unread(store, con, PEOPLE)
    found = [
        (row["dataset"], row["file"])
        for table in ("load_sheet", "held_sheet")
        for row in con.execute(f"SELECT dataset, file FROM {table}")
    ]
    return [(dataset, file) for dataset, file in found if dataset in PEOPLE and file not in lost]


def _in_rows(
    store: Store, files: Iterable[tuple[str, str]], through: Mapping[str, str]
) -> set[tuple[str, str]]:
    by_dataset: dict[str, list[str]] = {}
    for dataset, file in files:
        by_dataset.setdefault(dataset, []).append(str(store.accepted / file))
    found: set[tuple[str, str]] = set()
    with duckdb.connect(":memory:") as con:
        for dataset, paths in by_dataset.items():
            rows = con.execute(
                f'SELECT DISTINCT "force", month_end, unnest([{", ".join(_keys(dataset))}]) AS person '
                "FROM read_parquet($files, union_by_name = true, hive_partitioning = false)",
                {"files": paths},
            ).fetchall()
            found |= {
                (force, key) for force, month, key in rows if str(month or "9999") > through.get(force, "")
            }
    return found


def _keys(dataset: str) -> list[str]:
    return [
        f'"{KEY_OF[column.name]}"' for column in DATASETS[dataset].columns if column.sensitivity == "person"
    ]
