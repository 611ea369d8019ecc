"""The cells of a sheet as a reader in the child hands them over: row by row, or column by column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from etl.layout.grid import Row, is_blank, is_number
from etl.readers.bounds import plain_name
from etl.readers.cells import decode
from etl.values.read_date import DAYS_TO_1904


@dataclass(frozen=True)
class Column:
    """One column: its different values, and for each row which of them it is. A list repeats itself."""

    values: Sequence[Any]
    places: Sequence[int]

    def read(self, meaning: Callable[[Any], Any]) -> list[Any]:
        """What each row's cell means; each different cell is read once."""
        known = [meaning(value) for value in self.values]
        return [known[place] for place in self.places]


class Cells:
    """A sheet of either form. Positions count filled rows from 0; `numbers` are the rows as shown."""

    def __init__(self, sheet: dict[str, Any]) -> None:
        self.name = plain_name(sheet["name"])
        self._rows = sheet.get("rows")
        self._columns = sheet.get("columns", [])
        self._since_1904 = bool(sheet.get("dates_1904"))
        self.numbers: list[int] = sheet["numbers"] if self._rows is None else [row[0] for row in self._rows]

    def top(self, count: int) -> list[Row]:
        """The first filled rows."""
        return [
            Row(number, tuple(decode(cell) for cell in self._raw(position)))
            for position, number in enumerate(self.numbers[:count])
        ]

    def filled(self, position: int) -> int:
        """How many cells of a row hold something."""
        return sum(not is_blank(cell) for cell in self._raw(position))

    def column(self, index: int, first: int) -> Column:
        """One column from a position on."""
        if self._rows is None:
            values, places = self._columns[index]
            return Column([decode(value) for value in values], places[first:])
        seen: dict[Any, int] = {}
        values, places = [], []
        for _, cells in self._rows[first:]:
            cell = cells[index] if index < len(cells) else None
            key = tuple(cell.items()) if cell.__class__ is dict else cell
            place = seen.setdefault(key, len(values))
            if place == len(values):
                values.append(decode(cell))
            places.append(place)
        return Column(values, places)

    def day(self, cell: Any) -> Any:
        """A cell of a column of days: in a workbook that counts from 1904, with its number from 1900."""
        return cell + DAYS_TO_1904 if self._since_1904 and is_number(cell) else cell

    def _raw(self, position: int) -> list[Any]:
        if self._rows is not None:
            return list(self._rows[position][1])
        return [values[places[position]] for values, places in self._columns]
