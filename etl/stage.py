"""From a found table to staged rows: every cell read, every fault noted with its address, nothing stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contracts.model import Column, Dataset
from etl.find import Table
from etl.grid import Row
from etl.known_values import LEFT_OUT, Known, KnownValues
from etl.messages import MESSAGES, breach, said
from etl.month import SheetMonth
from etl.people_ranks import with_ranks
from etl.read_as import read_as
from etl.read_value import Value, read_value
from etl.report import Breach
from etl.staged import StagedRow, StagedSheet


@dataclass(frozen=True)
class Fault:
    """One cell at fault, before faults of a kind are told together."""

    code: str
    column: str
    place: str
    shown: str = ""
    detail: str = ""
    near: str = ""
    row: int = 0
    field: str = ""


@dataclass
class Staging:
    """What staging one table gives: the sheet, the breaches, and what was understood.

    `words`: in how many rows each word of a list stood that a person is told of. `left_out`: rows with a word
    that is not one of ours, as was answered, each with the reason.
    """

    sheet: StagedSheet
    breaches: list[Breach]
    said: list[str] = field(default_factory=list)
    words: Counter[tuple[str, Known]] = field(default_factory=Counter)
    left_out: tuple[tuple[int, str], ...] = ()


def is_about_people(dataset: Dataset) -> bool:
    """Whether a row of the dataset is about one person."""
    return any(c.sensitivity == "person" for c in dataset.columns)


def stage(table: Table, month: SheetMonth, known: KnownValues) -> Staging:
    """Read every cell of the table and gather its faults."""
    columns = _columns(table)
    faults: list[Fault] = []
    rows: list[StagedRow] = []
    dropped: Counter[str] = Counter()
    seen: Counter[Value] = Counter()
    about_people = is_about_people(table.dataset)
    words: Counter[tuple[str, Known]] = Counter()
    left_out: dict[int, str] = {}
    for position, row in enumerate(table.rows):
        values = {c.name: read_value(c, row.cell(i), known, about_people=about_people) for c, i in columns}
        told_of = [(name, v.word) for name, v in values.items() if v.word]
        words.update(told_of)
        reason = _why_left_out(table.dataset, told_of)
        if reason:
            left_out[row.number] = reason
            continue
        faults += _faults(row, columns, values)
        faults += _month_fault(table, row, position, month)
        dropped["names"] += any(v.name_dropped for v in values.values())
        seen.update(v for v in values.values() if v.written or (v.missing and v.shown and not v.fault))
        rows.append(_row(table.dataset, row, columns, values, month, position))
    sheet = StagedSheet(
        table.dataset,
        table.sheet,
        table.header_row,
        known.force,
        month.month,
        month.extract,
        tuple(c.name for c, _ in columns),
        tuple(rows),
    )
    told = [said("names_dropped", table.sheet, dropped["names"])] if dropped["names"] else []
    sheet, differ, of_ranks = with_ranks(sheet)
    told += read_as(table.sheet, seen) + of_ranks
    return Staging(sheet, _told_together(table, faults) + differ, told, words, tuple(left_out.items()))


def _why_left_out(dataset: Dataset, told_of: list[tuple[str, Known]]) -> str:
    """Why a row is left out that holds a word which, as was answered, is not one of ours; else ""."""
    for name, word in told_of:
        if word.how == LEFT_OUT:
            return f"{dataset.column(name).title} “{word.kept}” is not one of ours, as was answered"
    return ""


def _columns(table: Table) -> list[tuple[Column, int]]:
    """The matched columns but the month's, which month.py has read for the sheet as a whole."""
    dataset = table.dataset
    return [(dataset.column(m.column), m.index) for m in table.matching.matched if m.column != "month_end"]


def _row(
    dataset: Dataset,
    row: Row,
    columns: list[tuple[Column, int]],
    values: dict[str, Value],
    month: SheetMonth,
    position: int,
) -> StagedRow:
    missing = {name: v.missing for name, v in values.items() if v.missing}
    places = {c.name: row.place(i) for c, i in columns}
    when: dict[str, Any] = {}
    if "month_end" in dataset.column_names:
        when["month_end"] = None if position in month.faults else month.month
    return StagedRow(
        row.number,
        {n: v.kept for n, v in values.items()} | when,
        {n: v.value for n, v in values.items()} | when,
        missing,
        places,
    )


def _faults(row: Row, columns: list[tuple[Column, int]], values: dict[str, Value]) -> list[Fault]:
    found = []
    for column, index in columns:
        value = values[column.name]
        if value.fault:
            found.append(
                Fault(
                    value.fault,
                    column.title,
                    row.place(index),
                    value.shown,
                    value.detail,
                    value.near,
                    row.number,
                    column.name,
                )
            )
    return found


def _month_fault(table: Table, row: Row, position: int, month: SheetMonth) -> list[Fault]:
    if position not in month.faults:
        return []
    code, shown, detail = month.faults[position]
    column = table.matching.found["month_end"]
    title = table.dataset.column("month_end").title
    return [Fault(code, title, row.place(column.index), shown, detail, "", row.number, "month_end")]


def _told_together(table: Table, faults: list[Fault]) -> list[Breach]:
    """One breach for each kind of fault, column and value, with every cell it concerns."""
    grouped: dict[tuple[str, ...], list[Fault]] = {}
    for f in faults:
        grouped.setdefault((f.code, f.column, f.shown, f.detail, f.near, f.field), []).append(f)
    told = [
        breach(
            code,
            dataset=table.dataset.name,
            sheet=table.sheet,
            column=column,
            value=shown,
            detail=detail,
            near=near,
            cells=tuple(dict.fromkeys(f.place for f in each)),
            rows=tuple(dict.fromkeys(f.row for f in each)),
            field=field,
        )
        for (code, column, shown, detail, near, field), each in grouped.items()
    ]
    return sorted(told, key=lambda b: MESSAGES[b.code].severity != "error")


def event_days(sheet: StagedSheet) -> list[date | None]:
    """The days of the events in a sheet of movements."""
    return [row.codes.get("date") for row in sheet.rows]
