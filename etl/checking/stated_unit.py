"""Whose record a sheet is that names no unit: the unit's that was stated with the file, else the force's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contracts.model import Dataset
from etl.checking.gathered import Asked, Gathered
from etl.checking.staged import StagedSheet
from etl.reports.messages import breach, did_you_mean, said
from etl.reports.report import Breach


def settle_units(done: Gathered, asked: Asked) -> None:
    """Give the rows of a return that names no unit the one that was stated, or say that all is meant."""
    for name in dict.fromkeys(sheet.dataset.name for sheet in done.sheets):
        sheets = [sheet for sheet in done.sheets if sheet.dataset.name == name]
        if _names_no_unit(sheets):
            _settle(done, asked, name)


def _names_no_unit(sheets: Sequence[StagedSheet]) -> bool:
    if not _may_leave_it_out(sheets[0].dataset) or not any(sheet.rows for sheet in sheets):
        return False
    return not any(unit for sheet in sheets for unit in sheet.kept_of("unit"))


def _may_leave_it_out(dataset: Dataset) -> bool:
    return "unit" in dataset.column_names and not dataset.column("unit").needs_value


def _settle(done: Gathered, asked: Asked, name: str) -> None:
    for position, sheet in enumerate(done.sheets):
        if sheet.dataset.name != name:
            continue
        done.reports[position] = replace(done.reports[position], names_no_unit=True)
        if not asked.unit:
            done.said.append(said("whole_force", sheet.sheet))
            continue
        settled = _of_unit(sheet, asked)
        if isinstance(settled, Breach):
            done.breaches.append(settled)
        else:
            done.sheets[position] = settled
            done.said.append(said("unit_stated", sheet.sheet, asked.unit))


def _of_unit(sheet: StagedSheet, asked: Asked) -> StagedSheet | Breach:
    """The sheet with the stated unit in each row, kept as its code, or why not."""
    column = sheet.dataset.column("unit")
    found = asked.known(sheet.month_end).look_up(column, asked.unit)
    if found.code is None or found.how == "close":  # what is stated is stated anew, not guessed at
        near = did_you_mean(found.suggestions)
        where = {"dataset": sheet.dataset.name, "sheet": sheet.sheet, "column": column.title}
        return breach("unit_stated_unknown", value=asked.unit[:80], near=near, **where)
    unit = {"unit": found.code}
    rows = tuple(
        replace(
            row,
            kept=row.kept | unit,
            codes=row.codes | unit,
            missing_kinds={name: kind for name, kind in row.missing_kinds.items() if name != "unit"},
        )
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)
