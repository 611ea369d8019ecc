"""Holding faulty rows back by decision: which faults are of rows alone, and what is left to load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contracts import DATASETS, PUBLISHED
from etl.checking.between_sheets import between_sheets
from etl.checking.check import check
from etl.checking.staged import StagedRow, StagedSheet
from etl.reports.report import Breach, SheetReport

NEVER_IN_PARTS = PUBLISHED  # a publication is loaded as it was published, or not at all
MONTH = "month_end"
OF_CASES = "caseload"  # faults of a list of cases are told with it, and concern the counts by officer too
Place = tuple[str, str]  # dataset and sheet


@dataclass(frozen=True)
class HeldSheet:
    """The rows of one sheet that are held back, with every fault that names one of them."""

    sheet: StagedSheet
    faults: tuple[Breach, ...]

    def faults_of(self, row: StagedRow) -> list[Breach]:
        """What is wrong with one record: of a row that holds several, each has faults of its own."""
        list_name = self.sheet.of_list
        return [
            fault
            for fault in self.faults
            if row.row_number in fault.rows and (fault.sheet == list_name or _concerns(fault, row))
        ]


@dataclass(frozen=True)
class Parted:
    """A file in two: the sheets with the rows that may be loaded, and those that are held back."""

    good: tuple[StagedSheet, ...]
    held: tuple[HeldSheet, ...]

    @property
    def rows_held(self) -> int:
        """Rows of the workbook that are held back, each once."""
        return _together(each.sheet for each in self.held)

    @property
    def rows_good(self) -> int:
        """Rows of the workbook that may be loaded, each once."""
        return _together(self.good)


def _together(sheets: Iterable[StagedSheet]) -> int:
    """Counts of units and of officers are made of the same rows of a list."""
    found: dict[str, set[int]] = {}
    for sheet in sheets:
        place = sheet.of_list or "\n".join(_place(sheet))
        found.setdefault(place, set()).update(_numbers(sheet.rows))
    return sum(map(len, found.values()))


def _concerns(fault: Breach, row: StagedRow) -> bool:
    whole = f"row {row.row_number}"
    return row.places.get(fault.field, whole) in fault.cells or whole in fault.cells


def may_be_held(fault: Breach) -> bool:
    """Whether a fault is of rows alone. A missing column or a wrong month is of the sheet."""
    dated = (DATASETS[fault.dataset].dated_by if fault.dataset in DATASETS else "") or MONTH
    return bool(fault.rows) and fault.field not in (MONTH, dated) and fault.dataset not in NEVER_IN_PARTS


def part(sheets: Sequence[StagedSheet], faults: Sequence[Breach]) -> Parted | None:
    """The rows without a fault and with one; None where a fault is of a sheet, or one has no good row."""
    errors = [fault for fault in faults if fault.severity == "error"]
    found: list[Breach] = []
    places = {(s.dataset.name, name) for s in sheets for name in (s.sheet, s.of_list)}
    while errors:
        if not all(may_be_held(fault) and (fault.dataset, fault.sheet) in places for fault in errors):
            return None  # of a list that is not counted, nothing says what of it is held back
        found += errors
        good = [_without(sheet, found) for sheet in sheets]
        if any(before.rows and not left.rows for before, left in zip(sheets, good, strict=True)):
            return None  # a sheet that lost its last row would be read as none, or not at all
        errors = [b for each in good for b in check(each) if b.severity == "error"] + between_sheets(good)
    held = [HeldSheet(only, _told(sheet, found)) for sheet in sheets if (only := _faulty(sheet, found)).rows]
    return Parted(tuple(good), tuple(held)) if found else None


def reports_of(reports: Iterable[SheetReport], parted: Parted) -> tuple[SheetReport, ...]:
    """The reports of the sheets with their held rows counted: read = to load + held back + ignored."""
    held = {_place(each.sheet): _numbers(each.sheet.rows) for each in parted.held}
    in_no_count = {_place(each.sheet): _numbers(each.sheet.cases) for each in parted.held}
    kept = {_place(sheet): len(sheet.rows) for sheet in parted.good}
    return tuple(
        replace(
            each,
            rows_loaded=each.rows_loaded - len(gone - in_no_count.get((each.dataset, each.sheet), set())),
            rows_held=len(gone),
            records=kept.get((each.dataset, each.sheet), each.records),
        )
        for each in reports
        for gone in (held.get((each.dataset, each.sheet), set()),)
    )


def warnings_left(faults: Iterable[Breach], parted: Parted) -> tuple[Breach, ...]:
    """The warnings that are about a row to be loaded, or about the sheet."""
    held = {_place(each.sheet): _numbers(each.sheet.rows) for each in parted.held}
    warnings = (fault for fault in faults if fault.severity != "error")
    return tuple(w for w in warnings if not w.rows or set(w.rows) - held.get((w.dataset, w.sheet), set()))


def _of(sheet: StagedSheet, faults: Iterable[Breach]) -> tuple[Breach, ...]:
    return tuple(
        fault
        for fault in faults
        if (fault.dataset, fault.sheet) == _place(sheet)
        or (
            sheet.of_list and fault.sheet == sheet.of_list and fault.dataset in (OF_CASES, sheet.dataset.name)
        )
    )


def _told(sheet: StagedSheet, faults: Iterable[Breach]) -> tuple[Breach, ...]:
    """The faults of the sheet as they are kept with its rows: of words each by itself."""
    fields = {fault.field for fault in sheet.apart}
    return (
        *sheet.apart,
        *(f for f in _of(sheet, faults) if f.sheet != sheet.of_list or f.field not in fields),
    )


def _faulty(sheet: StagedSheet, faults: Sequence[Breach]) -> StagedSheet:
    bad = {number for fault in _of(sheet, faults) for number in fault.rows}
    return replace(sheet, rows=tuple(row for row in (*sheet.rows, *sheet.cases) if _is_bad(row, sheet, bad)))


def _without(sheet: StagedSheet, faults: Sequence[Breach]) -> StagedSheet:
    bad = {number for fault in _of(sheet, faults) for number in fault.rows}
    return replace(sheet, rows=tuple(row for row in sheet.rows if not _is_bad(row, sheet, bad)))


def _is_bad(row: StagedRow, sheet: StagedSheet, bad: set[int]) -> bool:
    """Whether a row is at fault; a count is where a case in it is."""
    return row.row_number in bad if not sheet.of_list else not bad.isdisjoint(row.rows_in_file)


def _place(sheet: StagedSheet) -> Place:
    return (sheet.dataset.name, sheet.sheet)


def _numbers(rows: Iterable[StagedRow]) -> set[int]:
    return {number for row in rows for number in row.rows_in_file}
