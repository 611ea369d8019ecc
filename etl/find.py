"""Finds the table in a sheet: below titles, under one or two rows of headings, among totals and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from contracts.model import Dataset
from etl.grid import Row, Sheet, as_text, is_blank, is_date, is_number
from etl.match import ENOUGH, Heading, Matching, fits_name, heading_key, keyed, match, must_have

DEEPEST_HEADING = 60
LONG_TEXT = 60
SHEETS_PASSED_OVER = re.compile(
    r"^(lists?|instructions?|example|guidance|guide|notes?|read ?me|cover|contents|index|help|how to|about|"
    r"definitions?|glossary|change ?log|pivot|lookups?|drop ?downs?|dashboard|summary|chart)\b",
    re.I,
)
_TOTAL = re.compile(
    r"^(?:(?:grand|sub|overall|unit|team|force)[\s-]?)?totals?\b|\b(?:sub-?)?total\s*:?$|"
    r"^all (?:units|teams)$|^sum$",
    re.I,
)


@dataclass(frozen=True)
class Table:
    """A table found in a sheet. `header_row` is the row that holds the (lower) headings."""

    sheet: str
    header_row: int
    matching: Matching
    rows: tuple[Row, ...]
    above: tuple[Row, ...]
    ignored: tuple[tuple[int, str], ...] = ()
    filled_down: bool = False

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
    for position, row in enumerate(sheet.rows[:DEEPEST_HEADING]):
        for height, headings in _heading_choices(sheet, position, row):
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


def _heading_choices(sheet: Sheet, position: int, row: Row) -> Iterable[tuple[int, tuple[Heading, ...]]]:
    """The headings of this row alone, and of this row with the next one under it."""
    texts = _texts(row)
    if len(texts) < 2 or len(texts) * 2 < len(row.filled()):
        return
    yield 1, keyed(texts)
    following = sheet.rows[position + 1] if position + 1 < len(sheet.rows) else None
    if following and _could_be_headings(following):
        upper = _spread(sheet, row)
        yield 2, keyed(_joined(upper, dict(_texts(following))))


def _texts(row: Row) -> list[tuple[int, str]]:
    return [(i, as_text(c)) for i, c in enumerate(row.cells) if isinstance(c, str) and not is_blank(c)]


def _could_be_headings(row: Row) -> bool:
    return bool(row.filled()) and not any(is_number(c) or is_date(c) for c in row.filled())


def _spread(sheet: Sheet, row: Row) -> dict[int, str]:
    """An upper heading stands over every column it is merged across."""
    over = dict(_texts(row))
    for top, left, bottom, right in sheet.merged:
        if top <= row.number <= bottom and left in over:
            over |= dict.fromkeys(range(left, right + 1), over[left])
    return over


def _joined(upper: dict[int, str], lower: dict[int, str]) -> list[tuple[int, str]]:
    """Upper and lower headings as one: "Over" above "90 days" is "Over 90 days"."""
    return [
        (i, " ".join(t for t in (upper.get(i, ""), lower.get(i, "")) if t)) for i in sorted({*upper, *lower})
    ]


def _table(sheet: Sheet, position: int, height: int, matching: Matching) -> Table:
    first = position + height
    table = Table(sheet.name, sheet.rows[first - 1].number, matching, (), sheet.rows[:position])
    body, filled = _fill_merged(sheet, sheet.rows[first:], matching)
    rows, ignored = [], []
    plain = _PlainRows(matching)
    for row in body:
        after_gap = bool(rows) and row.number > rows[-1].number + 1
        reason = "" if plain.has(row) else why_ignored(row, matching, after_gap=after_gap)
        if reason:
            ignored.append((row.number, reason))
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows), ignored=tuple(ignored), filled_down=filled)


class _PlainRows(dict[str, bool]):
    """Tells plain rows of data at a glance, for a sheet may have 100,000; any other takes a closer look.

    Holds for each text seen whether it calls for that look: a total, a heading again, nothing but spaces.
    """

    def __init__(self, matching: Matching) -> None:
        super().__init__()
        self.headings = {m.heading.casefold() for m in matching.matched}
        needed = [
            matching.found[name].index for name in must_have(matching.dataset) if name in matching.found
        ]
        # With three columns filled that a row must have, it can be no note.
        self.needed = needed if matching.share == 1 and len(needed) > 2 else []

    def has(self, row: Row) -> bool:
        """Whether the row has all it must have, and no text that calls for a closer look."""
        cells = row.cells
        if not self.needed or len(cells) <= max(self.needed) or any(cells[i] is None for i in self.needed):
            return False
        return not any(self[cell] for cell in cells if cell.__class__ is str)

    def __missing__(self, text: str) -> bool:
        plain = as_text(text)
        self[text] = not plain or bool(_TOTAL.search(plain)) or plain.casefold() in self.headings
        return self[text]


def why_ignored(row: Row, matching: Matching, *, after_gap: bool = False) -> str:
    """Why a row under the headings is not a row of data, or "" when it is one."""
    held = {m.column: row.cell(m.index) for m in matching.matched if not is_blank(row.cell(m.index))}
    texts = [as_text(c) for c in row.filled() if isinstance(c, str)]
    if not held:
        return "nothing under the headings that are read"
    if _repeats_headings(held, matching):
        return "headings repeated"
    if _is_total(held, matching.dataset, texts[:1]):
        return "total"
    return "note" if _is_note(held, row, matching, after_gap) else ""


def _repeats_headings(held: dict, matching: Matching) -> bool:
    said = [m for m in matching.matched if isinstance(held.get(m.column), str)]
    return sum(as_text(held[m.column]).casefold() == m.heading.casefold() for m in said) >= 2


def _is_total(held: dict, dataset: Dataset, first: list[str]) -> bool:
    labels = [
        as_text(v) for name, v in held.items() if dataset.column(name).type == "text" and isinstance(v, str)
    ]
    return any(_TOTAL.search(label) for label in (*labels, *first))


def _is_note(held: dict, row: Row, matching: Matching, after_gap: bool) -> bool:
    """One cell of text alone, or little more than that below a gap, is a note or a heading between rows."""
    if any(is_number(c) or is_date(c) for c in held.values()):
        return False
    few = len(row.filled()) == 1
    long = any(len(as_text(c)) > LONG_TEXT for c in held.values())
    return (
        few or (long and len(held) <= 2) or (after_gap and len(held) < len(must_have(matching.dataset)) / 2)
    )


def _fill_merged(sheet: Sheet, body: tuple[Row, ...], matching: Matching) -> tuple[list[Row], bool]:
    """Give each row under a merged cell that cell's value, in the columns that are read."""
    columns = {m.index for m in matching.matched}
    spans = [s for s in sheet.merged if s[2] > s[0] and s[1] in columns]
    if not spans:
        return list(body), False
    top_values = {(row.number, left): row.cell(left) for row in body for _, left, _, _ in spans}
    filled = []
    for row in body:
        cells = list(row.cells)
        for top, left, bottom, _ in spans:
            if top < row.number <= bottom and is_blank(row.cell(left)):
                cells += [None] * (left + 1 - len(cells))
                cells[left] = top_values.get((top, left))
        filled.append(Row(row.number, tuple(cells)))
    return filled, True
