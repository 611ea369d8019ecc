"""From accepted rows to the tables of a warehouse file: texts to codes, and the rows whose load still holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from contracts import DATASETS
from contracts.model import Column
from contracts.words import FAMILY_OF
from etl.codes import Codes
from etl.plan import Plan
from etl.tables import WITH_FAMILY
from store.coverage import Claim
from store.place import Store

SQL = Path(__file__).parent / "sql"
ONCE = {"movements": "once_movements.sql", "training": "once_training.sql"}


def prepare(con: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """The claims of this plan, and which of them hold, as tables to join."""
    _claims(con, "claim", plan.claims)
    _claims(con, "holding", plan.holding)
    families = pd.DataFrame(
        {"work_type": list(FAMILY_OF), "work_family": list(FAMILY_OF.values())}, dtype=object
    )
    con.execute("CREATE TEMP TABLE family AS SELECT * FROM families")
    con.execute("CREATE TEMP TABLE unknown_text (dataset VARCHAR, \"force\" VARCHAR, month_end DATE, unit VARCHAR, "
                "column_name VARCHAR, held BOOLEAN, n BIGINT)")  # fmt: skip


def fill(
    con: duckdb.DuckDBPyConnection, store: Store, plan: Plan, codes: Codes, name: str, forces: frozenset[str]
) -> None:
    """Fill one dataset's table with the rows of these forces that hold."""
    files = [str(store.accepted / file) for file in plan.files(name, forces)]
    if not files:
        return
    con.execute(
        "CREATE OR REPLACE TEMP TABLE raw AS SELECT * FROM read_parquet($files, union_by_name = true) "
        'WHERE list_contains($forces, "force")',
        {"files": files, "forces": sorted(forces)},
    )
    _code(con, name, codes)
    _step(con, "owned", "owner.sql", name)
    _step(con, "standing", "standing.sql", name)
    _note_unknown(con, name)
    if name in ONCE:
        con.execute("CREATE OR REPLACE TEMP TABLE standing AS " + _sql(ONCE[name]))
    _insert(con, name)


def _claims(con: duckdb.DuckDBPyConnection, table: str, claims: tuple[Claim, ...] | frozenset[Claim]) -> None:
    rows = [(*_fields(claim), claim.seq) for claim in claims]
    frame = pd.DataFrame(
        rows, columns=["force", "dataset", "month_end", "unit", "load_id", "seq"], dtype=object
    )
    con.register("rows_new", frame)
    con.execute(
        f'CREATE TEMP TABLE {table} AS SELECT "force"::VARCHAR AS "force", dataset::VARCHAR AS dataset, '
        "month_end::DATE AS month_end, unit::VARCHAR AS unit, load_id::VARCHAR AS load_id, seq::BIGINT AS seq "
        "FROM rows_new"
    )
    con.unregister("rows_new")


def _fields(claim: Claim) -> tuple[str, str, str, str, str]:
    scope = claim.scope
    return (scope.force, scope.dataset, scope.month_end, scope.unit, claim.load_id)


def listed(name: str) -> list[Column]:
    """The columns of a dataset whose texts stand for codes."""
    return [column for column in DATASETS[name].columns if column.allowed_from]


def _code(con: duckdb.DuckDBPyConnection, name: str, codes: Codes) -> None:
    """`coded`: the rows with codes for texts, the units they name first and second, and what could not be read."""
    said = {column.name: f"said_{column.name}" for column in listed(name)}
    for column in listed(name):
        _texts(con, column, codes)
    joins = " ".join(_join(column) for column in said)
    coded = ", ".join(f't_{column}.code AS "{column}"' for column in said)
    first, second = {"movements": ("t_from_unit.code", "t_to_unit.code")}.get(
        name, ("t_unit.code", "NULL") if "unit" in said else ("NULL", "NULL")
    )
    if name == "police_strength":
        first = "concat_ws(' ', strftime(r.edition, '%Y-%m-%d'), r.worker_type, r.basis)"
    unread = [f"CASE WHEN r.\"{c}\" IS NOT NULL AND t_{c}.code IS NULL THEN '{c}' END" for c in said] or [
        "NULL"
    ]
    replaced = f"REPLACE ({coded})" if coded else ""
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE coded AS SELECT r.* {replaced}, {first}::VARCHAR AS first_unit, "
        f"{second}::VARCHAR AS second_unit, list_filter([{', '.join(unread)}], lambda c : c IS NOT NULL) AS unread, "
        f"l.seq FROM raw AS r LEFT JOIN (SELECT DISTINCT load_id, seq FROM claim) AS l ON r.load_id = l.load_id {joins}"
    )


def _join(column: str) -> str:
    return (
        f'LEFT JOIN text_{column} AS t_{column} ON r."force" = t_{column}."force" '
        f'AND r.month_end = t_{column}.month_end AND r."{column}" = t_{column}.said'
    )


def _texts(con: duckdb.DuckDBPyConnection, column: Column, codes: Codes) -> None:
    distinct = con.execute(
        f'SELECT DISTINCT "force", month_end, "{column.name}" FROM raw WHERE "{column.name}" IS NOT NULL'
    ).fetchall()
    rows = [(*key, _one(codes, column, *key)) for key in distinct]
    frame = pd.DataFrame(rows, columns=["force", "month_end", "said", "code"], dtype=object)
    con.register("rows_new", frame)
    con.execute(
        f'CREATE OR REPLACE TEMP TABLE text_{column.name} AS SELECT "force"::VARCHAR AS "force", '
        "month_end::DATE AS month_end, said::VARCHAR AS said, code::VARCHAR AS code FROM rows_new"
    )
    con.unregister("rows_new")


def _one(codes: Codes, column: Column, force: str, month: date, text: str) -> str | None:
    return codes.code(force, str(column.allowed_from), text, month)


def _step(con: duckdb.DuckDBPyConnection, table: str, file: str, name: str) -> None:
    con.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS " + _sql(file), {"dataset": name})


def _note_unknown(con: duckdb.DuckDBPyConnection, name: str) -> None:
    """Texts that the settings no longer know: a row without a needed one is held back, and said to be."""
    needed = [column.name for column in listed(name) if column.needs_value]
    con.execute(
        'INSERT INTO unknown_text SELECT $name, "force", month_end, owner, column_name, '
        "list_contains($needed::VARCHAR[], column_name), count(*) "
        "FROM (SELECT *, unnest(unread) AS column_name FROM standing) GROUP BY ALL",
        {"name": name, "needed": needed},
    )
    con.execute(
        "DELETE FROM standing WHERE list_has_any(unread, $needed::VARCHAR[])", {"needed": needed or ["-"]}
    )


def _insert(con: duckdb.DuckDBPyConnection, name: str) -> None:
    left_over = "first_unit, second_unit, unread, seq, owner"
    family, join = ("", "")
    if name in WITH_FAMILY:
        family, join = ", f.work_family", "LEFT JOIN family AS f ON s.work_type = f.work_type"
    order = ", ".join(f's."{c}"' for c in ("force", "month_end", "load_id", "sheet", "row_number"))
    con.execute(
        f'INSERT INTO "{name}" BY NAME SELECT s.* EXCLUDE ({left_over}){family} FROM standing AS s {join} '
        f"ORDER BY {order}"
    )


def _sql(file: str) -> str:
    return (SQL / file).read_text("utf-8")
