"""How large a sheet may be, and the one exception that says a limit was passed."""

from __future__ import annotations

# 100,000 of data, and as many as may stand above their headings (etl/layout/find.py).
MOST_ROWS = 100_060
MOST_COLUMNS = 120
LONGEST_TEXT = 2_000


class TooLarge(Exception):
    """A sheet passes a limit. `code` is its message code, `sheet` the sheet's name."""

    def __init__(self, code: str, sheet: str) -> None:
        super().__init__(code)
        self.code, self.sheet = code, sheet


def checked_width(cells: list, sheet: str) -> list:
    """The cells without the empty ones at the end; TooLarge beyond the widest sheet we read."""
    while cells and cells[-1] in (None, ""):
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise TooLarge("sheet_too_wide", sheet)
    return cells


def checked_height(rows: list, sheet: str) -> None:
    """TooLarge when the sheet already holds as many filled rows as we read."""
    if len(rows) >= MOST_ROWS:
        raise TooLarge("sheet_too_long", sheet)
