"""What may leave the reading child: so many sheets, cells, letters and merged ranges, and no more.

The process that asked holds the answer in memory and looks at every cell of it.
"""

from __future__ import annotations

from typing import Any

from etl.opening.not_opened import NotOpened
from etl.readers.limits import MOST_COLUMNS, MOST_ROWS

MOST_SHEETS = 100
MOST_CELLS = 1_500_000  # 100,000 rows of fifteen columns
MOST_LETTERS = 50_000_000
LONGEST_NAME = 100
# Each row is compared with each merged range.
MOST_MERGED = 20_000_000


def bounded(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with plain sheet names and merged ranges within the grid we read. Raises NotOpened."""
    checked_sheets(len(answer["sheets"]) + len(answer["passed_over"]))
    sheets = [_bounded(sheet) for sheet in answer["sheets"]]
    if sum(map(_cells, sheets)) > MOST_CELLS:
        raise NotOpened("file_too_many_cells", f"{MOST_CELLS:,} cells")
    if sum(map(_letters, sheets)) > MOST_LETTERS:
        raise NotOpened("file_too_many_cells", f"{MOST_LETTERS:,} letters")
    return {"sheets": sheets, "passed_over": [(plain_name(name), why) for name, why in answer["passed_over"]]}


def checked_sheets(count: int) -> None:
    """Raise NotOpened where a file lists more sheets than are read; before any is."""
    if count > MOST_SHEETS:
        raise NotOpened("file_too_many_sheets", str(MOST_SHEETS))


def plain_name(name: object) -> str:
    """A sheet's name as it may be shown: printable, on one line, not endless."""
    return "".join(c if c.isprintable() else " " for c in str(name))[:LONGEST_NAME].strip()


def _bounded(sheet: dict[str, Any]) -> dict[str, Any]:
    name, merged = plain_name(sheet["name"]), sheet["merged"]
    if len(merged) * max(_height(sheet), 1) > MOST_MERGED:
        raise NotOpened("sheet_merged_too_often", f"{len(merged):,}", name)
    within = [
        [top, left, min(bottom, 2 * MOST_ROWS), min(right, MOST_COLUMNS)]
        for top, left, bottom, right in merged
        if left <= MOST_COLUMNS
    ]
    return sheet | {"name": name, "merged": within}


def _height(sheet: dict[str, Any]) -> int:
    return len(sheet["rows"] if "rows" in sheet else sheet["numbers"])


def _cells(sheet: dict[str, Any]) -> int:
    if "rows" in sheet:
        return sum(len(cells) for _, cells in sheet["rows"])
    return len(sheet["numbers"]) * len(sheet["columns"])


def _letters(sheet: dict[str, Any]) -> int:
    """Letters of the cells, once for each time they are sent."""
    if "rows" in sheet:
        return sum(len(c) for _, cells in sheet["rows"] for c in cells if isinstance(c, str))
    return sum(len(v) for values, _ in sheet["columns"] for v in values if isinstance(v, str))
