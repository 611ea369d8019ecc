"""A file's report in plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contracts import DATED_BY_ROW
from etl.command_line.print_words import lines_of_words
from etl.layout.left_out import counted
from etl.reports.report import Breach, FileReport, SheetReport

CELLS_SHOWN = 10


def print_report(report: FileReport) -> None:
    """Print what was read, then every breach with sheet, cells, what was found and how to put it right."""
    for line in lines(report):
        print(line)


def lines(report: FileReport, cells_shown: int = CELLS_SHOWN) -> Iterator[str]:
    """The same, line by line; of the cells of one fault so many are named."""
    yield f"{report.file_name}: {_standing(report)}"
    for sheet in report.sheets:
        month = f", {_until(sheet)} {sheet.month_end}" if sheet.month_end else ""
        records = f" as {sheet.records} records" if report.ok and sheet.records != sheet.rows_loaded else ""
        yield (f"  Sheet \"{sheet.sheet}\" is {sheet.dataset}{month}: {sheet.rows_read} rows read, "
              f"{report.would_load(sheet)} to load{records}, {_held(sheet)}"
              f"{sheet.rows_ignored} left out.")  # fmt: skip
        if sheet.ignored:
            yield f"    Left out: {counted(sheet.ignored)}."
    for sentence in report.said:
        yield f"  {sentence}"
    for breach in sorted(report.breaches, key=lambda b: b.severity != "error"):
        yield _line(breach, cells_shown)
    yield from lines_of_words(report)


def _until(sheet: SheetReport) -> str:
    return "months up to" if sheet.dataset in DATED_BY_ROW else "month ending"


def _standing(report: FileReport) -> str:
    if not report.ok:
        wrong = len(report.errors) or 1
        held = f" {report.could_load} rows could be loaded and {report.could_hold} held back (--hold REASON)."
        thing = "thing" if wrong == 1 else "things"
        return f"cannot be loaded; {wrong} {thing} to put right.{held if report.could_hold else ''}"
    if len(report.warnings) == 1:
        return "can be loaded when its warning is accepted with a reason."
    if report.warnings:
        return f"can be loaded when its {len(report.warnings)} warnings are accepted with a reason."
    return "can be loaded."


def _says_it(breach: Breach) -> bool:
    """Whether the sentence names already what was found, as a word of its own."""
    return re.search(rf"(?<!\w){re.escape(breach.value)}(?!\w)", breach.says) is not None


def _held(sheet: SheetReport) -> str:
    return f"{sheet.rows_held} held back, " if sheet.rows_held else ""


def _line(breach: Breach, shown: int) -> str:
    kind = "Put right" if breach.severity == "error" else "Warning"
    more = len(breach.cells) - shown
    cells = ", ".join(breach.cells[:shown]) + (f" and {more} more" if more > 0 else "")
    place = " ".join(part for part in (f'sheet "{breach.sheet}"' if breach.sheet else "", cells) if part)
    found = f" Found: {breach.value}." if breach.value and not _says_it(breach) else ""
    return f"  {kind} [{breach.code}] {place + ': ' if place else ''}{breach.says}{found} {breach.how_to_fix}"
