"""People in more than one unit: counted at publish, so that a headcount over units counts each once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
Scope = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class InTwoUnits:
    """Of the people of some units at a month end: how many are in two of them or more, headcount.

    `too_often` is by how much the sum of those units' headcounts is more than the people in them: 2 for
    somebody in three.
    """

    people: int
    too_often: int


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Fill `in_two_units` for the forces being published, replacing what was there.

    Comes after metrics.publish.build on the same connection, of which it reads the parts `person_month` and
    `asked_force`. Which units people share is kept, and how many people; of persons nothing is.
    """
    con.execute(_sql("keep_in_two_units"))


def read_in_two_units(cursor: duckdb.DuckDBPyConnection, scope: Scope, force: str, month: date) -> InTwoUnits:
    """Of the units of a reader's `scope` in a force; somebody in one of them and one elsewhere is in one."""
    units = sorted(unit for of, unit in scope if of == force)
    found = cursor.execute(_sql("read_in_two_units"), {"units": units, "force": force, "month": month})
    people, too_often = found.fetchall()[0]
    return InTwoUnits(people, too_often)


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")
