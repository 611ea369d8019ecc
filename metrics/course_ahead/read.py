"""What lies ahead of each course as it was published, for a reader of some units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import duckdb

from analysis.disclosure import Withheld
from metrics import engine, match

HERE = Path(__file__).parent
WEEKS, MONTHS = 13, 12
Counts = tuple[int, ...]
Scope = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class CourseAhead:
    """One course of one unit (or of several together, `unit` None), in people of those in post who need it.

    `in_date` and `if_booked` have 13 counts, at the month end and each of the 12 after it: those whose record
    has not run out by then, and those with everybody who has a place booked trained on its day. `expiring`,
    `no_place` (of those, without a place in the 90 days), `place_after` (of those, with a place only after
    the record has run out) and `places` (booked, whoever holds them) have 13 counts, one for each week; the
    last week ends on day 90.
    """

    unit: str | None
    course: str | None
    needed: int
    in_date: Counts
    if_booked: Counts
    expiring: Counts
    no_place: Counts
    place_after: Counts
    places: Counts


@cache
def _sql() -> str:
    return (HERE / "read.sql").read_text(encoding="utf-8")


def read(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, force: str, month_end: date
) -> tuple[CourseAhead, ...]:
    """Each course of each unit in `scope` that somebody needs; nothing of a unit without the returns, or of
    one whose people were matched between the records for less than the limit of its force.
    """
    units = sorted({unit for of, unit in scope if of == force} - _withheld(cursor, scope, force, month_end))
    asked = {"force": force, "month": month_end, "scope": units}
    rows = cursor.execute(_sql(), asked).fetchall()
    return tuple(CourseAhead(*row[:3], *(tuple(each) for each in row[3:])) for row in rows)


def _withheld(cursor: duckdb.DuckDBPyConnection, scope: Scope, force: str, month_end: date) -> frozenset[str]:
    """Units of which too few people are matched between the records for anything joined to be shown."""
    shares = engine.read(
        cursor, match.METRIC, scope, by=("unit",), force=force, month_from=month_end, month_to=month_end
    )
    limits = match.limits(cursor, frozenset({force}))
    found = match.withhold(shares, shares, limits, ("value",), month_end)
    return frozenset(row["unit"] for row in found.to_dict("records") if isinstance(row["value"], Withheld))


def together(found: Iterable[CourseAhead], course: str | None = None) -> CourseAhead:
    """Units, and courses, added up: of several courses it counts courses needed, and no longer people."""
    rows = list(found)

    def added(name: str, size: int) -> Counts:
        columns = [getattr(each, name) for each in rows]
        return tuple(map(sum, zip(*columns, strict=True))) if columns else (0,) * size

    months = (added(name, MONTHS + 1) for name in ("in_date", "if_booked"))
    weeks = (added(name, WEEKS) for name in ("expiring", "no_place", "place_after", "places"))
    return CourseAhead(None, course, sum(each.needed for each in rows), *months, *weeks)
