"""Demand and resource: the share of the force's demand beside its shares of people and of money."""

import pandas as pd

from exports.document import Block
from metrics.catalogue import METRICS
from metrics.model import Metric
from ui.briefing.seen import Seen, paragraphs, table
from ui.findings.cards import basis_words
from ui.findings.series import at, plain, said
from ui.parts.wording import month_name

THEME = "resource"
MISSING = (
    "No share of demand, people or money can be given for these units and this month. It takes the Demand "
    "and Budget returns, and posts and people of every unit and of the rest of the force. A share that is "
    "not known is not shown."
)


def blocks(seen: Seen) -> tuple[Block, ...]:
    """Each share with its numerator, denominator and definition; where none is known, what it takes."""
    rows = [row for metric in _shares() for row in [_row(seen, metric)] if row]
    if not rows:
        return paragraphs(MISSING)
    columns = ["Share", "Value", "Of what", "Numerator", "Denominator"]
    title = f"Shares of the force, {month_name(seen.page.month)}"
    caveats = dict.fromkeys(text for metric in _shares() for text in metric.caveats)
    return table(title, pd.DataFrame(rows, columns=columns), 1, *caveats)


def _shares() -> list[Metric]:
    return [m for m in METRICS.values() if m.theme == THEME and m.whose == "share of force"]


def _row(seen: Seen, metric: Metric) -> tuple[str, ...] | None:
    """None where the share is not known; one that is not shown says so."""
    page = seen.page
    frame = page.metric(metric.id, by=("month_end",), only=page.month)
    value = at(frame, page.month)
    if value is None or value != value:
        return None
    basis = basis_words(metric, frame, page.month) if plain(value) is not None else "not shown"
    return (
        metric.title,
        said(metric, frame, page.month),
        basis,
        metric.numerator,
        metric.denominator,
    )
