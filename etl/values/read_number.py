"""Numbers as people type them: 1,234 and 0,8 and 80% and 36/37. What is not clear is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from etl.layout.grid import as_text, is_number

_THOUSANDS = re.compile(r"^-?\d{1,3}(,\d{3})+(\.\d+)?$")
_PLAIN = re.compile(r"^-?(\d+(\.\d*)?|\.\d+)$")
_DECIMAL_COMMA = re.compile(r"^-?\d+,\d{1,2}$")
_PERCENT = re.compile(r"^(\d+(?:\.\d+)?) ?%$")
_HOURS = re.compile(r"^(\d+(?:\.\d+)?) ?/ ?(\d+(?:\.\d+)?)(?: ?h(?:ou)?rs?)?$")
_UNIT = re.compile(r" ?(?:fte|wte)$", re.I)
_POUNDS = re.compile(r"^(-?)£? ?(-?[\d.,]+) ?(k|m|mn|million|thousand)?$", re.I)
_TIMES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
HOURS, PERCENT, COMMA, PENCE, SHORT = "hours", "percent", "comma", "pence", "short"
NOISE = 1e-9  # a formula's 119.99999999999999 is 120


@dataclass(frozen=True)
class Amount:
    """An amount, and how it was written where that is told: hours, percent, comma, pence or short (1.2m)."""

    value: float
    written: str = ""


def read_fte(cell: Any) -> Amount | None:
    """The FTE in a cell, or None. 80% is 0.8, and 36/37 is hours over full-time hours."""
    if is_number(cell):
        return Amount(float(cell))
    text = _UNIT.sub("", _plain(cell))
    number = _written_out(text)
    if number is not None:
        return Amount(number)
    if _DECIMAL_COMMA.match(text):
        return Amount(float(text.replace(",", ".")), COMMA)
    if match := _PERCENT.match(text):
        return Amount(round(float(match.group(1)) / 100, 6), PERCENT)
    if match := _HOURS.match(text):
        hours, full = float(match.group(1)), float(match.group(2))
        return Amount(round(hours / full, 6), HOURS) if full >= max(hours, 1) else None
    return None


def read_count(cell: Any) -> float | None:
    """The count in a cell, or None. A fraction comes back as it is: the caller says it must be whole."""
    number = float(cell) if is_number(cell) else _written_out(_plain(cell))
    if number is None:
        return None
    return float(round(number)) if abs(number - round(number)) < NOISE else number


def read_pounds(cell: Any) -> Amount | None:
    """The whole pounds in a cell, or None. £1,234 and 1.2m are read; pence are rounded to pounds."""
    if is_number(cell):
        return _whole_pounds(float(cell), "")
    match = _POUNDS.match(_plain(cell))
    number = _written_out(match.group(2)) if match else None
    if match is None or number is None:
        return None
    number = -number if match.group(1) else number
    times = (match.group(3) or "").lower()
    return _whole_pounds(number * _TIMES.get(times, 1), SHORT if times else "")


def _whole_pounds(amount: float, written: str) -> Amount:
    whole = float(round(amount))
    return Amount(whole, written or ("" if abs(amount - whole) < NOISE else PENCE))


def _plain(cell: Any) -> str:
    return as_text(cell).replace("\N{MINUS SIGN}", "-")


def _written_out(text: str) -> float | None:
    """A number in digits, with a comma between thousands or none."""
    return float(text.replace(",", "")) if _THOUSANDS.match(text) or _PLAIN.match(text) else None
