"""Counts of people rounded to a base, for packs of many months or tables, where hiding does not hold."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.attacks import one
from analysis.disclosure.ranges import Known, NothingFits, NotSolved, range_of
from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, Hidden, check_threshold
from analysis.disclosure.tables import (
    CAN_BE_WORKED_OUT,
    MISSING,
    NOT_VERIFIED,
    Position,
    PublicationRefused,
    Table,
    positions_of,
    sums_of,
)

BASE = 5
SMALLEST_DENOMINATOR = 10


@dataclass(frozen=True)
class Rounded:
    """A count of people to the nearest `base`: not a count, and never added to others."""

    people: int
    base: int = BASE

    @property
    def lowest(self) -> int:
        """The fewest people that round to it."""
        return max(0, self.people - self.base // 2)

    @property
    def highest(self) -> int:
        """The most people that round to it."""
        return self.people + (self.base - 1) // 2


@dataclass(frozen=True)
class RoundedTable:
    """A table with its totals (last) where each count is rounded by itself, so that totals may not add up."""

    shown: tuple[tuple[Rounded, ...], ...]
    rows: int
    columns: int
    base: int = BASE


def round_count(people: int | None, base: int = BASE) -> Rounded | None:
    """The count to the nearest `base` people, halves up; None (not known) stays None, and is not zero.

    Zero rounds to zero, and so do the smallest counts: a zero in a rounded table is "none or next to none".
    Source: rounding to 5 as in published health and education statistics of England. Raises ValueError for a
    negative count or a base under 2.
    """
    return None if people is None else _nearest(people, base)


def _nearest(people: int, base: int) -> Rounded:
    if base < 2:
        raise ValueError(f"a base of {base} rounds nothing")
    if people < 0:
        raise ValueError("people are counted from 0")
    return Rounded((people + base // 2) // base * base, base)


def rounded_share(numerator: int | None, denominator: int | None, base: int = BASE) -> float | Hidden | None:
    """The share (or rate) of two counts of people, from the rounded counts and never from the true ones.

    Hidden(10) for a denominator of 1 to 9 people; None where a count is not known, where there is nobody
    to divide by, or where the denominator rounds to 0. Raises ValueError as round_count does.
    """
    above, below = round_count(numerator, base), round_count(denominator, base)
    if above is None or below is None or denominator is None or denominator == 0:
        return None
    if denominator < SMALLEST_DENOMINATOR:
        return Hidden(SMALLEST_DENOMINATOR)
    return above.people / below.people if below.people else None


def round_table(
    table: Table, base: int = BASE, threshold: int = FEWEST_PEOPLE_SHOWN
) -> RoundedTable | PublicationRefused:
    """Every count and total of a table rounded by itself, or a refusal that says why not.

    Rounded counts still add up to something: four counts of 2 shown as 0 under a total of 8 shown as 10 can
    be nothing but 2 each. So the result is attacked: refused ("can_be_worked_out") where a count of 1 to
    threshold - 1 people has only one value that fits, "missing" where a count is not known. Raises
    ValueError for a threshold or a base out of range.
    """
    check_threshold(threshold)
    if not table.complete:
        return PublicationRefused(MISSING)
    grid = table.with_totals()
    shown = tuple(tuple(_nearest(int(n), base) for n in row) for row in grid)
    result = RoundedTable(shown, table.rows, table.columns, base)
    try:
        known = _disclosed(result, threshold)
    except (NotSolved, NothingFits):
        return PublicationRefused(NOT_VERIFIED)
    return PublicationRefused(CAN_BE_WORKED_OUT, known) if known else result


def _disclosed(table: RoundedTable, threshold: int) -> tuple[Position, ...]:
    """Positions of the small counts that only one value fits, to somebody who knows the rule and the sums."""
    cells = [n for row in table.shown for n in row]
    lowest, highest = np.array([(n.lowest, n.highest) for n in cells], dtype=float).T
    sums = sums_of(table.rows, table.columns)
    nothing = np.zeros(len(sums))
    known = Known(sums, nothing, nothing, lowest, highest)
    small = [i for i in range(len(cells)) if lowest[i] < threshold]
    ranges = {i: range_of(one(i, len(cells)), known) for i in small}
    at = list(positions_of(np.zeros((len(table.shown), len(table.shown[0])), dtype=np.int64)))
    return tuple(at[i] for i, r in ranges.items() if r.low == r.high and 0 < r.low < threshold)
