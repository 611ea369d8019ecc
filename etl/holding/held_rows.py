"""Rows held back by decision: kept as accepted ones are, without references, with what is wrong in each."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from contracts.model import Dataset
from contracts.to_duckdb import KEY_OF
from etl.checking.stage import is_about_people
from etl.checking.staged import StagedRow
from etl.holding.hold import HeldSheet
from etl.loading.accept import NewLoad, canonical, write
from etl.publishing.tables import canonical_columns
from etl.reports.messages import NOT_SHOWN
from etl.reports.report import Breach
from settings.model import Settings
from store.durable import sha256_of
from store.held import HeldRow
from store.place import Store

# What a held row has besides the columns of an accepted one: JSON, a list of faults.
FAULTS = "faults"
_WORDS = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True)
class KeptHeld:
    """The held rows of one sheet of a load, in the file that keeps them."""

    file_sha256: str
    rows: tuple[HeldRow, ...]


def held_columns(name: str) -> dict[str, str]:
    """The columns of a file of held rows: those of accepted rows, and the faults."""
    return {**canonical_columns(name), FAULTS: "VARCHAR"}


def keep_held(store: Store, settings: Settings, load: NewLoad, held: HeldSheet, reason: str) -> KeptHeld:
    """Write the held rows of one sheet. A faulty cell is blank in its column; its text is with the fault."""
    sheet = held.sheet
    frame = pd.DataFrame(sheet.records(), dtype=object)
    if "month_end" not in frame and sheet.month_end:
        frame["month_end"] = sheet.month_end
    rows = canonical(store, settings, load, sheet.dataset.name, frame, sheet.sheet)
    rows[FAULTS] = [
        json.dumps([_fault(f, sheet.dataset, row) for f in held.faults_of(row)]) for row in sheet.rows
    ]
    name = f"{load.load_id}-{sheet.dataset.name}-held-{secrets.token_hex(4)}.parquet"
    write(store, name, held_columns(sheet.dataset.name), rows)
    return KeptHeld(sha256_of(store.new_rows / name), _records(load, held, rows["month_end"], reason, name))


def _records(
    load: NewLoad, held: HeldSheet, months: Sequence[Any], reason: str, file: str
) -> tuple[HeldRow, ...]:
    """One record for each row of the workbook."""
    found: dict[int, HeldRow] = {}
    for row, month in zip(held.sheet.rows, months, strict=True):
        unit = _unit(row)
        found[row.row_number] = HeldRow(
            load.load_id, load.force, held.sheet.dataset.name, held.sheet.sheet, row.row_number,
            month.isoformat(), unit, reason, load.by, load.at, file,
        )  # fmt: skip
    return tuple(found.values())


def _unit(row: StagedRow) -> str:
    """The code of the unit that a row is of; "" where it names one that cannot be read, or none."""
    return next(iter(row.units), "")


def _fault(fault: Breach, dataset: Dataset, row: StagedRow) -> dict[str, str]:
    """A fault as it is kept. What may name a person or give a reason of health is never written down."""
    about_a_person = bool(fault.field) and dataset.column(fault.field).sensitivity == "person"
    secret = fault.value == NOT_SHOWN or about_a_person or fault.field in KEY_OF
    # Where columns have slipped, a name may stand under any heading of a sheet about people.
    secret = secret or (is_about_people(dataset) and bool(_WORDS.search(fault.value)))
    return {
        "code": fault.code,
        "field": fault.field,
        "column": fault.column,
        "cell": row.places.get(fault.field, f"row {row.row_number}"),
        "value": "" if secret else fault.value,
        "says": fault.says,
        "how_to_fix": fault.how_to_fix,
    }
