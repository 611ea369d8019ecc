"""What follows from sums of people that are shown, reckoned otherwise than by the code that hides them.

The sums shown span a space: a sum that lies in it is known, however many of them it takes. A sum of nobody
says of each in it that there is nobody. The space is found by its singular vectors; hiding takes other ways
(linear.py, nested.py, rolling.py), so that a fault of the one is not a fault of both. Source: the audit of
cell suppression in the Handbook on Statistical Disclosure Control (Hundepool and others), chapter 4.
"""

from collections.abc import Collection, Hashable, Mapping

import numpy as np
from numpy.typing import NDArray

Counts = frozenset[Hashable]
"""The smallest counts that a sum adds up, each by whatever names it."""
EXACT = 1e-7


def follows(shown: Mapping[Counts, float], sought: Collection[Counts]) -> tuple[Counts, ...]:
    """The sums among `sought`, in that order, that can be reckoned exactly from those shown (people each)."""
    nobody = frozenset[Hashable]().union(*(counts for counts, people in shown.items() if abs(people) < EXACT))
    known = [counts - nobody for counts in shown if counts - nobody]
    places = {count: n for n, count in enumerate(dict.fromkeys(c for counts in known for c in counts))}
    basis = _basis(np.array([_row(counts, places) for counts in known]).reshape(len(known), len(places)))
    return tuple(counts for counts in sought if _lies_in(counts - nobody, places, basis))


def _basis(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Orthonormal rows that span the same."""
    if not rows.size:
        return rows
    _, sizes, across = np.linalg.svd(rows, full_matrices=False)
    return across[sizes > EXACT * max(1.0, float(sizes[0]))]


def _lies_in(counts: Counts, places: Mapping[Hashable, int], basis: NDArray[np.float64]) -> bool:
    if not counts:
        return True
    if not counts <= places.keys():
        return False
    row = _row(counts, places)
    return bool(np.abs(row - basis.T @ (basis @ row)).max() < EXACT)


def _row(counts: Counts, places: Mapping[Hashable, int]) -> NDArray[np.float64]:
    row = np.zeros(len(places))
    row[[places[count] for count in counts]] = 1
    return row
