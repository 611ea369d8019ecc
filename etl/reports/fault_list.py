"""The first sheet of a returned workbook: every fault with a link to its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from etl.reports.report import Breach, FileReport

HEADINGS = (
    "Sheet",
    "Cell",
    "Column",
    "What the file says",
    "What is wrong",
    "How to put it right",
    "Kind",
    "Code",
)
ADVICE = (
    "Correct the cells, save, and send this same workbook: this sheet, and the last column of the others, "
    "are not read."
)
OF_A_LIST = (
    "A list of cases is not in this workbook, only its counts: correct the list where it is kept, and send "
    "that."
)
LINKS_MOST = 10_000
_ADDRESS = re.compile(r"^[A-Z]{1,3}\d+$")
_ROW = re.compile(r"^row (\d+)$")


def write_fault_list(
    made: Any, page: Any, report: FileReport, names: Mapping[str, str], *, of_a_list: bool = False
) -> None:
    """Write one row for each cell at fault. `names`: the name of each sheet in this workbook."""
    bold, words = made.add_format({"bold": True}), made.add_format({"text_wrap": True, "quote_prefix": True})
    link = made.add_format({"font_color": "#1A5A96", "underline": 1})
    page.write_string(0, 0, f"What to put right in {report.file_name}"[:200], bold)
    page.write_string(1, 0, ADVICE)
    page.write_string(2, 0, OF_A_LIST if of_a_list else "")
    for column, heading in enumerate(HEADINGS):
        page.write_string(3, column, heading, bold)
    held = sorted(report.breaches, key=lambda b: b.severity != "error")
    lines = [(breach, cell) for breach in held for cell in (breach.cells or ("",))]
    for row, (breach, cell) in enumerate(lines, start=4):
        target = _target(names.get(breach.sheet, ""), cell) if row < LINKS_MOST else ""
        if target:
            page.write_url(row, 1, target, link, string=cell)
        for column, text in enumerate(_texts(breach, cell)):
            if text and not (column == 1 and target):
                page.write_string(row, column, text, words)
    page.set_column(0, 3, 18)
    page.set_column(4, 5, 60)
    page.freeze_panes(4, 0)


def _texts(breach: Breach, cell: str) -> tuple[str, ...]:
    kind = "put right" if breach.severity == "error" else "accept or put right"
    place = (breach.sheet or "The file", cell, breach.column, breach.value)
    return (*place, breach.says, breach.how_to_fix, kind, breach.code)


def _target(sheet: str, cell: str) -> str:
    """Where a link leads inside the workbook; "" for a fault without a cell."""
    row = _ROW.match(cell)
    address = f"A{row[1]}" if row else cell
    if not sheet or not _ADDRESS.match(address):
        return ""
    return "internal:'" + sheet.replace("'", "''") + f"'!{address}"
