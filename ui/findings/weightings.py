"""New work counted three ways: as cases, by what forces spend now, by the force's own hours for a case."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from analysis.staffing.unit_costs import BY_WORK_TYPE, CURRENT_PRACTICE, POUNDS_2022_23
from analysis.staffing.weightings import Weighted, Weightings
from ui.findings.series import things
from ui.parts.wording import join, month_name, number

RAW, CURRENT, LOCAL = "raw", "current practice", "local hours"
HEADS = {RAW: "Cases", CURRENT: "Current practice", LOCAL: "Local hours"}
MINUS = "\N{MINUS SIGN}"
SOURCE = (
    "Current practice: what a recorded crime cost forces in 2022/23, as a weight relative to a rape. Home "
    "Office, Police Activity Survey, Police costs methodology, table 1, 24 November 2025: one week of "
    "February 2023, 35 of 43 forces, crime-response workforce. It is what forces do, not what good work "
    "needs, and domestic abuse is not one of its kinds. Local hours: the force's own approved hours for a "
    "case."
)


def current_practice() -> dict[str, float]:
    """The relative weight of each work type that the Home Office figures have a kind for."""
    return {work_type: CURRENT_PRACTICE[kind] for work_type, kind in BY_WORK_TYPE.items()}


def table(found: Mapping[str, Weightings]) -> pd.DataFrame:
    """One row for each unit, alphabetical: how much more or less new work under each weighting."""
    rows = [(title, *(_cell(_of(each, name)) for name in HEADS)) for title, each in found.items()]
    return pd.DataFrame(rows, columns=["Unit", *HEADS.values()])


def _of(found: Weightings, name: str) -> Weighted | None:
    return next((each for each in found.each if each.name == name), None)


def _cell(weighted: Weighted | None) -> str:
    if weighted is None:
        return "no weights approved"
    if weighted.why_not == "missing":
        return "not 24 months of returns"
    if weighted.why_not:
        return f"no weight for {join(weighted.without_weight)}"
    if weighted.change is None:
        return "none a year before"
    return signed(weighted.change)


def signed(change: float) -> str:
    """A relative change in words of a table: +12%, −3%, 0%."""
    text = f"{abs(change):.0%}"
    if text == "0%":
        return text
    return f"{MINUS if change < 0 else '+'}{text}"


def sentences(found: Mapping[str, Weightings]) -> list[str]:
    """Where weightings disagree on the way work went, or on whose work grew more; else that they agree."""
    said = [_apart(title, each) for title, each in found.items() if each.disagree]
    compared = [name for name in (CURRENT, LOCAL) if _shared(found, name)]
    said += [text for name in compared if (text := _order(found, name))]
    if said or not any(_known(each) > 1 for each in found.values()):
        return said
    order = ", and on the order of the changes" if any(len(_shared(found, n)) > 1 for n in compared) else ""
    return [f"The weightings agree on which way new work has gone{order}."]


def _known(found: Weightings) -> int:
    return sum(each.way != "not known" for each in found.each)


def _apart(title: str, found: Weightings) -> str:
    ways = [f"{_way(each)} by {HEADS[each.name].lower()}" for each in found.each if each.way != "not known"]
    return f"{title}: the weightings disagree. New work is {join(ways)}."


def _way(weighted: Weighted) -> str:
    if weighted.way == "same" or weighted.change is None:
        return weighted.way
    return f"{weighted.way} {abs(weighted.change):.0%}"


def _shared(found: Mapping[str, Weightings], name: str) -> dict[str, tuple[float, float]]:
    """The units with a change both as cases and under the named weighting."""
    pairs = {title: (_change(each, RAW), _change(each, name)) for title, each in found.items()}
    return {title: (a, b) for title, (a, b) in pairs.items() if a is not None and b is not None}


def _change(found: Weightings, name: str) -> float | None:
    weighted = _of(found, name)
    return weighted.change if weighted else None


def _order(found: Mapping[str, Weightings], name: str) -> str:
    """The first two units, by title, whose order of change turns round by the weighting; empty for none."""
    pairs = sorted(_shared(found, name).items())
    for place, (one, (raw, weighted)) in enumerate(pairs):
        for other, (raw_other, weighted_other) in pairs[place + 1 :]:
            if _turned(raw - raw_other, weighted - weighted_other):
                more, less = (one, other) if raw > raw_other else (other, one)
                return (
                    f"By cases, new work grew more (or fell less) in {more} than in {less}; by "
                    f"{HEADS[name].lower()} it is the other way round."
                )
    return ""


def _turned(first: float, second: float) -> bool:
    """Whether two differences point in opposite ways as printed, in whole percent."""
    return round(first, 2) * round(second, 2) < 0


def caption(family: str, month: date, before: date) -> str:
    """What the table compares."""
    return (
        f"New {things(family)}, 12 months to {month_name(month)} against 12 months to {month_name(before)}, "
        "by three weightings"
    )


def costs_table() -> pd.DataFrame:
    """The Home Office figures as published, and relative to a rape."""
    rows = [(kind, f"£{number(p)}", f"{CURRENT_PRACTICE[kind]:.2f}") for kind, p in POUNDS_2022_23.items()]
    return pd.DataFrame(rows, columns=["Kind of crime", "Unit cost, 2022/23", "Relative to a rape"])
