"""A store of many forces and many years, from the rows that the sample months of one force give.

Reading is left out on purpose: the rows enter as accepted rows, and from there on the path is the product's.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd

from contracts import DATASETS
from etl.accept import AcceptedSheet, NewLoad
from etl.plan import Change, NewEntry
from etl.publish import publish, settings_of
from etl.samples.forces import force_code
from etl.samples.writing import settings_for
from etl.tables import canonical_columns
from store.control import now
from store.coverage import Scope
from store.durable import sha256_of
from store.history import SheetRecord
from store.lock import writing
from store.place import Store

CYCLE = 24
AT_ONCE = 5


def grow(store: Store, warehouse: Path, forces: int, months: int) -> None:
    """Fill an empty store from a published file of 24 months: so many forces, each with so many months."""
    for code, files in settings_for(forces).items():
        for name, text in files.items():
            (store.settings / f"{code}-{name}").write_text(text, "utf-8")
    codes = [force_code(number) for number in range(forces)]
    for first in range(0, forces, AT_ONCE):
        batch = range(first, min(first + AT_ONCE, forces))
        entries = tuple(_entry(store, warehouse, number + 1, codes[number], months) for number in batch)
        with writing(store):
            publish(store, settings_of(store), Change(entries), "benchmark", "rows entered after Read")
        print(f"  {batch.stop} of {forces} forces published", flush=True)


def _entry(store: Store, warehouse: Path, seq: int, force: str, months: int) -> NewEntry:
    load = NewLoad(seq, f"L{seq:05d}", force, "caseload", f"{force}.xlsx", f"{seq:064d}", "benchmark", now())
    with duckdb.connect(str(warehouse), read_only=True) as con:
        monthly = [name for name in DATASETS if name != "police_strength"]
        sheets = tuple(_sheet(con, store, load, name, months) for name in monthly)
        covered = con.execute("SELECT dataset, month_end, unit FROM coverage").fetchall()
    scopes = frozenset(
        Scope(force, dataset, _earlier(month_end, back).date().isoformat(), unit or "*")
        for dataset, month_end, unit in covered
        for back in _cycles(months)
    )
    return NewEntry(load, sheets, scopes)


def _cycles(months: int) -> Iterator[int]:
    return iter(range(0, months, CYCLE))


def _earlier(month_end: object, months: int) -> pd.Timestamp:
    return pd.Timestamp(month_end) - pd.DateOffset(months=months) + pd.offsets.MonthEnd(0)  # type: ignore[arg-type]


def _sheet(
    con: duckdb.DuckDBPyConnection, store: Store, load: NewLoad, name: str, months: int
) -> AcceptedSheet:
    """The rows of one dataset, once for every 24 months back, under this force's name."""
    file = store.accepted / f"{load.load_id}-{name}-{secrets.token_hex(4)}.parquet"
    parts = " UNION ALL BY NAME ".join(_shifted(name, back, load) for back in _cycles(months))
    con.execute(f"COPY ({parts}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
    counted = con.execute("SELECT count(*) FROM read_parquet(?)", [str(file)]).fetchone()
    rows = int(counted[0]) if counted else 0
    record = SheetRecord(name, DATASETS[name].title, file.name, sha256_of(file), None, rows, rows, 0, 0)
    return AcceptedSheet(record, pd.DataFrame())


def _shifted(name: str, back: int, load: NewLoad) -> str:
    """People of each force and cycle are others: two forces, or two decades, share nobody."""
    columns = canonical_columns(name)
    said = [_column(column, kind, back, load) for column, kind in columns.items()]
    return f'SELECT {", ".join(said)} FROM "{name}"'


def _column(column: str, kind: str, back: int, load: NewLoad) -> str:
    if column == "force":
        return f"'{load.force}' AS \"force\""
    if column == "load_id":
        return f"'{load.load_id}' AS load_id"
    if column.endswith("_key"):
        return f"md5({column} || '{load.force}{back}') AS {column}"
    if column == "month_end":
        return f"last_day(month_end - INTERVAL {back} MONTH) AS month_end"
    if kind == "DATE":
        return f'CAST("{column}" - INTERVAL {back} MONTH AS DATE) AS "{column}"'
    return f'"{column}"'
