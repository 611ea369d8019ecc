"""A store of many forces and many years: every table that one force's sample months publish, many times over.

Nothing is read or reckoned again, so the large store is made in a minute; what a page reads of it is as
large, as sorted and as indexed as if every month had been sent.
"""

from pathlib import Path

import duckdb

from etl.publishing.build import READABLE_BY
from etl.publishing.publish import settings_of
from etl.samples.forces import force_code
from etl.samples.writing import settings_for
from settings import digest
from store import publications
from store.control import now, transaction
from store.durable import sha256_of
from store.place import Store

CYCLE = 24
FILE = "many-forces.duckdb"
# Every force's own, once each; the others hold one row or more for each month.
SORTED = {"figure": 'metric, "force", month_end', "spread": 'metric, "force", month_end'}


def grow(store: Store, small: Path, forces: int, months: int) -> None:
    """Publish, in an empty store, `forces` copies of a published file, each `months` (in 24s) long."""
    for code, files in settings_for(forces).items():
        for name, text in files.items():
            (store.settings / f"{code}-{name}").write_text(text, "utf-8")
    with duckdb.connect(str(store.published / FILE), config=dict(READABLE_BY)) as con:
        con.execute(f"ATTACH '{small}' AS small (READ_ONLY)")
        for (table,) in con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'small'"
        ).fetchall():
            _repeat(con, table, [force_code(number) for number in range(forces)], range(0, months, CYCLE))
        con.execute("DETACH small")
    made = publications.Publication(
        1, FILE, sha256_of(store.published / FILE), digest(settings_of(store)), now(), "benchmark", "repeated"
    )
    with transaction(store) as con:
        publications.add(con, made)


def _repeat(con: duckdb.DuckDBPyConnection, table: str, forces: list[str], back: range) -> None:
    """One table of the small file for every force, and for every 24 months where it has months."""
    columns = [row[0] for row in con.execute(f'DESCRIBE small."{table}"').fetchall()]
    con.execute(f'CREATE TABLE "{table}" AS SELECT * FROM small."{table}" LIMIT 0')
    if "force" not in columns:
        con.execute(f'INSERT INTO "{table}" SELECT * FROM small."{table}"')
        return
    con.execute("CREATE OR REPLACE TEMP TABLE copy (code VARCHAR, back INTEGER)")
    cycles = back if "month_end" in columns else range(1)
    con.executemany(
        "INSERT INTO copy VALUES (?, ?)", [(code, months) for code in forces for months in cycles]
    )
    said = ", ".join(_column(name) for name in columns)
    con.execute(
        f'INSERT INTO "{table}" SELECT {said} FROM small."{table}" AS s CROSS JOIN copy AS c '
        f"ORDER BY {SORTED.get(table, 'ALL')}"
    )


def _column(name: str) -> str:
    """Forces and their loads by other names; month ends earlier; people of each copy are others."""
    said = {
        "force": "c.code",
        "load_id": "c.code || s.load_id",
        "month_end": "last_day(s.month_end - to_months(c.back))",
    }.get(name, f's."{name}"')
    if name.endswith("_key"):
        said = f's."{name}" || c.code || c.back'
    return f'{said} AS "{name}"'
