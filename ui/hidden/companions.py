"""Publication mode: the units hidden beside a small one, and the totals withheld, so that none is worked out.

What all units come to, less the units shown, is the one that is hidden; and twelve months to March, less
twelve months to February, is this March less last. So a second unit is hidden with a small one, a total that
tells is withheld, and so is a figure over twelve months that tells beside the earlier ones: in every view
alike, of a unit chosen alone, in its group, or beside the others. Months are taken in turn, the oldest first,
so that nothing shown before is judged anew by what came later.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import (
    EVERYTHING,
    FEWEST_PEOPLE_SHOWN,
    Hidden,
    RollingSums,
    Shown,
    Suppressed,
    shown_of,
)
from ui.findings.series import plain, records
from ui.hidden.hiding import counts_of

PARTS = ("numerator", "denominator")
People = tuple[float, ...]
Key = tuple[str, str]
ALL: Key = ("all", "")


@dataclass(frozen=True)
class OfMonth:
    """What may be shown at one month end, of which units there is a figure, and the group of each.

    `unsaid` are units ("unit", code), groups and the total of which not even that they are small is said.
    """

    shown: Shown = EVERYTHING
    group_of: Mapping[str, str] | None = None
    unsaid: frozenset[Key] = frozenset()

    def total(self, units: Collection[str]) -> Key | None:
        """Whose total these units together are, where it is one that readers are shown."""
        known = self.group_of or {}
        asked = {unit for unit in units if unit in known}
        if asked == set(known):
            return ALL
        groups = {known[unit] for unit in asked}
        whole = {unit for unit, group in known.items() if group in groups}
        return ("group", groups.pop()) if len(groups) == 1 and asked == whole else None

    def hides(self, units: Collection[str]) -> bool:
        """Whether a total of these units is not shown."""
        match self.total(units):
            case ("all", _):
                return not self.shown.total
            case ("group", group):
                return group in self.shown.withheld
        return any(unit in self.shown.hidden for unit in units)


ByMonth = Mapping[date, OfMonth]
NOTHING = OfMonth()


def hidden_units(
    frame: pd.DataFrame,
    group_of: Mapping[str, str] | None = None,
    *,
    rolling: Sequence[str] = (),
    beside: ByMonth | None = None,
    rest_is_told: bool = False,
    threshold: int = FEWEST_PEOPLE_SHOWN,
) -> dict[date, OfMonth]:
    """What to hide at each month end, of a frame with a row for every unit of a force and month end.

    `group_of`: the group that each unit is seen in. `rolling`: the parts that are sums over twelve months.
    `beside`: what is hidden of another measure of the same people, which is hidden here too. `rest_is_told`:
    what a numerator leaves of its denominator is shown too.
    """
    months = _by_month(frame, rest_is_told)
    place = {month: _number(month) - _number(min(months)) for month in months}
    series = [
        (PARTS.index(part), RollingSums(max(place.values(), default=0) + 1, threshold)) for part in rolling
    ]
    found: dict[date, OfMonth] = {}
    for month, units in months.items():
        groups = {unit: (group_of or {}).get(unit, unit) for unit in units}
        unsaid = {
            key
            for key, parts in _sums(units, groups)
            if any(sums.tells(key, place[month], parts[n]) for n, sums in series)
        }
        other = (beside or {}).get(month, NOTHING)
        found[month] = _of_month(units, groups, frozenset(unsaid) | other.unsaid, other.shown, threshold)
        for key, parts in _sums(units, groups):
            for n, sums in series:
                if _is_seen(found[month], key, parts[n], threshold):
                    sums.see(key, place[month], parts[n])
    return found


def _of_month(
    units: Mapping[str, People],
    groups: Mapping[str, str],
    unsaid: frozenset[Key],
    other: Shown,
    threshold: int,
) -> OfMonth:
    never = Shown(
        other.hidden | {name for kind, name in unsaid if kind == "unit"},
        other.withheld | {name for kind, name in unsaid if kind == "group"},
        other.total and ALL not in unsaid,
    )
    return OfMonth(shown_of(units, groups, never, threshold), groups, unsaid)


def _by_month(frame: pd.DataFrame, rest_is_told: bool) -> dict[date, dict[str, People]]:
    """The counts of each unit's figure by month end, the oldest first; a unit without one is left out."""
    months: dict[date, dict[str, People]] = {}
    counted = zip(*counts_of(frame, rest_is_told), strict=True)
    for month, unit, row in zip(frame["month_end"], frame["unit"], counted, strict=True):
        units = months.setdefault(pd.Timestamp(month).date(), {})
        parts = [plain(part) for part in row]
        if all(part is not None for part in parts):
            units[unit] = tuple(part or 0.0 for part in parts)
    return dict(sorted(months.items()))


def _sums(units: Mapping[str, People], groups: Mapping[str, str]) -> Iterator[tuple[Key, People]]:
    """Each unit, each group and all of them, with what their parts come to."""
    yield from ((("unit", unit), parts) for unit, parts in units.items())
    for group in sorted(set(groups.values())):
        yield ("group", group), _added([parts for unit, parts in units.items() if groups[unit] == group])
    yield ALL, _added(list(units.values()))


def _added(each: Sequence[People]) -> People:
    return tuple(sum(parts) for parts in zip(*each, strict=True)) or (0.0, 0.0)


def _is_seen(found: OfMonth, key: Key, people: float, threshold: int) -> bool:
    """Whether a reader learns the figure, or at least that it is small."""
    kind, name = key
    if key in found.unsaid:
        return False
    if 0 < people < threshold:
        return True
    if kind == "unit":
        return name not in found.shown.hidden
    return name not in found.shown.withheld if kind == "group" else found.shown.total


def _number(month: date) -> int:
    return month.year * 12 + month.month


def hide_companions(
    frame: pd.DataFrame,
    hidden: ByMonth,
    units: Collection[str],
    *,
    only: date | None = None,
    total: bool = True,
) -> pd.DataFrame:
    """The frame with rows of hidden units marked; and a total of `units`, where it is withheld.

    `total` is whether a row without a unit adds `units` up. A row that is hidden already keeps its mark,
    unless that would tell.
    """
    if frame.empty or not hidden:
        return frame
    rows = records(frame)
    marked = [_mark(row, hidden, units, only, total) for row in rows]
    if not any(marked):
        return frame
    shown = frame.astype(dict.fromkeys((*PARTS, "value"), object))
    for name in (*PARTS, "value"):
        shown[name] = [_marked(v, mark) for v, mark in zip(shown[name], marked, strict=True)]
    return shown


def _mark(row: Any, hidden: ByMonth, units: Collection[str], only: date | None, total: bool) -> str:
    """ "" for a row to show, "hidden" for one that is not shown, "unsaid" where nothing is said of it."""
    month = pd.Timestamp(row["month_end"]).date() if "month_end" in row else only
    found = hidden.get(month, NOTHING) if month else NOTHING
    asked = [row["unit"]] if "unit" in row else list(units)
    alone = "unit" in row or not total
    keys = {("unit", unit) for unit in asked} if alone else {found.total(asked)}
    if keys & found.unsaid:
        return "unsaid"
    hides = any(unit in found.shown.hidden for unit in asked) if alone else found.hides(asked)
    return "hidden" if hides else ""


def _marked(value: Any, mark: str) -> Any:
    keeps = not mark or (mark == "hidden" and isinstance(value, Hidden))
    return value if keeps else Suppressed()
