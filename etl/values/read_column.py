"""One column of a table, read cell by cell, each different cell once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contracts.model import Column
from etl.layout.grid import Row, column_of, kinds_of
from etl.values.known_values import KnownValues
from etl.values.person_ref import is_plain_ref
from etl.values.read_value import Value, read_value


@dataclass(frozen=True)
class ReadColumn:
    """A column that was read: its place in the sheet (from 0), and for each row what is kept, and its code.

    `told`, by position: the values with something to tell beside themselves (a fault, a kind of missing, a
    name dropped, a way of writing, a word that is told of).
    """

    column: Column
    index: int
    kept: list[Any]
    codes: list[Any]
    told: Mapping[int, Value]

    @property
    def missing(self) -> dict[int, str]:
        """The kind of missing, by position."""
        return {position: value.missing for position, value in self.told.items() if value.missing}


def read_column(
    rows: Sequence[Row], column: Column, index: int, known: KnownValues, *, about_people: bool
) -> ReadColumn:
    """Read one column. Large sheets repeat themselves, so a cell seen before is not read again."""
    cells = column_of(rows, index)
    kinds = kinds_of(cells)
    distinct = dict(zip(kinds, cells, strict=True))
    # Of references there are as many as people, and nearly all are numbers and nothing else.
    plain = {kind for kind in distinct if column.sensitivity == "person" and is_plain_ref(kind)}
    read = {
        kind: read_value(column, cell, known, about_people=about_people)
        for kind, cell in distinct.items()
        if kind not in plain
    }
    kept = {kind: value.kept for kind, value in read.items()} | dict(zip(plain, plain, strict=True))
    codes = {kind: value.value for kind, value in read.items()} | dict(zip(plain, plain, strict=True))
    telling = {kind: value for kind, value in read.items() if value.tells}
    told = {n: telling[kind] for n, kind in enumerate(kinds) if kind in telling} if telling else {}
    return ReadColumn(
        column, index, list(map(kept.__getitem__, kinds)), list(map(codes.__getitem__, kinds)), told
    )
