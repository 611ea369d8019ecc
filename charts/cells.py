"""How a cell of a table is printed: one function for the pages and for every document."""

import re
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown
from charts.words import number

ONE = "[+\N{MINUS SIGN}£]?\\d[\\d,]*(\\.\\d+)?%?"
NUMBERS = re.compile(f"{ONE}( (of|to) {ONE})?")


def cell_words(value: Any, decimals: int) -> str:
    """A cell as printed: words as they are, a day as 30 Sep 2026, a number with its decimals, a missing one
    said to be missing. A whole number has no decimals; what is not shown says why.
    """
    if isinstance(value, str | NotShown):
        return str(value)
    if isinstance(value, date) and value == value:
        return f"{value.day} {value:%b %Y}"
    if value is None or value != value:
        return "no return"
    return number(float(value), decimals_of(value, decimals))


def decimals_of(value: Any, decimals: int) -> int:
    """With how many decimals a number in a cell is printed."""
    return 0 if isinstance(value, int) else decimals


def is_numeric(column: pd.Series) -> bool:
    """Whether a column is of numbers: one at least, and beside them only words, such as `no return`."""
    known = [v for v in column if v is not None and v == v]
    read = [_reads_as_number(v) for v in known]
    return any(read) and all(found or is_words(v) for v, found in zip(known, read, strict=True))


def is_words(value: Any) -> bool:
    """Whether a cell is plain words."""
    return isinstance(value, NotShown) or (isinstance(value, str) and value[:1].isalpha())


def _reads_as_number(value: Any) -> bool:
    """A number, or one already in words, such as 71%, 1,209, +3.20, 3 of 12 and 4.7% to 44.8%."""
    if isinstance(value, str):
        return NUMBERS.fullmatch(value) is not None
    return isinstance(value, int | float) or hasattr(value, "dtype")
