"""Publication mode: the rows of a split by role, course or reason that are hidden beside a small one.

What a split comes to is shown elsewhere, so its one small row would be the rest. A split one way takes a
second row with it; a split two ways, of units by course say, is held to the attack on a published table, and
is not shown at all where that does not hold.
"""

from collections.abc import Hashable
from functools import lru_cache

import pandas as pd

from analysis.disclosure import (
    FEWEST_PEOPLE_SHOWN,
    NotShown,
    PublicationRefused,
    Suppressed,
    Table,
    protect,
    shown_of,
)
from metrics.model import DIMENSIONS
from ui.findings.series import plain
from ui.hidden.hiding import counts_of, with_marks

Parts = list[list[float | None]]
Counts = tuple[tuple[int | None, ...], ...]


def hide_in_splits(
    frame: pd.DataFrame,
    raw: pd.DataFrame,
    *,
    rest_is_told: bool = False,
    threshold: int = FEWEST_PEOPLE_SHOWN,
) -> pd.DataFrame:
    """The frame with further rows marked so that no small row of a split can be worked out.

    `raw` is the same frame before anything was hidden. A row that is marked already keeps its mark.
    `rest_is_told`: what a numerator leaves of its denominator is shown too.
    """
    split = [name for name in frame.columns if name in DIMENSIONS]
    if frame.empty or not split:
        return frame
    if len(split) == 1 and "unit" in frame.columns and raw["unit"].nunique() > 1:
        split = ["unit", *split]
    keys = [name for name in frame.columns if name in ("force", "unit", "month_end") and name not in split]
    rows = raw.reset_index(drop=True)
    hidden: set[Hashable] = set()
    for _, one in rows.groupby(keys, dropna=False) if keys else [((), rows)]:
        counts = [[plain(n) for n in part] for part in counts_of(one, rest_is_told)]
        found = (
            _one_way(one, counts, threshold) if len(split) == 1 else _two_ways(one, split, counts, threshold)
        )
        hidden |= found
    values = enumerate(frame["value"])
    marks = [Suppressed() if n in hidden and not isinstance(v, NotShown) else None for n, v in values]
    return with_marks(frame, marks)


def _one_way(rows: pd.DataFrame, parts: Parts, threshold: int) -> set[Hashable]:
    """The rows not shown of one split, small ones among them."""
    known = {
        str(row): tuple(n for n in counts if n is not None)
        for row, counts in zip(rows.index, zip(*parts, strict=True), strict=True)
        if None not in counts
    }
    return {int(row) for row in shown_of(known, dict.fromkeys(known, ""), threshold=threshold).hidden}


def _two_ways(rows: pd.DataFrame, split: list[str], parts: Parts, threshold: int) -> set[Hashable]:
    """The rows not shown of a split two ways: all of them where the attack on the table succeeds."""
    places = {name: sorted(rows[name].dropna().astype(str).unique()) for name in split[:2]}
    at = {
        row: tuple(places[name].index(str(value)) for name, value in zip(split, each, strict=False))
        for row, each in zip(rows.index, rows[split[:2]].itertuples(index=False), strict=True)
    }
    every, hidden = set(rows.index), set()
    for counts in parts:
        if len(split) > 2 or any(n is None or n < 0 or n != int(n) for n in counts):
            return every if any(n is not None and 0 < n < threshold for n in counts) else hidden
        grid = [[0] * len(places[split[1]]) for _ in places[split[0]]]
        for row, n in zip(rows.index, counts, strict=True):
            grid[at[row][0]][at[row][1]] = int(n or 0)
        gone = _protected(tuple(map(tuple, grid)), threshold)
        # Where no row stands nothing can be hidden: a course that a role does not need is known to be 0.
        if gone is None or not gone <= set(at.values()):
            return every
        hidden |= {row for row, place in at.items() if place in gone}
    return hidden


@lru_cache(maxsize=500)
def _protected(counts: Counts, threshold: int) -> frozenset[tuple[int, ...]] | None:
    """The cells of a table to hide, or None where it may not be published. Kept, as it takes a moment."""
    if not any(0 < (n or 0) < threshold for row in counts for n in row):
        return frozenset()
    found = protect(Table(counts), threshold, hide_whole_rows=False)
    if isinstance(found, PublicationRefused):
        return None
    return frozenset(at for at in found.hidden if at[0] < found.rows and at[1] < found.columns)
