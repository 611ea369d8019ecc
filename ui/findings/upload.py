"""What the upload page says: the state of a file, what to put right, what it would load, what changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from contracts import DATED_BY_ROW
from ui.figures.status import TITLES
from ui.parts.wording import join, month_name, plural

CELLS_SHOWN = 8
SAVED = "Nothing has been saved yet."
TOO_MANY = "You can only select up to 10 files at the same time"
MOST_FILES = 10
NO_VALUE = ("no return", "no figure")


def headline(reports: Sequence[Any]) -> str:
    """The state of the chosen files in one line."""
    if not reports:
        return "Send a month's returns"
    what = _what(reports)
    errors = sum(len(r.errors) for r in reports)
    if errors or not all(r.ok for r in reports):
        return f"{what}: {plural(max(errors, 1), 'thing')} to put right"
    warned = sum(len(r.warnings) for r in reports)
    return f"{what}: ready to load" + (f", {plural(warned, 'warning')} to accept" if warned else "")


def _what(reports: Sequence[Any]) -> str:
    """Which returns and month, or how many files where they are of several months."""
    months = {s.month_end for r in reports for s in r.sheets if s.month_end and s.dataset not in DATED_BY_ROW}
    names = dict.fromkeys(
        TITLES.get(s.dataset, s.dataset.replace("_", " ").capitalize()) for r in reports for s in r.sheets
    )
    if not names:
        return reports[0].file_name if len(reports) == 1 else plural(len(reports), "file")
    when = f", {month_name(months.pop())}" if len(months) == 1 else ""
    sheets = sum(len(report.sheets) for report in reports)
    return f"{join(names) if len(names) == sheets < 4 else plural(sheets, 'sheet')}{when}"


def problems(reports: Sequence[Any]) -> list[tuple[str, str]]:
    """The lines of the error summary: (id of the fault, where it is and what it is)."""
    several = len(reports) > 1
    return [
        (f"{n}.{m}", (f"{report.file_name}: " if several else "") + one_line(breach))
        for n, report in enumerate(reports)
        for m, breach in enumerate(report.errors)
    ]


def one_line(breach: Any) -> str:
    """Where and what, in one line: `Caseload, C14 and C15: "Open" must be a number.`"""
    place = ", ".join(part for part in (breach.sheet, cells_said(breach.cells)) if part)
    return f"{place}: {breach.says}" if place else str(breach.says)


def cells_said(cells: Sequence[str]) -> str:
    """The cells, the first eight and how many more."""
    if len(cells) <= CELLS_SHOWN:
        return join(cells)
    return f"{', '.join(cells[:CELLS_SHOWN])} and {len(cells) - CELLS_SHOWN:,} more"


def to_put_right(report: Any, severity: str) -> pd.DataFrame:
    """One row for each message: sheet, cells, column, what the file says, what is wrong, how to fix it."""
    chosen = report.errors if severity == "error" else report.warnings
    rows = [
        (
            b.sheet or "The file",
            cells_said(b.cells) or "–",
            b.column or "–",
            b.value or "–",
            b.says,
            b.how_to_fix,
            b.code,
        )
        for b in chosen
    ]
    columns = ["Sheet", "Cell", "Column", "What the file says", "What is wrong", "How to fix it", "Code"]
    return pd.DataFrame(rows, columns=columns)


def every_cell(report: Any) -> pd.DataFrame:
    """One row for each cell, to work through in the workbook."""
    rows = [
        (b.sheet, cell, b.column, b.value, b.says, b.how_to_fix, b.severity, b.code)
        for b in report.breaches
        for cell in (b.cells or ("",))
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "Sheet",
            "Cell",
            "Column",
            "What the file says",
            "What is wrong",
            "How to fix it",
            "Severity",
            "Code",
        ],
    )


def marked_name(file_name: str) -> str:
    """The name of the user's own workbook returned: september.xlsx becomes september-to-put-right.xlsx."""
    stem = file_name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1].rsplit(".", 1)[0]
    return f"{stem or 'return'}-to-put-right.xlsx"


def would_load(reports: Sequence[Any], covered: frozenset[tuple[str, date]]) -> pd.DataFrame:
    """One row for each sheet of each file: what it is read as, its month, its rows, what it replaces."""
    rows = [
        (report.file_name, *_sheet_row(sheet, report.would_load(sheet), covered))
        for report in reports
        for sheet in report.sheets
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "File",
            "Sheet",
            "Read as",
            "Month",
            "Rows read",
            "Would load",
            "Left out",
            "Replaces an earlier return",
        ],
    )


def _sheet_row(sheet: Any, would_load: int, covered: frozenset[tuple[str, date]]) -> tuple[Any, ...]:
    return (
        sheet.sheet,
        TITLES.get(sheet.dataset, sheet.dataset.replace("_", " ").capitalize()),
        _month(sheet),
        sheet.rows_read,
        would_load,
        sheet.rows_ignored,
        _replaces(sheet, covered),
    )


def _month(sheet: Any) -> str:
    if sheet.month_end is None:
        return "in each row"
    return (
        f"up to {month_name(sheet.month_end)}"
        if sheet.dataset in DATED_BY_ROW
        else month_name(sheet.month_end)
    )


def _replaces(sheet: Any, covered: frozenset[tuple[str, date]]) -> str:
    """Whether it takes the place of a return; of many months or days that is told row by row."""
    if sheet.dataset in DATED_BY_ROW:
        return "told with what would change"
    return "Yes" if (sheet.dataset, sheet.month_end) in covered else "No"


def left_out(report: Any) -> list[str]:
    """Why rows were left out, by sheet and reason, with their row numbers."""
    out = []
    for sheet in report.sheets:
        by_reason: dict[str, list[int]] = {}
        for row, reason in sheet.ignored:
            by_reason.setdefault(reason, []).append(row)
        out += [f"Sheet “{sheet.sheet}”, {_rows(numbers)}: {reason}" for reason, numbers in by_reason.items()]
    return out


def _rows(numbers: Sequence[int]) -> str:
    said = cells_said([str(n) for n in numbers])
    return f"row {said}" if len(numbers) == 1 else f"rows {said}"


def changed(before: Sequence[tuple[str, str, str]], after: Sequence[tuple[str, str, str]]) -> pd.DataFrame:
    """Headline figures before and after, each with its month: (measure, month, value).

    A figure that there is no longer stands as `no return`: it is what an undo most changes."""
    was, now = ({measure: (month, value) for measure, month, value in each} for each in (before, after))
    rows = []
    for measure in dict.fromkeys((*was, *now)):
        old_month, old = was.get(measure, ("", "no figure"))
        new_month, new = now.get(measure, ("", "no return"))
        rows.append((measure, _with_month(old, old_month), _with_month(new, new_month)))
    return pd.DataFrame(rows, columns=["Measure", "Before", "After"])


def _with_month(value: str, month: str) -> str:
    return f"{value} ({month})" if month else value


def changed_headline(before: Sequence[tuple[str, str, str]], after: Sequence[tuple[str, str, str]]) -> str:
    """How many of the headline figures moved, of those that had or have a value; one that reads the same in
    a newer month did not."""
    was, now = ({m: value for m, _, value in each if value not in NO_VALUE} for each in (before, after))
    every = {*was, *now}
    moved = sum(was.get(measure) != now.get(measure) for measure in every)
    if not moved:
        return "Loaded: the headline figures are as they were"
    return f"Loaded: {moved} of {plural(len(every), 'headline figure')} changed"


def size_said(data: bytes) -> str:
    """A file's size to one decimal, as the chooser above it says it."""
    size, unit = len(data) / 1000, "KB"
    if size > 500:
        size, unit = size / 1000, "MB"
    return f"{size:.1f} {unit}"
