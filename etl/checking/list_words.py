"""The words of a live list of cases: settled before anything else, each told once with the rows it stands in.

Counts by unit and counts by officer hold the same words, so those of the first speak for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from etl.checking.counted_cases import ABOUT
from etl.checking.stage import Staging
from etl.checking.staged import StagedSheet
from etl.layout.find import Table
from etl.layout.grid import as_text
from etl.reports.messages import NOT_SHOWN, breach
from etl.reports.report import Breach
from etl.words.word import Word
from settings.plain import plain
from store.matches import tells_of_a_person

UNKNOWN = ("cell_unknown", "cell_not_allowed", "cell_person_health")
FIRST = "caseload"
MOST_TOLD = 8


def parted(table: Table, staging: Staging) -> tuple[list[Breach], Staging]:
    """The faults of words, those of a column together; and the staging without them, and with them apart."""
    about = [b for b in staging.breaches if b.code in UNKNOWN and b.field in ABOUT]
    rest = [b for b in staging.breaches if b not in about]
    apart = tuple(_of_list(table, each) for each in about)
    left = replace(staging, breaches=rest, sheet=replace(staging.sheet, apart=apart))
    if table.dataset.name != FIRST:
        return [], left
    fields = dict.fromkeys(each.field for each in apart)
    return [_together(table, [b for b in apart if b.field == field]) for field in fields], left


def settled(sheet: StagedSheet) -> StagedSheet:
    """The counts of which every word is known: rules wait for the others, which may come to the same."""
    known = (r for r in sheet.rows if all(r.codes.get(n) is not None for n in sheet.dataset.key))
    return replace(sheet, rows=tuple(known))


def each_once(table: Table, words: Iterable[Word]) -> list[Word]:
    """The words with how many rows of the list hold each; the counts by officer have no others."""
    if table.dataset.name != FIRST:
        return []
    counted = [
        replace(w, sheets=(table.of_list,), rows=len(_rows(table, w.column, w.text)))
        for w in words
        if not w.is_heading
    ]
    return sorted(counted, key=lambda w: (w.column, -w.rows))


def _of_list(table: Table, fault: Breach) -> Breach:
    """The fault by the rows of the list."""
    numbers = set(fault.rows)
    rows = sorted(n for row in table.rows if row.number in numbers for n in row.from_rows)
    return replace(fault, dataset=FIRST, sheet=table.of_list, rows=tuple(rows), cells=(_place(rows),))


def _place(rows: Sequence[int]) -> str:
    return f"row {rows[0]}" if len(rows) == 1 else f"{len(rows):,} cases, the first in row {rows[0]}"


def _rows(table: Table, column: str, text: str) -> list[int]:
    index = next(
        (m.index for m in table.matching.matched if table.dataset.column(m.column).title == column), -1
    )
    return [n for row in table.rows if plain(as_text(row.cell(index))) == plain(text) for n in row.from_rows]


def _together(table: Table, faults: Sequence[Breach]) -> Breach:
    most = sorted(faults, key=lambda fault: -len(fault.rows))
    column = table.dataset.column(faults[0].field)
    told = [f"{_shown(column.allowed_from or '', f.value)} ({_counted(len(f.rows))})" for f in most]
    more = f" and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    return breach(
        "live_unknown",
        dataset=FIRST,
        sheet=table.of_list,
        column=column.title,
        detail=", ".join(told[:MOST_TOLD]) + more,
        cells=tuple(f"row {min(fault.rows)}" for fault in most),
        rows=tuple(sorted(n for fault in faults for n in fault.rows)),
        field=faults[0].field,
    )


def _shown(list_name: str, text: str) -> str:
    return NOT_SHOWN if text == NOT_SHOWN or tells_of_a_person(list_name, text) else f"“{text}”"


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"
