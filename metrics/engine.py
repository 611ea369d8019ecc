"""Read what was published, for the units a reader may see."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from metrics import match
from metrics.catalogue import METRICS
from metrics.model import DIMENSIONS, Metric
from metrics.publish import build

KEYS = ("force", "unit", "month_end", *DIMENSIONS)
LEVELS = ("unit", "unit type", "force")
SHOWN = ("numerator", "denominator", "value")

__all__ = ["LEVELS", "Metric", "NotAdded", "Scope", "Where", "build", "read", "read_spread"]

Scope = frozenset[tuple[str, str]]
Where = Mapping[str, Sequence[str]]


class NotAdded(ValueError):
    """Rows were asked for that would add things that are never added, such as families of work."""


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
    as_first: bool = False,
) -> pd.DataFrame:
    """Published figures of a metric: the columns of `by`, then numerator, denominator, value and units
    covered.

    `where` filters force, unit or a dimension; rows that do not vary by the dimension are kept. A ratio is
    the ratio of the sums. A value is NaN where nothing was sent, or nothing is there to divide by;
    `metric.say` tells which. `as_first`: as first reported, in the months in which one of its figures was
    corrected and in no other. Raises NotAdded when the answer would add what the metric says is never added,
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
    frame = cursor.execute(_sql("read_first" if as_first else "read_now") + _sql("rollup"), params).df()
    found = _with_value(metric, frame[[*by, "numerator", "denominator", "units"]])
    if not metric.rests_on_match or found.empty:
        return found
    shares = _matched(cursor, scope, by, force, month_from, month_to, where)
    return match.withhold(found, shares, match.limits(cursor, _forces(scope, force)), SHOWN, month_to)


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

    There is no row for fewer than ten people. `where` filters force, unit and work family. The measures of
    a group whose people could not be matched are withheld; a unit type is judged by the force.
    """
    metric = METRICS[metric] if isinstance(metric, str) else metric
    where = dict(where or {})
    if metric.kind != "distribution" or level not in LEVELS:
        raise ValueError(f"{metric.id} has no spread by {level}")
    params = {**_params(metric, scope, force, where, month_from, month_to), "level": level}
    params["work_family"] = list(where["work_family"]) if "work_family" in where else None
    found = cursor.execute(_sql("read_spread"), params).df()
    if not metric.rests_on_match or found.empty:
        return found
    by = ("force", "unit", "month_end") if level == "unit" else ("force", "month_end")
    shares = _matched(cursor, scope, by, force, month_from, month_to, where)
    found["unit"] = found["name"]
    held = match.withhold(
        found,
        shares,
        match.limits(cursor, _forces(scope, force)),
        ("median", "p90", "over_ceiling"),
        month_to,
    )
    return held.drop(columns="unit")


def _matched(
    cursor: duckdb.DuckDBPyConnection,
    scope: Scope,
    by: Sequence[str],
    force: str | None,
    month_from: date | None,
    month_to: date | None,
    where: Where,
) -> pd.DataFrame:
    """The share of people matched, by the force, unit and month of the figures that are asked for."""
    return read(
        cursor,
        match.METRIC,
        scope,
        by=[name for name in by if name in match.KEYS],
        force=force,
        month_from=month_from,
        month_to=month_to,
        where={name: where[name] for name in where if name in match.KEYS},
    )


def _forces(scope: Scope, force: str | None) -> frozenset[str]:
    return frozenset({force} if force else {of for of, _ in scope})


@cache
def _sql(name: str) -> str:
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")


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
