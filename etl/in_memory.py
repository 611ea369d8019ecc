"""One DuckDB database in memory for a process: starting one costs more than what a sheet asks of it."""

from __future__ import annotations

from functools import cache

import duckdb


def cursor() -> duckdb.DuckDBPyConnection:
    """A connection of its own to close after use: its temporary tables and registered rows go with it."""
    return _database().cursor()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """Nothing may spill to disk: references to people are still as sent. A sheet is too small for threads."""
    return duckdb.connect(":memory:", config={"temp_directory": "", "threads": 1})
