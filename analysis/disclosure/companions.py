"""Which further cells to hide so that a hidden one cannot be worked out.

A hidden cell keeps a range when the table can be changed without a change in anything shown: some hidden
cells go up, others down, and all sums hold. For the cell in hand an integer programme finds the cheapest
cells to hide so that such changes exist: the smallest in its row, then in its column, and the one that
squares them, unless longer ways round are cheaper. Cells are taken in turn, smallest first, and what is
hidden for one serves the next (greedy: the total is not always the least). After Fischer and Salazar (2001,
Management Science 47) for one cell at a time.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.ranges import Known, minimise


@dataclass(frozen=True)
class Cells:
    """The n cells of a table, totals among them: counts, sums, what is known once hidden, cost to hide.

    `sums` m x n, each line = 0. `lowest` and `highest` are what an attacker knows of a cell once hidden.
    `cost` of hiding each; infinite for a cell that is always shown.
    """

    counts: NDArray[np.float64]
    sums: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]
    cost: NDArray[np.float64]


def companions_of(
    cell: int, hidden: NDArray[np.bool_], cells: Cells, protection: int
) -> NDArray[np.bool_] | None:
    """The cells to hide beside those hidden, so that `cell` keeps values at least `protection` people apart.

    `hidden` n flags. Returns n flags, all False where nothing more is needed, None where nothing helps.
    """
    n = len(hidden)
    free = ~hidden & np.isfinite(cells.cost)
    down = np.minimum(protection, cells.counts - cells.lowest)
    up = np.minimum(protection, cells.highest - cells.counts)
    down[~hidden & ~free], up[~hidden & ~free] = 0, 0
    known = _moves(cell, free, down, up, cells.sums, protection)
    cost = np.concatenate([np.zeros(2 * n), np.where(free, cells.cost, 0)])
    found = minimise(cost, known, np.ones(3 * n))
    return None if found is None else (found[2 * n :] > 0) & free


def _moves(
    cell: int,
    free: NDArray[np.bool_],
    down: NDArray[np.float64],
    up: NDArray[np.float64],
    sums: NDArray[np.float64],
    protection: int,
) -> Known:
    """A change that takes `cell` up, one that takes it down, and flags of what they need hidden.

    The numbers: n changes, n changes, n flags. Both keep the sums; a cell that is shown changes only if
    flagged; the cell's two changes together come to the protection. No cell need change by more than that:
    either change is made of rounds through `cell`, each taking it one person further.
    """
    m, n = sums.shape
    zero, same = np.zeros((m, n)), np.eye(n)
    ceiling, floor, shown = np.diag(np.where(free, up, 0)), np.diag(np.where(free, down, 0)), same[free]
    nothing = np.zeros_like(shown)
    apart = np.concatenate([same[cell], -same[cell], np.zeros(n)])
    blocks = [
        np.hstack([sums, zero, zero]),
        np.hstack([zero, sums, zero]),
        np.hstack([shown, nothing, -ceiling[free]]),
        np.hstack([nothing, shown, -ceiling[free]]),
        np.hstack([-shown, nothing, -floor[free]]),
        np.hstack([nothing, -shown, -floor[free]]),
        apart[None, :],
    ]
    flags = 4 * int(free.sum())
    low = np.concatenate([np.zeros(2 * m), np.full(flags, -np.inf), [protection]])
    high = np.concatenate([np.zeros(2 * m + flags), [np.inf]])
    one_way = same[cell].astype(bool)
    lowest = np.concatenate([np.where(one_way, 0, -down), -down, np.zeros(n)])
    highest = np.concatenate([up, np.where(one_way, 0, up), np.ones(n)])
    return Known(np.vstack(blocks), low, high, lowest, highest)
