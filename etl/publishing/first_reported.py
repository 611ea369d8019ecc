"""Figures as first reported: what they would be had no return been sent again, kept where that differs.

A pure function of the loads that stand, as the figures themselves are: a rebuild gives the same, and an
undone load leaves no trace here. Settings are those of today on both sides, so that only returns tell the two
apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from contracts import DATASETS, NOT_MONTHLY, OF_NO_MONTH, PUBLISHED
from etl.publishing import references, rows, tables
from etl.publishing.codes import Codes
from etl.publishing.plan import Group, Plan
from metrics import engine
from metrics.catalogue import METRICS
from metrics.model import Metric
from settings.model import Settings
from store import coverage
from store.coverage import WHOLE_FORCE, Claim, Scope
from store.place import Store

SQL = Path(__file__).parent / "sql"
# A distribution is of people and is not kept beside itself; what counts returns is not changed by one.
KEPT = tuple(metric for metric in METRICS.values() if metric.needs and metric.kind != "distribution")
NEVER_READ = PUBLISHED  # each edition stands beside the others, and enters no measure
HOLDS_ON = ["training", *sorted(OF_NO_MONTH - PUBLISHED)]
"""Of which an older row may still hold, however old."""
WORKFORCE = frozenset({"establishment", "people", "unavailable", "movements"})
"""Sheets of one workbook, of which one may stand in for another or explain it: they count together."""
FARTHEST = max(max(metric.months_back) for metric in KEPT)
"""How many months after its own a return can still enter a figure; a training record holds until the next."""


def corrections(con: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Which sheet of which unit and month was sent again, with the first load and the one that speaks now."""
    at = {record.load_id: record.loaded_at for record in plan.loads}
    at |= {entry.load.load_id: entry.load.at for entry in plan.change.new}
    found = [
        {
            **_scope(scope),
            "first_load_id": first,
            "first_at": at[first],
            "load_id": now,
            "corrected_at": at[now],
        }
        for scope, first, now in sorted(_sent_again(plan))
    ]
    if found:
        references.insert(con, "correction", found)


def _scope(scope: Scope) -> references.Row:
    unit = None if scope.unit == WHOLE_FORCE else scope.unit
    return {"force": scope.force, "dataset": scope.dataset, "month_end": scope.month_end, "unit": unit}


def _sent_again(plan: Plan) -> Iterator[tuple[Scope, str, str]]:
    """Each scope that somebody else spoke for first, with the first load and the present one."""
    first = {claim.scope: claim.load_id for claim in coverage.as_first_reported(plan.claims)}
    now = {claim.scope: claim.load_id for claim in plan.holding}
    for scope in first.keys() | now.keys():
        whole = replace(scope, unit=WHOLE_FORCE)
        was = first.get(scope) or first.get(whole)
        is_ = now.get(scope) or now.get(whole)
        if was and is_ and was != is_:
            yield scope, was, is_


def fill(
    con: duckdb.DuckDBPyConnection, store: Store, plan: Plan, settings: Settings, forces: frozenset[str]
) -> None:
    """Fill `figure_first` for these forces; nothing is done for one that was never sent anything again."""
    groups = _groups(plan, forces)
    if not groups:
        return
    ((file,),) = con.execute("SELECT current_database()").fetchall()
    # A connection of its own: the temporary tables of the two reckonings have the same names.
    with con.cursor() as apart:
        apart.execute("ATTACH ':memory:' AS as_first_reported")
        apart.execute("USE as_first_reported")
        try:
            _reckon(apart, f'"{file}"', store, plan, settings, groups)
        finally:
            apart.execute(f'USE "{file}"')
            apart.execute("DETACH as_first_reported")


def _groups(plan: Plan, forces: frozenset[str]) -> frozenset[Group]:
    """The rows to read again: of a force with a movement among them all movements, each counted once."""
    found = {
        (scope.force, scope.dataset, scope.month_end)
        for scope, _, _ in _sent_again(plan)
        if scope.force in forces and scope.dataset not in OF_NO_MONTH
    } - plan.closed
    moved = {force for force, dataset, _ in found if dataset == "movements"}
    return frozenset(found | {g for g in plan.groups - plan.closed if g[0] in moved and g[1] == "movements"})


def _reckon(
    con: duckdb.DuckDBPyConnection,
    file: str,
    store: Store,
    plan: Plan,
    settings: Settings,
    groups: frozenset[Group],
) -> None:
    """Rows, coverage and figures as first reported; those that differ go into the file."""
    first = replace(plan, holding=coverage.as_first_reported(plan.claims))
    months = _months(first.holding, groups)
    if not months:
        return  # such as demand of months without a return
    tables.create(con)
    con.execute(tables.figure_tables())
    rows.prepare(con, first)
    rows.touch(con, groups)
    forces = sorted({force for force, _, _ in groups})
    codes = Codes(settings)
    for name in (name for name in DATASETS if name not in NEVER_READ):
        con.execute(
            f'INSERT INTO "{name}" BY NAME SELECT f.* FROM {file}."{name}" AS f ANTI JOIN touched AS t '
            'ON t.dataset = $table AND f."force" = t."force" AND f.month_end = t.month_end '
            'WHERE list_contains($forces::VARCHAR[], f."force") AND (list_contains($hold::VARCHAR[], $table) '
            "OR f.month_end >= last_day($first::DATE - to_months($reach::INTEGER)))",
            {
                "table": name,
                "forces": forces,
                "first": min(months),
                "reach": FARTHEST + 1,
                "hold": HOLDS_ON,
            },
        )
        rows.fill(con, store, first, codes, name, groups)
    for name in tables.REFERENCES:  # what the forces have set is that of the file
        con.execute(f'INSERT INTO "{name}" SELECT * FROM {file}."{name}"')
    _coverage(con, file)
    engine.build(con, months, forces, touched_by({dataset for _, dataset, _ in groups}))
    con.execute(f"CREATE OR REPLACE TEMP VIEW published AS SELECT * FROM {file}.figure")
    con.execute(f"INSERT INTO {file}.figure_first " + _sql("figure_first.sql"))


def touched_by(datasets: Collection[str]) -> list[Metric]:
    """The measures that a sheet sent again may change: those that need it, or one that stands in for it."""
    again = set(datasets)
    if again & WORKFORCE:
        again |= WORKFORCE
    return [m for m in KEPT if any(again & set(alternative) for alternative in m.needs)]


def _coverage(con: duckdb.DuckDBPyConnection, file: str) -> None:
    """What the first loads speak for, with what of it is held back; elsewhere as in the file."""
    con.execute("INSERT INTO coverage BY NAME " + _sql("coverage.sql"))
    at = 'c."force" = t."force" AND c.dataset = t.dataset AND c.month_end = t.month_end'
    con.execute(f"DELETE FROM coverage AS c WHERE NOT EXISTS (FROM touched AS t WHERE {at})")
    con.execute(
        f"INSERT INTO coverage BY NAME SELECT c.* FROM {file}.coverage AS c ANTI JOIN touched AS t ON {at}"
    )


def _months(claims: frozenset[Claim], groups: frozenset[Group]) -> list[date]:
    """The months whose figures a return that was sent again can enter."""
    monthly = [claim.scope for claim in claims if claim.scope.dataset not in NOT_MONTHLY]
    sent = sorted({date.fromisoformat(scope.month_end) for scope in monthly})
    again = [(date.fromisoformat(month), dataset) for _, dataset, month in groups]
    return [month for month in sent if any(_enters(*each, month) for each in again)]


def _enters(month: date, dataset: str, figure: date) -> bool:
    between = (figure.year - month.year) * 12 + figure.month - month.month
    return between >= 0 and (dataset == "training" or between <= FARTHEST)


def _sql(file: str) -> str:
    return (SQL / file).read_text("utf-8")
