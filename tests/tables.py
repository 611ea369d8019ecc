"""Reads a small drawn table, so that a test shows its data as a person would draw it.

    fill(con, "caseload", '''
        | unit | work_type      | open | unallocated |
        | DA1  | domestic abuse |  120 |          14 |
    ''')

A blank cell is no value. In a dataset's table a required column that is not drawn takes the contract's
example, and an optional one holds nothing; `month_end` may be drawn as 2026-09, which is its last day.
"""

import calendar
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import duckdb

from contracts import DATASETS
from contracts.model import Dataset
from contracts.to_duckdb import KEY_OF, quoted
from contracts.to_rows import canonical_row
from contracts.words import FAMILY_OF

MONTH = re.compile(r"(\d{4})-(\d{2})")


def drawn_rows(drawn: str) -> list[dict[str, str | None]]:
    """The rows of a drawn table, each cell as text; a blank one is None."""
    lines = [line.strip().strip("|").split("|") for line in drawn.strip().splitlines() if not _is_ruler(line)]
    names = [cell.strip() for cell in lines[0]]
    uneven = [line for line in lines[1:] if len(line) != len(names)]
    assert not uneven, f"these rows do not have {len(names)} cells: {uneven}"
    return [{name: _cell(cell) for name, cell in zip(names, line, strict=True)} for line in lines[1:]]


def fill(con: duckdb.DuckDBPyConnection, table: str | Dataset, drawn: str, **same: Any) -> None:
    """Insert a drawn table. `same` holds values that every row shares, so that they need not be drawn."""
    name = table.name if isinstance(table, Dataset) else table
    rows = [{**same, **row} for row in drawn_rows(drawn)]
    if name in DATASETS:
        has_family = _has_family(con, name)
        rows = [_full(DATASETS[name], number, row, has_family) for number, row in enumerate(rows, start=2)]
    insert(con, name, rows)


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows by column name; DuckDB turns text into the column's type."""
    for row in rows:
        names = ", ".join(f"? as {quoted(name)}" for name in row)
        con.execute(f"insert into {quoted(table)} by name select {names}", list(row.values()))


def _full(dataset: Dataset, row_number: int, drawn: Mapping[str, Any], has_family: bool) -> dict[str, Any]:
    blank = {column.name: None for column in dataset.columns if not column.required}
    row = canonical_row(dataset, row_number, **blank)
    unknown = set(drawn) - set(row) - {"work_family", *KEY_OF}
    assert not unknown, f"{dataset.name} has no column {', '.join(sorted(unknown))}"
    row |= {KEY_OF.get(name, name): value for name, value in drawn.items()}
    if has_family and "work_type" in row:
        row.setdefault("work_family", FAMILY_OF.get(row["work_type"]))
    return row


def _has_family(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    return "work_family" in [row[0] for row in con.execute(f"describe {quoted(table)}").fetchall()]


def _cell(text: str) -> str | None:
    words = text.strip()
    month = MONTH.fullmatch(words)
    return str(_last_day(month)) if month else words or None


def _last_day(month: re.Match[str]) -> date:
    year, number = int(month[1]), int(month[2])
    return date(year, number, calendar.monthrange(year, number)[1])


def _is_ruler(line: str) -> bool:
    return not line.strip() or set(line.strip()) <= set("|-+: ")
