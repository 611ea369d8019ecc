"""A return about people for a month whose rows were deleted: it is not taken, and its figures stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.checking.staged import StagedSheet
from etl.reports.messages import breach
from etl.reports.report import Breach, FileReport
from store import purges
from store.control import reading
from store.labels_left import PEOPLE
from store.place import Store


def with_closed_months(store: Store, report: FileReport, sheets: Sequence[StagedSheet]) -> FileReport:
    """The report with a fault for each sheet about people of a month that is closed."""
    with reading(store) as con:
        closed = purges.through(con)
    told = [fault for sheet in sheets for fault in _fault(sheet, closed)] if closed else []
    return replace(report, breaches=(*report.breaches, *told)) if told else report


def _fault(sheet: StagedSheet, closed: dict[str, tuple[str, str]]) -> list[Breach]:
    month, at = closed.get(sheet.force, ("", ""))
    if sheet.dataset.name not in PEOPLE or not sheet.month_end or sheet.month_end.isoformat() > month:
        return []
    detail = f"{sheet.month_end:%B %Y} were deleted on {purges.day_in_words(at)}"
    return [breach("month_rows_gone", dataset=sheet.dataset.name, sheet=sheet.sheet, detail=detail)]
