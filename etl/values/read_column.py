"""One column of a table, read cell by cell, each different cell once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contracts.model import Column
from etl.layout.grid import Row
from etl.values.known_values import KnownValues
from etl.values.read_value import Value, read_value


@dataclass(frozen=True)
class ReadColumn:
    """A column that was read: its place in the sheet (from 0), and a value for each row.

    `telling` are the positions of rows whose value has something to tell beside itself: a fault, a kind of
    missing, a name dropped, a way of writing, a word that is told of. `missing`: the kind, by position.
    """

    column: Column
    index: int
    values: list[Value]
    telling: frozenset[int]
    missing: Mapping[int, str]


def read_column(
    rows: Sequence[Row], column: Column, index: int, known: KnownValues, *, about_people: bool
) -> ReadColumn:
    """Read one column. Large sheets repeat themselves, so a cell seen before is not read again."""
    cells = [row.cells[index] if index < len(row.cells) else None for row in rows]
    kinds = list(zip(map(type, cells), cells, strict=True))  # by type too: TRUE and 1 are equal, not the same
    seen: dict[tuple[type, Any], Value] = {
        kind: read_value(column, kind[1], known, about_people=about_people) for kind in dict.fromkeys(kinds)
    }
    values = [seen[kind] for kind in kinds]
    some_tell = any(value.tells for value in seen.values())
    telling = [n for n, value in enumerate(values) if value.tells] if some_tell else []
    missing = {n: kind for n in telling if (kind := values[n].missing)}
    return ReadColumn(column, index, values, frozenset(telling), missing)
