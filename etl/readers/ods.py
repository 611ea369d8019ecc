"""The reader for .ods, and for .xlsx in the "strict" form: python-calamine."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from etl.readers.cells import encode
from etl.readers.limits import checked_height, checked_width


def read(data: bytes) -> dict[str, Any]:
    """Every visible sheet's filled rows, ready for JSON; and the names of the sheets passed over."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    sheets, passed_over = [], []
    for about in book.sheets_metadata:
        if about.visible != SheetVisibleEnum.Visible:
            passed_over.append((about.name, "sheet_hidden"))
        elif about.typ != SheetTypeEnum.WorkSheet:
            passed_over.append((about.name, "sheet_chart"))
        else:
            sheet = book.get_sheet_by_name(about.name)
            sheets.append({"name": about.name, "rows": _rows(sheet, about.name), "merged": _merged(sheet)})
    return {"sheets": sheets, "passed_over": passed_over}


def _rows(sheet: Any, name: str) -> list:
    rows: list = []
    top, left = sheet.start or (0, 0)
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), start=top + 1):
        cells = checked_width([None] * left + [encode(v) for v in values], name)
        if cells:
            checked_height(rows, name)
            rows.append([number, cells])
    return rows


def _merged(sheet: Any) -> list:
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    return [[top + 1, left, bottom + 1, right] for (top, left), (bottom, right) in ranges]
