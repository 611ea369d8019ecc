"""Numbers as people type them: 1,234 and 0,8 and 80% and 36/37. What is not clear is not read."""

from __future__ import annotations

import re
from typing import Any

from etl.grid import as_text, is_number

_THOUSANDS = re.compile(r"^-?\d{1,3}(,\d{3})+(\.\d+)?$")
_PLAIN = re.compile(r"^-?(\d+(\.\d*)?|\.\d+)$")
_DECIMAL_COMMA = re.compile(r"^-?\d+,\d{1,2}$")
_PERCENT = re.compile(r"^(\d+(?:\.\d+)?) ?%$")
_HOURS = re.compile(r"^(\d+(?:\.\d+)?) ?/ ?(\d+(?:\.\d+)?)(?: ?h(?:ou)?rs?)?$")


def read_number(cell: Any) -> float | None:
    """The amount in a cell, or None. Percentages and hours over full hours are shares (80% is 0.8)."""
    if is_number(cell):
        return float(cell)
    text = as_text(cell).removesuffix("FTE").removesuffix("fte").strip()
    if _THOUSANDS.match(text):
        return float(text.replace(",", ""))
    if _PLAIN.match(text):
        return float(text)
    if _DECIMAL_COMMA.match(text):
        return float(text.replace(",", "."))
    if match := _PERCENT.match(text):
        return round(float(match.group(1)) / 100, 6)
    if match := _HOURS.match(text):
        hours, full = float(match.group(1)), float(match.group(2))
        return round(hours / full, 6) if full >= max(hours, 1) else None
    return None


def read_count(cell: Any) -> float | None:
    """The count in a cell, or None. A fraction comes back as it is: the caller says it must be whole."""
    if is_number(cell):
        return float(cell)
    text = as_text(cell)
    return float(text.replace(",", "")) if _THOUSANDS.match(text) or _PLAIN.match(text) else None
