"""A sheet on its way to the store: its rows as read, with row numbers and kinds of missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from contracts.model import Dataset
from contracts.words import WHOLE_FORCE
from etl.layout.grid import Row
from etl.reports.report import Breach


@dataclass(frozen=True)
class StagedRow:
    """One row. `kept` is stored (units and courses in the sheet's own words), `codes` is what they stand for.

    Person references are as sent: they live in memory only, until a load
    turns them into keys (etl/loading/pseudonym.py).
    `missing_kinds` says why a column holds nothing; a column that the sheet does not have is not in it.
    `indexes` is the place of each column in the row, from 0; `from_cells` where they came from in a matrix,
    `from_rows` the rows of the cases that a row of counts was made from.
    The row as it was found is not held: it may hold names.
    """

    row_number: int
    kept: dict[str, Any]
    codes: dict[str, Any]
    missing_kinds: dict[str, str]
    indexes: Mapping[str, int]
    from_cells: tuple[str, ...] = ()
    from_rows: tuple[int, ...] = ()

    @property
    def rows_in_file(self) -> tuple[int, ...]:
        """The rows of the file that this one stands for."""
        return self.from_rows or (self.row_number,)

    @property
    def units(self) -> tuple[str, ...]:
        """The codes of the units that it names; the whole force is none."""
        said = (self.codes.get(name) for name in ("unit", "from_unit", "to_unit"))
        return tuple(str(unit) for unit in said if unit and unit != WHOLE_FORCE)

    @property
    def places(self) -> dict[str, str]:
        """Where each column's cell stands in the sheet, such as F14."""
        row = Row(self.row_number, (), self.from_cells)
        return {name: row.place(index) for name, index in self.indexes.items()}


@dataclass(frozen=True, eq=False)
class StagedRows(Sequence[StagedRow]):
    """The rows of a sheet by their columns. A row by itself is made when it is asked for.

    A sheet may have 100,000 rows, of which few are ever looked at one by one. The columns are those of
    `StagedRow`: by name, with a cell for each row; `missing_kinds` by position, of those rows that have any;
    `origins` are `from_cells` and `from_rows` of each row, where rows were made of others.
    """

    numbers: Sequence[int]
    kept: Mapping[str, Sequence[Any]]
    codes: Mapping[str, Sequence[Any]]
    missing_kinds: Mapping[int, dict[str, str]]
    indexes: Mapping[str, int]
    origins: Sequence[tuple[tuple[str, ...], tuple[int, ...]]] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, position: Any) -> Any:
        place = range(len(self))[position]
        return self._row(place) if isinstance(place, int) else tuple(map(self._row, place))

    def __iter__(self) -> Iterator[StagedRow]:
        return iter(self._made)

    @cached_property
    def _made(self) -> tuple[StagedRow, ...]:
        return tuple(map(self._row, range(len(self))))

    def _row(self, place: int) -> StagedRow:
        kept = {name: cells[place] for name, cells in self.kept.items()}
        codes = {name: cells[place] for name, cells in self.codes.items()}
        missing, origin = self.missing_kinds.get(place, {}), self.origins[place] if self.origins else ()
        return StagedRow(self.numbers[place], kept, codes, missing, self.indexes, *origin)


@dataclass(frozen=True)
class StagedSheet:
    """The rows of one sheet of one return, for one force and one month.

    `extract_date` is the extract's own date where it is up to 7 days after `month_end`. `units_named` are the
    codes of units that the sheet names in its Unit column: those it covers. `counted`: from the list of cases
    `of_list`, of which `cases` are those that no count holds because of a fault, and `apart` the faults of
    its words one by one, of which the report tells those of a column together.
    """

    dataset: Dataset
    sheet: str
    header_row: int
    force: str
    month_end: date | None
    extract_date: date | None
    columns: tuple[str, ...]
    rows: Sequence[StagedRow]
    counted: bool = False
    of_list: str = ""
    cases: tuple[StagedRow, ...] = ()
    apart: tuple[Breach, ...] = ()

    @property
    def numbers(self) -> Sequence[int]:
        """The number of each row, as the sheet shows it."""
        return (
            self.rows.numbers if isinstance(self.rows, StagedRows) else [row.row_number for row in self.rows]
        )

    @property
    def rows_in_file(self) -> set[int]:
        """The rows of the file that its rows stand for."""
        if isinstance(self.rows, StagedRows) and not self.rows.origins:
            return set(self.rows.numbers)
        return {number for row in self.rows for number in row.rows_in_file}

    def codes_of(self, name: str) -> Sequence[Any]:
        """The codes of a column, row by row; None in each where the sheet does not have it."""
        if isinstance(self.rows, StagedRows):
            return self.rows.codes.get(name) or [None] * len(self.rows)
        return [row.codes.get(name) for row in self.rows]

    def kept_of(self, name: str) -> Sequence[Any]:
        """What is kept of a column, row by row; None in each where the sheet does not have it."""
        if isinstance(self.rows, StagedRows):
            return self.rows.kept.get(name) or [None] * len(self.rows)
        return [row.kept.get(name) for row in self.rows]

    @property
    def units_named(self) -> frozenset[str]:
        """The codes of the units in the Unit column."""
        return frozenset(unit for row in self.rows if "unit" in row.codes for unit in row.units)

    def records(self) -> list[dict[str, Any]]:
        """Rows for storing: kept values, with sheet, row_number and missing_kinds."""
        return [
            {**r.kept, "sheet": self.sheet, "row_number": r.row_number, "missing_kinds": r.missing_kinds}
            for r in self.rows
        ]
