"""The current file and the candidate side by side in memory: schemas `was` and `will`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from contracts import NOT_MONTHLY
from etl.publishing import tables
from etl.publishing.plan import Group
from etl.publishing.rows import insert_columns

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sides:
    """Both files, read-only. `groups` are the forces, sheets and months that the new loads speak for."""

    con: duckdb.DuckDBPyConnection
    groups: frozenset[Group]

    def was(self) -> duckdb.DuckDBPyConnection:
        """A cursor on the current file."""
        return _cursor(self.con, "was")

    def will(self) -> duckdb.DuckDBPyConnection:
        """A cursor on the candidate."""
        return _cursor(self.con, "will")

    def ask(self, name: str) -> list[tuple]:
        """The rows of one of the queries of this folder, which name `was` and `will`."""
        return self.con.execute(sql(name)).fetchall()

    def make(self, name: str) -> None:
        """Make a temporary table of the query of that name."""
        self.con.execute(f"CREATE TEMP TABLE {name} AS {sql(name)}")


def sql(name: str) -> str:
    """One of the queries of this folder."""
    return (HERE / f"{name}.sql").read_text("utf-8")


@contextmanager
def sides(was: Path | None, will: Path, groups: frozenset[Group]) -> Iterator[Sides]:
    """Open both; before the first publication (`was` None) an empty file stands for it."""
    # Two small files and many small questions, where a second thread only gets in the way.
    with duckdb.connect(":memory:", config={"threads": 1}) as con:
        con.execute(f"ATTACH '{_quoted(will)}' AS will (READ_ONLY)")
        if was is None:
            _nothing(con)
        else:
            con.execute(f"ATTACH '{_quoted(was)}' AS was (READ_ONLY)")
        con.execute('CREATE TEMP TABLE touched ("force" VARCHAR, dataset VARCHAR, month_end DATE)')
        insert_columns(con, "touched", ("VARCHAR", "VARCHAR", "DATE"), sorted(groups))
        yield Sides(con, groups)


def _nothing(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("ATTACH ':memory:' AS was")
    con.execute("USE was")
    tables.create(con)
    con.execute(tables.figure_tables())
    con.execute("USE memory")


def _cursor(con: duckdb.DuckDBPyConnection, schema: str) -> duckdb.DuckDBPyConnection:
    cursor = con.cursor()
    cursor.execute(f"USE {schema}")
    return cursor


def months(groups: frozenset[Group], force: str) -> list[date]:
    """The month ends of a force that are spoken for, oldest first, by its monthly returns."""
    found = {month for of, dataset, month in groups if of == force and dataset not in NOT_MONTHLY}
    return [date.fromisoformat(month) for month in sorted(found)]


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
