"""Sums of the same people shown beside each other in many views: which to hide so that no hidden one follows.

Each sum adds up some of the smallest counts there are: the people of one role in one unit, say. Every sum
that is shown is an equation in them, so a hidden sum comes out where some of the shown ones, each so many
times, come to it: all carriers of the force, less those of each kind of work that are shown, are those of the
kind that is not. Source: the linear programmes of complementary suppression in the Handbook on Statistical
Disclosure Control (Hundepool and others), chapter 4; ranges of one table are nested.py's.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = frozenset[Hashable]
"""The smallest counts that a sum adds up, each by whatever names it."""
Rows = NDArray[np.float64]
"""Sums as rows: how many times each of the smallest counts is in them."""
EXACT = 1e-6


@dataclass(frozen=True)
class Sum:
    """One sum of people. Those of a lower `keep` are hidden first; of equals, the one of fewer people."""

    people: float
    keep: int = 0


def hide_sums(sums: Mapping[Counts, Sum], small: Collection[Counts]) -> frozenset[Counts]:
    """The sums not to show: the small ones, and for each that follows from others some of those others.

    One after the other of what a small sum follows from is hidden, the least kept first, until none follows.
    """
    order = sorted(sums, key=lambda c: (sums[c].keep, sums[c].people, _named(c)), reverse=True)
    rows = rows_of(order)
    sought = rows[[counts in small for counts in order]]
    shown = np.array([counts not in small for counts in order])
    while (weakest := _weakest(sought, rows, np.flatnonzero(shown))) is not None:
        shown[weakest] = False
    # One that was hidden before another may not be needed any more beside it.
    for again in [n for n, counts in enumerate(order) if not shown[n] and counts not in small]:
        shown[again] = True
        shown[again] = not follow(sought, rows[shown]).any()
    return frozenset(counts for counts, is_shown in zip(order, shown, strict=True) if not is_shown)


def _weakest(sought: Rows, rows: Rows, shown: NDArray[np.intp]) -> int | None:
    """The least kept of the shown sums that a sought one is made of; None where none can be made.

    It is made of the most kept ones that it can be: each that the ones before it do not come to is taken.
    """
    base = shown[_independent(rows[shown])]
    if not base.size or not sought.size:
        return None
    times = np.linalg.lstsq(rows[base].T, sought.T, rcond=None)[0]
    told = np.abs(rows[base].T @ times - sought.T).max(axis=0) < EXACT
    if not told.any():
        return None
    return int(base[np.abs(times[:, told][:, 0]) > EXACT][-1])


def _independent(rows: Rows) -> list[int]:
    """The places of the rows to which those before them do not come."""
    found: list[int] = []
    apart = np.zeros((0, rows.shape[1]))
    for n, row in enumerate(rows):
        left = row - apart.T @ (apart @ row)
        left -= apart.T @ (apart @ left)
        size = float(np.linalg.norm(left))
        if size > EXACT:
            apart = np.vstack([apart, left / size])
            found.append(n)
    return found


def _named(counts: Counts) -> str:
    return repr(sorted(map(repr, counts)))


def rows_of(sums: Sequence[Counts]) -> Rows:
    """Each sum as a row."""
    places = {count: n for n, count in enumerate(sorted(frozenset().union(*sums), key=repr))}
    rows = np.zeros((len(sums), len(places)))
    for row, counts in zip(rows, sums, strict=True):
        row[[places[count] for count in counts]] = 1
    return rows


def follow(sought: Rows, shown: Rows) -> NDArray[np.bool_]:
    """Of each sought sum, whether some of the shown ones, each so many times, come to it."""
    if not shown.size or not sought.size:
        return np.zeros(len(sought), dtype=bool)
    _, sizes, across = np.linalg.svd(shown, full_matrices=False)
    basis = across[sizes > EXACT]
    return np.asarray(np.abs(sought - sought @ basis.T @ basis).max(axis=1) < EXACT)
