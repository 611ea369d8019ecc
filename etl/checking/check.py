"""Runs every rule of a contract over staged rows in one pass, in a DuckDB database in memory only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

import contracts
from contracts.model import Rule, SetRule
from etl import in_memory
from etl.checking.staged import StagedRow, StagedSheet
from etl.reports.report import Breach

if TYPE_CHECKING:
    import pyarrow as pa

RULES_FOLDER = Path(contracts.__file__).parent / "rules"
_ARROW = {"text": "string", "whole_number": "int64", "number": "float64", "date": "date32"}
"""By type of a column: its name in Arrow."""


def check(sheet: StagedSheet) -> list[Breach]:
    """Every breach of the dataset's rules in the sheet, errors first."""
    if not sheet.rows:
        return []
    con = _staged(sheet)
    try:
        found = [_row_rule(con, sheet, rule) for rule in sheet.dataset.rules]
        found += [_set_rule(con, sheet, rule) for rule in sheet.dataset.set_rules]
    finally:
        con.close()
    return sorted((b for b in found if b), key=lambda b: b.severity != "error")


def _staged(sheet: StagedSheet) -> duckdb.DuckDBPyConnection:
    """The view `rows` that rules are written for."""
    con = in_memory.cursor()
    con.register("staged", _arrow(sheet))
    con.execute('create temp table "rows" as select * from staged').fetchall()
    return con


def _arrow(sheet: StagedSheet) -> pa.Table:
    import pyarrow as pa  # a fifth of a second to load, and a file that is refused does not come so far

    columns: dict[str, pa.Array] = {
        "row_index": pa.array(range(len(sheet.rows)), pa.int64()),
        "row_number": pa.array(sheet.numbers, pa.int64()),
        "sheet": pa.array([sheet.sheet] * len(sheet.rows), pa.string()),
    }
    if "force" not in sheet.dataset.column_names:
        columns["force"] = pa.array([sheet.force] * len(sheet.rows), pa.string())
    for column in sheet.dataset.columns:
        columns[column.name] = pa.array(sheet.codes_of(column.name), pa.type_for_alias(_ARROW[column.type]))
    return pa.table(columns)


def _row_rule(con: duckdb.DuckDBPyConnection, sheet: StagedSheet, rule: Rule) -> Breach | None:
    # The predicate is the contract's own text, not anything that came with a file.
    query = f'select row_index from "rows" where ({rule.broken_when}) order by row_index'
    hits = [sheet.rows[i] for (i,) in con.execute(query).fetchall()]
    return _breach(sheet, rule, [_place(row, rule) for row in hits], hits) if hits else None


def _set_rule(con: duckdb.DuckDBPyConnection, sheet: StagedSheet, rule: SetRule) -> Breach | None:
    query = (RULES_FOLDER / rule.sql).read_text(encoding="utf-8")
    numbers = sorted({row[0] for row in con.execute(query).fetchall()})
    if not numbers:
        return None
    place = {number: n for n, number in enumerate(sheet.numbers)}
    hits = [sheet.rows[place[n]] for n in numbers if n in place]
    return _breach(sheet, rule, [f"row {n}" for n in numbers], hits)


def _place(row: StagedRow, rule: Rule) -> str:
    return row.places.get(rule.column or "", f"row {row.row_number}")


def _breach(sheet: StagedSheet, rule: Rule | SetRule, cells: list[str], hits: list[StagedRow]) -> Breach:
    column = sheet.dataset.column(rule.column) if rule.column else None
    shown = _shown(column, hits)
    return Breach(
        rule.id,
        rule.severity,
        sheet.dataset.name,
        sheet.sheet,
        column.title if column else "",
        tuple(dict.fromkeys(cells)),
        shown,
        rule.says,
        rule.how_to_fix,
        tuple(dict.fromkeys(row.row_number for row in hits)),
        rule.column or "",
    )


def _shown(column: Any, hits: list[StagedRow]) -> str:
    """The value where all rows at fault share one and it is not about a person."""
    if column is None or column.sensitivity == "person":
        return ""
    values = {hit.kept.get(column.name) for hit in hits}
    only = values.pop() if len(values) == 1 else None
    return "" if only is None else f"{only:%d/%m/%Y}" if column.type == "date" else str(only)
