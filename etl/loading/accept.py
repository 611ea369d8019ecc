"""Accepted rows: one immutable Parquet file for each load and sheet, with no reference to a person in it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import pyarrow as pa

from contracts import DATASETS
from contracts.model import Dataset
from etl import in_memory
from etl.faults import point
from etl.loading.pseudonym import pseudonymise, references
from etl.publishing.tables import canonical_columns
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
    `sent` is how many rows of the file were added up to these, where they are sums; else 0.
    """

    record: SheetRecord
    rows: pd.DataFrame
    labels: frozenset[Label] = frozenset()
    sent: int = 0


def accept_rows(
    store: Store,
    settings: Settings,
    load: NewLoad,
    dataset: str,
    frame: pd.DataFrame,
    *,
    sheet: str = "",
    rows_ignored: int = 0,
    rows_held: int = 0,
) -> AcceptedSheet:
    """Key, type and store the rows of one sheet. Text stays as sent; hold the store's lock, or write apart.

    `frame` has the contract's columns (optional ones may be absent), and row_number and missing_kinds
    if known.
    """
    rows = canonical(store, settings, load, dataset, frame, sheet or DATASETS[dataset].title)
    kept = keep(store, load, dataset, rows, sheet, rows_ignored, rows_held)
    return replace(kept, labels=_labels(store, settings, load.force, DATASETS[dataset], frame))


def keep(
    store: Store,
    load: NewLoad,
    dataset: str,
    rows: pd.DataFrame,
    sheet: str = "",
    rows_ignored: int = 0,
    rows_held: int = 0,
) -> AcceptedSheet:
    """Write rows that are in canonical form already, as the rows of one sheet of a load."""
    name = f"{load.load_id}-{dataset}-{secrets.token_hex(4)}.parquet"
    write(store, name, canonical_columns(dataset), rows)
    newest = rows["month_end"].dropna().max() if len(rows) else None
    record = SheetRecord(
        dataset,
        sheet or DATASETS[dataset].title,
        name,
        sha256_of(store.new_rows / name),
        newest.isoformat() if isinstance(newest, date) else None,
        len(rows) + rows_ignored + rows_held,
        len(rows),
        rows_held,
        rows_ignored,
    )
    return AcceptedSheet(record, rows)


def _labels(
    store: Store, settings: Settings, code: str, dataset: Dataset, frame: pd.DataFrame
) -> frozenset[Label]:
    if not any(column.sensitivity == "person" for column in dataset.columns):
        return frozenset()
    force = settings.force(code)
    if not force.person_lists:
        return frozenset()
    return frozenset(references(frame, dataset, code, store_key(store), force.ref_width))


def canonical(
    store: Store, settings: Settings, load: NewLoad, name: str, frame: pd.DataFrame, sheet: str
) -> pd.DataFrame:
    """The rows as they are kept: references to people as keys, every column of its type, missing as None."""
    dataset = DATASETS[name]
    rows = frame.reset_index(drop=True)
    if any(column.sensitivity == "person" for column in dataset.columns):
        force = settings.force(load.force)
        secret = store_key(store)
        rows = pseudonymise(rows, dataset, force.code, secret, force.ref_width)
    rows = rows.assign(load_id=load.load_id, sheet=sheet)
    if not dataset.published:
        rows["force"] = load.force
    if "month_end" not in rows:
        rows["month_end"] = rows[dataset.dated_by or "as_at"]
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


def write(store: Store, name: str, columns: Mapping[str, str], rows: pd.DataFrame) -> None:
    """Write rows as an immutable Parquet file with these columns, whole or not at all."""
    half = store.new_rows / f".{name}.tmp"
    typed = ", ".join(f'CAST("{c}" AS {kind}) AS "{c}"' for c, kind in columns.items())
    with in_memory.cursor() as con:
        con.register("rows_sent", pa.table({column: pa.array(list(rows[column])) for column in rows}))
        where = str(half).replace("'", "''")
        con.execute(f"COPY (SELECT {typed} FROM rows_sent) TO '{where}' (FORMAT parquet, COMPRESSION zstd)")
    point("accepted_half_written")
    put_in_place(half, store.new_rows / name)
    point("accepted_in_place")
