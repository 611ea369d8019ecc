"""Building the next warehouse file: the forces a change touches anew, the others as they were published."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import duckdb

import settings as settings_door
from contracts import DATASETS, NOT_MONTHLY
from etl.faults import point
from etl.publishing import findings, first_reported, held, kept_figures, references, rows, tables
from etl.publishing.codes import Codes
from etl.publishing.figures import fill_figures
from etl.publishing.noted import accepted_records, held_records, rows_held
from etl.publishing.plan import Plan
from settings.model import Settings
from store.durable import put_in_place, sha256_of
from store.place import Store

# Files that either 1.5 or 2.0 opens.
READABLE_BY = {"storage_compatibility_version": "v1.4.0"}
SQL = Path(__file__).parent / "sql"
# One force is small tables and many statements, where a second thread only gets in the way.
FEW = 3


def build_file(store: Store, plan: Plan, settings: Settings) -> tuple[str, str]:
    """Build, flush and name the file; returns its name under published/ (or apart) and its SHA-256.

    Until a publication in the control plane names it, the file is nothing, and the next start removes it.
    """
    name = f"warehouse-{(plan.base.id if plan.base else 0) + 1:06d}-{secrets.token_hex(4)}.duckdb"
    half = store.new_figures / f".{name}.tmp"
    try:
        _write(half, store, plan, settings)
    except duckdb.Error:
        # A damaged base shows only when its blocks are read. The accepted rows do not need it.
        half.unlink(missing_ok=True)
        half.with_name(half.name + ".wal").unlink(missing_ok=True)
        _write(half, store, replace(plan, change=replace(plan.change, everything=True)), settings)
    point("warehouse_built")
    digest = sha256_of(half)
    put_in_place(half, store.new_figures / name)
    point("warehouse_in_place")
    return name, digest


def _write(half: Path, store: Store, plan: Plan, settings: Settings) -> None:
    with duckdb.connect(str(half), config=dict(READABLE_BY)) as con:
        if len({force for force, _, _ in plan.touched}) <= FEW:
            con.execute("SET threads = 1")
        fill(con, store, plan, settings)
        con.execute("CHECKPOINT")


def fill(con: duckdb.DuckDBPyConnection, store: Store, plan: Plan, settings: Settings) -> None:
    """Everything that a published file holds, into an empty database."""
    forces = _build(con, store, plan, settings)
    first_reported.fill(con, store, plan, settings, forces)
    kept_figures.end(con, plan)


def _build(con: duckdb.DuckDBPyConnection, store: Store, plan: Plan, settings: Settings) -> frozenset[str]:
    """All but the figures as first reported. Returns the forces that were made anew."""
    con.execute("BEGIN")
    tables.create(con)
    con.execute(tables.figure_tables())
    carried = _can_carry(con, store, plan, settings)
    groups = plan.touched if carried else plan.groups
    forces = frozenset(force for force, _, _ in groups)
    rows.prepare(con, plan)
    rows.touch(con, groups)
    if carried:
        _carry(con, forces)
    codes = Codes(settings)
    for dataset in DATASETS:
        rows.fill(con, store, plan, codes, dataset, groups)
    point("warehouse_half_built")
    references.fill(con, settings)
    _records(con, plan, settings)
    kept_figures.begin(con, store, plan)
    fill_figures(con, settings, forces, partial(kept_figures.put_back, con, plan, kept_figures.OF_MEASURES))
    findings.run(con, plan)
    con.execute("COMMIT")
    return forces


def _can_carry(con: duckdb.DuckDBPyConnection, store: Store, plan: Plan, settings: Settings) -> bool:
    """Whether what the change does not touch may be copied from the base, attached here.

    Not where settings or the product have changed since, where words were unknown, or the file is damaged.
    """
    base = plan.base and store.published / plan.base.file
    if plan.change.everything or not plan.base or not base or not base.exists():
        return False
    if plan.base.settings_hash != settings_door.digest(settings):
        return False
    try:
        con.execute(f"ATTACH '{_quoted(base)}' AS base (READ_ONLY)")
        made = con.execute('SELECT "value" FROM base.meta WHERE "key" = \'made_with\'').fetchall()
        unknown = con.execute("SELECT count(*) FROM base.finding WHERE id LIKE 'etl.%'").fetchall()
    except duckdb.Error:
        return False
    return made == [(made_with(),)] and unknown == [(0,)]


def _carry(con: duckdb.DuckDBPyConnection, forces: frozenset[str]) -> None:
    """Copy from the base the rows of groups, and the figures of forces, that the change does not touch."""
    for table in DATASETS:
        con.execute(
            f'INSERT INTO "{table}" BY NAME SELECT b.* FROM base."{table}" AS b ANTI JOIN touched AS t '
            'ON t.dataset = $table AND b."force" = t."force" AND b.month_end = t.month_end',
            {"table": table},
        )
    for table in tables.FIGURES:
        con.execute(
            f'INSERT INTO "{table}" BY NAME SELECT * FROM base."{table}" '
            'WHERE NOT list_contains($forces::VARCHAR[], "force")',
            {"forces": sorted(forces)},
        )


def _records(con: duckdb.DuckDBPyConnection, plan: Plan, settings: Settings) -> None:
    con.execute("INSERT INTO coverage BY NAME " + (SQL / "coverage.sql").read_text("utf-8"))
    first_reported.corrections(con, plan)
    _insert(con, "load", _loads(plan, held.rows_held(con)))
    _insert(con, "accepted_warning", accepted_records(plan.noted, plan.holding))
    _insert(con, "held_row", held_records(plan.noted, plan.holding))
    facts = {
        "settings_hash": settings_door.digest(settings),
        "made_with": made_with(),
        "synthetic": str(any(f.synthetic for f in settings.forces)).lower(),
        "newest_month": max(
            (c.scope.month_end for c in plan.holding if c.scope.dataset in _MONTHLY), default=""
        ),
    }
    references.insert(con, "meta", [{"key": key, "value": value} for key, value in facts.items()])


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[references.Row]) -> None:
    if rows:
        references.insert(con, table, rows)


_MONTHLY = frozenset(DATASETS) - NOT_MONTHLY


def _loads(plan: Plan, held_back: Mapping[held.Sheet, int]) -> list[references.Row]:
    old = [
        (r.load_id, r.force, s, r.file_name, r.sha256, r.loaded_at, r.loaded_by)
        for r in reversed(plan.loads)
        for s in r.sheets
    ]
    new = [
        (e.load.load_id, e.load.force, s.record, e.load.file_name, e.load.sha256, e.load.at, e.load.by)
        for e in plan.change.new
        for s in e.sheets
    ]
    # What was accepted is held back or not by the settings of the day, so it is counted at each publish;
    # rows held back by decision were never accepted.
    decided = rows_held(plan.noted)
    return [
        {
            "load_id": load_id, "force": force, "dataset": s.dataset, "file_name": file_name,
            "sha256": sha256, "loaded_at": at, "loaded_by": by, "rows_read": s.rows_read,
            "rows_loaded": s.rows_loaded - (back := held_back.get((load_id, s.dataset, s.sheet), 0)),
            "rows_held": back + decided.get((load_id, s.dataset, s.sheet), 0),
            "rows_ignored": s.rows_ignored,
        }
        for load_id, force, s, file_name, sha256, at, by in [*old, *new]
    ]  # fmt: skip


@cache
def made_with() -> str:
    """A digest of everything that turns rows into figures: a product that reckons otherwise rebuilds all."""
    root = Path(__file__).resolve().parents[2]
    parts = [p for layer in ("contracts", "metrics", "etl") for p in sorted((root / layer).rglob("*"))]
    code = hashlib.sha256(duckdb.__version__.encode())
    for part in parts:
        if part.suffix in (".sql", ".py") and "samples" not in part.parts:
            code.update(part.read_bytes())
    return code.hexdigest()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
