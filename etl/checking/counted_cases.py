"""Counts of a live list of cases, made in the process that read it, as tables of the returns they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from contracts.model import Dataset
from etl.checking.check_headings import quoted
from etl.checking.gathered import Gathered
from etl.checking.stage import Staging
from etl.checking.staged import StagedRow
from etl.layout.find import Table
from etl.layout.grid import CountedCases, Row, Sheet, as_text
from etl.layout.match import Matched, Matching
from etl.layout.month import SheetMonth
from etl.reports.messages import breach, did_you_mean, said
from etl.reports.report import Breach
from etl.values.known_values import KnownValues
from etl.words.word import Word

SUMMED = ("whole_number", "number")
LONGEST_WAIT = "oldest_unallocated_days"
FLOWS = ("new", "closed")
ABOUT = ("unit", "work_type")


def table_of(sheet: Sheet, dataset: Dataset) -> Table | None:
    """The counts as a table; None of a list that could not be counted."""
    counted = sheet.counted
    if counted is None or not counted.columns:
        return None
    headings = [as_text(cell) for cell in sheet.rows[0].cells]
    matched = tuple(
        Matched(i, headings[i], name, "title" if headings[i] == dataset.column(name).title else "alias")
        for i, name in enumerate(counted.columns)
    )
    return Table(
        sheet.name,
        sheet.rows[0].number,
        Matching(dataset, matched, ()),
        tuple(_placed(row) for row in sheet.rows[1:]),
        (),
        counted.ignored,
        rows_in_sheet=counted.rows_in_sheet,
        counted=True,
        of_list=counted.list_name,
    )


def _placed(row: Row) -> Row:
    """A row of counts, whose cells stand nowhere in the file: they are told of by the first of its cases."""
    cases = len(row.from_rows)
    where = f"row {row.number}" if cases == 1 else f"{cases:,} cases, the first in row {row.number}"
    return replace(row, places=(where,) * len(row.cells))


def month_of(counted: CountedCases, today: date) -> SheetMonth:
    """The month of a list that was counted; the day it was taken is kept with it where that is later."""
    month, taken = counted.month, counted.taken
    if month and month > today:
        return SheetMonth(month, fault="month_future", shown=f"{month:%d/%m/%Y}")
    return SheetMonth(month, taken if taken != month else None)


def breaches_of(counted: CountedCases, words: Sequence[Word] = ()) -> list[Breach]:
    """What was found in the list while it was counted, by the rows of the list; of a heading that is not
    there, which it may be."""
    near = {dict(word.choices)[word.nearest]: word.text for word in words if word.nearest}
    return [
        breach(f.code, dataset=counted.dataset, sheet=counted.list_name, column=f.column,
               cells=tuple(f.places), value=f.value, detail=f.detail, rows=tuple(f.rows),
               near=did_you_mean((near[f.column],)) if f.column in near else f.near)
        for f in counted.faults
    ]  # fmt: skip


def faulty_cases(counted: CountedCases, dataset: Dataset, known: KnownValues) -> tuple[StagedRow, ...]:
    """The rows of the list that no count holds. Of each only its month, and a unit and work type we know."""
    blank = dict.fromkeys(dataset.column_names) | {"month_end": counted.month}
    rows = []
    for number, *texts in counted.faulty:
        words = dict(zip(ABOUT, texts, strict=True))
        codes = {name: _code(known, dataset, name, text) for name, text in words.items()}
        kept = {name: text for name, text in words.items() if codes[name]}
        rows.append(StagedRow(number, blank | kept, blank | codes, {}, {}))
    return tuple(rows)


def _code(known: KnownValues, dataset: Dataset, name: str, text: str) -> str | None:
    return known.look_up(dataset.column(name), text).code if text else None


def leave_unsure(lists: Sequence[CountedCases], done: Gathered) -> None:
    """Beside a return, a sheet of which only the cells say that it is a list of cases stops nothing."""
    names = {each.list_name for each in lists if not each.columns}
    done.breaches = [each for each in done.breaches if each.sheet not in names]
    done.said += [said("live_unsure", name) for name in sorted(names)]


def told_of(counted: CountedCases) -> list[str]:
    """What was counted, at which day, and what of the list was left behind; told once, with Caseload."""
    if counted.dataset != "caseload" or counted.month is None or counted.taken is None:
        return []
    month = f"{counted.month.day} {counted.month:%B %Y}"
    told = [said("live_counted", counted.list_name, counted.is_open, counted.closed, month)]
    if counted.taken != counted.month:
        told.append(said("extract_late", counted.list_name, f"{counted.taken:%d/%m/%Y}", month))
    return told + ([said("not_stored", counted.list_name, quoted(counted.unread))] if counted.unread else [])


def without_repeats(staging: Staging, sheet: str) -> Staging:
    """Counts that two spellings of a unit or work type parted, as one; flows not stated as one warning."""
    rows: dict[tuple[Any, ...], StagedRow] = {}
    key = staging.sheet.dataset.key
    for position, row in enumerate(staging.sheet.rows):
        mine = tuple(row.codes.get(name) for name in key)
        unclear = any(row.codes.get(name) is None for name in key)
        at = (position,) if unclear else mine
        rows[at] = _added(rows[at], row, staging.sheet.dataset) if at in rows else row
    return replace(
        staging,
        sheet=replace(staging.sheet, rows=tuple(rows.values())),
        breaches=_flows_together(staging.breaches, sheet),
    )


def _added(one: StagedRow, other: StagedRow, dataset: Dataset) -> StagedRow:
    """Two rows about the same as one. Their words become the code: each spelling is but a part of it."""
    counts = {
        c.name: _sum(c.name, one.codes.get(c.name), other.codes.get(c.name))
        for c in dataset.columns
        if c.type in SUMMED and c.name in one.codes
    }
    words = {n: one.codes[n] for n in ABOUT if one.kept[n] != other.kept[n]}
    return replace(
        one,
        kept=one.kept | words | counts,
        codes=one.codes | counts,
        missing_kinds=other.missing_kinds | one.missing_kinds,
        from_rows=tuple(sorted((*one.from_rows, *other.from_rows))),
    )


def _sum(name: str, one: Any, other: Any) -> Any:
    if name == LONGEST_WAIT:
        return max((days for days in (one, other) if days is not None), default=None)
    return None if one is None or other is None else one + other


def _flows_together(breaches: Sequence[Breach], sheet: str) -> list[Breach]:
    """One warning that New and Closed cannot be told, in the place of one for each of the two."""
    flows = [b for b in breaches if b.code == "cell_missing_kind" and b.field in FLOWS]
    others = [b for b in breaches if b not in flows]
    if not flows:
        return others
    cells = tuple(dict.fromkeys(cell for b in flows for cell in b.cells))
    return [*others, breach("live_no_flow", dataset="caseload", sheet=sheet, cells=cells)]
