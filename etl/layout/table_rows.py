"""Which rows under the headings are data, and why each of the others is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from contracts import dataset as named
from contracts.spellings import ALIASES
from etl.layout.grid import Row, as_text, is_blank, is_date, is_number
from etl.layout.heading_rows import texts_of
from etl.layout.label_of_total import is_label_of_total
from etl.layout.match import ENOUGH, Matching, heading_key, heading_words, keyed, match, must_have
from etl.values.read_number import read_count

LONG_TEXT = 60
FEWEST_HEADINGS = 3  # words of headings in one row, before it is taken for the headings of another table


@dataclass(frozen=True)
class Below:
    """The row where another table begins under the first, and whether it is of the same return."""

    row_number: int
    same: bool


@dataclass(frozen=True)
class Sorted:
    """The rows under the headings: those of data, and the others with the reason."""

    rows: tuple[Row, ...]
    ignored: tuple[tuple[int, str], ...]
    below: Below | None = None


def sort_rows(body: Sequence[Row], matching: Matching, heads: Sequence[Row] = ()) -> Sorted:
    """Part the rows under the headings (`heads`). From the headings of another table on, nothing is read."""
    rows: list[Row] = []
    ignored: list[tuple[int, str]] = []
    above = {(i, text.casefold()) for head in heads for i, text in texts_of(head)}
    plain = _PlainRows(matching, frozenset(text for _, text in above))
    if plain.has_all(body):
        return Sorted(tuple(body), ())
    for place, row in enumerate(body):
        if plain.has(row):
            rows.append(row)
            continue
        after_gap = bool(rows) and row.number > rows[-1].number + 1
        reason = _again(row, above) or why_ignored(row, matching, after_gap=after_gap)
        if reason != "headings repeated" and _heads_another(row):
            left = [(each.number, "another table") for each in body[place:]]
            return Sorted(tuple(rows), (*ignored, *left), Below(row.number, _is_same(row, matching)))
        reason = reason or ("total" if _adds_up(row, rows, matching) else "")
        if reason:
            ignored.append((row.number, reason))
        else:
            rows.append(row)
    return Sorted(tuple(rows), tuple(ignored))


class _PlainRows(dict[str, int]):
    """Tells plain rows of data at a glance, for a sheet may have 100,000; any other takes a closer look.

    Holds for each text seen whether it calls for that look by itself (1: a total, a heading again, only
    spaces), and whether it is a word of headings (2), of which a row of data may hold a few.
    """

    def __init__(self, matching: Matching, heads: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.headings = {m.heading.casefold() for m in matching.matched} | heads
        needed = [
            matching.found[name].index for name in must_have(matching.dataset) if name in matching.found
        ]
        # With three columns filled that a row must have, it can be no note.
        self.needed = needed if matching.share == 1 and len(needed) > 2 else []
        self.last = max(self.needed, default=0)
        self.of_needed = itemgetter(*(self.needed or [0]))

    def has_all(self, body: Sequence[Row]) -> bool:
        """Whether every row is plain, told by what stands in each column: so most sheets are."""
        rows = [row.cells for row in body]
        if not self.needed or not rows or len(set(map(len, rows))) > 1 or len(rows[0]) <= self.last:
            return False
        columns = [set(map(itemgetter(index), rows)) for index in range(len(rows[0]))]
        if any(None in columns[index] for index in self.needed):
            return False
        marks = [{self[cell] for cell in column if cell.__class__ is str} for column in columns]
        if any(mark & 1 for found in marks for mark in found):
            return False
        return sum(mark >> 1 for found in marks for mark in found) < FEWEST_HEADINGS

    def has(self, row: Row) -> bool:
        """Whether the row has all it must have, and no text that calls for a closer look."""
        cells = row.cells
        if not self.needed or len(cells) <= self.last or None in self.of_needed(cells):
            return False
        marks = [self[cell] for cell in cells if cell.__class__ is str]
        if not any(marks):
            return True
        return not any(mark & 1 for mark in marks) and sum(mark >> 1 for mark in marks) < FEWEST_HEADINGS

    def __missing__(self, text: str) -> int:
        if text.isdecimal():
            return self.setdefault(text, 0)
        plain = as_text(text)
        closer = not plain or is_label_of_total(plain) or plain.casefold() in self.headings
        self[text] = closer + 2 * (heading_key(plain) in heading_words())
        return self[text]


def why_ignored(row: Row, matching: Matching, *, after_gap: bool = False) -> str:
    """Why a row under the headings is not a row of data, or "" when it is one."""
    held = {m.column: row.cell(m.index) for m in matching.matched if not is_blank(row.cell(m.index))}
    texts = [as_text(c) for c in row.filled() if isinstance(c, str)]
    if not held:
        return "nothing under the headings that are read"
    if _repeats_headings(held, matching):
        return "headings repeated"
    own = _words_of_totals(matching.dataset.name)
    labels = (*_labels(held, matching), *texts[:1])
    if any(is_label_of_total(label) and label.casefold() not in own for label in labels):
        return "total"
    return "note" if _is_note(held, row, matching, after_gap) else ""


@cache
def _words_of_totals(dataset: str) -> frozenset[str]:
    """What reads like the label of a total and is a value of the sheet, such as "Total recorded crime"."""
    lists = (column.allowed_from for column in named(dataset).columns if column.allowed_from)
    spellings = (text for each in lists for texts in ALIASES.get(each, {}).values() for text in texts)
    return frozenset(text.casefold() for text in spellings if is_label_of_total(text))


def _labels(held: dict, matching: Matching) -> Iterable[str]:
    """What stands in the columns that say what a row is about."""
    for name in matching.dataset.key:
        if isinstance(held.get(name), str) and matching.dataset.column(name).type == "text":
            yield as_text(held[name])


def _again(row: Row, above: set[tuple[int, str]]) -> str:
    """Whether a row is one of the heading rows over again, in the same columns."""
    texts = [(i, text.casefold()) for i, text in texts_of(row)]
    return "headings repeated" if len(texts) > 1 and set(texts) <= above else ""


def _repeats_headings(held: dict, matching: Matching) -> bool:
    said = [m for m in matching.matched if isinstance(held.get(m.column), str)]
    return len(said) > 1 and all(as_text(held[m.column]).casefold() == m.heading.casefold() for m in said)


def _is_note(held: dict, row: Row, matching: Matching, after_gap: bool) -> bool:
    """One cell of text alone, or little more than that below a gap, is a note or a heading between rows."""
    if any(is_number(c) or is_date(c) for c in held.values()):
        return False
    few = len(row.filled()) == 1
    long = any(len(as_text(c)) > LONG_TEXT for c in held.values())
    return (
        few or (long and len(held) <= 2) or (after_gap and len(held) < len(must_have(matching.dataset)) / 2)
    )


def _adds_up(row: Row, rows: Sequence[Row], matching: Matching) -> bool:
    """A row of sums without a word: nothing says what it is about, each number is the sum of its column."""
    dataset = matching.dataset
    about = [
        m for m in matching.matched if m.column in dataset.key and dataset.column(m.column).type == "text"
    ]
    numbers = [m for m in matching.matched if dataset.column(m.column).type in ("number", "whole_number")]
    summed = [(m.index, read_count(row.cell(m.index))) for m in numbers if not is_blank(row.cell(m.index))]
    if len(rows) < 2 or not summed or any(not is_blank(row.cell(m.index)) for m in about):
        return False
    return all(
        number is not None and abs(number - sum(read_count(r.cell(index)) or 0 for r in rows)) < 0.005
        for index, number in summed
    )


def _heads_another(row: Row) -> bool:
    """Whether a row holds headings: words and no numbers, and most of them words of headings."""
    if any(is_number(c) or is_date(c) for c in row.filled()):
        return False
    keys = [heading_key(text) for _, text in texts_of(row)]
    known = sum(key in heading_words() for key in keys)
    return known >= FEWEST_HEADINGS and known >= ENOUGH * len(keys)


def _is_same(row: Row, matching: Matching) -> bool:
    return match(matching.dataset, keyed(texts_of(row))).share >= ENOUGH
