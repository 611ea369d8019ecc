"""What the returns page says: what has arrived, for which unit and month, and what was loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from ui.evidence_table import Cell, Row
from ui.status import TITLES
from ui.wording import join, month_name, plural

LETTERS = {
    "caseload": "C",
    "investigators": "I",
    "establishment": "E",
    "people": "P",
    "unavailable": "U",
    "movements": "M",
    "training": "T",
}
MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Grid:
    """Months as columns, newest last; one row for each unit; a cell names what is missing."""

    months: tuple[date, ...]
    rows: tuple[Row, ...]
    missing: int


def headline(grid: Grid) -> str:
    """Whether anything expected has not come."""
    if not grid.months:
        return "No returns have been loaded yet"
    span = plural(len(grid.months), "month")
    if not grid.missing:
        return (
            f"Every expected return is in for {span}"
            if len(grid.months) > 1
            else "Every expected return is in"
        )
    return f"{plural(grid.missing, 'return')} {'has' if grid.missing == 1 else 'have'} not come in {span}"


def grid(covered: Sequence[tuple[str, str, date]], units: Mapping[str, str], expected: Sequence[str]) -> Grid:
    """The grid from (dataset, unit, month end); a sheet for the whole force (`*`) counts for each unit."""
    months = tuple(sorted({month for _, _, month in covered}))[-MONTHS_SHOWN:]
    have = {(dataset, unit, month) for dataset, unit, month in covered}
    used = [dataset for dataset in expected if any(d == dataset for d, _, _ in covered)]
    missing, rows = 0, []
    for code, title in units.items():
        cells = []
        for month in months:
            gone = [d for d in used if not {(d, code, month), (d, "*", month)} & have]
            missing += len(gone)
            cells.append(_cell(gone, used))
        rows.append(Row(code, title, tuple(cells)))
    return Grid(months, tuple(rows), missing)


def _cell(gone: Sequence[str], used: Sequence[str]) -> Cell:
    came = "".join(LETTERS.get(d, d[:1].upper()) for d in used if d not in gone)
    if not gone:
        return Cell(came, "✓", "all in")
    names = join(TITLES.get(d, d) for d in gone)
    return Cell(came or "none", "○", f"not in: {names}", "concern")


def key(expected: Sequence[str]) -> str:
    """What the letters stand for."""
    return join(f"{LETTERS[d]} {TITLES[d]}" for d in expected if d in LETTERS)


def as_frame(seen: Grid) -> pd.DataFrame:
    """The grid as a table to hand over, in words."""
    rows = [(row.label, *(f"{c.said}, {c.word}" for c in row.cells)) for row in seen.rows]
    return pd.DataFrame(rows, columns=["Unit", *(f"{m:%b %Y}" for m in seen.months)])


def history(loads: Sequence[Any]) -> pd.DataFrame:
    """Every load, newest first: file, months, when, by whom, rows, and whether it still holds."""
    rows = [
        (
            load.file_name,
            months_said(load.months),
            when_said(load.loaded_at),
            load.loaded_by,
            f"{load.rows_loaded:,}",
            standing(load),
        )
        for load in loads
    ]
    return pd.DataFrame(rows, columns=["File", "Month", "Loaded", "By", "Rows loaded", "Now"])


def standing(load: Any) -> str:
    """Whether the load still holds, and who undid it."""
    if load.state == "undone":
        return f"Undone {when_said(load.undone_at)} by {load.undone_by}"
    return str(load.standing)[:1].upper() + str(load.standing)[1:]


def months_said(months: Sequence[str]) -> str:
    """One month in words, or the first and last of several."""
    days = [date.fromisoformat(m[:10]) for m in months]
    if not days:
        return "no month"
    return month_name(days[0]) if len(days) == 1 else f"{month_name(days[0])} to {month_name(days[-1])}"


def when_said(stamp: str | None) -> str:
    """A time stamp as a day and a time."""
    if not stamp:
        return "not known"
    when = datetime.fromisoformat(stamp)
    return f"{when.day} {when:%b %Y, %H:%M}"


def can_undo(loads: Sequence[Any]) -> list[Any]:
    """The loads that still hold something."""
    return [load for load in loads if load.state != "undone" and load.active_scopes]


def undo_label(load: Any) -> str:
    """A load in one line, for choosing it."""
    return f"{load.file_name} · {months_said(load.months)} · loaded {when_said(load.loaded_at)}"
