"""The tables of a warehouse file: one per dataset from its contract, and those read beside them."""

from __future__ import annotations

from pathlib import Path

import duckdb

import metrics
from contracts import DATASETS, to_duckdb

_SPAN = "valid_from DATE, valid_to DATE"
_SET = "set_by VARCHAR, why VARCHAR"
REFERENCES: dict[str, str] = {
    "ref_force": '"force" VARCHAR, name VARCHAR, synthetic BOOLEAN',
    "ref_unit": f'"force" VARCHAR, unit VARCHAR, title VARCHAR, type VARCHAR, {_SPAN}, benchmark BOOLEAN',
    "ref_unit_name": f'"force" VARCHAR, unit VARCHAR, name VARCHAR, {_SPAN}',
    "ref_unit_succession": '"force" VARCHAR, unit VARCHAR, succeeds VARCHAR',
    "ref_course": '"force" VARCHAR, course VARCHAR, title VARCHAR, valid_months INTEGER, '
    f"trauma_informed BOOLEAN, {_SPAN}",
    "ref_requirement": f'"force" VARCHAR, unit_type VARCHAR, "role" VARCHAR, course VARCHAR, {_SPAN}',
    "ref_carrier": f'"force" VARCHAR, work_family VARCHAR, "role" VARCHAR, {_SPAN}',
    "ref_ceiling": '"force" VARCHAR, work_family VARCHAR, "role" VARCHAR, open_per_fte DOUBLE, '
    f"{_SET}, {_SPAN}",
    "ref_weight": '"force" VARCHAR, work_family VARCHAR, work_type VARCHAR, hours DOUBLE, low DOUBLE, '
    f'high DOUBLE, "source" VARCHAR, set_by VARCHAR, status VARCHAR, {_SPAN}',
    "ref_working_time": '"force" VARCHAR, contracted_hours DOUBLE, hours_lost DOUBLE, '
    "available_hours DOUBLE, "
    f'"source" VARCHAR, set_by VARCHAR, status VARCHAR, {_SPAN}',
    "ref_line": f'"force" VARCHAR, metric VARCHAR, level DOUBLE, unit_type VARCHAR, '
    f"work_family VARCHAR, {_SET}, {_SPAN}",
    "ref_setting": f'"force" VARCHAR, name VARCHAR, "value" VARCHAR, {_SPAN}, {_SET}',
    "ref_work_type": "work_family VARCHAR, work_type VARCHAR",
}
RECORDS: dict[str, str] = {
    "coverage": '"force" VARCHAR, dataset VARCHAR, month_end DATE, unit VARCHAR, load_id VARCHAR, '
    "rows_held BIGINT DEFAULT 0",
    "correction": '"force" VARCHAR, dataset VARCHAR, month_end DATE, unit VARCHAR, first_load_id VARCHAR, '
    "first_at VARCHAR, load_id VARCHAR, corrected_at VARCHAR",
    "load": 'load_id VARCHAR, "force" VARCHAR, dataset VARCHAR, file_name VARCHAR, sha256 VARCHAR, '
    "loaded_at VARCHAR, loaded_by VARCHAR, rows_read BIGINT, rows_loaded BIGINT, rows_held BIGINT, "
    "rows_ignored BIGINT",
    # What a person decided at a load: one row for each unit and month it touches, unit NULL the whole force.
    "accepted_warning": 'load_id VARCHAR, "force" VARCHAR, dataset VARCHAR, month_end DATE, unit VARCHAR, '
    "sheet VARCHAR, code VARCHAR, says VARCHAR, cells BIGINT, reason VARCHAR, accepted_by VARCHAR, "
    "accepted_at VARCHAR",
    "held_row": 'load_id VARCHAR, "force" VARCHAR, dataset VARCHAR, month_end DATE, unit VARCHAR, '
    "sheet VARCHAR, row_number INTEGER, reason VARCHAR, held_by VARCHAR, held_at VARCHAR",
    "finding": 'id VARCHAR, "force" VARCHAR, unit VARCHAR, month_end DATE, n BIGINT, detail VARCHAR',
    # Returns whose rows about people were deleted, as the force has set.
    "rows_gone": 'load_id VARCHAR, "force" VARCHAR, dataset VARCHAR, month_end DATE, row_count BIGINT, '
    "deleted_at VARCHAR",
    "meta": '"key" VARCHAR, "value" VARCHAR',
}
# Those that the metrics make and fill (metrics/schema.sql).
FIGURES = (
    "figure", "figure_first", "spread", "line_run", "tenure", "tenure_exit", "tenure_test", "unit_left",
    "in_two_units", "course_ahead",
)  # fmt: skip
WITH_FAMILY = ("caseload", "investigators")


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Every table of a warehouse file but those of FIGURES, empty."""
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
    """The statements that make the tables of FIGURES; the metrics keep them."""
    return (Path(metrics.__file__).parent / "schema.sql").read_text("utf-8")


def canonical_columns(name: str) -> dict[str, str]:
    """Column name -> DuckDB type of an accepted row: the contract's, keyed, then where it came from."""
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
