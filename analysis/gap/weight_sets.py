"""The same work under other hours for a case: what the answer owes to the weights.

    own               the force's own approved hours
    current practice  hours in proportion to what forces spend on a crime of each kind (unit_costs), from the
                      force's own hours of one kind (the anchor); work that is no kind there keeps its own
    equal             every case the mean hours of a case of all the work in view

Both others borrow their level from the force's own hours, since neither says anything about hours itself.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from analysis.gap.model import WorkType
from analysis.staffing.unit_costs import BY_WORK_TYPE, CURRENT_PRACTICE

Name = Literal["own", "current practice", "equal"]


@dataclass(frozen=True)
class WeightSet:
    """Work with the hours of one set. `changed` names the kinds whose hours are not the force's own;
    `anchor` the kind that the others are in proportion to.
    """

    name: Name
    work: tuple[WorkType, ...]
    changed: tuple[str, ...] = ()
    anchor: str = ""


def weight_sets(work: Sequence[WorkType], whole: Sequence[WorkType]) -> tuple[WeightSet, ...]:
    """The sets that say something of this work, the force's own first; `whole` is all in view."""
    sets = (WeightSet("own", tuple(work)), _current(work, whole), _equal(work, whole))
    return tuple(each for each in sets if each.name == "own" or each.changed)


def _current(work: Sequence[WorkType], whole: Sequence[WorkType]) -> WeightSet:
    own = {each.name: each for each in (*whole, *work)}
    anchor = next((own[name] for name in BY_WORK_TYPE if name in own), None)
    if anchor is None:
        return WeightSet("current practice", tuple(work))
    kinds = {name: CURRENT_PRACTICE[kind] for name, kind in BY_WORK_TYPE.items()}
    factors = {name: share / kinds[anchor.name] for name, share in kinds.items()}
    return _with("current practice", work, {n: _times(anchor, f) for n, f in factors.items()}, anchor.name)


def _equal(work: Sequence[WorkType], whole: Sequence[WorkType]) -> WeightSet:
    cases = math.fsum(each.annual for each in whole)
    if not cases:
        return WeightSet("equal", tuple(work))
    value, low, high = (
        math.fsum(each.annual * getattr(each.hours, end) for each in whole) / cases
        for end in ("value", "low", "high")
    )
    mean = replace(
        whole[0], standard_error=None, hours=replace(whole[0].hours, value=value, low=low, high=high)
    )
    return _with("equal", work, {each.name: mean for each in work}, "")


def _times(one: WorkType, factor: float) -> WorkType:
    held = one.hours
    hours = replace(held, value=held.value * factor, low=held.low * factor, high=held.high * factor)
    return replace(one, hours=hours, standard_error=one.standard_error and one.standard_error * factor)


def _with(name: Name, work: Sequence[WorkType], hours: Mapping[str, WorkType], anchor: str) -> WeightSet:
    """The same work with other hours, keeping who it is and how many cases there are."""
    changed = [each for each in work if each.name in hours and each.name != anchor]
    names = tuple(each.name for each in changed if hours[each.name].hours.value != each.hours.value)
    return WeightSet(
        name, tuple(_take(each, hours) if each in changed else each for each in work), names, anchor
    )


def _take(one: WorkType, hours: Mapping[str, WorkType]) -> WorkType:
    other = hours[one.name]
    return replace(one, hours=replace(other.hours, id=one.hours.id), standard_error=other.standard_error)
