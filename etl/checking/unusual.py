"""Counts far from what the unit has sent before: a person says that they are meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from etl.checking.staged import StagedRow, StagedSheet
from etl.reports.messages import breach
from etl.reports.report import Breach, FileReport
from metrics.usual_count import Usual, is_unusual, times_the_usual, usual_count
from store.place import Store, StoreProblem
from store.warehouse import connect

SQL = Path(__file__).parent / "own_history.sql"
COUNTED = {"open": True, "unallocated": True, "new": False, "closed": False}
"""The counts that are looked at, and whether each is a stock."""
MONTHS_BACK = 24
Own = dict[tuple[str, str], dict[date, tuple[float | None, ...]]]


def with_what_is_unusual(store: Store, report: FileReport, sheets: Sequence[StagedSheet]) -> FileReport:
    """The report with a warning for each count outside the unit's usual range for that kind of work."""
    told = [each for sheet in sheets if sheet.dataset.name == "caseload" for each in _of_sheet(store, sheet)]
    return replace(report, breaches=(*report.breaches, *told)) if told else report


def _of_sheet(store: Store, sheet: StagedSheet) -> Iterable[Breach]:
    for month in sorted({m for row in sheet.rows if (m := row.codes.get("month_end"))}):
        months = months_before(month)
        own = _own(store, sheet.force, month, months[0])
        for row in sheet.rows:
            before = own.get((str(row.codes.get("unit")), str(row.codes.get("work_type"))))
            if before and row.codes.get("month_end") == month:
                yield from _of_row(sheet, row, months, before)


def _of_row(
    sheet: StagedSheet, row: StagedRow, months: Sequence[date], before: dict[date, tuple[float | None, ...]]
) -> Iterable[Breach]:
    for position, (name, stock) in enumerate(COUNTED.items()):
        value = row.codes.get(name)
        if value is None:
            continue
        series = [before[month][position] if month in before else None for month in months]
        first = next((i for i, each in enumerate(series) if each is not None), len(series))
        says = unusual_says(float(value), series[first:], stock=stock)
        if says:
            yield breach(
                "count_unusual",
                dataset="caseload",
                sheet=sheet.sheet,
                column=sheet.dataset.column(name).title,
                cells=(row.places.get(name, f"row {row.row_number}"),),
                value=f"{value:g}",
                detail=says,
                rows=(row.row_number,),
                field=name,
            )


def unusual_says(value: float, series: Sequence[float | None], *, stock: bool) -> str:
    """What is usual, where the value is not; else ""."""
    usual = usual_count(series, stock=stock)
    if usual and is_unusual(value, usual):
        return f"between {usual.lower:.0f} and {usual.upper:.0f}, going by {_months(usual)} before"
    times = times_the_usual(value, series)
    middle = sorted(each for each in series if each is not None)
    if times is None:
        return ""
    return f"about {middle[len(middle) // 2]:.0f}, going by {len(middle)} months before"


def _months(usual: Usual) -> str:
    return f"its {usual.months} months"


def months_before(month: date) -> list[date]:
    """The month ends before one, oldest first."""
    ends = []
    end = month
    for _ in range(MONTHS_BACK):
        end = end.replace(day=1) - timedelta(days=1)
        ends.append(end)
    return ends[::-1]


def _own(store: Store, force: str, month: date, first: date) -> Own:
    """What stands for each unit and kind of work, by month; nothing where no figures can be read."""
    try:
        reader = connect(store)
    except StoreProblem:
        return {}
    if reader is None:
        return {}
    try:
        asked = {"force": force, "month": month, "first": first}
        rows = reader.cursor().execute(SQL.read_text("utf-8"), asked).fetchall()
    finally:
        reader.close()
    own: Own = {}
    for unit, work_type, end, *counts in rows:
        own.setdefault((unit, work_type), {})[end] = tuple(counts)
    return own
