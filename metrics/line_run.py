"""How long each unit has been beyond its force's line, worked out once, at publish."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from metrics.catalogue import METRICS
from metrics.engine import read
from metrics.model import Metric
from metrics.verdicts import beyond_line, every_month

HERE = Path(__file__).parent
COLUMNS = (
    "metric", "force", "unit", "work_family", "month_end", "line", "over_last_12", "known_last_12",
    "current", "longest", "since",
)  # fmt: skip
Row = tuple[Any, ...]
Unit = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """A level that a force watches, in the unit of its metric's values, and the days it holds for."""

    level: float
    valid_from: date | None
    valid_to: date | None
    work_family: str | None = None

    def is_for(self, work_family: str | None) -> bool:
        """Whether it is for that family of work: its own, or every one."""
        return self.work_family in (None, work_family)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on that day, both ends included."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


def fill(con: duckdb.DuckDBPyConnection, forces: Iterable[str]) -> None:
    """Fill `line_run` for these forces, replacing what was there. `figure` and the `ref_*` tables are full.

    A line for the family of work goes before one for all families, and one for a unit's own type before one
    for all types. A month without a figure has no row; a
    measure that is no longer in the catalogue has none either.
    """
    ours = sorted(set(forces))
    found = con.execute(_sql("lines_of_units"), {"forces": ours}).fetchall()
    lines: dict[str, dict[Unit, list[Line]]] = {}
    for name, force, unit, family, level, start, end in found:
        lines.setdefault(name, {}).setdefault((force, unit), []).append(Line(level, start, end, family))
    rows = [row for name in lines if name in METRICS for row in _of_metric(con, METRICS[name], lines[name])]
    new = {
        "line_run_force": pd.DataFrame({"force": pd.Series(ours, dtype=object)}),
        "line_run_new": pd.DataFrame(rows, columns=list(COLUMNS), dtype=object),
    }
    for name, frame in new.items():
        con.register(name, frame)
    con.execute(_sql("keep_line_run"))
    for name in new:
        con.unregister(name)


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _of_metric(
    con: duckdb.DuckDBPyConnection, metric: Metric, lines: dict[Unit, list[Line]]
) -> Iterator[Row]:
    if metric.kind == "distribution":
        return
    families = [name for name in ("work_family",) if name in metric.dimensions]
    frame = read(con, metric, frozenset(lines), by=("force", "unit", *families, "month_end"))
    if frame.empty:
        return
    for key, series in frame.groupby(["force", "unit", *families], dropna=False, sort=True):
        force, unit = str(key[0]), str(key[1])
        family = str(key[2]) if families and key[2] == key[2] and key[2] is not None else None
        ours = [line for line in lines[force, unit] if line.is_for(family)]
        for month, *rest in of_series(metric, _values(series), ours):
            yield (metric.id, force, unit, family, month, *rest)


def _values(series: pd.DataFrame) -> dict[date, float | None]:
    """The figure of each month end, None where it is not known or withheld."""
    ends = pd.to_datetime(series["month_end"]).dt.date
    return {
        month: float(value) if isinstance(value, int | float) and value == value else None
        for month, value in zip(ends, series["value"], strict=True)
    }


def of_series(metric: Metric, values: dict[date, float | None], lines: Sequence[Line]) -> Iterator[Row]:
    """For each month with a figure and a line: month end, line, over and known of the last 12 months, the
    run that reaches it, the longest run until then, and the first month of the current one.
    """
    months = every_month(sorted(values))
    levels = [next((line.level for line in lines if line.holds_on(month)), None) for month in months]
    for place, (month, level) in enumerate(zip(months, levels, strict=True)):
        if level is None or values.get(month) is None:
            continue
        seen = [values.get(each) for each in months[: place + 1]]
        run = beyond_line(metric, seen, levels[: place + 1])
        since = None if run.current.start is None else months[run.current.start]
        yield month, level, run.over, run.known, run.current.months, run.longest.months, since
