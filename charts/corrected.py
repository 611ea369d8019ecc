"""Months whose figure was corrected: a mark on the point, and what was first reported, also in the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from charts.tokens import Tokens
from charts.words import KeyWord, month_name

GLYPH, WORD, SYMBOL = "◆", "Corrected", "diamond-open"
COLUMN = "As first reported"
SHOWN = 3


@dataclass(frozen=True)
class Corrected:
    """A figure that a later return changed: `was` is what was first reported, in the measure's own words.

    `first` and `since` are the days on which it was first reported and corrected; "" where not known.
    """

    month: date
    was: str
    first: str = ""
    since: str = ""


def seen(found: Sequence[Corrected], months: Sequence[date]) -> tuple[Corrected, ...]:
    """Those that fall on the months of a chart, newest first."""
    return tuple(sorted((c for c in found if c.month in months), key=lambda c: c.month, reverse=True))


def key(found: Sequence[Corrected]) -> tuple[KeyWord, ...]:
    """The key's entry, where a point is marked."""
    return (KeyWord(GLYPH, WORD, "ink"),) if found else ()


def listed(found: Sequence[Corrected], name: str = "") -> tuple[str, ...]:
    """Each corrected month in words; of many the newest, and how many more the table gives."""
    lead = f"{GLYPH} {WORD}{f', {name}' if name else ''}: "
    lines = tuple(lead + _one(each) for each in found[:SHOWN])
    more = len(found) - SHOWN
    return (*lines, f"{lead}{more} earlier, in the table") if more > 0 else lines


def _one(each: Corrected) -> str:
    on = f" on {each.first}" if each.first else ""
    since = f", corrected on {each.since}" if each.since else ""
    return f"{month_name(each.month)} was first reported as {each.was}{on}{since}"


def column(found: Sequence[Corrected], months: Sequence[date]) -> list[str]:
    """What was first reported of each month, where it differs; nothing elsewhere."""
    was = {each.month: each.was for each in found}
    return [was.get(month, "") for month in months]


def mark(
    fig: go.Figure,
    found: Sequence[Corrected],
    months: Sequence[date],
    values: Sequence[float | None],
    tokens: Tokens,
    axis: str = "y",
) -> None:
    """An open diamond round the figure of each corrected month."""
    at = [n for n, month in enumerate(months) if values[n] is not None and month in {c.month for c in found}]
    if at:
        fig.add_scatter(
            x=[str(months[n]) for n in at],
            y=[values[n] for n in at],
            yaxis=axis,
            mode="markers",
            cliponaxis=False,
            hoverinfo="skip",
            marker={"symbol": SYMBOL, "size": 13, "color": tokens.ink, "line": {"width": 1.6}},
        )
