"""A table of people with its totals, before and after some of it is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, NotShown

Position = tuple[int, int]
Refusal = Literal["missing", "can_be_worked_out", "not_verified", "does_not_add_up"]
MISSING: Refusal = "missing"
CAN_BE_WORKED_OUT: Refusal = "can_be_worked_out"
NOT_VERIFIED: Refusal = "not_verified"
DOES_NOT_ADD_UP: Refusal = "does_not_add_up"


@dataclass(frozen=True)
class Suppressed(NotShown):
    """A count of people in a published table that is not shown: it is small, or would give a small one away.

    One mark for both, so that a reader cannot tell which is which. It says nothing of the size of the count.
    """

    threshold: int = FEWEST_PEOPLE_SHOWN

    def __str__(self) -> str:
        return "not shown"


@dataclass(frozen=True)
class Table:
    """Headcounts by row (a unit, a month) and column (a rank, a reason), without totals; None is not known.

    Every person is in one cell. Raises ValueError for a table without cells, rows of unequal length, and
    counts that are negative or not whole (FTE is not a count of people).
    """

    counts: tuple[tuple[int | None, ...], ...]

    def __post_init__(self) -> None:
        if not self.counts or not self.counts[0] or len({len(row) for row in self.counts}) > 1:
            raise ValueError("a table has at least one cell, and rows of one length")
        if any(n is not None and (n < 0 or n != int(n)) for row in self.counts for n in row):
            raise ValueError("a table of people holds whole numbers from 0")

    @property
    def rows(self) -> int:
        """Rows without the totals."""
        return len(self.counts)

    @property
    def columns(self) -> int:
        """Columns without the totals."""
        return len(self.counts[0])

    @property
    def complete(self) -> bool:
        """Whether every count is known, so that the totals are."""
        return all(n is not None for row in self.counts for n in row)

    def with_totals(self) -> NDArray[np.int64]:
        """The counts with totals right and below; one column needs none to its right, one row none below.

        Raises ValueError where a count is not known.
        """
        if not self.complete:
            raise ValueError("a table with a count that is not known has no totals")
        counts = np.array(self.counts, dtype=np.int64)
        if self.columns > 1:
            counts = np.column_stack([counts, counts.sum(axis=1)])
        return np.vstack([counts, counts.sum(axis=0)]) if self.rows > 1 else counts


@dataclass(frozen=True)
class ProtectedTable:
    """A table with its totals as it may be published: counts, and marks where a count is not shown.

    `small` are the positions of hidden counts of 1 to threshold - 1, `whole` of counts that hold everybody of
    their row, `companions` of what is hidden with them. These three are for checks: they are never published.
    `rows` and `columns` are without totals. `protection`: how many people apart the lowest and the highest
    value that a reader could still believe of a hidden cell must at least be.
    """

    shown: tuple[tuple[int | Suppressed, ...], ...]
    rows: int
    columns: int
    small: frozenset[Position] = frozenset()
    whole: frozenset[Position] = frozenset()
    companions: frozenset[Position] = frozenset()
    threshold: int = FEWEST_PEOPLE_SHOWN
    protection: int = 1

    @property
    def hidden(self) -> frozenset[Position]:
        """Every position that is not shown."""
        return self.small | self.whole | self.companions

    @property
    def to_merge(self) -> tuple[int, ...]:
        """Rows with everybody in one column, which are better merged with another than published so."""
        return tuple(sorted({row for row, _ in self.whole}))


@dataclass(frozen=True)
class PublicationRefused:
    """No table is published, and why.

    "missing": a count is not known, so there are no totals. "can_be_worked_out": the counts at `positions`
    (row, column, totals last) can be, whatever else is hidden. "not_verified": the attack did not end in its
    time. "does_not_add_up": the figures contradict each other.
    """

    why_not: Refusal
    positions: tuple[Position, ...] = ()


def positions_of(grid: NDArray[np.int64]) -> Iterator[Position]:
    """Row and column of every cell, row by row."""
    return ((row, column) for row in range(grid.shape[0]) for column in range(grid.shape[1]))


def sums_of(rows: int, columns: int) -> NDArray[np.float64]:
    """What adds up in a table: one line an equation, one column a cell (row by row, totals last), = 0.

    `rows` and `columns` are without totals, which a single row or column has not (Table.with_totals).
    """
    height, width = rows + (rows > 1), columns + (columns > 1)
    cells = np.arange(height * width).reshape(height, width)
    lines = [*(cells if columns > 1 else ()), *(cells.T if rows > 1 else ())]
    equations = np.zeros((len(lines), cells.size))
    for equation, line in zip(equations, lines, strict=True):
        equation[line[:-1]], equation[line[-1]] = 1, -1
    return equations
