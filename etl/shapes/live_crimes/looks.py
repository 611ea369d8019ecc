"""How the cells under a heading look: what may be proposed for it, without a word of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from contracts.live_crimes_asked import DAYS, NOTHING, NUMBERS, REFERENCES, TEXT, WORDS
from etl.layout.grid import as_text, is_blank, is_date
from etl.shapes.live_crimes.cells import Cells
from etl.values.read_date import read_date

MOST_LOOKED_AT = 500
LONGEST_REFERENCE, LONGEST_WORDS = 30, 45
_REFERENCE = re.compile(r"(?=.*\d)(?:[^\W_]*[A-Za-z][^\W_]*\d|\d+[A-Za-z]|[^\W_]+(?:[/_-][^\W_]+)+|\d{6,}).*")
_NUMBER = re.compile(r"(?:[A-Za-z/]{1,5} ?)?\d{1,8}\b.*")


def cells_under(cells: Cells, index: int, first: int) -> list[Any]:
    """The filled cells of a column from a position on, the first of them."""
    column = cells.column(index, first)
    values = (column.values[place] for place in column.places[:MOST_LOOKED_AT])
    return [value for value in values if not is_blank(value)]


def looks_of(held: Sequence[Any]) -> str:
    """The kind that most cells are of; NOTHING where there are none or they are of several."""
    if not held:
        return NOTHING
    if _mostly(held, [is_date(c) or (isinstance(c, str) and read_date(c) is not None) for c in held]):
        return DAYS
    texts = [as_text(cell) for cell in held]
    if are_references(held):
        return REFERENCES
    if _mostly(held, [bool(_NUMBER.fullmatch(text)) for text in texts]):
        return NUMBERS
    if max(map(len, texts)) > LONGEST_WORDS and len(set(texts)) * 2 > len(texts):
        return TEXT
    return WORDS if _mostly(held, [any(map(str.isalpha, text)) for text in texts]) else NOTHING


def are_references(held: Sequence[Any]) -> bool:
    """Whether nearly every cell is shaped as a reference, and stands once."""
    texts = ["".join(as_text(cell).split()) for cell in held if not is_date(cell)]
    shaped = [
        t for t in texts if len(t) <= LONGEST_REFERENCE and _REFERENCE.fullmatch(t) and not read_date(t)
    ]
    return _mostly(held, shaped, 0.9) and len(set(shaped)) >= 0.9 * len(held)


def _mostly(held: Sequence[Any], such: Sequence[Any], share: float = 0.6) -> bool:
    return sum(map(bool, such)) >= share * len(held)
