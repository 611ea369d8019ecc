"""Cells as they cross from the child process: JSON for plain values, a tagged pair for the rest."""

from __future__ import annotations

import math
from array import array
from base64 import b64decode, b64encode
from datetime import date, datetime, time, timedelta
from typing import Any

from etl.layout.grid import CellFault
from etl.readers.limits import LONGEST_TEXT

EXCEL_FAULTS = ("#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")


PLACES = "I"  # which of a column's distinct values each of its cells is, as whole numbers of four bytes


def packed(places: Any) -> str:
    """The places of a column as one text: for JSON, where each number by itself takes many times as long."""
    if not isinstance(places, array):
        raise TypeError(type(places).__name__)
    return b64encode(places).decode("ascii")


def unpacked(places: str) -> array[int]:
    """The places that `packed` was given."""
    held = array(PLACES)
    held.frombytes(b64decode(places))
    return held


def encode(value: Any) -> Any:
    """A cell as JSON can hold it."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return {"b": value}
    if isinstance(value, str):
        return {"e": value.strip()} if value.strip() in EXCEL_FAULTS else value[:LONGEST_TEXT]
    if isinstance(value, int):
        return value if abs(value) < 10**15 else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else {"n": str(value)}
    if isinstance(value, datetime):
        return {"d": value.isoformat()}
    if isinstance(value, date):
        return {"d": datetime(value.year, value.month, value.day).isoformat()}
    if isinstance(value, (time, timedelta)):
        return str(value)
    return str(value)[:LONGEST_TEXT]


def decode(value: Any) -> Any:
    """The cell that `encode` was given, with faults as CellFault."""
    if not isinstance(value, dict):
        return value
    ((kind, held),) = value.items()
    if kind == "b":
        return bool(held)
    if kind == "d":
        return datetime.fromisoformat(held)
    return CellFault({"e": "error", "f": "formula", "n": "not finite"}.get(kind, "error"), str(held))
