"""What the sheets say about each other, reckoned at publish; shown with the figures, never a bar."""

from __future__ import annotations

from pathlib import Path

import duckdb

import contracts
from contracts import FINDINGS
from etl.publishing.plan import Plan

FOLDER = Path(contracts.__file__).parent / "findings"
SQL = Path(__file__).parent / "sql"


def run(con: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Fill `finding`: the contracts' own, and words that the settings do not know."""
    sent = {claim.scope.dataset for claim in plan.holding}
    for finding in FINDINGS:
        if set(finding.needs) <= sent:
            _one(con, finding.id, (FOLDER / finding.sql).read_text("utf-8"))
    con.execute("INSERT INTO finding BY NAME " + (SQL / "unknown_findings.sql").read_text("utf-8"))


def _one(con: duckdb.DuckDBPyConnection, finding_id: str, sql: str) -> None:
    con.execute(
        'INSERT INTO finding BY NAME SELECT $id AS id, f."force", f.unit, f.month_end, f.n, f.detail '
        f"FROM ({sql.strip().rstrip(';')}) AS f",
        {"id": finding_id},
    )
