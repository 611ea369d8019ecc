"""Time in a unit, counted at publish from People month by month; of persons nothing is kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from analysis.as_seen import History, Seen
from analysis.log_rank import Watch, log_rank
from analysis.risk_sets import FEWEST_AT_RISK, numbers_at_risk, risk_sets
from analysis.spells import spells
from metrics.tenure.left import left_rows

HERE = Path(__file__).parent
FEWEST_PUBLISHED = 10
"""Fewest at risk for a curve that is published; within the force analysis.risk_sets.FEWEST_AT_RISK."""
YEAR = 12
COLUMNS = {
    "tenure": (
        "force", "level", "name", "month_end", "fewest", "watched", "start_unknown", "starts_at", "months",
        "at_risk", "every_year",
    ),
    "tenure_exit": ("force", "level", "name", "month_end", "fewest", "destination", "exits"),
    "tenure_test": ("force", "name", "month_end", "exits", "expected", "chi_squared", "p_value"),
    "unit_left": ("force", "unit", "month_end", "destination", "reason", "people"),
}  # fmt: skip
Row = tuple[Any, ...]
Types = dict[str, str]


def fill(con: duckdb.DuckDBPyConnection, forces: Iterable[str]) -> None:
    """Fill `tenure`, `tenure_exit`, `tenure_test` and `unit_left` for these forces, replacing what was there.

    Comes after metrics.publish.build on the same connection, of which it reads the parts `person_month`,
    `covered`, `movement` and `unit_of_force`. Curves are of every month end for which some unit of public
    protection sent People.
    """
    ours = sorted(set(forces))
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for force in ours:
        for table, row in _of_force(con, force):
            rows[table].append((force, *row))
    new = {
        f"{name}_new": pd.DataFrame(rows[name], columns=list(COLUMNS[name]), dtype=object) for name in rows
    }
    new["tenure_force"] = pd.DataFrame({"force": pd.Series(ours, dtype=object)})
    for name, frame in new.items():
        con.register(name, frame)
    con.execute(_sql("keep"))
    for name in new:
        con.unregister(name)


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _of_force(con: duckdb.DuckDBPyConnection, force: str) -> Iterator[tuple[str, Row]]:
    given = {"force": force}
    covered = con.execute(_sql("covered"), given).df()
    if covered.empty:
        return
    types: Types = dict(con.execute(_sql("unit_types"), given).fetchall())
    people, moves = (con.execute(_sql(name), given).df() for name in ("people", "movements"))
    took_over: dict[str, set[str]] = {}
    for unit, before in con.execute(_sql("successions"), given).fetchall():
        took_over.setdefault(before, set()).add(unit)
    found = spells(people, covered, moves, took_over)
    for row in left_rows(found):
        yield "unit_left", row
    history = History(found)
    for month in sorted(pd.to_datetime(covered["month_end"]).unique()):
        yield from _of_month(force, month, history.at(month), types)


def _of_month(force: str, month: pd.Timestamp, seen: Seen, types: Types) -> Iterator[tuple[str, Row]]:
    """The counts of the force and of each unit type as seen at a month end, and the test of each type."""
    kinds = np.array([types[unit] for unit in seen.unit], dtype=object)
    day = month.date()
    for fewest in (FEWEST_AT_RISK, FEWEST_PUBLISHED):
        yield from _counts(("force", force, day, fewest), seen)
    for name in sorted({*kinds}):
        mine = kinds == name
        of_type = seen.only(mine)
        for fewest in (FEWEST_AT_RISK, FEWEST_PUBLISHED):
            yield from _counts(("unit type", name, day, fewest), of_type)
        yield "tenure_test", (name, day, *_test(of_type, seen.only(~mine)))


def _counts(key: Row, seen: Seen) -> Iterator[tuple[str, Row]]:
    sets = risk_sets(seen.time, seen.exit.tolist(), seen.entry, key[-1])
    last = float(sets.times[-1]) if len(sets.times) else 0.0
    years = [float(each) for each in range(0, int(last) + 1, YEAR)]
    at_risk = sets.at_risk.astype(int).tolist()
    every_year = list(numbers_at_risk(seen.time, seen.entry, years))
    known = (sets.watched, seen.start_unknown, sets.starts_at)
    yield "tenure", (*key, *known, sets.times.tolist(), at_risk, every_year)
    for destination, left in sets.exits.items():
        if left.any():
            yield "tenure_exit", (*key, destination, left.astype(int).tolist())


def _test(mine: Seen, others: Seen) -> Row:
    """Exits of a unit type, how many were to be expected, and the test; nothing where it is not allowed."""
    groups = {
        name: Watch(each.time, (each.exit != "").astype(float), each.entry)
        for name, each in (("mine", mine), ("others", others))
    }
    found = log_rank(groups)
    if found.why_not:
        return None, None, None, None
    at = found.groups.index("mine")
    return found.observed[at], found.expected[at], found.chi_squared, found.p_value
