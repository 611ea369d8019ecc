"""Who left each unit in each month, for where and why: counts of people, from the spells of time in unit."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from analysis.spells import EXIT

SQL = Path(__file__).parent / "read_left.sql"
Row = tuple[object, ...]
Scope = frozenset[tuple[str, str]]
Left = tuple[str, str, int]
"""Where to, why, and how many people."""


def left_rows(found: pd.DataFrame) -> Iterator[Row]:
    """Unit, month end, destination, reason and people, from spells as analysis.spells gives them.

    Somebody who goes with their unit into the one that takes it over has not left.
    """
    gone = found[found["ended"] == EXIT]
    keys = zip(
        gone["unit"], pd.to_datetime(gone["left_in"]).dt.date, gone["exit"], gone["reason"], strict=True
    )
    for key, people in sorted(Counter(keys).items()):
        yield (*key, people)


def read_left(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, force: str, unit: str, first: date, last: date
) -> tuple[Left, ...]:
    """Who left a unit at the month ends from `first` to `last`; nobody for a reader without it in `scope`."""
    units = sorted(code for of, code in scope if of == force)
    asked = {"force": force, "unit": unit, "first": first, "last": last, "scope": units}
    return tuple(cursor.execute(SQL.read_text(encoding="utf-8"), asked).fetchall())
