"""Whether a small count of a table with totals both ways is shown, or follows from what is."""

from typing import Any

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, ProtectedTable, Suppressed
from analysis.disclosure.attacks import attack
from analysis.disclosure.ranges import NotSolved
from analysis.disclosure.tables import Table, positions_of
from ui.findings.series import plain


def grid_of(
    each: dict[tuple[Any, ...], Any], part: str, rows: list[str], columns: list[str]
) -> tuple[tuple[int, ...], ...] | None:
    """The counts of a part by row and column; None where they are not whole people."""
    grid = [[0] * len(columns) for _ in rows]
    for key, row in each.items():
        count = plain(row[part])
        if count is None or count != int(count) or count < 0:
            return None
        grid[rows.index(str(key[0]))][columns.index(str(key[1]))] = int(count)
    return tuple(map(tuple, grid))


def table_tells(counts: tuple[tuple[int, ...], ...], hidden: frozenset[tuple[int, int]]) -> bool:
    """Whether a small count is shown, or can be told from the totals and the cells that are."""
    table = Table(counts)
    grid = table.with_totals()
    inside = frozenset(at for at in hidden if at[0] < grid.shape[0] and at[1] < grid.shape[1])
    small = frozenset(at for at in positions_of(grid) if 0 < grid[at] < FEWEST_PEOPLE_SHOWN)
    if small - inside:
        return True
    shown = tuple(
        tuple(Suppressed() if (r, c) in inside else int(n) for c, n in enumerate(row))
        for r, row in enumerate(grid)
    )
    protected = ProtectedTable(shown, table.rows, table.columns, small, companions=inside - small)
    try:
        return attack(protected).succeeded
    except NotSolved:
        return True
