"""What the definitions page says: each measure and each column, found by the words somebody looks for."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ui.parts.wording import join, plural

THEMES = {
    "pressure": "Pressure",
    "staffing": "Staffing",
    "training": "Training",
    "attrition": "Attrition",
    "resource": "Demand and resource",
    "trust": "How far to rely on it",
}
BETTER = {
    "lower": "Lower is better.",
    "higher": "Higher is better.",
    "neither": "Neither way is better by itself.",
}


def matches(text: str, wanted: str) -> bool:
    """Whether every word looked for is in the text, whatever its case."""
    here = text.casefold()
    return all(word in here for word in wanted.casefold().split())


def found_metrics(metrics: Mapping[str, Any], wanted: str, theme: str) -> list[Any]:
    """The measures of a theme (or `all`) that hold the words looked for."""
    return [m for m in metrics.values() if theme in ("all", m.theme) and matches(_metric_text(m), wanted)]


def _metric_text(metric: Any) -> str:
    return " ".join(
        (metric.title, metric.question, metric.numerator, metric.denominator, metric.id, *metric.caveats)
    )


def parts(metric: Any) -> list[tuple[str, str]]:
    """The measure in rows of (what, words)."""
    rows = [("Question", metric.question), ("Counts", metric.numerator)]
    if metric.kind == "ratio":
        rows.append(("Divided by", metric.denominator))
    rows += [
        ("Counted in", _basis(metric)),
        ("Over", "12 months" if metric.window == 12 else "the month"),
        ("Reading it", BETTER[metric.better]),
    ]
    if metric.dimensions:
        rows.append(("Split by", join(d.replace("_", " ") for d in metric.dimensions)))
    rows += [("Mind", caveat) for caveat in metric.caveats]
    rows += [("Source", source) for source in metric.sources]
    owned = [("Owner", metric.owner)] if metric.owner else []
    return [*rows, ("Needs", needs(metric)), *owned, ("Name in the data", metric.id)]


def needs(metric: Any) -> str:
    """Which sheets the measure rests on; one of several sets will do."""
    return " or ".join(join(name.capitalize() for name in each) for each in metric.needs) or "nothing sent"


def _basis(metric: Any) -> str:
    return str(metric.basis) if metric.unit != "%" else f"{metric.basis}, as a percentage"


def metrics_frame(metrics: Iterable[Any]) -> pd.DataFrame:
    """Every measure as a table to hand over."""
    rows = [
        (
            m.title,
            THEMES.get(m.theme, m.theme),
            m.question,
            m.numerator,
            m.denominator if m.kind == "ratio" else "",
            m.basis,
            " ".join(m.caveats),
            m.id,
        )
        for m in metrics
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "Measure",
            "Theme",
            "Question",
            "Counts",
            "Divided by",
            "Counted in",
            "Mind",
            "Name in the data",
        ],
    )


def columns_frame(dataset: Any, wanted: str = "") -> pd.DataFrame:
    """A sheet's columns that hold the words looked for, with what may stand in each."""
    rows = [
        (c.title, "Yes" if c.required else "No", c.meaning, _allowed(c), _aliases(c))
        for c in dataset.columns
        if matches(" ".join((c.title, c.meaning, *c.aliases, dataset.title)), wanted)
    ]
    return pd.DataFrame(rows, columns=["Column", "Needed", "Meaning", "Values", "Also read as"])


def unit_types_frame(types: Mapping[str, str], wanted: str = "") -> pd.DataFrame:
    """The types of unit that settings may name, with their meaning."""
    rows = [(code, title) for code, title in types.items() if matches(f"unit type {code} {title}", wanted)]
    return pd.DataFrame(rows, columns=["Type", "Meaning"])


def _allowed(column: Any) -> str:
    if column.allowed:
        return join(column.allowed)
    return (
        f"the force's {column.allowed_from.replace('_', ' ')}"
        if column.allowed_from
        else column.type.replace("_", " ")
    )


def _aliases(column: Any) -> str:
    return ", ".join(column.aliases[:4])


def headline(metrics: int, sheets: int, wanted: str) -> str:
    """What the page holds, or what was found."""
    if wanted.strip():
        return f"“{wanted.strip()}” is in {plural(metrics, 'measure')} and {plural(sheets, 'sheet')}"
    return f"What the numbers mean: {plural(metrics, 'measure')} from {plural(sheets, 'sheet')}"
