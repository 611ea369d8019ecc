"""Why open work per carrier changed: demand, or the people to carry it, in words, chart and table."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from analysis import change_split as parts_of
from analysis.adds_up import rounded_to
from analysis.change_split import ChangeSplit, Month
from charts.waterfall import Step, Waterfall
from ui.findings.bridge import SMALL_FTE
from ui.findings.carriers import one_carrier
from ui.findings.series import things
from ui.parts.wording import month_name, number

DECIMALS, MINUS = 2, "\N{MINUS SIGN}"
TOGETHER = "unavailable, reasons of under 5 FTE together"
NAMES = ("Change", "Less to carry", "More to carry")
HIDDEN = "not shown, because groups of under 5 people would follow"
WHY_NOT = {
    "hidden": f"Open work or deployable people are {HIDDEN}, so the change cannot be split.",
    "missing": "Open work or deployable people are not known for both months, so the change cannot be split.",
    "negative": "A count below zero was sent, so the change cannot be split.",
    "nobody_deployable": "Nobody could carry the work in one of the months, so the change cannot be split.",
}
LEFT_OVER = (
    "Not explained: FTE that vacancies and reasons do not account for, such as people on reduced work, and "
    "people away whose role carries none of this work."
)
KNOWN_PARTS = (parts_of.FUNDED, parts_of.VACANT, parts_of.NOT_EXPLAINED)
_NOT_AWAY = (*KNOWN_PARTS, parts_of.IN_POST)
NOT_SENT, NOT_SHOWN = "not sent", "not shown"
COLUMNS = ("Change", "Demand", "Capacity", "Funded posts", "Vacant posts", "People away", "Not explained")


def together(months: Iterable[Month]) -> Month:
    """Several units as one: cases and FTE added; what one did not send is not known of them all."""
    held = tuple(months)
    levels = (_sum([getattr(m, name) for m in held]) for name in ("open", "deployable", "funded", "in_post"))
    return Month(*levels, _reasons(held))


def _sum(values: list[float | None]) -> float | None:
    given = [value for value in values if value is not None]
    return math.fsum(given) if values and len(given) == len(values) else None


def _reasons(held: tuple[Month, ...]) -> dict[str, float] | None:
    sent = [month.unavailable for month in held if month.unavailable is not None]
    if len(sent) < len(held):
        return None
    return {name: math.fsum(each.get(name, 0.0) for each in sent) for each in sent for name in each}


def without_small(before: Month, after: Month) -> tuple[Month, Month]:
    """Both months with every reason that is under 5 FTE in either joined, and never one alone."""
    both = [before.unavailable, after.unavailable]
    if both[0] is None or both[1] is None:
        return before, after
    least = {name: min(each.get(name, 0.0) for each in both if each) for name in {*both[0], *both[1]}}
    ranked = sorted(least, key=lambda name: (-least[name], name))
    told = [name for name in ranked if least[name] >= SMALL_FTE]
    if len(ranked) - len(told) == 1 and told:
        told.pop()
    first, last = (
        replace(month, unavailable=_joined(month.unavailable or {}, told)) for month in (before, after)
    )
    return first, last


def _joined(reasons: Mapping[str, float], told: list[str]) -> dict[str, float]:
    rest = math.fsum(fte for name, fte in reasons.items() if name not in told)
    return {**{name: reasons.get(name, 0.0) for name in told}, TOGETHER: rest}


def sentence(split: ChangeSplit, since: date, family: str, known: bool = True, hidden: bool = False) -> str:
    """`Up 1.21 since October 2025, from 15.20 to 16.41: demand added 0.90 and capacity 0.31.`

    `hidden`: what is missing of it was sent and is not shown to this reader.
    """
    what = f"open {things(family)} per {one_carrier(family, known)}"
    if split.change is None or split.demand is None or split.capacity is None:
        why = "hidden" if hidden and split.why_not == "missing" else split.why_not
        told = WHY_NOT[why]
        return f"{what[:1].upper()}{what[1:]} since {month_name(since)}: {told[:1].lower()}{told[1:]}"
    change, demand, capacity = main_parts(split)
    ends = f"from {number(split.before, DECIMALS)} to {number(split.after, DECIMALS)}"
    if not change and not demand and not capacity:
        return f"Since {month_name(since)} {what} stayed at {number(split.after, DECIMALS)}."
    moved = f"are {_moved(change)} since {month_name(since)}, {ends}"
    causes = f"{_did('demand', demand)} and {_did('capacity', capacity)}{_cancel(split, capacity)}"
    return f"{what[:1].upper()}{what[1:]} {moved}: {causes}."


def main_parts(split: ChangeSplit) -> tuple[float, float, float]:
    """Change, demand and capacity as printed: the change is that of the printed ends, and the two add up."""
    change = round(round(split.after or 0.0, DECIMALS) - round(split.before or 0.0, DECIMALS), DECIMALS)
    demand, capacity = rounded_to(change, (split.demand or 0.0, split.capacity or 0.0), DECIMALS)
    return change, demand, capacity


def _moved(change: float) -> str:
    if not change:
        return "the same"
    return f"{'up' if change > 0 else 'down'} {number(abs(change), DECIMALS)}"


def _did(cause: str, effect: float) -> str:
    if not effect:
        return f"{cause} changed nothing"
    return f"{cause} {'added' if effect > 0 else 'took off'} {number(abs(effect), DECIMALS)}"


def _cancel(split: ChangeSplit, capacity: float) -> str:
    """Said where people came and went and as many can carry the work: parts that cancel are still told."""
    moved = any(round(part.effect, DECIMALS) for part in split.parts)
    return ", its parts cancelling each other" if not capacity and moved else ""


def waterfall(
    split: ChangeSplit, since: date, now: date, family: str, where: str, hidden: bool = False
) -> Waterfall | None:
    """Demand and each part of capacity, up to the change; None where there is no split."""
    if split.change is None:
        return None
    change, demand, capacity = main_parts(split)
    effects = rounded_to(capacity, [each.effect for each in split.parts], DECIMALS)
    steps = [Step(f"Demand: open {things(family)}", demand)]
    for part, effect in zip(split.parts, effects, strict=True):
        left = part.part == parts_of.NOT_EXPLAINED
        if effect:
            steps.append(Step(_named(part.part, hidden), effect, "unexplained" if left else "change"))
    measure = (
        f"Change in open {things(family)} per carrier FTE, {where}, "
        f"{month_name(since)} to {month_name(now)}; after demand, each part is of capacity"
    )
    total = Step("Change", change, "total", said=_signed(change))
    return Waterfall(
        _title(change, demand, capacity, since), measure, (*steps, total), DECIMALS, "Cases per FTE", NAMES
    )


def _named(part: str, hidden: bool) -> str:
    said = part.replace(NOT_SENT, NOT_SHOWN) if hidden else part
    return said[:1].upper() + said[1:]


def _title(change: float, demand: float, capacity: float, since: date) -> str:
    if not change:
        return f"The load is as it was in {month_name(since)}"
    size = f"{number(abs(change), DECIMALS)} for each FTE since {month_name(since)}"
    way = f"{'Up' if change > 0 else 'Down'} {size}"
    same = [name for name, effect in (("demand", demand), ("capacity", capacity)) if effect * change > 0]
    if len(same) == 1:
        return f"{way}, because of {same[0]} alone"
    more = "demand" if abs(demand) > abs(capacity) else "capacity"
    return f"{way}, more because of {more}" if demand != capacity else f"{way}, as much demand as capacity"


def _signed(value: float) -> str:
    sign = MINUS if value < 0 else "+" if value > 0 else ""
    return f"{sign}{number(abs(value), DECIMALS)}"


def table(
    splits: Mapping[str, ChangeSplit], since: date, now: date, hidden: Collection[str] = ()
) -> pd.DataFrame:
    """One row for each unit: both months, the change, and its parts, which add up as printed.

    `hidden`: the units of which something was sent that is not shown to this reader.
    """
    rows = [(title, *_cells(split, title in hidden)) for title, split in splits.items()]
    return pd.DataFrame(rows, columns=["Unit", f"{since:%b %Y}", f"{now:%b %Y}", *COLUMNS])


def _cells(split: ChangeSplit, hidden: bool) -> tuple[str, ...]:
    if split.change is None:
        return (NOT_SHOWN if hidden else "not known",) * (2 + len(COLUMNS))
    missing = NOT_SHOWN if hidden else NOT_SENT
    change, demand, capacity = main_parts(split)
    ends = (number(split.before, DECIMALS), number(split.after, DECIMALS))
    effects = {each.part: each.effect for each in split.parts}
    if parts_of.DEPLOYABLE in effects:
        inner = (missing,) * 4
    else:
        away = math.fsum(effect for name, effect in effects.items() if name not in _NOT_AWAY)
        posts = effects.get(parts_of.FUNDED), effects.get(parts_of.VACANT, effects.get(parts_of.IN_POST))
        inner = _inner(capacity, (*posts, away, effects.get(parts_of.NOT_EXPLAINED)), missing)
    return (*ends, _signed(change), _signed(demand), _signed(capacity), *inner)


def _inner(capacity: float, effects: tuple[float | None, ...], missing: str) -> tuple[str, ...]:
    """The parts of capacity as printed; a part that is missing says why, and the others add up."""
    given = rounded_to(capacity, [each for each in effects if each is not None], DECIMALS)
    left = iter(given)
    return tuple(missing if each is None else _signed(next(left)) for each in effects)
