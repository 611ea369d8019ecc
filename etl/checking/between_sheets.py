"""What the sheets of one file must hold together: each row once, and one return about the same months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from etl.checking.check_headings import quoted
from etl.checking.staged import StagedSheet
from etl.reports.messages import breach
from etl.reports.report import Breach

SPEAKS_FIRST = ("establishment", "caseload")


def between_sheets(sheets: Sequence[StagedSheet]) -> list[Breach]:
    """Rows that two sheets both hold, and sheets of one return that describe different months."""
    return _same_sheet_twice(sheets) + _counts_beside(sheets) + _other_months(sheets)


def _same_sheet_twice(sheets: Sequence[StagedSheet]) -> list[Breach]:
    """Two sheets of one return are fine (a matrix and its bookings), until a row is in both."""
    found = []
    seen: dict[str, dict[tuple[Any, ...], str]] = {}
    named = Counter(sheet.dataset.name for sheet in sheets)
    for sheet in sheets:
        before = seen.setdefault(sheet.dataset.name, {})
        keys = _keys(sheet) if named[sheet.dataset.name] > 1 else set()
        both = keys & before.keys()
        if both and not sheet.counted and not any(s.counted for s in sheets if s.sheet in before.values()):
            other = quoted(sorted({before[key] for key in both}))
            where = {"dataset": sheet.dataset.name, "sheet": sheet.sheet}
            found.append(breach("sheet_twice", value=f"{len(both)} rows", detail=other, **where))
        before |= dict.fromkeys(keys, sheet.sheet)
    return found


def _counts_beside(sheets: Sequence[StagedSheet]) -> list[Breach]:
    """A unit's month that is counted from a list of cases and stands in another sheet of that return too."""
    found = []
    for sheet in sheets:
        mine = _unit_months(sheet) if sheet.counted else set()
        others = [s for s in sheets if s.dataset.name == sheet.dataset.name and s is not sheet]
        both = [other for other in others if mine & _unit_months(other)]
        if both:
            units = sorted({unit for other in both for unit, _ in mine & _unit_months(other)})
            where = {"dataset": sheet.dataset.name, "sheet": sheet.sheet}
            other = quoted(each.sheet for each in both)
            found.append(breach("live_beside", value=", ".join(units), detail=other, **where))
    return found


def _unit_months(sheet: StagedSheet) -> set[tuple[str, Any]]:
    rows = (row.codes for row in sheet.rows)
    return {(codes["unit"], codes.get("month_end")) for codes in rows if codes.get("unit")}


def _keys(sheet: StagedSheet) -> set[tuple[Any, ...]]:
    return set(zip(*map(sheet.codes_of, sheet.dataset.key), strict=True))


def _other_months(sheets: Sequence[StagedSheet]) -> list[Breach]:
    """Establishment speaks for People, Unavailable and Movements of its months: others would read as none."""
    found = []
    for workbook in dict.fromkeys(sheet.dataset.workbook for sheet in sheets):
        months = _months([sheet for sheet in sheets if sheet.dataset.workbook == workbook])
        first = next((name for name in SPEAKS_FIRST if name in months), next(iter(months), ""))
        for sheet in sheets:
            mine = months.get(sheet.dataset.name) if sheet.dataset.workbook == workbook else None
            if mine and sheet.month_end and mine != months[first]:
                where = {"dataset": sheet.dataset.name, "sheet": sheet.sheet}
                told = f"{first.capitalize()} {_long(months[first])}"
                found.append(breach("months_differ", value=_long(mine), detail=told, **where))
    return found


def _months(sheets: Sequence[StagedSheet]) -> dict[str, set[date]]:
    months: dict[str, set[date]] = {}
    for sheet in sheets:
        if sheet.month_end and not sheet.dataset.dated_by:
            months.setdefault(sheet.dataset.name, set()).add(sheet.month_end)
    return months


def _long(months: set[date]) -> str:
    return " and ".join(f"{month.day} {month:%B %Y}" for month in sorted(months))
