"""What runs out against what is booked: two running totals over the coming weeks or spans of days."""
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, number


@dataclass(frozen=True)
class Steps:
    """Running totals at the same points. `points` are labels such as `30 days`; None where not known."""

    title: str
    measure: str
    points: tuple[str, ...]
    expiring: tuple[float | None, ...]
    booked: tuple[float | None, ...]
    names: tuple[str, str] = ("Expiring, running total", "Places booked, running total")

    def key(self) -> tuple[KeyWord, ...]:
        """The two lines in coloured words."""
        return (KeyWord("●", self.names[0], "concern"), KeyWord("■", self.names[1], "base"))

    def alt(self) -> str:
        """Where both end."""
        if not self.points:
            return f"{self.title}. {self.measure}. Nothing in view"
        return (f"{self.title}. {self.measure}. By {self.points[-1]}: {number(self.expiring[-1])} {self.names[0].lower()}, "
                f"{number(self.booked[-1])} {self.names[1].lower()}")

    def numbers(self) -> pd.DataFrame:
        """One row for each point."""
        return pd.DataFrame({"By": list(self.points), self.names[0]: list(self.expiring), self.names[1]: list(self.booked)})


def figure(model: Steps, tokens: Tokens) -> go.Figure:
    """Draw bookings as steps with a ground, expiries as a line with points."""
    fig = go.Figure()
    fig.add_scatter(x=list(model.points), y=list(model.booked), mode="lines", name=model.names[1],
                    line={"shape": "hv", "color": tokens.base, "width": 2.4}, fill="tozeroy", fillcolor=tokens.common_tint)
    fig.add_scatter(x=list(model.points), y=list(model.expiring), mode="lines+markers", name=model.names[0],
                    line={"color": tokens.concern, "width": 2.4})
    for values, colour, word in ((model.expiring, tokens.concern, "expire"), (model.booked, tokens.base, "places")):
        if values and values[-1] is not None:
            fig.add_annotation(x=model.points[-1], y=values[-1], text=f"<b>{number(values[-1])} {word}</b>",
                               showarrow=False, xanchor="right", yshift=14, font={"color": colour})
    fig.update_yaxes(rangemode="tozero", nticks=5)
    fig.update_xaxes(nticks=7)
    fig.update_layout(margin={"l": 34, "r": 8, "t": 22, "b": 28})
    return dressed(fig, tokens, 300)
