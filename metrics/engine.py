"""Run every metric's query once, at publish; read what was published, for the units a reader may see."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from metrics.catalogue import METRICS
from metrics.model import DIMENSIONS, Enters, Metric

FEWEST_PEOPLE_IN_A_SPREAD = 10
KEYS = ("force", "unit", "month_end", *DIMENSIONS)
LEVELS = ("unit", "unit type", "force")
# In this order: each is made from those before it.
PARTS = (
    "asked_month", "asked_force", "unit_of_force", "sent", "calendar", "carrier", "carrying_role",
    "catalogue", "requirement", "training_source", "covered", "reduced_share", "person_month", "staff",
    "carrying", "step", "main_unit", "movement", "exit", "course_state", "course_need", "trauma_state",
)  # fmt: skip
MONTHS_IN: Mapping[Enters, int] = {"last": 1, "sum": 12, "mean": 13}

Scope = frozenset[tuple[str, str]]
Where = Mapping[str, Sequence[str]]


class NotAdded(ValueError):
    """Rows were asked for that would add things that are never added, such as families of work."""


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


def read(
    cursor: duckdb.DuckDBPyConnection,
    metric: Metric | str,
    scope: Scope,
    *,
    by: Sequence[str] = ("unit", "month_end"),
    force: str | None = None,
    month_from: date | None = None,
    month_to: date | None = None,
    where: Where | None = None,
) -> pd.DataFrame:
    """Published figures of a metric: the columns of `by`, then numerator, denominator, value and units
    covered.

    `where` filters force, unit or a dimension; rows that do not vary by the dimension are kept. A ratio is
    the ratio of the sums. A value is NaN where nothing was sent, or nothing is there to divide by;
    `metric.say` tells which. Raises NotAdded when the answer would add what the metric says is never added,
    ValueError for an unknown column.
    """
    metric = METRICS[metric] if isinstance(metric, str) else metric
    where = dict(where or {})
    _check(metric, by, where, month_from is not None and month_from == month_to)
    params = {
        **_params(metric, scope, force, where, month_from, month_to),
        **{name: list(where[name]) if name in where else None for name in DIMENSIONS},
        **{f"by_{name}": name in by for name in KEYS},
        "combine": metric.combine,
    }
    frame = cursor.execute(_sql("rollup"), params).df()
    return _with_value(metric, frame[[*by, "numerator", "denominator", "units"]])


def read_spread(
    cursor: duckdb.DuckDBPyConnection,
    metric: Metric | str,
    scope: Scope,
    *,
    level: str = "unit",
    force: str | None = None,
    month_from: date | None = None,
    month_to: date | None = None,
    where: Where | None = None,
) -> pd.DataFrame:
    """A published distribution at one level (unit, unit type or force): n, median, p90 and share over the
    ceiling.

    There is no row for fewer than ten people. `where` filters force, unit and work family.
    """
    metric = METRICS[metric] if isinstance(metric, str) else metric
    where = dict(where or {})
    if metric.kind != "distribution" or level not in LEVELS:
        raise ValueError(f"{metric.id} has no spread by {level}")
    params = {**_params(metric, scope, force, where, month_from, month_to), "level": level}
    params["work_family"] = list(where["work_family"]) if "work_family" in where else None
    return cursor.execute(_sql("read_spread"), params).df()


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


def _check(metric: Metric, by: Sequence[str], where: Where, one_month: bool) -> None:
    known = {"force", "unit", "month_end", *metric.dimensions}
    unknown = [name for name in (*by, *where) if name not in known]
    if unknown or "month_end" in where:
        raise ValueError(f"{metric.id} is not split by {', '.join(unknown) or 'a month given in where'}")
    if metric.kind == "distribution":
        raise ValueError(f"{metric.id} is a distribution: read_spread gives it")
    for name in metric.not_added_over:
        one = one_month if name == "month_end" else len(where.get(name, ())) == 1
        if name not in by and not one:
            raise NotAdded(f"{metric.id} is never added over {name}: group by it, or ask for one")


def _params(
    metric: Metric,
    scope: Scope,
    force: str | None,
    where: Where,
    month_from: date | None,
    month_to: date | None,
) -> dict[str, Any]:
    """Which rows: the metric, the months, and the reader's units that were asked for, each as force/unit."""
    wanted = [
        (of, unit)
        for of, unit in scope
        if force in (None, of) and of in where.get("force", (of,)) and unit in where.get("unit", (unit,))
    ]
    pairs = {f"{of}/{unit}" for of, unit in wanted} | {f"{of}/" for of, _ in wanted}
    return {"metric": metric.id, "scope": sorted(pairs), "month_from": month_from, "month_to": month_to}


def _with_value(metric: Metric, frame: pd.DataFrame) -> pd.DataFrame:
    """The one place that divides a column by another; zero to divide by gives no value."""
    numerator = frame["numerator"].astype("float64")
    denominator = frame["denominator"].astype("float64")
    value = numerator if metric.kind == "count" else numerator / denominator.where(denominator > 0)
    return frame.assign(numerator=numerator, denominator=denominator, value=value)[
        [*(c for c in frame.columns if c != "units"), "value", "units"]
    ]
