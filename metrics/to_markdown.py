"""Metric -> its definition in words, for the reference page and the definitions page of the product."""

from metrics.catalogue import THEMES
from metrics.model import Enters, Metric

THEME_TITLES = {
    "pressure": "Pressure",
    "staffing": "Staffing",
    "training": "Training",
    "attrition": "Attrition",
    "resource": "Demand and resource",
    "trust": "How far to rely on it",
}
ENTERS: dict[Enters, str] = {
    "sum": "added up over 12 months",
    "mean": "the mean of 13 month ends",
    "last": "at the month end",
}
BETTER = {
    "lower": "Lower is better.",
    "higher": "Higher is better.",
    "neither": "Neither way is better by itself.",
}
JUDGED = {
    "signal": "by an XmR chart, or by whole quarters where there are under six a month",
    "months over the line": "by months beyond the line that the force has set; no line, no verdict",
    "interval": "with an interval, not month against month",
    "none": "",
}
OPENING = (
    "# Measures\n\nA figure is additive parts: units are added up first, and divided once. Missing is not "
    "zero: a month in which something a figure needs was not sent has no figure, and a unit with a value "
    "missing is left out of a total, which says how many units it covers. Families of work are never added "
    "together."
)


def page() -> str:
    """Every measure, theme by theme, in Markdown."""
    themes = (
        f"## {THEME_TITLES[theme]}\n\n" + "\n\n".join(map(definition, metrics))
        for theme, metrics in THEMES.items()
    )
    return "\n\n".join((OPENING, *themes)) + "\n"


def definition(metric: Metric) -> str:
    """One measure, in Markdown."""
    lines = "\n".join(f"- **{what}** {words}" for what, words in parts(metric))
    return f"### {metric.title}\n\n`{metric.id}`. {metric.question}\n\n{lines}"


def parts(metric: Metric) -> tuple[tuple[str, str], ...]:
    """The definition as (what, words), leaving out what the measure does not have."""
    rows = (
        ("Counts", _part(metric, metric.numerator, metric.numerator_enters)),
        (_out_of(metric), _part(metric, metric.denominator, metric.denominator_enters)),
        ("Basis", _basis(metric)),
        ("Reading it", BETTER[metric.better]),
        ("Judged", JUDGED[metric.verdict]),
        ("With nothing to divide by", f'"{metric.when_none}"' if metric.kind == "ratio" else ""),
        ("Split by", _words(metric.dimensions)),
        ("Never added over", _words(metric.not_added_over)),
        ("Over units", "the largest, not the sum" if metric.combine == "max" else ""),
        ("Needs", needs(metric)),
        *(("Mind", caveat) for caveat in metric.caveats),
        *(("Source", source) for source in metric.sources),
        ("Owner", metric.owner),
        ("Reviewed", metric.reviewed),
    )
    return tuple((what, words) for what, words in rows if words)


def needs(metric: Metric) -> str:
    """The sheets that must have been sent, and for how many months back."""
    sheets = ", or ".join(" and ".join(name.capitalize() for name in each) for each in metric.needs)
    if not sheets:
        return ""
    back = metric.months_back
    if back == (0,):
        return f"{sheets}, for the month"
    if back == (0, 1):
        return f"{sheets}, for the month and the month before it"
    if back == tuple(range(len(back))):
        return f"{sheets}, for the month and each of the {len(back) - 1} months before it"
    return f"{sheets}, for the month and the month {back[-1]} months before it"


def _part(metric: Metric, words: str, enters: Enters) -> str:
    return f"{words}, {ENTERS[enters]}" if words and metric.window == 12 else words


def _out_of(metric: Metric) -> str:
    return (
        "Divided by" if metric.kind == "ratio" else "For each" if metric.kind == "distribution" else "Out of"
    )


def _basis(metric: Metric) -> str:
    return f"{metric.basis}; a {metric.kind}, in {metric.unit}"


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(name.replace("_", " ") for name in names)
