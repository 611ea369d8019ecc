"""Accepted rows: one immutable Parquet file for each load and sheet, with no reference to a person in it."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pyarrow as pa

from contracts import DATASETS
from contracts.model import Dataset
from etl import in_memory
from etl.faults import point
from etl.pseudonym import pseudonymise, references
from etl.tables import canonical_columns
from settings.model import Settings
from store.durable import put_in_place, sha256_of
from store.history import SheetRecord
from store.keys import store_key
from store.labels import Label
from store.place import Store


@dataclass(frozen=True)
class NewLoad:
    """A load that is being written; it exists once its publication is committed."""

    seq: int
    load_id: str
    force: str
    workbook: str
    file_name: str
    sha256: str
    by: str
    at: str


@dataclass(frozen=True)
class AcceptedSheet:
    """One sheet of a new load: its record for the control plane, and its rows as the file holds them.

    `labels` are references as sent, where the force allows them; they are kept once the load is committed.
    """

    record: SheetRecord
    rows: pd.DataFrame
    labels: frozenset[Label] = frozenset()


def accept_rows(
    store: Store,
    settings: Settings,
    load: NewLoad,
    dataset: str,
    frame: pd.DataFrame,
    *,
    sheet: str = "",
    rows_ignored: int = 0,
) -> AcceptedSheet:
    """Key, type and store the rows of one sheet under accepted/. Text stays as sent; hold the store's lock.

    `frame` has the contract's columns (optional ones may be absent), and row_number and missing_kinds
    if known.
    """
    rows = _canonical(store, settings, load, dataset, frame, sheet or DATASETS[dataset].title)
    name = f"{load.load_id}-{dataset}-{secrets.token_hex(4)}.parquet"
    _write(store, name, dataset, rows)
    newest = rows["month_end"].dropna().max() if len(rows) else None
    record = SheetRecord(
        dataset,
        sheet or DATASETS[dataset].title,
        name,
        sha256_of(store.accepted / name),
        newest.isoformat() if isinstance(newest, date) else None,
        len(rows) + rows_ignored,
        len(rows),
        0,
        rows_ignored,
    )
    return AcceptedSheet(record, rows, _labels(store, settings, load.force, DATASETS[dataset], frame))


def _labels(
    store: Store, settings: Settings, code: str, dataset: Dataset, frame: pd.DataFrame
) -> frozenset[Label]:
    if not any(column.sensitivity == "person" for column in dataset.columns):
        return frozenset()
    force = settings.force(code)
    if not force.person_lists:
        return frozenset()
    return frozenset(references(frame, dataset, code, store_key(store), force.ref_width))


def _canonical(
    store: Store, settings: Settings, load: NewLoad, name: str, frame: pd.DataFrame, sheet: str
) -> pd.DataFrame:
    dataset = DATASETS[name]
    rows = frame.reset_index(drop=True)
    if any(column.sensitivity == "person" for column in dataset.columns):
        force = settings.force(load.force)
        secret = store_key(store)
        rows = pseudonymise(rows, dataset, force.code, secret, force.ref_width)
    rows = rows.assign(load_id=load.load_id, sheet=sheet)
    if name != "police_strength":
        rows["force"] = load.force
    if "month_end" not in rows:
        rows["month_end"] = rows["as_at"]
    if "row_number" not in rows:
        rows["row_number"] = range(1, len(rows) + 1)
    return _typed(rows, canonical_columns(name))


def _typed(rows: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """Exactly the canonical columns, dates as dates, missing as None."""
    sent = rows.reindex(columns=list(columns)).astype(object)
    absent = sent.isna()
    typed = {
        column: [None if gone else value for value, gone in zip(sent[column], absent[column], strict=True)]
        for column in columns
    }
    typed["missing_kinds"] = [_as_json(kinds) for kinds in typed["missing_kinds"]]
    for column in [c for c, kind in columns.items() if kind == "DATE"]:
        typed[column] = [_day(value) for value in typed[column]]
    return pd.DataFrame(typed, columns=list(columns), dtype=object)


def _day(value: object) -> object:
    if type(value) is date:
        return value
    return pd.Timestamp(value).date() if value is not None and not isinstance(value, str) else value  # type: ignore[arg-type]


def _as_json(kinds: dict[str, str] | None) -> str:
    """What is missing in a row, as JSON; a sheet that says nothing of it (None) has nothing missing."""
    return json.dumps(kinds or {}, sort_keys=True)


def _write(store: Store, name: str, dataset: str, rows: pd.DataFrame) -> None:
    half = store.accepted / f".{name}.tmp"
    typed = ", ".join(f'CAST("{c}" AS {kind}) AS "{c}"' for c, kind in canonical_columns(dataset).items())
    with in_memory.cursor() as con:
        con.register("rows_sent", pa.table({column: pa.array(list(rows[column])) for column in rows}))
        where = str(half).replace("'", "''")
        con.execute(f"COPY (SELECT {typed} FROM rows_sent) TO '{where}' (FORMAT parquet, COMPRESSION zstd)")
    point("accepted_half_written")
    put_in_place(half, store.accepted / name)
    point("accepted_in_place")
