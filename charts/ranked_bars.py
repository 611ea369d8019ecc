"""One bar for each thing, in the order given, with its value at the end."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, number, on_picture, wrapped


@dataclass(frozen=True)
class Bar:
    """One bar; `said` is printed where the value is missing or hidden."""

    name: str
    value: float | None
    said: str = ""


@dataclass(frozen=True)
class RankedBars:
    """Bars in the order given: alphabetical or by size, never by a rate."""

    title: str
    measure: str
    bars: tuple[Bar, ...]
    column: str
    first_column: str = "Unit"
    decimals: int = 1
    suffix: str = ""

    def key(self) -> tuple[KeyWord, ...]:
        """One series needs no key."""
        return ()

    def alt(self) -> str:
        """Each bar in words."""
        return f"{self.title}. {self.measure}. " + "; ".join(f"{b.name}: {said(self, b)}" for b in self.bars)

    def numbers(self) -> pd.DataFrame:
        """One row for each bar."""
        values = [b.value if b.value is not None else said(self, b) for b in self.bars]
        return pd.DataFrame({self.first_column: [b.name for b in self.bars], self.column: values})


def said(model: RankedBars, bar: Bar) -> str:
    """A bar's value as printed."""
    return bar.said or f"{number(bar.value, model.decimals)}{model.suffix if bar.value is not None else ''}"


def figure(model: RankedBars, tokens: Tokens) -> go.Figure:
    """Draw the bars top to bottom."""
    bars = model.bars[::-1]
    names = [wrapped(b.name) for b in bars]
    fig = go.Figure()
    fig.add_bar(
        y=names,
        x=[b.value for b in bars],
        orientation="h",
        width=0.5,
        marker={"color": tokens.base},
        hovertemplate=f"%{{x:,.{model.decimals}f}}{model.suffix}<extra>%{{y}}</extra>",
    )
    for name, bar in zip(names, bars, strict=True):
        fig.add_annotation(
            x=bar.value or 0,
            y=name,
            text=on_picture(said(model, bar)),
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"color": tokens.ink, "size": 13},
        )
    longest = max((b.value or 0 for b in bars), default=0)
    fig.update_xaxes(
        range=[0, (longest or 1) * 1.25],
        showgrid=True,
        gridcolor=tokens.grid,
        nticks=5,
        linecolor="rgba(0,0,0,0)",
    )
    fig.update_yaxes(automargin=True, tickfont={"color": tokens.ink, "size": 13}, showgrid=False)
    fig.update_layout(margin={"t": 6, "l": 4, "r": 4, "b": 24})
    return dressed(fig, tokens, 50 + 34 * max(1, len(bars)))
