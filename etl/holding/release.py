"""Releasing a held row: its faulty cells put right, and counted by a load of its own that can be undone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from contracts import DATASETS
from contracts.model import Column
from contracts.to_duckdb import KEY_OF, column_name
from contracts.words import WHOLE_FORCE
from etl.checking.check import check
from etl.checking.staged import StagedRow, StagedSheet
from etl.faults import point
from etl.holding.held_cells import Record, faults_of, is_a_case, records_of
from etl.holding.held_rows import FAULTS
from etl.holding.released_rows import Around, around
from etl.holding.typed_references import typed_references
from etl.loading.accept import NewLoad, keep
from etl.loading.pseudonym import person_key
from etl.publishing.codes import Codes
from etl.publishing.plan import Accepted, Change, NewEntry
from etl.publishing.publish import Tell, publish, said_plainly, settings_of, silent
from etl.reports.messages import breach
from etl.reports.report import Breach
from etl.values.known_values import KnownValues
from etl.values.read_value import read_value
from settings.model import Settings
from store import clean, held
from store.control import now, reading
from store.held import HeldRow, Released, RowKey
from store.history import LoadRecord, read_loads
from store.jobs import DONE, REFUSED, JobStatus
from store.keys import store_key
from store.lock import writing
from store.place import Store

OF_A_LIST = (
    "The cases of a list are counted together, and of one that is held back nothing is kept but its place, "
    "unit and work type. Put the row right in the list and load the list again: it takes the place of these "
    "counts."
)


class CannotRelease(Exception):
    """The row cannot be counted as it is; the text says why and what to do. Nothing was changed."""


@dataclass(frozen=True)
class Release:
    """The load that a release made, and its publication."""

    load_id: str
    publication_id: int
    said: str


def release(
    store: Store, row: RowKey, cells: Mapping[str, str], reason: str, by: str, tell: Tell = silent
) -> Release:
    """Count a held row with some cells typed anew (column name -> text). Undone, the row is held back again.

    Raises CannotRelease with what is still wrong; StoreBusy, StoreProblem and SettingsProblem.
    """
    if not reason.strip():
        raise CannotRelease("Enter why the row may be counted now.")
    settings = settings_of(store)
    with writing(store), said_plainly(store):
        point("lock_held")
        clean.unreferenced(store)
        tell("checking", 0.2, "Checking the row.")
        entry = _entry(store, settings, row, cells, reason.strip(), by)
        told = f"Row {row[3]} of {row[2]} ({row[0]}) was put right and counted"
        made = publish(store, settings, Change((entry,)), by, told, tell)
    return Release(entry.load.load_id, made.id, f"{told} (load {entry.load.load_id}).")


def done(store: Store, job: str, asked: Mapping[str, Any], tell: Tell) -> JobStatus:
    """Do the release that a page asked for, and say how it ended."""
    load_id, dataset, sheet, number = asked["row"]
    row = (str(load_id), str(dataset), str(sheet), int(number))
    try:
        made = release(store, row, asked["cells"], asked["reason"], asked["by"], tell)
    except CannotRelease as reason:
        return JobStatus(job, REFUSED, "done", 1.0, str(reason), (str(reason),))
    return JobStatus(job, DONE, "done", 1.0, made.said, (made.said,), (made.load_id,), made.publication_id)


def still_held(store: Store) -> list[HeldRow]:
    """The rows that are held back now, newest load first."""
    from store import coverage

    with reading(store) as con:
        claims = coverage.active(coverage.standing(con))
        return held.still_held(held.standing(con), claims, held.releases(con))


def _entry(
    store: Store, settings: Settings, key: RowKey, cells: Mapping[str, str], reason: str, by: str
) -> NewEntry:
    row = next((each for each in still_held(store) if each.key == key), None)
    if row is None:
        raise CannotRelease("The row is not held back any more: it was released, replaced or undone.")
    codes = Codes(settings)
    records = _put_right(store, settings, row, cells)
    beside = around(store, codes, row, records)
    warnings = _checked(codes, row, records, beside)
    load = _load(store, row, cells, by)
    sheets = tuple(
        keep(store, load, dataset, _frame(load, rows), sheet)
        for (dataset, sheet), rows in _by_sheet(row, beside, records).items()
    )
    sheets = (replace(sheets[0], labels=typed_references(store, settings, row, cells)), *sheets[1:])
    accepted = tuple(
        Accepted(w.code, w.dataset, w.sheet, w.says, len(w.cells), reason, (beside.unit,)) for w in warnings
    )
    return NewEntry(load, sheets, beside.scopes, accepted, released=(Released(row.key, reason),))


def _put_right(store: Store, settings: Settings, row: HeldRow, cells: Mapping[str, str]) -> list[Record]:
    """The records of the row with what was typed. A cell at fault that was not typed is read as blank."""
    records = records_of(store, row)
    if not records:
        raise CannotRelease(
            "What was held of the row was deleted, as the force's setting of how long rows about people stay "
            "says. It cannot be counted any more."
        )
    if is_a_case(row, records):
        raise CannotRelease(OF_A_LIST)
    known = KnownValues(settings, row.force, date.fromisoformat(row.month_end))
    told: list[Breach] = []
    for column in DATASETS[row.dataset].columns:
        wrong = _at_fault(column, records)
        if column.name in cells or _kept_blank(column, wrong):
            concerned = wrong or _only(records)
            told += _type(store, settings, row, column, cells.get(column.name, ""), known, concerned)
    if told:
        raise CannotRelease(" ".join(f"{b.says} {b.how_to_fix}" for b in told))
    return records


def _at_fault(column: Column, records: Sequence[Record]) -> list[Record]:
    """The records with a fault in a column. Raises CannotRelease where these are several cells of the row."""
    own = [(each, [f["cell"] for f in faults_of([each]) if f["field"] == column.name]) for each in records]
    if len({cell for _, cells in own for cell in cells}) > 1:
        raise CannotRelease(
            f"Several cells of the row under {column.title} are at fault. Correct them in the workbook and "
            "send it again; it takes the place of what is held back."
        )
    return [each for each, cells in own if cells]


def _only(records: list[Record]) -> list[Record]:
    """The record of a row that holds one; a cell without a fault is not typed anew in a row of several."""
    if len(records) > 1:
        raise CannotRelease("Only the cells at fault can be typed anew in a row that holds several records.")
    return records


def _kept_blank(column: Column, records: Sequence[Record]) -> bool:
    return any(record.get(column_name(column)) is None for record in records)


def _type(
    store: Store, settings: Settings, row: HeldRow, column: Column, text: str, known: KnownValues,
    records: Sequence[Record],
) -> list[Breach]:  # fmt: skip
    """Put a text into one column of the records; gives what is wrong with it."""
    about_people = any(c.sensitivity == "person" for c in DATASETS[row.dataset].columns)
    value = read_value(column, text, known, about_people=about_people)
    if value.fault:
        where = {"dataset": row.dataset, "sheet": row.sheet, "column": column.title}
        return [breach(value.fault, value=value.shown, detail=value.detail, near=value.near, **where)]
    kept = value.kept
    if column.name in KEY_OF and kept is not None:
        width = settings.force(row.force).ref_width
        kept = person_key(store_key(store), row.force, str(kept), width)
    for record in records:
        record[column_name(column)] = kept
        kinds = json.loads(record["missing_kinds"] or "{}")
        kinds.pop(column.name, None)
        record["missing_kinds"] = json.dumps(
            kinds | ({column.name: value.missing} if value.missing else {}), sort_keys=True
        )
    return []


def _checked(codes: Codes, row: HeldRow, records: Sequence[Record], beside: Around) -> list[Breach]:
    """The warnings about the row among the rows it joins. Raises CannotRelease for its errors."""
    rows = [each for each in beside.rows if each["sheet"] == row.sheet] + list(records)
    staged = _staged(codes, row, rows)
    about = [b for b in check(staged) if row.row_number in b.rows]
    errors = [b for b in about if b.severity == "error"]
    if errors:
        raise CannotRelease(" ".join(f"{b.says} {b.how_to_fix}" for b in errors))
    return about


def _staged(codes: Codes, row: HeldRow, rows: Sequence[Record]) -> StagedSheet:
    dataset, month = DATASETS[row.dataset], date.fromisoformat(row.month_end)
    staged = []
    for each in rows:
        kept = {c.name: each.get(column_name(c)) for c in dataset.columns}
        meant = {
            c.name: codes.code(row.force, c.allowed_from, str(kept[c.name]), month)
            for c in dataset.columns
            if c.allowed_from and kept[c.name] is not None
        }
        meant |= {c.name: WHOLE_FORCE for c in dataset.columns if c.may_be_whole_force and not kept[c.name]}
        staged.append(StagedRow(each["row_number"], kept, kept | meant, {}, {}))
    return StagedSheet(dataset, row.sheet, 0, row.force, month, None, dataset.column_names, tuple(staged))


def _by_sheet(row: HeldRow, beside: Around, records: Sequence[Record]) -> dict[tuple[str, str], list[Record]]:
    found: dict[tuple[str, str], list[Record]] = {}
    for each in (*beside.rows, *records):
        found.setdefault((row.dataset, each["sheet"]), []).append(each)
    return found


def _frame(load: NewLoad, rows: Sequence[Record]) -> pd.DataFrame:
    plain = [{k: v for k, v in row.items() if k != FAULTS} | {"load_id": load.load_id} for row in rows]
    return pd.DataFrame(plain, columns=list(plain[0]), dtype=object)


def _load(store: Store, row: HeldRow, cells: Mapping[str, str], by: str) -> NewLoad:
    with reading(store) as con:
        loads = read_loads(con)
    of = next(each for each in loads if each.load_id == row.load_id)
    seq = max(each.seq for each in loads) + 1
    said = json.dumps([row.key, sorted(cells.items())]).encode()
    return NewLoad(
        seq, f"L{seq:05d}", row.force, of.workbook, _name(of, row), hashlib.sha256(said).hexdigest(), by,
        now(),
    )  # fmt: skip


def _name(of: LoadRecord, row: HeldRow) -> str:
    return f"{of.file_name}, row {row.row_number} put right"
