"""The time axis of a chart, and the dated notes that stand on it as numbered marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from charts.tokens import Tokens
from charts.words import month_name

LONGEST_NOTE = 50
"""Characters of a note's text: what fits beside a chart, and is read at a glance."""


@dataclass(frozen=True)
class Note:
    """What happened in a month, and who says so. Drawn as a number; its text is under the chart."""

    month: date
    text: str
    by: str = ""

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST_NOTE:
            raise ValueError(f"a note of {len(self.text)} characters is longer than {LONGEST_NOTE}")


def month_ticks(months: Sequence[date], most: int = 4) -> dict[str, object]:
    """At most `most` month names on the axis, the last month always among them."""
    step = max(1, -(-len(months) // most))
    shown = months[::-1][::step][::-1]
    return {
        "tickvals": [str(m) for m in shown],
        "ticktext": [f"{m:%b %y}" for m in shown],
        "type": "date",
        "tickangle": 0,
    }


def seen(notes: Iterable[Note], months: Sequence[date]) -> tuple[Note, ...]:
    """The notes that fall between the first and last month of a chart, in order of time."""
    if not months:
        return ()
    return tuple(sorted((n for n in notes if months[0] <= n.month <= months[-1]), key=lambda n: n.month))


def listed(notes: Sequence[Note]) -> tuple[str, ...]:
    """Each note in words, with the number that its mark has."""
    return tuple(
        f"{n}. {month_name(note.month)}: {note.text}{f' ({note.by})' if note.by else ''}"
        for n, note in enumerate(notes, start=1)
    )


def of_month(notes: Sequence[Note], month: date) -> str:
    """The notes of one month as a table prints them; nothing where there is none."""
    return "; ".join(text for note, text in zip(notes, listed(notes), strict=True) if note.month == month)


def mark(fig: go.Figure, notes: Sequence[Note], tokens: Tokens, foot: float = 0.0) -> None:
    """A dotted line and a number in a box at each month that has notes; `foot` is where the line ends."""
    for month in sorted({note.month for note in notes}):
        numbers = ", ".join(str(n) for n, note in enumerate(notes, start=1) if note.month == month)
        fig.add_shape(
            type="line",
            x0=str(month),
            x1=str(month),
            y0=foot,
            y1=1,
            yref="paper",
            line={"color": tokens.mid, "width": 1, "dash": "dot"},
        )
        fig.add_annotation(
            x=str(month),
            y=1,
            yref="paper",
            yanchor="bottom",
            text=numbers,
            showarrow=False,
            borderpad=2,
            bordercolor=tokens.mid,
            bgcolor=tokens.card,
            font={"size": 11, "color": tokens.ink},
        )
