"""Finds the table in a sheet: below titles, under one or two rows of headings, among totals and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from contracts.model import Dataset
from etl.layout.grid import Row, Sheet, is_blank
from etl.layout.heading_rows import heading_choices
from etl.layout.match import ENOUGH, Matching, fits_name, heading_key, match, must_have
from etl.layout.table_rows import Below, sort_rows
from etl.values.read_date import in_days_of_1900

DEEPEST_HEADING = 60
SHEETS_PASSED_OVER = re.compile(
    r"^(lists?|instructions?|example|guidance|guide|notes?|read ?me|cover|contents|index|help|how to|about|"
    r"definitions?|glossary|change ?log|pivot|lookups?|drop ?downs?|dashboard|summary|chart)\b",
    re.I,
)


@dataclass(frozen=True)
class Table:
    """A table found in a sheet. `header_row` is the row that holds the (lower) headings.

    `rows_in_sheet`: all that hold anything, as the reader counted them; `heading_rows` of them are headings.
    `below`: where another table begins. `counted`: its rows are counts of a live list of cases, `of_list`.
    """

    sheet: str
    header_row: int
    matching: Matching
    rows: tuple[Row, ...]
    above: tuple[Row, ...]
    ignored: tuple[tuple[int, str], ...] = ()
    filled_down: bool = False
    rows_in_sheet: int = 0
    heading_rows: int = 1
    below: Below | None = None
    counted: bool = False
    of_list: str = ""

    @property
    def dataset(self) -> Dataset:
        """The dataset whose headings these are."""
        return self.matching.dataset


def is_passed_over(sheet_name: str) -> bool:
    """Whether a sheet's name says that it is not data: instructions, lists, an example."""
    return bool(SHEETS_PASSED_OVER.match(heading_key(sheet_name)))


def find_table(sheet: Sheet, datasets: Iterable[Dataset]) -> Table | None:
    """The best fitting table in the sheet, or None when no row looks like the headings of any dataset."""
    best: tuple[tuple, int, int, Matching] | None = None
    tried = [(dataset, fits_name(dataset, sheet.name)) for dataset in datasets]
    for position in range(min(len(sheet.rows), DEEPEST_HEADING)):
        for height, headings in heading_choices(sheet, position):
            for dataset, named in tried:
                matching = match(dataset, headings)
                score = _score(matching, named, height)
                if score and (best is None or score > best[0]):
                    best = (score, position, height, matching)
    return _table(sheet, *best[1:]) if best else None


def _score(matching: Matching, named: bool, height: int) -> tuple | None:
    """How well headings fit, best first; None when too few do. A sheet so named may lack more."""
    enough = ENOUGH / 2 if named else ENOUGH
    if len(matching.matched) < 2 or matching.share < enough:
        return None
    exact = sum(m.how != "close" for m in matching.matched)
    return (
        matching.share == 1,
        named,
        round(matching.share, 3),
        exact,
        len(must_have(matching.dataset)),
        -height,
    )


def _table(sheet: Sheet, position: int, height: int, matching: Matching) -> Table:
    first = position + height
    body, filled = fill_merged(sheet, sheet.rows[first:], matching)
    under = sort_rows(body, matching, sheet.rows[position:first])
    return Table(
        sheet.name,
        sheet.rows[first - 1].number,
        matching,
        _dates_of_1904(sheet, under.rows, matching),
        sheet.rows[:position],
        under.ignored,
        filled,
        len(sheet.rows),
        height,
        under.below,
    )


def _dates_of_1904(sheet: Sheet, rows: tuple[Row, ...], matching: Matching) -> tuple[Row, ...]:
    """Days written as plain numbers, counted from 1900 as everywhere else. Cells shown as dates are dates."""
    if not sheet.dates_1904:
        return rows
    dated = [m.index for m in matching.matched if matching.dataset.column(m.column).type == "date"]
    return tuple(in_days_of_1900(row, dated) for row in rows)


def fill_merged(sheet: Sheet, body: tuple[Row, ...], matching: Matching) -> tuple[list[Row], bool]:
    """Give each row under a merged cell that cell's value, in the columns that are read."""
    columns = {m.index for m in matching.matched}
    spans = [span for span in sheet.merged if span[2] > span[0] and span[1] in columns]
    if not spans:
        return list(body), False
    cells = [list(row.cells) for row in body]
    for index in columns:
        tall = sorted((top, bottom) for top, left, bottom, _ in spans if left == index)
        for place, value in _under_merged(body, index, tall):
            cells[place] += [None] * (index + 1 - len(cells[place]))
            cells[place][index] = value
    return [replace(row, cells=tuple(held)) for row, held in zip(body, cells, strict=True)], True


def _under_merged(
    body: tuple[Row, ...], index: int, spans: list[tuple[int, int]]
) -> Iterable[tuple[int, object]]:
    """The rows (by place) under a merged cell of a column, with its value. One walk: files may merge much."""
    value, bottom, following = None, 0, 0
    for place, row in enumerate(body):
        while following < len(spans) and spans[following][0] <= row.number:
            top, bottom = spans[following]
            value = row.cell(index) if row.number == top else None
            following += 1
        if row.number <= bottom and is_blank(row.cell(index)) and value is not None:
            yield place, value
