"""Units in groups, with a total of each group and of all: which to hide so that no small one is worked out.

Every reader may look at all units, at one group, and at one unit, so all these totals are shown of the same
people. The attacker knows every unit and total that is shown, and of the hidden ones which are small. For
sums that lie inside each other the ranges that follow are exact, whole numbers or not: each group's from its
units, then from the total; then each unit's from its group. Source: the audit of cell suppression in the
Handbook on Statistical Disclosure Control (Hundepool and others), chapter 4.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, inf

from analysis.disclosure.rolling import NARROW, ROUNDING
from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, check_threshold

Parts = tuple[float, ...]
"""The counts of people that a figure of one unit shows together: all of them or none."""
Bounds = tuple[float, float]
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Shown:
    """What of one table is shown: all but the `hidden` units, the `withheld` groups, and the total or not.

    A unit that is hidden is hidden with every part.
    """

    hidden: frozenset[str] = NONE
    withheld: frozenset[str] = NONE
    total: bool = True


EVERYTHING = Shown()


def shown_of(
    units: Mapping[str, Parts],
    group_of: Mapping[str, str],
    never: Shown = EVERYTHING,
    threshold: int = FEWEST_PEOPLE_SHOWN,
) -> Shown:
    """Hide the small units, then others, then totals, until the attack finds nothing.

    Units beside a small one go smallest first by their first part, zeros last; the total of a group is
    withheld where with all that is shown before it it would tell. `never`: units and totals that must not be
    told for reasons of their own. `group_of` gives the group of every unit. Raises ValueError for a threshold
    outside 3 to 10.
    """
    check_threshold(threshold)
    small = {unit for unit, parts in units.items() if any(0 < n < threshold for n in parts)}
    hidden = frozenset(small | never.hidden) & frozenset(units)
    found = Shown(hidden, frozenset(group_of.values()), never.total)
    while worked_out(units, group_of, found, never, threshold):
        left = set(units) - found.hidden
        if left:
            order = sorted(left, key=lambda u: (group_of[u] not in never.withheld, *_cheapness(u, units[u])))
            found = replace(found, hidden=found.hidden | {order[0]})
        elif found.total:
            found = replace(found, total=False)
        else:
            break
    for group in sorted(found.withheld - never.withheld):
        tried = replace(found, withheld=found.withheld - {group})
        found = found if worked_out(units, group_of, tried, never, threshold) else tried
    return found


def _cheapness(unit: str, parts: Parts) -> tuple[bool, float, str]:
    return parts[0] == 0, parts[0], unit


def worked_out(
    units: Mapping[str, Parts],
    group_of: Mapping[str, str],
    shown: Shown,
    never: Shown = EVERYTHING,
    threshold: int = FEWEST_PEOPLE_SHOWN,
) -> bool:
    """Whether a small count, hidden units that come to one, or what must `never` be told, can be told.

    To within less than one person, from everything that is shown.
    """
    parts = len(next(iter(units.values()))) if units else 0
    tables = (_Part.of(units, group_of, shown, n, threshold) for n in range(parts))
    return any(table.gives_away(never) for table in tables)


@dataclass(frozen=True)
class _Part:
    """One count of each hidden unit, by group; a group without a hidden unit is empty."""

    groups: Mapping[str, Mapping[str, float]]
    shown: Shown
    threshold: int

    @classmethod
    def of(
        cls, units: Mapping[str, Parts], group_of: Mapping[str, str], shown: Shown, n: int, threshold: int
    ) -> "_Part":
        groups: dict[str, dict[str, float]] = {group_of[unit]: {} for unit in units}
        for unit in shown.hidden & frozenset(units):
            groups[group_of[unit]][unit] = units[unit][n]
        return cls(groups, shown, threshold)

    def gives_away(self, never: Shown) -> bool:
        if any(0 < n < self.threshold for n in self._sums_told()):
            return True
        groups = self._groups()
        told = [groups[name] for name in never.withheld if name in groups]
        told += [] if never.total else [_sum_of(list(groups.values()))]
        for name, units in self.groups.items():
            ranges = _within(groups[name], [self._alone(n) for n in units.values()])
            told += [
                found
                for (unit, n), found in zip(units.items(), ranges, strict=True)
                if 0 < n < self.threshold or unit in never.hidden
            ]
        return any(high - low < NARROW - ROUNDING for low, high in told)

    def _sums_told(self) -> list[float]:
        """What the hidden units of a group, of the groups withheld, and of all come to, as far as shown."""
        sums = {name: fsum(units.values()) for name, units in self.groups.items()}
        told = [n for name, n in sums.items() if name not in self.shown.withheld]
        rest = fsum(n for name, n in sums.items() if name in self.shown.withheld)
        return [*told, rest, fsum(sums.values())] if self.shown.total else told

    def _groups(self) -> dict[str, Bounds]:
        """The range of what the hidden units of each group come to."""
        ranges = []
        for name, units in self.groups.items():
            known = fsum(units.values())
            inside = _sum_of([self._alone(n) for n in units.values()])
            ranges.append(inside if name in self.shown.withheld else (known, known))
        if self.shown.total:
            whole = fsum(n for units in self.groups.values() for n in units.values())
            ranges = _within((whole, whole), ranges)
        return dict(zip(self.groups, ranges, strict=True))

    def _alone(self, n: float) -> Bounds:
        """What an attacker knows of a hidden count before any sum: whether it is small."""
        if not 0 < n < self.threshold:
            return 0.0, inf
        return (1.0, self.threshold - 1.0) if n == int(n) else (0.0, float(self.threshold))


def _sum_of(each: Sequence[Bounds]) -> Bounds:
    return fsum(low for low, _ in each), sum(high for _, high in each)


def _within(whole: Bounds, parts: Sequence[Bounds]) -> list[Bounds]:
    """The bounds of each part that follow from its own and those of their sum."""
    found = []
    for n, (low, high) in enumerate(parts):
        rest_low, rest_high = _sum_of([*parts[:n], *parts[n + 1 :]])
        found.append((max(low, whole[0] - rest_high), min(high, whole[1] - rest_low)))
    return found
