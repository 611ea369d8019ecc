"""What the returns page says: what has arrived, for which unit and month, and what was loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from ui.evidence_table import Cell, Row
from ui.findings.not_in import SHOWS
from ui.status import TITLES
from ui.wording import join, month_name, plural

MONTHS_SHOWN = 9
LOADS_SHOWN = 12


@dataclass(frozen=True)
class Gone:
    """One sheet that has not come for a month, and the units it leaves out."""

    month: date
    dataset: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Months as columns, newest first, and one row for each unit. `late` are months with nothing at all.

    `sent` are the sheets that have ever come, out of those expected."""

    months: tuple[date, ...]
    rows: tuple[Row, ...]
    gone: tuple[Gone, ...]
    late: tuple[date, ...] = ()
    sent: tuple[str, ...] = ()


def headline(grid: Grid) -> str:
    """Whether anything expected has not come: whole months first."""
    if not grid.months:
        return "No returns have been loaded yet"
    if grid.late:
        said = join(month_name(month) for month in sorted(grid.late)[:3])
        return f"No returns yet for {said}"
    span = plural(len(grid.months), "month")
    if not grid.gone:
        return (
            f"Every expected return is in for the last {span}"
            if len(grid.months) > 1
            else "Every return is in"
        )
    newest = max(each.month for each in grid.gone)
    earlier = len({each.month for each in grid.gone} - {newest})
    said = "; ".join(_not_come(grid, newest))
    tail = f"; {plural(earlier, 'earlier month')} {'lacks' if earlier == 1 else 'lack'} something too"
    return f"{said[:1].upper()}{said[1:]}{tail if earlier else ''}"


def _not_come(grid: Grid, month: date) -> list[str]:
    """What has not come for a month as a person would count it: whole workbooks, sheets, then units."""
    gone = {each.dataset: each.units for each in grid.gone if each.month == month}
    nobody = {dataset for dataset, units in gone.items() if len(units) == len(grid.rows)}
    holds: dict[str, set[str]] = {}
    for dataset in grid.sent:
        holds.setdefault(SHOWS[dataset][0], set()).add(dataset)
    books = sorted(book for book, inside in holds.items() if inside <= nobody)
    single = [TITLES[d] for d in grid.sent if d in nobody and SHOWS[d][0] not in books]
    some = [
        f"{TITLES[d]} of {plural(len(gone[d]), 'unit')}" for d in grid.sent if d in gone and d not in nobody
    ]
    return [
        *_counted("workbook", books, month),
        *_counted("sheet", single, month),
        *([f"{month_name(month)} is without {join(some)}"] if some else []),
    ]


def _counted(what: str, names: Sequence[str], month: date) -> list[str]:
    """`the caseload workbook of October 2026 has not come`; several are counted and listed."""
    if not names:
        return []
    if len(names) == 1:
        return [f"the {names[0]} {what} of {month_name(month)} has not come"]
    return [f"{plural(len(names), what)} of {month_name(month)} have not come: {join(names)}"]


def grid(
    covered: Sequence[tuple[str, str, date]],
    units: Mapping[str, str],
    expected: Sequence[str],
    late: Sequence[date] = (),
) -> Grid:
    """The grid from (dataset, unit, month end); a sheet for the whole force (`*`) counts for each unit.

    Sheets that nobody has ever sent are not expected. `late` are months that have ended with nothing loaded.
    """
    came = tuple(sorted({month for _, _, month in covered}))
    months = (*came, *(m for m in late if came and m not in came))[: -MONTHS_SHOWN - 1 : -1]
    have = {(dataset, unit, month) for dataset, unit, month in covered}
    used = [dataset for dataset in expected if any(d == dataset for d, _, _ in covered)]
    absent = {
        (month, code): [d for d in used if not {(d, code, month), (d, "*", month)} & have]
        for month in months
        for code in units
    }
    rows = tuple(
        Row(code, title, tuple(_cell(absent[month, code], len(used)) for month in months))
        for code, title in units.items()
    )
    gone = tuple(
        Gone(month, dataset, tuple(title for code, title in units.items() if dataset in absent[month, code]))
        for month in months
        if month in came
        for dataset in used
    )
    late_here = tuple(m for m in months if m not in came)
    return Grid(months, rows, tuple(g for g in gone if g.units), late_here, tuple(used))


def _cell(gone: Sequence[str], expected: int) -> Cell:
    said = f"{expected - len(gone)} of {expected}"
    if not gone:
        return Cell(said, "✓", "all sheets in")
    return Cell(said, "○", f"not in: {join(TITLES.get(d, d) for d in gone)}", "concern")


def gone_said(grid: Grid) -> list[str]:
    """Each sheet that has not come, newest month first, with the units it leaves out."""
    return [
        f"{TITLES.get(each.dataset, each.dataset)}, {month_name(each.month)}: "
        f"no return from {join(each.units) if len(each.units) < len(grid.rows) else 'any unit in view'}."
        for each in grid.gone
    ]


def expected_said(expected: Sequence[str]) -> str:
    """The sheets that are counted."""
    return join(TITLES[d] for d in expected)


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
