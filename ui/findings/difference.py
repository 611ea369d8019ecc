"""What is said of what files would change: the headline figures, and units that are missing."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from analysis.variation import variation_of
from charts.signal_words import signal_of
from metrics.catalogue import METRICS
from ui.figures.status import TITLES
from ui.findings.series import FAMILIES, things
from ui.parts.wording import join, month_name, plural

Titled = Callable[[str], str]
"""The title of a unit by its code."""
NOT_SAVED = "Nothing has been saved yet."
SETTINGS = "The settings have changed since the current figures were made, so that all months are made again."
RANGES = {
    "usual": "usual range {edges}",
    "trial": "trial range {edges}",
    "usual quarter": "usual range of a quarter {edges}",
    "seen": "{edges} in the {months} before",
}


def headline(found: Any) -> str:
    """How many headline figures would read otherwise, and how many lie outside their usual range."""
    figures = [each for each in found.figures if not each.unit]
    moved = sum(each.moves for each in figures)
    out = sum(bool(each.outside) for each in found.figures)
    tail = f"; {plural(out, 'figure')} outside the usual range" if out else ""
    if not found.files:
        return "What would change: nothing"
    if not figures:
        return "What would change: no headline figure"
    return f"What would change: {moved} of {plural(len(figures), 'headline figure')}{tail}"


def beside(found: Any) -> str:
    """On what it stands."""
    on = (
        f"Beside publication {found.base.publication}."
        if found.base.publication
        else "Nothing is loaded yet."
    )
    return f"{on} {NOT_SAVED}"


def units_gone(found: Any) -> list[str]:
    """A sentence for each unit that last month's file named and these files do not."""
    return [
        f"{gone.title} was in the file for {month_name(gone.last_month)} and is not in these "
        f"({join([sheet(name) for name in gone.datasets])}). Its figures for {month_name(gone.month_end)} "
        "would be missing. Send its rows, or end the unit in the settings."
        for gone in found.units_gone
    ]


def figures(found: Sequence[Any], title: Titled) -> pd.DataFrame:
    """One row for each figure: as it stands, if accepted, and in which range it lay before."""
    rows = [
        (
            _measure(each),
            title(each.unit) if each.unit else "All units",
            _was(each),
            _will(each),
            _range(each),
        )
        for each in found
    ]
    columns = ["Measure", "Unit", "As it stands", "If you accept", "Earlier months"]
    return pd.DataFrame(rows, columns=columns)


def worth_showing(found: Any) -> tuple[Any, ...]:
    """The figures over all units, and of those of a unit the ones outside their usual range."""
    return tuple(each for each in found.figures if not each.unit or each.outside)


def by_unit(found: Any) -> tuple[Any, ...]:
    """The figures of units that would read otherwise."""
    return tuple(each for each in found.figures if each.unit and (each.moves or each.outside))


def _measure(each: Any) -> str:
    metric = METRICS[each.metric]
    family = f": {things(each.work_family)}" if each.work_family in FAMILIES else ""
    counts = metric.unit if " per " in metric.unit else metric.basis
    return f"{metric.title}{family} ({counts})"


def _was(each: Any) -> str:
    if each.was_month is None:
        return "nothing yet"
    return (
        each.was_said
        if each.was_month == each.month_end
        else f"{each.was_said} ({month_name(each.was_month)})"
    )


def _will(each: Any) -> str:
    """The figure with its month and its word where it is unusual, and the units where others are covered."""
    parts = [f"{each.will_said} ({month_name(each.month_end)})"]
    if each.was_month and each.was_units != each.will_units and not each.unit:
        parts.append(f"for {plural(each.will_units, 'unit')}, not {each.was_units:,}")
    if each.outside:
        variation = variation_of(each.outside, METRICS[each.metric].better)
        parts.append(str(signal_of(variation, each.outside)))
    return ", ".join(parts)


def _range(each: Any) -> str:
    if each.range is None:
        return "no earlier month"
    low, high = (METRICS[each.metric].say(edge) for edge in (each.range.low, each.range.high))
    edges = low if low == high else f"{low} to {high}"
    said = RANGES[each.range.kind].format(edges=edges, months=plural(each.range.months, "month"))
    return said[:1].upper() + said[1:]


def refused(found: Any) -> list[str]:
    """Why a file would not be loaded."""
    return [f"{each.file_name}: {' '.join(each.why)}" for each in found.refused]


def sheet(name: str) -> str:
    """A sheet's title."""
    return TITLES.get(name, name.replace("_", " ").capitalize())
