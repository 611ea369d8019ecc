"""Units that last month's file named and this one does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from contracts import DATASETS, NOT_MONTHLY
from etl.difference.model import UnitGone
from etl.publishing.plan import NewEntry, Plan
from settings.model import Settings, Unit
from store.coverage import NO_UNIT, WHOLE_FORCE, Claim

Place = tuple[str, str, date]  # force, unit, month end
# Their claims are not of units, or not of a month.
LEFT_OUT = NOT_MONTHLY


def units_gone(plan: Plan, was: Iterable[Claim], settings: Settings) -> tuple[UnitGone, ...]:
    """By name, each unit of the loads that spoke for these the month before, which nothing speaks for now.

    `was` are the claims that hold before the change. A unit that the settings have ended is not waited for.
    """
    before = list(was)
    found: dict[Place, dict[str, date]] = defaultdict(dict)
    for entry in plan.change.new:
        for force, dataset, month, unit, last in _missing(entry, plan, before):
            found[force, unit, month][dataset] = last
    return tuple(
        UnitGone(*_named(settings, place), max(sheets.values()), tuple(n for n in DATASETS if n in sheets))
        for place, sheets in sorted(found.items())
        if _stands(settings, *place)
    )


def _missing(entry: NewEntry, plan: Plan, before: list[Claim]) -> Iterator[tuple[str, str, date, str, date]]:
    for force, dataset, month in {(s.force, s.dataset, s.month_end) for s in entry.scopes}:
        mine = {s.unit for s in entry.scopes if (s.force, s.dataset, s.month_end) == (force, dataset, month)}
        same = [c for c in before if (c.scope.force, c.scope.dataset) == (force, dataset)]
        last = max((c.scope.month_end for c in same if c.scope.month_end < month), default="")
        if dataset in LEFT_OUT or not last:
            continue
        of_last = [c for c in same if c.scope.month_end == last]
        loads = {c.load_id for c in of_last if c.scope.unit in mine}
        named = {c.scope.unit for c in of_last if c.load_id in loads} - {WHOLE_FORCE, NO_UNIT}
        for unit in named - _spoken_for(plan, force, dataset, month):
            yield force, dataset, date.fromisoformat(month), unit, date.fromisoformat(last)


def _spoken_for(plan: Plan, force: str, dataset: str, month: str) -> set[str]:
    asked = (force, dataset, month)
    held = {c.scope for c in plan.holding}
    units = {s.unit for s in held if (s.force, s.dataset, s.month_end) == asked}
    return {s.unit for s in held} if WHOLE_FORCE in units else units


def _unit(settings: Settings, force: str, code: str) -> Unit | None:
    return next((u for f in settings.forces if f.code == force for u in f.units if u.code == code), None)


def _stands(settings: Settings, force: str, code: str, month: date) -> bool:
    unit = _unit(settings, force, code)
    return unit is not None and (unit.valid_to is None or month <= unit.valid_to)


def _named(settings: Settings, place: Place) -> tuple[str, str, str, date]:
    force, code, month = place
    unit = _unit(settings, force, code)
    return force, code, unit.title if unit else code, month
