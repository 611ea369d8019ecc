"""What a reader who sets out to can learn of the hidden cells of a published table.

The attacker knows that rows and columns add up, the cells that are shown, that people are whole and not
negative, and more than any reader is told: which of the hidden cells are small, so 1 to threshold - 1. For
each hidden cell two integer programmes give the lowest and the highest value that fit with all this. Source:
the audit of cell suppression in the Handbook on Statistical Disclosure Control (Hundepool and others),
chapter 4.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.ranges import Known, Range, range_of
from analysis.disclosure.tables import Position, ProtectedTable, Suppressed, sums_of


@dataclass(frozen=True)
class Attack:
    """The range of each hidden cell, people, by row and column with totals last; and what it gives away.

    `disclosed` are the positions of small counts, and of rows with everybody in one column, whose range has
    one value or is narrower than the protection demanded.
    """

    ranges: Mapping[Position, Range]
    disclosed: tuple[Position, ...]

    @property
    def succeeded(self) -> bool:
        """Whether anything that must not be known can be worked out."""
        return bool(self.disclosed)


def attack(protected: ProtectedTable) -> Attack:
    """Work out the range of every hidden cell of a table, totals among them.

    Raises NothingFits (a ValueError) for a table that does not add up, NotSolved where a programme did not
    end in its time (neither comes from a table that `protect` gave).
    """
    cells = sorted(protected.hidden)
    known = knowledge(protected, cells)
    ranges = {cell: range_of(one(i, len(cells)), known) for i, cell in enumerate(cells)}
    judged = protected.small | protected.whole
    disclosed = [cell for cell in cells if cell in judged and ranges[cell].width < protected.protection]
    return Attack(ranges, tuple(disclosed))


def knowledge(protected: ProtectedTable, cells: list[Position]) -> Known:
    """What the attacker knows of the hidden cells, in the order given."""
    height, width = len(protected.shown), len(protected.shown[0])
    sums = sums_of(protected.rows, protected.columns)
    shown = np.array([0 if isinstance(n, Suppressed) else n for row in protected.shown for n in row])
    hidden = [row * width + column for row, column in cells]
    if height * width != shown.size or any(
        not isinstance(protected.shown[r][c], Suppressed) for r, c in cells
    ):
        raise ValueError("a hidden position is not marked so in the table")
    rest = -(sums @ shown)
    small = [cell in protected.small for cell in cells]
    return Known(
        sums[:, hidden],
        rest,
        rest,
        np.where(small, 1.0, 0.0),
        np.where(small, protected.threshold - 1.0, np.inf),
    )


def one(i: int, n: int) -> NDArray[np.float64]:
    """The coefficients that pick out number i of n."""
    coefficients = np.zeros(n)
    coefficients[i] = 1
    return coefficients
