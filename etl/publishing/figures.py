"""The figures of the forces being published, reckoned by the metrics engine."""

from __future__ import annotations

from collections.abc import Callable

import duckdb

from contracts import NOT_MONTHLY
from metrics import course_ahead, engine, in_two_units, line_run, tenure
from settings.model import Settings


def fill_figures(
    con: duckdb.DuckDBPyConnection, settings: Settings, forces: frozenset[str], put_back: Callable[[], None]
) -> None:
    """Fill every table of figures (etl.publishing.tables.FIGURES) for all months of these forces.

    `put_back` adds those that no rows are left for; how long a figure was beyond a line rests on them too.
    """
    ours = sorted(forces & {force.code for force in settings.forces})
    found = con.execute(
        "SELECT DISTINCT month_end FROM coverage WHERE NOT list_contains($beside::VARCHAR[], dataset) "
        'AND list_contains($forces::VARCHAR[], "force") ORDER BY month_end',
        {"forces": ours, "beside": sorted(NOT_MONTHLY)},
    ).fetchall()
    if ours and found:
        engine.build(con, [month for (month,) in found], ours)
    put_back()
    if ours and found:
        line_run.fill(con, ours)
        tenure.fill(con, ours)
        course_ahead.fill(con)
        in_two_units.fill(con)
