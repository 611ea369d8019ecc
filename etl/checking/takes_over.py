"""A record of the whole force takes the place of records that units sent: a person says that it is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.checking.staged import StagedSheet
from etl.reports.messages import breach
from etl.reports.report import Breach, FileReport
from store import coverage
from store.control import reading
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim
from store.place import Store

if TYPE_CHECKING:
    from etl.publishing.plan import NewEntry


def with_what_it_takes_over(
    store: Store, report: FileReport, sheets: Sequence[StagedSheet], before: Sequence[NewEntry] = ()
) -> FileReport:
    """The report with a warning for each sheet that names no unit while units have records of their own.

    `before` are loads of the same step, which stand before this file.
    """
    unnamed = [s for s in sheets if not _named_units(sheets, s.dataset.name) and _asks(report, s)]
    if not unnamed:
        return report
    with reading(store) as con:
        claims = [*coverage.standing(con), *(claim for entry in before for claim in entry.claims)]
    held = coverage.active(claims)
    told = [_warning(sheet, units) for sheet in unnamed if (units := _units(held, sheet))]
    return replace(report, breaches=(*report.breaches, *told))


def _asks(report: FileReport, sheet: StagedSheet) -> bool:
    told = [each for each in report.sheets if (each.dataset, each.sheet) == (sheet.dataset.name, sheet.sheet)]
    return any(each.names_no_unit for each in told)


def _named_units(sheets: Iterable[StagedSheet], dataset: str) -> bool:
    return any(sheet.units_named for sheet in sheets if sheet.dataset.name == dataset)


def _units(held: Iterable[Claim], sheet: StagedSheet) -> list[str]:
    """The units with a record of their own in the newest month up to the sheet's that has any record.

    A record holds until the next, so one of the whole force for a later month takes their place as well.
    """
    month = sheet.month_end.isoformat() if sheet.month_end else ""
    whose = (sheet.force, sheet.dataset.name)
    earlier = [
        c.scope for c in held if (c.scope.force, c.scope.dataset) == whose and c.scope.month_end <= month
    ]
    newest = max((scope.month_end for scope in earlier), default="")
    named = {scope.unit for scope in earlier if scope.month_end == newest}
    return sorted(named - {WHOLE_FORCE, NO_UNIT})


def _warning(sheet: StagedSheet, units: Sequence[str]) -> Breach:
    told = ", ".join(units) if len(units) <= 10 else f"{len(units)} units"
    return breach("whole_force_over_units", dataset=sheet.dataset.name, sheet=sheet.sheet, detail=told)
