"""Rows whose words the settings no longer know: which are held back, and for which units."""

from __future__ import annotations

from pathlib import Path

import duckdb

SQL = Path(__file__).parent / "sql"
_ROW = 'dataset VARCHAR, "force" VARCHAR, month_end DATE, load_id VARCHAR, sheet VARCHAR, row_number INTEGER'

Sheet = tuple[str, str, str]  # load, dataset, sheet


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Empty tables of unread words, and of what is left incomplete without their rows."""
    con.execute(
        f"CREATE TEMP TABLE unread_word ({_ROW}, owner VARCHAR, column_name VARCHAR, "
        "said VARCHAR, held BOOLEAN)"
    )
    con.execute(
        'CREATE TEMP TABLE incomplete (dataset VARCHAR, "force" VARCHAR, month_end DATE, load_id VARCHAR, '
        "unit VARCHAR, astray BOOLEAN, n BIGINT)"
    )


def note(con: duckdb.DuckDBPyConnection, dataset: str, needed: list[str]) -> None:
    """Note the unread words of a dataset's standing rows; a row without a needed one is held back."""
    con.execute(
        "INSERT INTO unread_word BY NAME " + _sql("unread_word.sql"), {"name": dataset, "needed": needed}
    )
    con.execute("INSERT INTO incomplete BY NAME " + _sql("incomplete.sql"), {"name": dataset})
    con.execute(_sql("forget_replaced.sql"), {"name": dataset})


def rows_held(con: duckdb.DuckDBPyConnection) -> dict[Sheet, int]:
    """How many rows of each sheet are held back."""
    return {tuple(row[:3]): row[3] for row in con.execute(_sql("rows_held.sql")).fetchall()}


def _sql(file: str) -> str:
    return (SQL / file).read_text("utf-8")
