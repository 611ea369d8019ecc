"""A column of units where rows are dated one by one: each name as it was known on its row's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from contracts.model import Column
from etl.layout.grid import Row
from etl.values.known_values import KnownValues
from etl.values.read_column import ReadColumn, read_column
from etl.values.read_value import Value


def read_dated(
    rows: Sequence[Row], column: Column, index: int, known: KnownValues, days: Sequence[date | None]
) -> ReadColumn:
    """Read one column, `days` saying the day of each row; on None the day of `known` is taken."""
    places: dict[date | None, list[int]] = defaultdict(list)
    for position, day in enumerate(days):
        places[day].append(position)
    kept: list[Any] = [None] * len(rows)
    codes: list[Any] = [None] * len(rows)
    told: dict[int, Value] = {}
    for day, positions in places.items():
        then = KnownValues(known.settings, known.force, day or known.on)
        read = read_column([rows[n] for n in positions], column, index, then, about_people=False)
        for place, position in enumerate(positions):
            kept[position], codes[position] = read.kept[place], read.codes[place]
        told |= {positions[place]: value for place, value in read.told.items()}
    return ReadColumn(column, index, kept, codes, told)
