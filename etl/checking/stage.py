"""From a found table to staged rows: every cell read, every fault noted with its address, nothing stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from contracts.model import Column, Dataset
from etl.checking.staged import StagedRows, StagedSheet
from etl.layout.find import Table
from etl.layout.grid import Row
from etl.layout.month import SheetMonth
from etl.publishing.codes import DATED
from etl.reports.messages import MESSAGES, breach, said
from etl.reports.report import Breach
from etl.values.known_values import LEFT_OUT, Known, KnownValues
from etl.values.people_ranks import with_ranks
from etl.values.read_as import read_as
from etl.values.read_column import ReadColumn, read_column
from etl.values.read_date import no_such_day
from etl.values.read_dated import read_dated
from etl.values.read_value import Value

MOST_APART = 200


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
    about_people = is_about_people(table.dataset)
    columns = [read_column(table.rows, *each, known, about_people=about_people) for each in _columns(table)]
    columns = _each_on_its_day(table, columns, month, known)
    found = _told_by_rows(table, columns, month)
    rows = _rows(table, columns, month)
    sheet = StagedSheet(
        table.dataset,
        table.sheet,
        table.header_row,
        known.force,
        month.month,
        month.extract,
        tuple(each.column.name for each in columns),
        tuple(row for n, row in enumerate(rows) if n not in found.not_kept) if found.not_kept else rows,
        table.counted,
    )
    told = [said("names_dropped", table.sheet, found.names_dropped)] if found.names_dropped else []
    sheet, differ, of_ranks = with_ranks(sheet)
    told += read_as(table.sheet, found.seen) + of_ranks
    breaches = _told_together(table, found.faults) + differ
    return Staging(sheet, breaches, told, found.words, tuple(found.left_out.items()))


_SILENT = Value()


@dataclass
class _Told:
    """What the cells of a table have to tell beside their values."""

    faults: list[Fault] = field(default_factory=list)
    seen: Counter[Value] = field(default_factory=Counter)
    words: Counter[tuple[str, Known]] = field(default_factory=Counter)
    left_out: dict[int, str] = field(default_factory=dict)
    not_kept: set[int] = field(default_factory=set)
    names_dropped: int = 0


def _told_by_rows(table: Table, columns: list[ReadColumn], month: SheetMonth) -> _Told:
    """Row by row, of those rows alone that have something to tell."""
    found = _Told()
    for position in sorted(frozenset(month.faults).union(*(each.told for each in columns))):
        row, values = table.rows[position], [(each, each.told.get(position, _SILENT)) for each in columns]
        told_of = [(each.column.name, value.word) for each, value in values if value.word]
        found.words.update(told_of)
        reason = _why_left_out(table.dataset, told_of)
        if reason:
            found.left_out[row.number] = reason
            found.not_kept.add(position)
            continue
        found.faults += [_fault(row, each, value) for each, value in values if value.fault]
        found.faults += _month_fault(table, row, position, month)
        found.names_dropped += any(value.name_dropped for _, value in values)
        found.seen.update(v for _, v in values if v.written or (v.missing and v.shown and not v.fault))
    return found


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


def _each_on_its_day(
    table: Table, columns: list[ReadColumn], month: SheetMonth, known: KnownValues
) -> list[ReadColumn]:
    """Where rows are dated one by one, a unit's name is what it was called on the day of its row."""
    dated = table.dataset.dated_by
    own = next((each.codes for each in columns if each.column.name == dated), month.own)
    if not dated or not own:
        return columns
    return [
        read_dated(table.rows, each.column, each.index, known, own)
        if each.column.allowed_from in DATED
        else each
        for each in columns
    ]


def _rows(table: Table, columns: list[ReadColumn], month: SheetMonth) -> StagedRows:
    """The rows by their columns, with the month of the sheet in every row but those that differ."""
    indexes = {each.column.name: each.index for each in columns}
    kept = {each.column.name: each.kept for each in columns}
    codes = {each.column.name: each.codes for each in columns}
    if "month_end" in table.dataset.column_names:
        own = month.own or (month.month,) * len(table.rows)
        months = [None if n in month.faults else own[n] for n in range(len(table.rows))]
        kept["month_end"] = codes["month_end"] = months
    missing: dict[int, dict[str, str]] = {}
    for each in columns:
        for position, kind in each.missing.items():
            missing.setdefault(position, {})[each.column.name] = kind
    origins = [(row.places, row.from_rows) for row in table.rows]
    made_of_others = any(cells or rows for cells, rows in origins)
    numbers = [row.number for row in table.rows]
    return StagedRows(numbers, kept, codes, missing, indexes, origins if made_of_others else ())


def _fault(row: Row, read: ReadColumn, value: Value) -> Fault:
    column, place = read.column, row.place(read.index)
    told = (value.shown, value.detail, value.near)
    return Fault(value.fault, column.title, place, *told, row.number, column.name)


def _month_fault(table: Table, row: Row, position: int, month: SheetMonth) -> list[Fault]:
    if position not in month.faults:
        return []
    code, shown, detail = month.faults[position]
    column = table.matching.found["month_end"]
    title = table.dataset.column("month_end").title
    near = no_such_day(shown) if code == "cell_not_date" else ""
    return [Fault(code, title, row.place(column.index), shown, detail, near, row.number, "month_end")]


def _told_together(table: Table, faults: list[Fault]) -> list[Breach]:
    """One breach for each kind of fault, column and value, with every cell it concerns.

    Beyond MOST_APART values of one column, the others are told in one breach, without their values.
    """
    grouped: dict[tuple[str, ...], list[Fault]] = {}
    apart: Counter[tuple[str, str]] = Counter()
    rest: dict[tuple[str, str], tuple[str, ...]] = {}
    for f in faults:
        key, kind = (f.code, f.column, f.shown, f.detail, f.near, f.field), (f.code, f.field)
        if key not in grouped:
            apart[kind] += 1
            if apart[kind] > MOST_APART:
                key = rest.setdefault(kind, (f.code, f.column, "", f.detail, "", f.field))
        grouped.setdefault(key, []).append(f)
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
    return list(sheet.codes_of("date"))
