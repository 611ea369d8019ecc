"""What files would change, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from contracts import DATASETS, SAYS
from etl.difference.model import Difference, FigureChange, Range, RowChange
from metrics.catalogue import METRICS

SETTINGS = (
    "The settings have changed since the current figures were made: figures of all months are made again."
)
KINDS = {
    "usual": "usual range",
    "trial": "trial range",
    "usual quarter": "usual range of a quarter",
    "seen": "in the {months} months before",
}
WHAT = {"new": "new", "gone": "gone", "moved": "moved"}


def print_difference(found: Difference) -> None:
    """Print what accepting would change: rows, people, figures, units that are missing, and findings."""
    for line in lines(found):
        print(line)


def lines(found: Difference) -> Iterator[str]:
    """The same, line by line."""
    for refusal in found.refused:
        yield f"{refusal.file_name}: refused. {' '.join(refusal.why)}"
    yield from found.said
    if not found.files:
        yield "Nothing would change."
        return
    beside = f"publication {found.base.publication}" if found.base.publication else "an empty store"
    yield f"What would change, beside {beside}, by {', '.join(found.files)}. Nothing has been saved."
    if found.settings_changed:
        yield SETTINGS
    yield from _units_gone(found)
    yield from _figures(found.figures)
    yield from _rows(found.rows)
    yield from _people(found)
    yield from _findings(found)


def _units_gone(found: Difference) -> Iterator[str]:
    for gone in found.units_gone:
        sheets = ", ".join(DATASETS[name].title for name in gone.datasets)
        yield f"{gone.title} is not in these files; it was for {_month(gone.last_month)} ({sheets})."


def _figures(figures: Iterable[FigureChange]) -> Iterator[str]:
    for month, of_month in groupby(figures, key=lambda each: each.month_end):
        yield f"Figures, {_month(month)}:"
        for each in of_month:
            if not each.unit or each.outside:
                yield f"  {_figure(each)}"


def _figure(each: FigureChange) -> str:
    metric = METRICS[each.metric]
    named = ", ".join(part for part in (metric.title, each.work_family, each.unit) if part)
    when = f" ({_month(each.was_month)})" if each.was_month and each.was_month != each.month_end else ""
    covers = f", {each.was_units} then {each.will_units} units" if each.was_units != each.will_units else ""
    lay = f"; {_range(each.metric, each.range)}" if each.range else ""
    word = {"high": " Unusually high.", "low": " Unusually low."}.get(each.outside, "")
    return f"{named} ({metric.basis}): {each.was_said}{when}, then {each.will_said}{covers}{lay}.{word}"


def _range(metric: str, lay: Range) -> str:
    low, high = (METRICS[metric].say(edge) for edge in (lay.low, lay.high))
    between = low if low == high else f"{low} to {high}"
    return f"{KINDS[lay.kind].format(months=lay.months)} {between}"


def _rows(rows: Iterable[RowChange]) -> Iterator[str]:
    yield "Rows:"
    for row in rows:
        counts = {"new": row.new, "changed": row.changed, "gone": row.gone, "the same": row.same}
        if any(counts.values()):
            beside = f" beside {_month(row.compared)}" if row.compared not in (None, row.month_end) else ""
            told = ", ".join(f"{n} {what}" for what, n in counts.items())
            title = DATASETS[row.dataset].title
            yield f"  {title}, {_month(row.month_end)}, {row.unit or 'no unit'}{beside}: {told}."


def _people(found: Difference) -> Iterator[str]:
    if not found.people:
        return
    yield "People:"
    for each in found.people:
        places = [f"from {each.from_unit}"] * bool(each.from_unit) + [f"to {each.to_unit}"] * bool(
            each.to_unit
        )
        yield f"  {_month(each.month_end)}: {each.people} {WHAT[each.what]}, {' '.join(places)}."


def _findings(found: Difference) -> Iterator[str]:
    if not (found.findings_added or found.findings_settled):
        return
    yield "Findings across sheets:"
    for each in found.findings_added:
        says = SAYS.get(each.id, each.id)
        before = f", {each.was} as it stands" if each.was else f", {each.month_before} the month before"
        where = each.unit or "whole force"
        yield f"  {_month(each.month_end)}, {where}: {each.will} ({each.detail}{before}). {says}"
    if found.findings_settled:
        yield f"  {_settled(len(found.findings_settled))}"


def _settled(findings: int) -> str:
    """Of how many findings there would be nothing left, or less."""
    which = "1 finding that stands now" if findings == 1 else f"{findings} findings that stand now"
    return f"{which} would go, or would count fewer."


def _month(day: date) -> str:
    return f"{day:%B %Y}"
