"""The tables of a warehouse file: one per dataset from its contract, and those every page reads beside them."""

from __future__ import annotations

from pathlib import Path

import duckdb

import metrics
from contracts import DATASETS, to_duckdb

REFERENCES: dict[str, str] = {
    "ref_unit": '"force" VARCHAR, unit VARCHAR, title VARCHAR, type VARCHAR, valid_from DATE, valid_to DATE, '
    "benchmark BOOLEAN",
    "ref_unit_name": '"force" VARCHAR, unit VARCHAR, name VARCHAR, valid_from DATE, valid_to DATE',
    "ref_unit_succession": '"force" VARCHAR, unit VARCHAR, succeeds VARCHAR',
    "ref_course": '"force" VARCHAR, course VARCHAR, title VARCHAR, valid_months INTEGER, trauma_informed BOOLEAN, '
    "valid_from DATE, valid_to DATE",
    "ref_requirement": '"force" VARCHAR, unit_type VARCHAR, "role" VARCHAR, course VARCHAR, valid_from DATE, '
    "valid_to DATE",
    "ref_carrier": '"force" VARCHAR, work_family VARCHAR, "role" VARCHAR, valid_from DATE, valid_to DATE',
    "ref_ceiling": '"force" VARCHAR, work_family VARCHAR, "role" VARCHAR, open_per_fte DOUBLE, set_by VARCHAR, '
    "why VARCHAR, valid_from DATE, valid_to DATE",
    "ref_weight": '"force" VARCHAR, work_family VARCHAR, work_type VARCHAR, hours DOUBLE, low DOUBLE, high DOUBLE, '
    '"source" VARCHAR, set_by VARCHAR, status VARCHAR, valid_from DATE, valid_to DATE',
    "ref_line": '"force" VARCHAR, metric VARCHAR, level DOUBLE, unit_type VARCHAR, set_by VARCHAR, why VARCHAR, '
    "valid_from DATE, valid_to DATE",
    "ref_setting": '"force" VARCHAR, name VARCHAR, "value" VARCHAR, valid_from DATE, valid_to DATE, set_by VARCHAR, '
    "why VARCHAR",
    "ref_force": '"force" VARCHAR, name VARCHAR, synthetic BOOLEAN',
    "ref_work_type": "work_family VARCHAR, work_type VARCHAR",
}
RECORDS: dict[str, str] = {
    "coverage": '"force" VARCHAR, dataset VARCHAR, month_end DATE, unit VARCHAR, load_id VARCHAR',
    "load": 'load_id VARCHAR, "force" VARCHAR, dataset VARCHAR, file_name VARCHAR, sha256 VARCHAR, '
    "loaded_at VARCHAR, loaded_by VARCHAR, rows_read BIGINT, rows_loaded BIGINT, rows_held BIGINT, "
    "rows_ignored BIGINT",
    "finding": 'id VARCHAR, "force" VARCHAR, unit VARCHAR, month_end DATE, n BIGINT, detail VARCHAR',
    "meta": '"key" VARCHAR, "value" VARCHAR',
}
WITH_FAMILY = ("caseload", "investigators")


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Every table of a warehouse file but figure and spread, empty."""
    for name, dataset in DATASETS.items():
        con.execute(to_duckdb.create_table(dataset, canonical=True))
        if name in WITH_FAMILY:
            con.execute(f"ALTER TABLE {name} ADD COLUMN IF NOT EXISTS work_family VARCHAR")
        con.execute(f"ALTER TABLE {name} ADD COLUMN IF NOT EXISTS month_end DATE")
        for comment in to_duckdb.comments(dataset):
            con.execute(comment)
    for name, columns in {**REFERENCES, **RECORDS}.items():
        con.execute(f'CREATE TABLE "{name}" ({columns})')


def figure_tables() -> str:
    """The statements that make figure and spread; the metrics keep them."""
    return (Path(metrics.__file__).parent / "schema.sql").read_text("utf-8")


def canonical_columns(name: str) -> dict[str, str]:
    """Column name -> DuckDB type of an accepted row, in order: the contract's, keyed, then where it came from."""
    columns = {to_duckdb.column_name(c): to_duckdb.SQL_TYPE[c.type] for c in DATASETS[name].columns}
    columns.setdefault("month_end", "DATE")
    return {
        "force": "VARCHAR",
        **{column: kind for column, kind in columns.items() if column != "force"},
        "load_id": "VARCHAR",
        "sheet": "VARCHAR",
        "row_number": "INTEGER",
        "missing_kinds": "VARCHAR",
    }
