"""Which rows of a sheet may be its headings: one row, or two the upper over groups of columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from etl.layout.grid import Row, Sheet, as_text, is_blank, is_date, is_number
from etl.layout.match import Heading, keyed, keyed_under
from etl.readers.limits import MOST_COLUMNS


def heading_choices(sheet: Sheet, position: int) -> Iterable[tuple[int, tuple[Heading, ...]]]:
    """How many rows the headings take, and what they are: this row alone, and with the next one under it."""
    row = sheet.rows[position]
    texts = texts_of(row)
    if len(texts) < 2 or len(texts) * 2 < len(row.filled()):
        return
    yield 1, keyed(texts)
    following = sheet.rows[position + 1] if position + 1 < len(sheet.rows) else None
    if following and _could_be_headings(following):
        lower = dict(texts_of(following))
        over = _texts_over(sheet, row)
        yield 2, keyed_under(over, lower)
        further = _reaching(over, lower)
        if further != over:
            yield 2, keyed_under(further, lower)


def texts_of(row: Row) -> list[tuple[int, str]]:
    """The texts of a row with their columns."""
    return [(i, as_text(c)) for i, c in enumerate(row.cells) if isinstance(c, str) and not is_blank(c)]


def _could_be_headings(row: Row) -> bool:
    return bool(row.filled()) and not any(is_number(c) or is_date(c) for c in row.filled())


def spread(sheet: Sheet, row: Row) -> dict[int, Any]:
    """What stands over each column: a cell is over every column that it is merged across."""
    over = {i: c for i, c in enumerate(row.cells) if not is_blank(c)}
    for top, left, bottom, right in sheet.merged:
        if top <= row.number <= bottom and left in over:
            over |= dict.fromkeys(range(left, min(right, MOST_COLUMNS) + 1), over[left])
    return over


def _texts_over(sheet: Sheet, row: Row) -> dict[int, str]:
    return {i: as_text(c) for i, c in spread(sheet, row).items() if isinstance(c, str)}


def _reaching(over: dict[int, str], lower: dict[int, str]) -> dict[int, str]:
    """An upper heading that is not merged, as standing also over the next columns that have none."""
    reaching, last = dict(over), ""
    for index in range(max([*over, *lower]) + 1):
        last = over.get(index, last if index in lower else "")
        if last and index in lower:
            reaching[index] = last
    return reaching
