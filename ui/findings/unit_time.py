"""What is said of a unit's measures on the same months: a panel for each, and what is unusual in the last."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from charts.month_axis import Note
from charts.shared_axis import Panel, SharedAxis
from charts.signal_words import is_unusual
from charts.xmr import XmrModel
from store.annotations import Annotation
from ui.findings.cards import Held
from ui.findings.series import series, things
from ui.parts.wording import month_name

MEASURE = "Each measure has a scale of its own. A gap is a month without a return"
NOTHING = "Nothing unusual in the monthly flows"
NOT_JUDGED = "The unit's measures, month by month"


BASES = {"headcount": "people", "courses": "courses", "cases": "cases", "FTE": "FTE"}


def stock(metric: Any, frame: pd.DataFrame, months: Sequence[date], held: Held) -> Panel:
    """A stock or a rolling rate: its figures alone, since no usual range fits it."""
    scale, suffix = (100.0, "%") if metric.unit == "%" else (1.0, "")
    values = series(frame, months, scale)
    name = ", ".join(part for part in (metric.title, _basis(metric), held.record) if part)
    return Panel(name, values, decimals=metric.decimals, suffix=suffix)


def _basis(metric: Any) -> str:
    """What is counted, where the title does not say so; short, since a phone has to hold it."""
    word = BASES.get(metric.basis, metric.basis)
    return "" if word in metric.title else word


def flow(name: str, drawn: XmrModel, months: Sequence[date]) -> Panel:
    """A monthly flow with the usual range and the signal of each month."""
    bands = {n: band for band in drawn.bands for n in range(band.start, band.stop)}
    at = {month: n for n, month in enumerate(drawn.months)}
    places = [at.get(month) for month in months]
    return Panel(
        name,
        tuple(None if n is None else drawn.values[n] for n in places),
        tuple(None if n is None or n not in bands else bands[n].lower for n in places),
        tuple(None if n is None or n not in bands else bands[n].upper for n in places),
        tuple(drawn.signals[n] if n is not None else drawn.signals[0] for n in places),
        drawn.decimals,
        drawn.suffix,
    )


def together(
    panels: Sequence[Panel], months: Sequence[date], notes: Sequence[Annotation], family: str = ""
) -> SharedAxis:
    """The panels that have a figure, on one axis, with the notes of its months; `family` is of the work."""
    shown = tuple(p for p in panels if any(v is not None for v in p.values))
    marks = tuple(Note(each.month_end, each.text, each.by) for each in notes)
    work = f"Work is that on {things(family)}. " if family else ""
    return SharedAxis(title(shown, months), f"{work}{MEASURE}", tuple(months), shown, marks)


def title(panels: Sequence[Panel], months: Sequence[date]) -> str:
    """What is unusual in the last month, of the flows that are judged."""
    judged = [p for p in panels if p.signals and p.values[-1] is not None]
    if not judged:
        return NOT_JUDGED
    month = month_name(months[-1])
    found = [f"{_short(p.name)} {p.signals[-1].word.lower()}" for p in judged if is_unusual(p.signals[-1])]
    return f"{month}: {'; '.join(found)}" if found else f"{NOTHING} in {month}"


def _short(name: str) -> str:
    """A measure without its family of work, which the line under the title names."""
    measure = name.split(", ")[0]
    return measure[:1].lower() + measure[1:]
