"""Reads the published file to its end and makes it again beside it, in a process of its own.

A damaged database file may take the process that reads it down. What is said comes back as JSON, by code.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb

import settings as settings_door
from etl.publishing import plan as planning
from etl.publishing.build import build_file, made_with
from etl.publishing.plan import Change
from etl.publishing.publish import enough_room
from settings.problem import SettingsProblem
from store import candidates
from store.control import reading
from store.own_settings import settings_of
from store.place import Store, StoreProblem
from store.publications import current

Said = dict[str, str]
"""Code -> detail."""


def look(store: Store) -> Said:
    """What is not right about the current figures; empty where all is. Raises nothing a person could mend."""
    made = current(store)
    if made is None:
        return {}
    file = store.published / made.file
    try:
        version = _read_whole(file)
    except duckdb.Error as reason:
        return {"published_unreadable": type(reason).__name__}
    if version != made_with():
        return {"other_version": ""}
    try:
        held = settings_of(store)
        if made.settings_hash != settings_door.digest(held):
            return {"settings_changed": ""}
        return _made_again(store)
    except (SettingsProblem, StoreProblem, OSError, duckdb.Error) as reason:
        return {"not_compared": " ".join(str(reason).split())}


def _read_whole(file: Path) -> str:
    """Read each value of each table; returns which version of the product made the file."""
    with duckdb.connect(":memory:") as con:
        _attach(con, file, "w")
        for table, columns in _tables(con, "w").items():
            whole = ", ".join(f"max(hash({column}))" for column in columns)
            con.execute(f'SELECT {whole} FROM w."{table}"').fetchall()
        made = con.execute('SELECT "value" FROM w.meta WHERE "key" = \'made_with\'').fetchall()
    return str(made[0][0]) if made else ""


def _made_again(store: Store) -> Said:
    """Build everything anew in a room of its own, which is gone afterwards, and read both side by side."""
    with reading(store) as con:
        plan = planning.make(con, Change(everything=True))
    if plan.base is None:
        return {}
    enough_room(store, plan.base)
    with candidates.room(store) as apart:
        name, _ = build_file(apart, plan, settings_of(store))
        differ = compare(store.published / plan.base.file, apart.new_figures / name)
    return {"figures_differ": ", ".join(differ)} if differ else {}


def compare(one: Path, other: Path) -> list[str]:
    """The tables that do not hold the same rows, in whatever order, or are in one of the files alone."""
    with duckdb.connect(":memory:") as con:
        _attach(con, one, "a")
        _attach(con, other, "b")
        a, b = _tables(con, "a"), _tables(con, "b")
        unlike = {table for table in {*a, *b} if a.get(table) != b.get(table)}
        return sorted(unlike | {table for table in {*a} - unlike if _differ(con, table, a[table])})


def _differ(con: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str]) -> bool:
    """Sums of floats may differ in the last digits with the order that threads add them in."""
    if not _rows_apart(con, table, list(columns)):
        return False
    rounded = [f"printf('%.9g', {c})" if kind == "DOUBLE" else c for c, kind in columns.items()]
    return _rows_apart(con, table, rounded)


def _rows_apart(con: duckdb.DuckDBPyConnection, table: str, columns: list[str]) -> bool:
    said = ", ".join(columns)
    for one, other in (("a", "b"), ("b", "a")):
        asked = f'SELECT {said} FROM {one}."{table}" EXCEPT ALL SELECT {said} FROM {other}."{table}"'
        if con.execute(f"SELECT count(*) FROM ({asked}) AS apart").fetchall() != [(0,)]:
            return True
    return False


def _tables(con: duckdb.DuckDBPyConnection, schema: str) -> dict[str, dict[str, str]]:
    """Table -> column, in quotes -> type, in the order of the names."""
    rows = con.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = ? "
        "ORDER BY table_name, column_name",
        [schema],
    ).fetchall()
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in rows:
        found.setdefault(table, {})['"' + column.replace('"', '""') + '"'] = kind
    return found


def _attach(con: duckdb.DuckDBPyConnection, file: Path, name: str) -> None:
    where = str(file).replace("'", "''")
    con.execute(f"ATTACH '{where}' AS {name} (READ_ONLY)")


if __name__ == "__main__":
    print(json.dumps(look(Store(Path(sys.argv[1])))))
