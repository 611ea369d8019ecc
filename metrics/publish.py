"""Run every metric's query once, at publish, and keep its additive parts."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from metrics.catalogue import METRICS
from metrics.model import Enters, Metric

FEWEST_PEOPLE_IN_A_SPREAD = 10
# In this order: each is made from those before it.
PARTS = (
    "asked_month", "asked_force", "unit_of_force", "sent", "calendar", "carrier", "carrying_role",
    "catalogue", "requirement", "training_source", "covered", "reduced_share", "person_month", "staff",
    "carrying", "work_hours", "carrier_hours", "step", "main_unit", "movement", "exit", "course_state",
    "course_need", "trauma_state", "recorded_all", "recorded_year", "recorded_part", "people_of_force",
    "budget_year",
)  # fmt: skip
MONTHS_IN: Mapping[Enters, int] = {"last": 1, "sum": 12, "mean": 13}


def build(
    con: duckdb.DuckDBPyConnection,
    months: Iterable[date],
    forces: Iterable[str],
    metrics: Iterable[Metric] | None = None,
) -> None:
    """Fill `figure` and `spread` of a warehouse being built, for these months and forces, replacing what was
    there.

    The warehouse holds a table per dataset, the `ref_*` tables, `coverage` and `load`. A month that was not
    sent gives no row. Leaves every other force and month as it is.
    """
    asked: dict[str, dict[str, Any]] = {
        "asked_month": {"months": sorted(set(months))},
        "asked_force": {"forces": sorted(set(forces))},
    }
    con.execute(_sql("schema"))
    con.execute(_sql("begin"))
    for part in PARTS:
        con.execute(_sql(f"parts/{part}"), asked.get(part))
    ready_for = None
    for metric in sorted(metrics or METRICS.values(), key=_what_it_needs):
        if ready_for != _what_it_needs(metric):
            ready_for = _what_it_needs(metric)
            con.execute(_sql("ready"), _ready_params(metric))
        _publish(con, metric)
    con.execute(_sql("keep"))


@cache
def _sql(name: str) -> str:
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")


def _what_it_needs(metric: Metric) -> tuple[Any, ...]:
    return metric.needs, metric.months_back, metric.whose


def _ready_params(metric: Metric) -> dict[str, Any]:
    return {
        "needs": [list(datasets) for datasets in metric.needs],
        "months_back": list(metric.months_back),
        "whose": metric.whose,
    }


def _publish(con: duckdb.DuckDBPyConnection, metric: Metric) -> None:
    con.execute(_sql("part_view") + metric.sql)
    if metric.kind == "distribution":
        params: dict[str, Any] = {"metric": metric.id, "fewest_people": FEWEST_PEOPLE_IN_A_SPREAD}
        con.execute(_sql("publish_spread"), params)
        return
    params = {"metric": metric.id, "combine": metric.combine, "zero_is_a_return": metric.zero_is_a_return}
    for part, enters in (("numerator", metric.numerator_enters), ("denominator", metric.denominator_enters)):
        months = MONTHS_IN[enters] if metric.window == 12 else 1
        params |= {f"{part}_months": months, f"{part}_share": 1 / 13 if months == 13 else 1.0}
    con.execute(_sql("publish_figure"), params)
