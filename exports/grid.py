"""A table in words, ready to be set: the same words in every format that prints a table."""

from dataclasses import dataclass

import pandas as pd

from analysis.assumptions import Assumption
from charts.cells import cell_words, is_numeric
from charts.words import number
from exports.document import Assumed, Table
from exports.tables import CONTROL

WIDEST = 8
"""Columns that stand beside each other on paper; more are told in a second part under the same rows."""
LONGEST, SHORTEST = 42.0, 6.0
A_DAY, KEPT, MOST_LINES = len("30 September 2026"), 14, 40
"""Letters of a column that is not made narrower, first where there is room for days on one line; and lines of
a cell at most.
"""


@dataclass(frozen=True)
class Grid:
    """Headings and rows in words; `numeric` says which columns stand to the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]

    def letters(self, n: int, loose: bool) -> float:
        """How many letters wide a column is: its longest cell, within bounds, and the longest word above it;
        `loose` gives a long heading room too.
        """
        cells = max((len(row[n]) for row in self.rows), default=0)
        heading = self.headings[n]
        word = max((len(word) for word in heading.split()), default=0) * 1.25
        return min(LONGEST, max(SHORTEST, cells, word, len(heading) / 2.6 if loose else 0.0))


def widths(part: Grid, room: float, letter: float, beside: float) -> list[float]:
    """The width of each column where `letter` is that of a letter and `beside` what is left free in a cell.

    Long headings give way first where `room` is short, then the widest columns; a narrow one keeps its own.
    """
    count = range(len(part.headings))
    loose, tight = (
        [part.letters(n, loose=loose) * letter + beside for n in count] for loose in (True, False)
    )
    spare = room - sum(tight)
    if spare < 0:
        return _wrapped(part, room, letter, beside) or _narrowed(tight, -spare)
    wanted = sum(loose) - sum(tight)
    share = min(1.0, spare / wanted) if wanted else 0.0
    return [low + (high - low) * share for low, high in zip(tight, loose, strict=True)]


def _wrapped(part: Grid, room: float, letter: float, beside: float) -> list[float]:
    """Short columns as they are, and long ones so wide that none takes more lines than it must; none where
    even that has no room.
    """
    count = range(len(part.headings))
    longest = [max((len(row[n]) for row in part.rows), default=0) for n in count]
    words = [_longest_word(part, n) for n in count]
    for kept in (A_DAY, KEPT, 0):
        least = [
            max(SHORTEST, word, many if many <= kept else 0)
            for word, many in zip(words, longest, strict=True)
        ]
        for lines in range(2, MOST_LINES):
            broken = ((many + word) / lines for word, many in zip(words, longest, strict=True))
            wanted = [max(low, wide) * letter + beside for low, wide in zip(least, broken, strict=True)]
            if sum(wanted) <= room:
                return wanted
    return []


def _longest_word(part: Grid, n: int) -> float:
    cells = (word for row in part.rows for word in row[n].split())
    heading = max((len(word) for word in part.headings[n].split()), default=0) * 1.25
    return max(heading, min(KEPT, max(map(len, cells), default=0)) * 1.05)


def _narrowed(found: list[float], over: float) -> list[float]:
    """The widest give way until `over` is gone."""
    while over > 1e-6:
        widest = max(found)
        others = [width for width in found if width < widest - 1e-9]
        count = len(found) - len(others)
        step = min(over / count, widest - max(others, default=0.0))
        found = [width - step if width >= widest - 1e-9 else width for width in found]
        over -= step * count
    return found


def plain(text: str) -> str:
    """Text without the control characters that a spreadsheet may have left in it."""
    return CONTROL.sub("", text)


def grid(frame: pd.DataFrame, decimals: int) -> Grid:
    """A data frame in words, as a page prints it."""
    rows = tuple(
        tuple(plain(cell_words(value, decimals)) for value in row)
        for row in frame.itertuples(index=False, name=None)
    )
    numeric = tuple(is_numeric(frame.iloc[:, n]) for n in range(frame.shape[1]))
    return Grid(tuple(plain(str(c)) for c in frame.columns), rows, numeric)


def parts(whole: Grid, widest: int = WIDEST) -> tuple[Grid, ...]:
    """A wide table in parts, each led by the first column; none of a table without columns."""
    count = len(whole.headings)
    if count <= widest:
        return (whole,) if count else ()
    others = range(1, count)
    step = -(-(count - 1) // -(-(count - 1) // (widest - 1)))
    return tuple(_columns(whole, [0, *others[at : at + step]]) for at in range(0, count - 1, step))


def _columns(whole: Grid, chosen: list[int]) -> Grid:
    return Grid(
        tuple(whole.headings[n] for n in chosen),
        tuple(tuple(row[n] for n in chosen) for row in whole.rows),
        tuple(whole.numeric[n] for n in chosen),
    )


def assumed_frame(assumed: Assumed) -> pd.DataFrame:
    """Assumptions as a table: value, range, unit, source, who and when."""
    columns = ["Assumption", "Value", "Range", "Unit", "Source", "Set by", "Set on"]
    return pd.DataFrame([_assumed_row(each) for each in assumed.rows], columns=columns)


def as_table(block: Table | Assumed) -> Table:
    """A block that is a table, as one."""
    return block if isinstance(block, Table) else Table(block.title, assumed_frame(block))


def _assumed_row(each: Assumption) -> tuple[str, ...]:
    when = cell_words(each.set_on, 0) if each.set_on else "not written down"
    ends = f"{fewest_decimals(each.low)} to {fewest_decimals(each.high)}"
    return each.title, fewest_decimals(each.value), ends, each.unit, each.source, each.set_by, when


def fewest_decimals(value: float) -> str:
    """A number with the decimals it needs, three at most."""
    needed = next((n for n in range(3) if round(value, n) == round(value, 3)), 3)
    return number(value, needed)
