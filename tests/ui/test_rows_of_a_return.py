"""Rows held back from a return: those of all sheets of its files, and of all files that speak for it."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from ui.figures import status

QUERY = Path(status.__file__).parent / "queries" / "returns.sql"
MONTH = date(2026, 9, 30)


@pytest.fixture
def ask(monkeypatch):
    """Asks the two tables that hold it, instead of a published file."""
    con = duckdb.connect()
    con.execute("ATTACH ':memory:' AS w")
    con.execute(
        'CREATE TABLE w.coverage ("force" VARCHAR, month_end DATE, dataset VARCHAR, unit VARCHAR, '
        "load_id VARCHAR)"
    )
    con.execute(
        "CREATE TABLE w.load (load_id VARCHAR, dataset VARCHAR, loaded_at VARCHAR, rows_read INTEGER, "
        "rows_held INTEGER)"
    )

    def query(name, parameters, file):
        return con.execute(QUERY.read_text("utf-8"), parameters).fetchall() if name == "returns" else []

    monkeypatch.setattr(status.session, "query", query)
    return con


def test_rows_held_back_are_those_of_every_sheet_and_file(ask):
    units = [("DA1", "L00001"), ("DA2", "L00001"), ("CA1", "L00002")]
    sheets = [("L00001", 10, 3), ("L00001", 20, 4), ("L00002", 5, 2)]
    for unit, load in units:
        ask.execute("INSERT INTO w.coverage VALUES ('N', ?, 'people', ?, ?)", [MONTH, unit, load])
    for load, read, held in sheets:
        ask.execute("INSERT INTO w.load VALUES (?, 'people', '2026-10-06', ?, ?)", [load, read, held])
    ((found,), _) = status._read.__wrapped__(None, "N", MONTH)
    assert (found.rows_read, found.rows_held) == (35, 9)
    assert found.units == {"DA1", "DA2", "CA1"}
