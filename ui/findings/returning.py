"""What is said of the figures that an undo brings back."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from metrics.catalogue import METRICS
from ui.parts.wording import month_name, plural

SHOWN = 12


def seen(
    figures: Sequence[Any], force: str | None, units: Collection[str], all_of_it: bool, people: bool
) -> list[Any]:
    """The figures of the reader's force and units. `all_of_it`: every unit, so the sum of all too; `people`:
    counts of people too."""
    return [
        each
        for each in figures
        if each.force == force
        and (each.unit in units or (all_of_it and not each.unit))
        and (people or not METRICS[each.metric].counts_people)
    ]


def headline(figures: Sequence[Any], others: int, measures: int, done: bool) -> str:
    """How many figures change, over how many measures, units and months."""
    will = "changed" if done else "will change"
    beside = f"{plural(others, 'figure')} of {plural(measures, 'other measure')} {will} too" if others else ""
    if not figures:
        return f"No headline figure {'changed' if done else 'will change'}.{f' {beside}.' if beside else ''}"
    months = {each.month_end for each in figures}
    units = {each.unit for each in figures if each.unit}
    where = f"{plural(len(units), 'unit')}, {plural(len(months), 'month')}"
    said = f"{plural(len(figures), 'headline figure')} {will}: {where}."
    return f"{said} {beside}." if beside else said


def table(figures: Sequence[Any], titles: Mapping[str, str], columns: tuple[str, str]) -> pd.DataFrame:
    """One row for each figure: measure, whose, month, and what it is in both states."""
    rows = [
        (
            f"{METRICS[each.metric].title}{f', {each.work_family}' if each.work_family else ''}",
            titles.get(each.unit, each.unit) if each.unit else "All units",
            month_name(each.month_end),
            each.now,
            each.after,
        )
        for each in figures
    ]
    return pd.DataFrame(rows, columns=["Measure", "Unit", "Month", *columns])
