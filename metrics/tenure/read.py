"""Time in a unit as it was published, for a reader of all the units that a curve pools."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from analysis.false_discoveries import adjusted
from analysis.risk_sets import FEWEST_AT_RISK, RiskSets

HERE = Path(__file__).parent
FORCE, UNIT_TYPE = "force", "unit type"
Scope = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Tenure:
    """Who was at risk of leaving, and who left for where, at each length of time; of a force or a unit type.

    `every_year` is how many were at risk after 0, 12, 24 months and so on; `start_unknown` how many are left
    out, since nobody said when they joined.
    """

    level: str
    name: str
    fewest: int
    sets: RiskSets
    every_year: tuple[int, ...]
    start_unknown: int


@dataclass(frozen=True)
class Comparison:
    """A unit type against all others by the log-rank test; all but the name None where it is not allowed.

    `q_value` is the p-value adjusted for all types tested at the month end (Benjamini and Hochberg): of those
    called different at 0.05, at most 5% are chance.
    """

    name: str
    exits: int | None
    expected: float | None
    chi_squared: float | None
    p_value: float | None
    q_value: float | None = None
    tested: int = 0


@cache
def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def read(
    cursor: duckdb.DuckDBPyConnection,
    scope: Scope,
    force: str,
    month_end: date,
    fewest: int = FEWEST_AT_RISK,
) -> tuple[tuple[Tenure, ...], tuple[Comparison, ...]]:
    """The curves and tests of a force as at a month end, for a reader of the units in `scope`.

    A curve of the force is given to a reader of all its units, one of a unit type to a reader of all units
    of that type, a test to a reader of them all. Nothing where no People were sent for the month. `fewest`
    is 5 or, for publication, 10.
    """
    units = sorted(unit for of, unit in scope if of == force)
    asked = {"force": force, "month": month_end}
    found = cursor.execute(_sql("read_tenure"), {**asked, "scope": units, "fewest": fewest}).fetchall()
    exits: dict[tuple[str, str], dict[str, Any]] = {}
    for level, name, destination, left in cursor.execute(
        _sql("read_tenure_exit"), {**asked, "scope": units, "fewest": fewest}
    ).fetchall():
        exits.setdefault((level, name), {})[destination] = left
    tests = cursor.execute(_sql("read_tenure_test"), {**asked, "scope": units}).fetchall()
    curves = tuple(_tenure(row, fewest, exits.get(row[:2], {})) for row in found)
    return curves, together(Comparison(*row) for row in tests)


def together(month: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The tests of one month with what each is worth among them all."""
    tests = list(month)
    done = [test.name for test in tests if test.p_value is not None]
    q_values = dict(zip(done, adjusted([t.p_value for t in tests if t.p_value is not None]), strict=True))
    return tuple(replace(test, q_value=q_values.get(test.name), tested=len(done)) for test in tests)


def _tenure(row: tuple[Any, ...], fewest: int, exits: Mapping[str, Any]) -> Tenure:
    level, name, watched, start_unknown, starts_at, months, at_risk, every_year = row
    left = {where: np.array(counts, dtype=np.float64) for where, counts in exits.items()}
    sets = RiskSets(
        np.array(months, dtype=np.float64), np.array(at_risk, dtype=np.float64), left, starts_at, watched
    )
    return Tenure(level, name, fewest, sets, tuple(every_year), start_unknown)
