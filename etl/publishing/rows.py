"""From accepted rows to warehouse tables: texts to codes, and the rows whose load still holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import duckdb

from contracts import DATASETS
from contracts.model import Column
from contracts.words import FAMILY_OF
from etl.publishing import held
from etl.publishing.codes import Codes
from etl.publishing.plan import Group, Plan
from etl.publishing.tables import WITH_FAMILY
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim
from store.place import Store

SQL = Path(__file__).parent / "sql"
ONCE = {"movements": "once_movements.sql", "training": "once_training.sql"}


def prepare(con: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """The claims of this plan, and which of them hold, as tables to join."""
    _claims(con, "claim", plan.claims)
    _claims(con, "holding", plan.holding)
    con.execute("CREATE TEMP TABLE family (work_type VARCHAR, work_family VARCHAR)")
    insert_columns(con, "family", ("VARCHAR", "VARCHAR"), list(FAMILY_OF.items()))
    held.prepare(con)


def touch(con: duckdb.DuckDBPyConnection, groups: frozenset[Group]) -> None:
    """The forces, sheets and months whose rows are made anew, as a table to join."""
    con.execute('CREATE TEMP TABLE touched ("force" VARCHAR, dataset VARCHAR, month_end DATE)')
    insert_columns(con, "touched", ("VARCHAR", "VARCHAR", "DATE"), sorted(groups))


def fill(
    con: duckdb.DuckDBPyConnection,
    store: Store,
    plan: Plan,
    codes: Codes,
    name: str,
    groups: frozenset[Group],
) -> None:
    """Fill one dataset's table with the rows of these groups that hold."""
    files = [str(store.rows_file(file)) for file in plan.files(name, groups)]
    if not files:
        return
    con.execute(
        "CREATE OR REPLACE TEMP TABLE raw AS SELECT r.* FROM read_parquet($files, union_by_name = true, "
        "hive_partitioning = false) AS r "
        'SEMI JOIN touched AS t ON t.dataset = $name AND r."force" = t."force" AND r.month_end = t.month_end',
        {"files": files, "name": name},
    )
    unknown = [_texts(con, column, codes) for column in listed(name)]
    _code(con, name)
    for table in ("claim", "holding"):
        _view(con, f"{table}_here", f"SELECT * FROM {table} WHERE dataset = '{name}'")
    _view(con, "owned", _sql("owner.sql"))
    _view(con, "standing", _sql("standing.sql"))
    if any(unknown):
        held.note(con, name, _needed(name))
    _insert(con, name)


def _view(con: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    con.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {query}")


def _claims(con: duckdb.DuckDBPyConnection, table: str, claims: Iterable[Claim]) -> None:
    con.execute(
        f'CREATE TEMP TABLE {table} ("force" VARCHAR, dataset VARCHAR, month_end DATE, unit VARCHAR, '
        "load_id VARCHAR, seq BIGINT)"
    )
    kinds = ("VARCHAR", "VARCHAR", "DATE", "VARCHAR", "VARCHAR", "BIGINT")
    insert_columns(con, table, kinds, [(*_fields(claim), claim.seq) for claim in claims])


def insert_columns(
    con: duckdb.DuckDBPyConnection, table: str, kinds: tuple[str, ...], rows: Sequence[tuple[object, ...]]
) -> None:
    """Insert plain rows as one list for each column, which is far faster than row by row."""
    if rows:
        columns = ", ".join(f"unnest(?::{kind}[])" for kind in kinds)
        con.execute(f"INSERT INTO {table} SELECT {columns}", [list(part) for part in zip(*rows, strict=True)])


def _fields(claim: Claim) -> tuple[str, str, str, str, str]:
    scope = claim.scope
    return (scope.force, scope.dataset, scope.month_end, scope.unit, claim.load_id)


def listed(name: str) -> list[Column]:
    """The columns of a dataset whose texts stand for codes."""
    return [column for column in DATASETS[name].columns if column.allowed_from]


def _code(con: duckdb.DuckDBPyConnection, name: str) -> None:
    """`coded`: the rows with codes for texts, the units they name, and the columns that could not be read."""
    columns = [column.name for column in listed(name)]
    coded = ", ".join(f't_{c}.code AS "{c}"' for c in columns)
    unread = [f"CASE WHEN r.\"{c}\" IS NOT NULL AND t_{c}.code IS NULL THEN '{c}' END" for c in columns]
    said = [f'CASE WHEN t_{c}.code IS NULL THEN r."{c}" END' for c in columns]
    first, second = _units(name)
    _view(
        con,
        "coded",
        f"SELECT r.* REPLACE ({coded}), {first}::VARCHAR AS first_unit, {second}::VARCHAR AS second_unit, "
        f"list_filter([{', '.join(unread)}], lambda c : c IS NOT NULL) AS unread, "
        f"list_filter([{', '.join(said)}], lambda c : c IS NOT NULL) AS unread_said, l.seq FROM raw AS r "
        "LEFT JOIN (SELECT DISTINCT load_id, seq FROM claim) AS l ON r.load_id = l.load_id "
        + " ".join(_join(c) for c in columns),
    )


def _units(name: str) -> tuple[str, str]:
    """Where a row's units stand: the one it answers by, and the next where the load does not cover that."""
    if name == "movements":
        return "t_from_unit.code", "t_to_unit.code"
    if published := DATASETS[name].published:  # as etl/loading/claims.py says it; a day as text is ISO
        return f"concat_ws(' ', {', '.join(f'CAST(r.{column} AS VARCHAR)' for column in published)})", "NULL"
    if "unit" not in DATASETS[name].column_names:
        return f"'{WHOLE_FORCE}'", "NULL"
    return f"coalesce(t_unit.code, '{NO_UNIT}')", "NULL"


def _join(column: str) -> str:
    return (
        f'LEFT JOIN text_{column} AS t_{column} ON r."force" = t_{column}."force" '
        f'AND r.month_end = t_{column}.month_end AND r."{column}" = t_{column}.said'
    )


def _texts(con: duckdb.DuckDBPyConnection, column: Column, codes: Codes) -> bool:
    """The codes of one column's distinct texts, as a table to join; True when one is not known."""
    distinct = con.execute(
        f'SELECT DISTINCT "force", month_end, "{column.name}" FROM raw WHERE "{column.name}" IS NOT NULL'
    ).fetchall()
    rows = [(*key, _one(codes, column, *key)) for key in distinct]
    table = f"text_{column.name}"
    con.execute(
        f'CREATE OR REPLACE TEMP TABLE {table} ("force" VARCHAR, month_end DATE, said VARCHAR, code VARCHAR)'
    )
    insert_columns(con, table, ("VARCHAR", "DATE", "VARCHAR", "VARCHAR"), rows)
    return any(code is None for *_, code in rows)


def _one(codes: Codes, column: Column, force: str, month: date, text: str) -> str | None:
    return codes.code(force, str(column.allowed_from), text, month)


def _needed(name: str) -> list[str]:
    """The columns without which a row has no place."""
    return [column.name for column in listed(name) if column.needs_value]


def _insert(con: duckdb.DuckDBPyConnection, name: str) -> None:
    left_over = "first_unit, second_unit, unread, unread_said, seq, owner"
    family, join = ("", "")
    if name in WITH_FAMILY:
        family, join = ", f.work_family", "LEFT JOIN family AS f ON s.work_type = f.work_type"
    order = ", ".join(f's."{c}"' for c in ("force", "month_end", "load_id", "sheet", "row_number"))
    con.execute(
        f'INSERT INTO "{name}" BY NAME SELECT s.* EXCLUDE ({left_over}){family} '
        f"FROM ({_sql(ONCE.get(name, 'every.sql'))}) AS s {join} "
        f"WHERE NOT list_has_any(s.unread, $needed::VARCHAR[]) ORDER BY {order}",
        {"needed": _needed(name)},
    )


def _sql(file: str) -> str:
    return (SQL / file).read_text("utf-8")
