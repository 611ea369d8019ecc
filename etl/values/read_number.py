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
HOURS, PERCENT, COMMA = "hours", "percent", "comma"
NOISE = 1e-9  # a formula's 119.99999999999999 is 120


@dataclass(frozen=True)
class Amount:
    """An amount, and how it was written where a person is told of that: hours, percent or comma."""

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


def _plain(cell: Any) -> str:
    return as_text(cell).replace("\N{MINUS SIGN}", "-")


def _written_out(text: str) -> float | None:
    """A number in digits, with a comma between thousands or none."""
    return float(text.replace(",", "")) if _THOUSANDS.match(text) or _PLAIN.match(text) else None
