"""Figures that no rows are left for: kept when rows about people are deleted, and put back at each publish.

What is kept of a measure are the months that reach back to a deleted one. They stay as they were published:
a later correction of a month that is still there does not change a figure that also needs one that is not.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from contracts import FINDINGS
from etl.publishing import references
from etl.publishing.plan import Plan
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.reads import reads_of
from store.labels_left import PEOPLE
from store.place import Store

SQL = Path(__file__).parent / "sql"
OF_MEASURES = ("figure", "spread")
# Which column says what a row is of; "" where the table is all of one thing.
WHAT = {"figure": "metric", "figure_first": "metric", "spread": "metric", "finding": "id"}
YEAR = 12
# Months after a deleted one that a table's rows reach back from. Who left is told from the month before; a
# curve of how long people stay from every month before, and it is made again once there is a year of them.
REACH = {
    "tenure": YEAR, "tenure_exit": YEAR, "tenure_test": YEAR,
    "unit_left": 1, "in_two_units": 0, "course_ahead": 0,
}  # fmt: skip
TABLES = (*WHAT, *REACH)
Kept = tuple[str, str, str, date]
"""Table, what of it, force, and the last month that is kept."""


def begin(con: duckdb.DuckDBPyConnection, store: Store, plan: Plan) -> None:
    """Say what is gone, and let nothing be reckoned from it: a month without rows would read as nobody."""
    con.execute("CREATE TEMP TABLE closed_coverage AS FROM coverage WHERE FALSE")
    if not plan.kept_figures:
        return
    gone = [
        {
            "load_id": each.load_id, "force": each.force, "dataset": each.dataset,
            "month_end": each.month_end, "row_count": each.rows, "deleted_at": each.at,
        }
        for each in plan.gone
    ]  # fmt: skip
    if gone:
        references.insert(con, "rows_gone", gone)
    where = str(store.accepted / plan.kept_figures.file).replace("'", "''")
    con.execute(f"ATTACH '{where}' AS kept (READ_ONLY)")
    con.execute(_sql("close_coverage"))


def put_back(con: duckdb.DuckDBPyConnection, plan: Plan, tables: tuple[str, ...]) -> None:
    """Give these tables the rows that were kept, in place of what could be reckoned without the rows."""
    if plan.kept_figures:
        for table in tables:
            con.execute(
                f'DELETE FROM "{table}" AS t WHERE EXISTS (FROM kept.scope AS k WHERE {_same(table)})'
            )
            con.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM kept."{table}"')


def end(con: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Put back what is not of measures, and say again who sent the months that are gone."""
    put_back(con, plan, tuple(table for table in TABLES if table not in OF_MEASURES))
    con.execute("INSERT INTO coverage BY NAME SELECT * FROM closed_coverage")
    con.execute("DROP TABLE closed_coverage")


def keep(file: Path, published: Path, through: dict[str, date]) -> None:
    """Write a file of the figures that need rows of these forces up to these months (month ends)."""
    quoted = str(published).replace("'", "''")
    with duckdb.connect(str(file), config={"storage_compatibility_version": "v1.4.0"}) as con:
        con.execute(f"ATTACH '{quoted}' AS published (READ_ONLY)")
        con.execute('CREATE TABLE scope (table_name VARCHAR, what VARCHAR, "force" VARCHAR, through DATE)')
        scope = [row for force, month in through.items() for row in _scope(con, force, month)]
        con.executemany("INSERT INTO scope VALUES (?, ?, ?, ?)", scope)
        for table in TABLES:
            con.execute(
                f'CREATE TABLE "{table}" AS SELECT t.* FROM published."{table}" AS t '
                f"SEMI JOIN scope AS k ON {_same(table)}"
            )
        con.execute("CHECKPOINT")


def _same(table: str) -> str:
    """That a row `t` of a table is in what is kept, `k`."""
    what = f't."{WHAT[table]}"' if table in WHAT else "''"
    return (
        f'k.table_name = \'{table}\' AND k.what = {what} AND k."force" = t."force" '
        "AND t.month_end <= k.through"
    )


def _scope(con: duckdb.DuckDBPyConnection, force: str, month: date) -> list[Kept]:
    measures = [
        (table, metric.id, force, later(month, max(metric.months_back)))
        for metric in METRICS.values()
        if is_about_people(con, metric)
        for table in (*OF_MEASURES, "figure_first")
    ]
    others = [(table, "", force, later(month, reach)) for table, reach in REACH.items()]
    # A finding compares a month with the one before at most, but for those about people long gone.
    found = [("finding", each.id, force, later(month, 1)) for each in FINDINGS if {*each.needs} & {*PEOPLE}]
    return [*measures, *others, *found]


def is_about_people(con: duckdb.DuckDBPyConnection, metric: Metric) -> bool:
    """Whether a figure needs rows about people, or (without a sheet of its own) counts the returns."""
    needed = {name for alternative in metric.needs for name in alternative}
    return not metric.needs or bool({*PEOPLE} & {*needed, *reads_of(con, metric).datasets})


def later(month: date, months: int) -> date:
    """The month end so many months after another."""
    number = month.year * 12 + month.month + months  # of the month after it, from 0
    first = date(number // 12, number % 12 + 1, 1)
    return date.fromordinal(first.toordinal() - 1)


def _sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text("utf-8")
