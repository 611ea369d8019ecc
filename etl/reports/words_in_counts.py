"""An unknown word of a live list where it stands in the counts of the list: its first cell, and how often.

The list itself stays in the process that read it, so that its counts are all there is to mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xlsxwriter.utility import xl_rowcol_to_cell

from etl.layout.grid import Row, Sheet, Workbook, as_text
from etl.reports.report import Breach, FileReport
from settings.plain import plain

ONLY_A_WORD = "live_unknown"  # of a list: no case is left out of its counts for it


def with_words_in_counts(report: FileReport, book: Workbook) -> FileReport:
    """The report that tells beside each list, in its counts, of the first cell of each word nobody knows."""
    told = [
        each
        for sheet in book.sheets
        for fault in report.breaches
        if sheet.counted and fault.code == ONLY_A_WORD and fault.sheet == sheet.counted.list_name
        if fault.field in sheet.counted.columns
        for each in _told(sheet, fault)
    ]
    return replace(report, breaches=(*report.breaches, *told))


def _told(sheet: Sheet, breach: Breach) -> Iterator[Breach]:
    index = sheet.counted.columns.index(breach.field) if sheet.counted else 0
    unknown, held = set(breach.rows), dict[str, list[Row]]()
    for row in sheet.rows[1:]:
        if not unknown.isdisjoint(row.from_rows) and index < len(row.cells):
            held.setdefault(plain(as_text(row.cells[index])), []).append(row)
    for rows in held.values():
        yield replace(
            breach,
            sheet=sheet.name,
            cells=(xl_rowcol_to_cell(rows[0].number - 1, index),),
            says=f"This word of “{breach.column}” is not known. {_how_many(rows)}",
        )


def _how_many(rows: list[Row]) -> str:
    cases = sum(len(row.from_rows) for row in rows)
    of_cases = "1 case" if cases == 1 else f"{cases:,} cases"
    counts = "this row" if len(rows) == 1 else f"{len(rows):,} rows of this sheet, of which this is the first"
    return f"It stands in {counts} ({of_cases} of the list)."
