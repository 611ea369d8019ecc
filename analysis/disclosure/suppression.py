"""A table of people made fit to publish: small counts hidden, others with them, and the result attacked."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.attacks import attack
from analysis.disclosure.companions import Cells, companions_of
from analysis.disclosure.ranges import NotSolved
from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, check_threshold
from analysis.disclosure.tables import (
    CAN_BE_WORKED_OUT,
    MISSING,
    NOT_VERIFIED,
    Position,
    ProtectedTable,
    PublicationRefused,
    Suppressed,
    Table,
    positions_of,
    sums_of,
)


def protect(
    table: Table, threshold: int = FEWEST_PEOPLE_SHOWN, protection: int = 1, hide_whole_rows: bool = True
) -> ProtectedTable | PublicationRefused:
    """The table with totals as it may be published, or a refusal that says why it may not.

    Counts and totals of 1 to threshold - 1 people are hidden, and enough others that none of them can be
    worked out: the attack gives each at least two values, `protection` people apart (1 to threshold - 2).
    Zeros are shown, except with `hide_whole_rows` where a row has everybody in one column: there they would
    say of each what they are. Hidden first are other counts, then zeros, then totals; a grand total of
    `threshold` or more is always shown. What is shown is never changed. Refused when the attack still
    succeeds ("can_be_worked_out") or does not end ("not_verified"), and where a count is not known
    ("missing"). Raises ValueError for a threshold or a protection out of range.
    """
    if not table.complete:
        return PublicationRefused(MISSING)
    primary = hide_primary(table, threshold, protection, hide_whole_rows)
    try:
        protected = _with_companions(primary, table.with_totals())
        found = attack(protected)
    except NotSolved:
        return PublicationRefused(NOT_VERIFIED)
    return PublicationRefused(CAN_BE_WORKED_OUT, found.disclosed) if found.succeeded else protected


def hide_primary(
    table: Table, threshold: int = FEWEST_PEOPLE_SHOWN, protection: int = 1, hide_whole_rows: bool = True
) -> ProtectedTable:
    """The table with what must be hidden for its own sake, and nothing else: not yet fit to publish.

    Raises ValueError for a count that is not known, and for a threshold or a protection out of range.
    """
    check_threshold(threshold)
    if not 1 <= protection <= threshold - 2:
        raise ValueError(f"a protection of {protection} people is outside 1 to threshold - 2")
    grid = table.with_totals()
    small = frozenset(at for at in positions_of(grid) if 0 < grid[at] < threshold)
    whole = _whole_rows(table, grid) - small if hide_whole_rows else frozenset()
    shown = _shown(grid, small | whole, threshold)
    return ProtectedTable(
        shown, table.rows, table.columns, small, whole, threshold=threshold, protection=protection
    )


def _whole_rows(table: Table, grid: NDArray[np.int64]) -> frozenset[Position]:
    """The one count above zero of each row that has only one."""
    inside = grid[: table.rows, : table.columns]
    alone = (inside > 0).sum(axis=1) == 1
    found = [(int(row), int(inside[row].argmax())) for row in np.flatnonzero(alone)]
    return frozenset(found) if table.columns > 1 else frozenset()


def _with_companions(primary: ProtectedTable, grid: NDArray[np.int64]) -> ProtectedTable:
    """Hide further cells for each that must not be worked out, the smallest first."""
    cells, hidden = _cells(primary, grid), np.zeros(grid.size, dtype=bool)
    hidden[[_index(at, grid) for at in primary.hidden]] = True
    for at in sorted(primary.hidden, key=lambda at: (grid[at], at)):
        more = companions_of(_index(at, grid), hidden, cells, primary.protection)
        hidden = hidden if more is None else hidden | more
    companions = {at for at in positions_of(grid) if hidden[_index(at, grid)]} - primary.hidden
    shown = _shown(grid, primary.hidden | companions, primary.threshold)
    return replace(primary, shown=shown, companions=frozenset(companions))


def _cells(primary: ProtectedTable, grid: NDArray[np.int64]) -> Cells:
    """The table as the search for companions takes it.

    A count costs itself and as much again as the mean, so that few are hidden; a zero more than any count;
    a total more than any zero.
    """
    everybody = max(1.0, float(grid.max()))
    cost = grid.astype(np.float64) + everybody / (primary.rows * primary.columns)
    cost[grid == 0] = 2 * everybody
    for at in positions_of(grid):
        if at[0] >= primary.rows or at[1] >= primary.columns:
            cost[at] += 4 * everybody
    cost[-1, -1] = np.inf
    small = np.zeros(grid.shape, dtype=bool)
    for at in primary.small:
        small[at] = True
    return Cells(
        grid.ravel().astype(float),
        sums_of(primary.rows, primary.columns),
        np.where(small, 1.0, 0.0).ravel(),
        np.where(small, primary.threshold - 1.0, np.inf).ravel(),
        cost.ravel(),
    )


def _index(at: Position, grid: NDArray[np.int64]) -> int:
    return at[0] * int(grid.shape[1]) + at[1]


def _shown(
    grid: NDArray[np.int64], hidden: Iterable[Position], threshold: int
) -> tuple[tuple[int | Suppressed, ...], ...]:
    """The grid with a mark at each hidden position."""
    marked = frozenset(hidden)
    return tuple(
        tuple(Suppressed(threshold) if (r, c) in marked else int(n) for c, n in enumerate(row))
        for r, row in enumerate(grid)
    )
