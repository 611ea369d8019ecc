"""What runs out, and how much of it has a place booked: two running totals over the coming days."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.disclosure import Suppressed
from charts.end_labels import apart
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, number


@dataclass(frozen=True)
class Steps:
    """Running totals at the same points. `points` are labels such as `30 days`; None where not known, or
    where `hidden`: not shown, because it would give a small count away.

    `booked` is the part of `expiring` that has a place booked, so that the gap is what has none."""

    title: str
    measure: str
    points: tuple[str, ...]
    expiring: tuple[float | None, ...]
    booked: tuple[float | None, ...]
    names: tuple[str, str] = ("Expiring, running total", "Of those, with a place booked")
    hidden: bool = False

    def key(self) -> tuple[KeyWord, ...]:
        """The two lines in coloured words."""
        return (KeyWord("●", self.names[0], "concern"), KeyWord("■", self.names[1], "base"))

    def alt(self) -> str:
        """Where both end."""
        if not self.points:
            return f"{self.title}. {self.measure}. Nothing in view"
        return (
            f"{self.title}. {self.measure}. By {self.points[-1]}: "
            f"{number(self.expiring[-1])} {self.names[0].lower()}, "
            f"{number(self.booked[-1])} {self.names[1].lower()}{self._against()}"
        )

    def _against(self) -> str:
        out, booked = self.expiring[-1], self.booked[-1]
        if out is None or booked is None:
            return ""
        return f"; {number(out - booked)} have no place booked"

    def numbers(self) -> pd.DataFrame:
        """One row for each point, with what still has no place."""
        short = [
            None if e is None or b is None else e - b for e, b in zip(self.expiring, self.booked, strict=True)
        ]
        return pd.DataFrame(
            {
                "By": list(self.points),
                self.names[0]: self._cells(self.expiring),
                self.names[1]: self._cells(self.booked),
                "No place booked": self._cells(short),
            }
        )

    def _cells(self, values: Sequence[float | None]) -> list[float | Suppressed | None]:
        return [Suppressed() if value is None and self.hidden else value for value in values]


def figure(model: Steps, tokens: Tokens) -> go.Figure:
    """Draw both totals in one form, lines with points; those with a place have a ground."""
    fig = go.Figure()
    fig.add_scatter(
        x=list(model.points),
        y=list(model.booked),
        mode="lines+markers",
        name=model.names[1],
        line={"color": tokens.base, "width": 2.4},
        marker={"symbol": "square"},
        fill="tozeroy",
        fillcolor=tokens.common_tint,
    )
    fig.add_scatter(
        x=list(model.points),
        y=list(model.expiring),
        mode="lines+markers",
        name=model.names[0],
        line={"color": tokens.concern, "width": 2.4},
    )
    _end_labels(fig, model, tokens)
    fig.update_yaxes(rangemode="tozero", nticks=5)
    fig.update_xaxes(**_ticks(model.points), range=[-0.1, len(model.points) - 0.95], type="category")
    fig.update_layout(margin={"l": 34, "r": 96, "t": 14, "b": 28})
    return dressed(fig, tokens, 300)


def _ticks(points: Sequence[str], most: int = 4) -> dict[str, object]:
    """At most `most` labels, the first and the last among them, and level: a phone has no room for more."""
    count = min(most, len(points))
    places = [round(n * (len(points) - 1) / max(1, count - 1)) for n in range(count)]
    return {"tickvals": places, "ticktext": [points[place] for place in places], "tickangle": 0}


def _end_labels(fig: go.Figure, model: Steps, tokens: Tokens) -> None:
    """Both totals beyond their ends, none on the other."""
    ends = [(model.expiring, tokens.concern, "expire"), (model.booked, tokens.base, "with a place")]
    known = [(values[-1], colour, word) for values, colour, word in ends if values and values[-1] is not None]
    top = max((v for values, _, _ in ends for v in values if v is not None), default=1.0)
    lifts = apart([value for value, _, _ in known], 0.0, top, 240)
    for (value, colour, word), lift in zip(known, lifts, strict=True):
        fig.add_annotation(
            x=model.points[-1],
            y=value,
            text=f"<b>{number(value)} {word}</b>",
            showarrow=False,
            xanchor="left",
            xshift=9,
            yshift=lift,
            font={"color": colour},
        )
