"""Week by week and month by month, counted at publish from who needs a course; of persons nothing is kept."""

from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Fill `course_ahead` for the forces being published, replacing what was there.

    Comes after metrics.publish.build on the same connection, of which it reads the parts `course_need`,
    `catalogue` and `asked_force`. A unit and month without People or a training record has no row.
    """
    con.execute((HERE / "keep.sql").read_text(encoding="utf-8"))
