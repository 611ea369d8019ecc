"""What to say of cells that were read in a way that a person should know of."""

from __future__ import annotations

from collections import Counter

from etl.reports.messages import said
from etl.values.missing import BLANK
from etl.values.read_number import COMMA, HOURS, PENCE, PERCENT, SHORT
from etl.values.read_value import Value


def read_as(sheet: str, seen: Counter[Value]) -> list[str]:
    """One sentence for each way in which FTE was written, and one for the signs of numbers not stated."""
    told = []
    for written in (HOURS, PERCENT, COMMA, PENCE, SHORT):
        so = [(value, times) for value, times in seen.items() if value.written == written]
        if so:
            first = so[0][0]
            cells = sum(times for _, times in so)
            told.append(said(f"written_{written}", sheet, first.shown, _value(first), cells))
    signs: Counter[str] = Counter()
    for value, times in seen.items():
        if value.missing and value.missing != BLANK:
            signs[value.shown] += times
    if signs:
        each = ", ".join(f"“{sign}” in {_cells(times)}" for sign, times in sorted(signs.items()))
        told.append(said("signs_kept", sheet, each))
    return told


def _value(first: Value) -> str:
    return f"{first.value:,}" if first.written in (PENCE, SHORT) else f"{first.value:.3g}"


def _cells(times: int) -> str:
    return "1 cell" if times == 1 else f"{times} cells"
