"""The three workbooks of one month, and the late and the corrected ones."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from etl.samples.attrition_book import attrition_sheets
from etl.samples.calendar import folder_name, month_end, short_name
from etl.samples.caseload_book import caseload_sheets
from etl.samples.desk import Desk
from etl.samples.force import Month
from etl.samples.stories import CORRECTED_UNIT, LATE_UNIT
from etl.samples.training_book import training_sheets
from etl.samples.unit_names import TITLES
from etl.samples.work import CaseloadRow
from etl.samples.workbook import write

LEFT_OUT = 9  # cases of the tray that VA1 forgot to count, until it sent its return again


def write_month(desk: Desk, month: Month) -> list[Path]:
    """Write what came in with one month: its three workbooks, and last month's late or corrected one."""
    folder = desk.out / folder_name(month.number)
    name = short_name(month.number)
    books = {
        folder / f"PPU attrition {name}.xlsx": attrition_sheets(desk, month),
        folder / f"PPU caseload {name}.xlsx": caseload_sheets(desk, _as_first_sent(desk, month)),
        folder / f"PPU training {name}.xlsx": training_sheets(desk, month),
    }
    for path, sheets in books.items():
        write(path, sheets)
    return list(books)


def write_afterthoughts(desk: Desk, month: Month) -> list[Path]:
    """Write what came in a month later, in the next month's folder: a late return, a corrected one."""
    folder, name = desk.out / folder_name(month.number + 1), short_name(month.number)
    books = {}
    if month.number == desk.stories.late_return:
        run = f"Extract run {month_end(month.number) + dt.timedelta(days=22):%d/%m/%Y}. Late."
        path = folder / f"PPU caseload {name} {TITLES[LATE_UNIT]} LATE.xlsx"
        books[path] = caseload_sheets(desk, _only(month, LATE_UNIT), run)
    if month.number == desk.stories.corrected_return:
        path = folder / f"PPU caseload {name} {TITLES[CORRECTED_UNIT]} CORRECTED.xlsx"
        books[path] = caseload_sheets(
            desk, _only(month, CORRECTED_UNIT), "Corrected: the tray was left out of the first return."
        )
    for path, sheets in books.items():
        write(path, sheets)
    return list(books)


def _only(month: Month, unit: str) -> Month:
    return replace(
        month,
        caseload=tuple(row for row in month.caseload if row.unit == unit),
        investigators=tuple(row for row in month.investigators if row.unit == unit),
    )


def _as_first_sent(desk: Desk, month: Month) -> Month:
    if month.number == desk.stories.late_return:
        return replace(
            month,
            caseload=tuple(row for row in month.caseload if row.unit != LATE_UNIT),
            investigators=tuple(row for row in month.investigators if row.unit != LATE_UNIT),
        )
    if month.number == desk.stories.corrected_return:
        return replace(month, caseload=tuple(_tray_left_out(row) for row in month.caseload))
    return month


def _tray_left_out(row: CaseloadRow) -> CaseloadRow:
    if (row.unit, row.work_type) != (CORRECTED_UNIT, "adult at risk"):
        return row
    forgotten = min(LEFT_OUT, row.unallocated)
    left = row.unallocated - forgotten
    return replace(
        row,
        open=row.open - forgotten,
        unallocated=left,
        high_risk_unallocated=min(row.high_risk_unallocated, left),
        oldest_unallocated_days=row.oldest_unallocated_days if left else None,
    )
