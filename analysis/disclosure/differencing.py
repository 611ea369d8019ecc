"""What a pack of published figures gives away beside the one before it.

Units A and B together less A is B; twelve months to March less twelve months to February is this March less
last. A figure is the people it covers, as a set of groups that do not overlap (unit B in March 2025; its
long-term sick). The attacker has both packs and knows that every group is a whole number of people, none
below 0. Two integer programmes for each group, each hidden figure, and each difference between two figures
of which one lies inside the other, say what can be learned. Source: the treatment of differencing and of
linked tables in the Handbook on Statistical Disclosure Control (Hundepool and others).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import inf
from typing import Literal

import numpy as np

from analysis.disclosure.ranges import Known, NothingFits, NotSolved, Range, range_of
from analysis.disclosure.rounding import Rounded
from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, Hidden, check_threshold
from analysis.disclosure.tables import (
    CAN_BE_WORKED_OUT,
    DOES_NOT_ADD_UP,
    NOT_VERIFIED,
    Refusal,
    Suppressed,
)

Groups = frozenset[str]


@dataclass(frozen=True)
class Figure:
    """One published count of people: the groups it covers, and what stands in the pack.

    `covers` are keys of groups of people that do not overlap, at the finest grain that any figure of either
    pack needs. `shown` is headcount; Hidden stands for 1 to threshold - 1, Suppressed for any count.
    """

    covers: Groups
    shown: int | Rounded | Hidden | Suppressed

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest count that the figure leaves possible, people."""
        if isinstance(self.shown, Rounded):
            return self.shown.lowest, self.shown.highest
        if isinstance(self.shown, Hidden):
            return 1, self.shown.threshold - 1
        return (0, inf) if isinstance(self.shown, Suppressed) else (self.shown, self.shown)


@dataclass(frozen=True)
class SmallChange:
    """The same people counted again, and so few more or fewer that the correction is itself a small count."""

    covers: Groups
    before: int
    now: int


@dataclass(frozen=True)
class CheckedPacks:
    """What two packs give away together: groups of 1 to threshold - 1 people, and the range of each.

    `changes` are figures corrected by less than the threshold. `why_not`: "" where the pack may be
    published; "can_be_worked_out" where anything is listed; "does_not_add_up" where the figures contradict
    each other, so that nothing is proven; "not_verified" where the search did not end.
    """

    disclosed: tuple[tuple[Groups, Range], ...] = ()
    changes: tuple[SmallChange, ...] = ()
    why_not: Refusal | Literal[""] = ""


def check_against_earlier(
    pack: Collection[Figure],
    earlier: Collection[Figure],
    threshold: int = FEWEST_PEOPLE_SHOWN,
    protection: int = 1,
) -> CheckedPacks:
    """Whether a pack may be published after the one before it, which readers have kept.

    Disclosed is a group, a hidden figure or a difference of two figures whose range lies within 1 to
    threshold - 1 and is narrower than `protection` people. A figure that was corrected counts as it is now;
    the correction is listed where it is itself small. Raises ValueError for a threshold outside 3 to 10.
    """
    check_threshold(threshold)
    small = tuple(change for change in _changes(pack, earlier) if abs(change.now - change.before) < threshold)
    figures = [*pack, *_not_corrected(earlier, pack)]
    if not figures:
        return CheckedPacks()
    try:
        disclosed = tuple(_disclosed(figures, threshold, protection))
    except NothingFits:
        return CheckedPacks((), small, DOES_NOT_ADD_UP)
    except NotSolved:
        return CheckedPacks((), small, NOT_VERIFIED)
    return CheckedPacks(disclosed, small, CAN_BE_WORKED_OUT if disclosed or small else "")


def _changes(pack: Collection[Figure], earlier: Collection[Figure]) -> Iterator[SmallChange]:
    """Counts of the same people shown exactly in both packs, and not the same."""
    before = {figure.covers: figure.shown for figure in earlier}
    for figure in pack:
        then = before.get(figure.covers)
        if isinstance(figure.shown, int) and isinstance(then, int) and figure.shown != then:
            yield SmallChange(figure.covers, then, figure.shown)


def _not_corrected(earlier: Collection[Figure], pack: Collection[Figure]) -> Iterator[Figure]:
    """The earlier figures that a figure of the same people in the new pack does not contradict."""
    now = {figure.covers: figure.bounds for figure in pack}
    for figure in earlier:
        low, high = now.get(figure.covers, figure.bounds)
        if figure.bounds[0] <= high and low <= figure.bounds[1]:
            yield figure


def _disclosed(figures: Sequence[Figure], threshold: int, protection: int) -> Iterator[tuple[Groups, Range]]:
    """Every set of groups that comes out small and too narrow."""
    groups = sorted(frozenset[str]().union(*(figure.covers for figure in figures)))
    known = _known(figures, groups)
    range_of(np.zeros(len(groups)), known)  # that anything fits at all, before anything is passed over
    at_least = _at_least(figures, groups)
    for covers in sorted((c for c, low in at_least.items() if low < threshold), key=sorted):
        found = range_of(_picks(covers, groups), known)
        if found.low > 0 and found.width < protection and found.low + found.width < threshold:
            yield covers, found


def _at_least(figures: Sequence[Figure], groups: Sequence[str]) -> dict[Groups, float]:
    """What may be learned, and the fewest people each can be by plain subtraction.

    Each group, each figure, and what is left of a figure when one inside it is taken away.
    """
    lows = dict.fromkeys((frozenset({group}) for group in groups), 0.0)
    for figure in figures:
        lows[figure.covers] = max(lows.get(figure.covers, 0), figure.bounds[0])
    for whole, part in permutations(figures, 2):
        if part.covers < whole.covers:
            left = whole.covers - part.covers
            lows[left] = max(lows.get(left, 0), whole.bounds[0] - part.bounds[1])
    return lows


def _known(figures: Sequence[Figure], groups: Sequence[str]) -> Known:
    sums = np.array([_picks(figure.covers, groups) for figure in figures]).reshape(len(figures), len(groups))
    low, high = np.array([figure.bounds for figure in figures], dtype=float).reshape(-1, 2).T
    return Known(sums, low, high, np.zeros(len(groups)), np.full(len(groups), inf))


def _picks(covers: Groups, groups: Sequence[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([float(group in covers) for group in groups])
