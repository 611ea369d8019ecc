"""Up to four figures of each thing on one line, joined: how far apart they lie, and which comes first."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, join, measured, on_picture, wrapped

TOKENS = ("base", "teal", "pink", "concern")
SYMBOLS = (("circle", "●"), ("diamond", "◆"), ("square", "■"), ("triangle-up", "▲"))
NOT_GIVEN = "not known"
COLUMN, LINE, BESIDE = 48, 16, 10
"""Pixels: across and down that a printed figure has, and between the plot and the first of them."""
ACROSS = 2
"""Printed figures beside each other, so that a phone keeps room for the plot."""


@dataclass(frozen=True)
class Ends:
    """One thing and its figures, in the order of the chart's names; `said` stands where one is not known."""

    name: str
    values: tuple[float | None, ...]
    said: tuple[str, ...] = ()

    def words(self, place: int) -> str:
        """Why the figure at a place is not drawn."""
        return (self.said[place] if place < len(self.said) else "") or NOT_GIVEN


@dataclass(frozen=True)
class Dumbbell:
    """Things in the order given, each with a figure for each of `names`. `of` is what they are."""

    title: str
    measure: str
    names: tuple[str, ...]
    rows: tuple[Ends, ...]
    decimals: int = 1
    suffix: str = ""
    of: str = "Unit"

    def key(self) -> tuple[KeyWord, ...]:
        """Each figure by its mark and colour."""
        marks = zip(SYMBOLS, self.names, TOKENS, strict=False)
        return tuple(KeyWord(glyph, name, token) for (_, glyph), name, token in marks)

    def alt(self) -> str:
        """Each thing with its figures in words."""
        return f"{self.title}. {self.measure}. " + "; ".join(self._said(row) for row in self.rows)

    def numbers(self) -> pd.DataFrame:
        """One row for each thing, one column for each figure."""
        columns: dict[str, list[object]] = {self.of: [row.name for row in self.rows]}
        for n, name in enumerate(self.names):
            head = f"{name}, {self.suffix.strip()}" if self.suffix.strip() else name
            columns[head] = [row.words(n) if row.values[n] is None else row.values[n] for row in self.rows]
        return pd.DataFrame(columns)

    def _said(self, row: Ends) -> str:
        each = [f"{name.lower()} {self.label(row, n)}" for n, name in enumerate(self.names)]
        return f"{row.name}: {join(each)}"

    def label(self, row: Ends, place: int) -> str:
        """A figure as printed, or the words in its place."""
        value = row.values[place]
        return row.words(place) if value is None else measured(value, self.decimals, self.suffix)


def figure(model: Dumbbell, tokens: Tokens) -> go.Figure:
    """Draw the things top to bottom: a line from the least to the most, and a mark for each figure."""
    rows = model.rows[::-1]
    names = [wrapped(row.name) for row in rows]
    fig = go.Figure()
    _join(fig, rows, names, tokens)
    for n, name in enumerate(model.names):
        fig.add_scatter(
            x=[row.values[n] for row in rows],
            y=names,
            name=name,
            mode="markers",
            cliponaxis=False,
            marker={"color": getattr(tokens, TOKENS[n]), "symbol": SYMBOLS[n][0], "size": 11},
            customdata=[on_picture(f"{row.name}, {name.lower()}: {model.label(row, n)}") for row in rows],
            hovertemplate="%{customdata}<extra></extra>",
        )
    _labels(fig, model, rows, names, tokens)
    most = max((v for row in rows for v in row.values if v is not None), default=0.0) or 1.0
    fig.update_xaxes(
        range=[-0.02 * most, 1.04 * most],
        showgrid=True,
        gridcolor=tokens.grid,
        nticks=5,
        ticksuffix=model.suffix,
        linecolor="rgba(0,0,0,0)",
    )
    fig.update_yaxes(
        automargin=True,
        tickfont={"color": tokens.ink, "size": 13},
        showgrid=False,
        range=[-0.5, len(rows) - 0.3],
        categoryorder="array",
        categoryarray=names,
    )
    right = BESIDE + COLUMN * min(ACROSS, len(model.names))
    fig.update_layout(margin={"t": 8, "l": 4, "r": right, "b": 28})
    return dressed(fig, tokens, 54 + 44 * max(1, len(rows)))


def _join(fig: go.Figure, rows: Sequence[Ends], names: Sequence[str], tokens: Tokens) -> None:
    """The line from the least figure of each thing to its most."""
    for row, name in zip(rows, names, strict=True):
        known = [v for v in row.values if v is not None]
        if len(known) > 1:
            fig.add_scatter(
                x=[min(known), max(known)],
                y=[name, name],
                mode="lines",
                line={"color": tokens.pale, "width": 4},
                hoverinfo="skip",
            )


def _labels(
    fig: go.Figure, model: Dumbbell, rows: Sequence[Ends], names: Sequence[str], tokens: Tokens
) -> None:
    """The figures of each thing in a margin of their own: on the plot they would stand at other values."""
    lines = -(-len(model.names) // ACROSS)
    for row, name in zip(rows, names, strict=True):
        for n, value in enumerate(row.values):
            if value is not None:
                fig.add_annotation(
                    x=1,
                    xref="paper",
                    y=name,
                    text=on_picture(model.label(row, n)),
                    showarrow=False,
                    xanchor="left",
                    xshift=BESIDE + COLUMN * (n % ACROSS),
                    yshift=LINE * ((lines - 1) / 2 - n // ACROSS),
                    font={"size": 12, "color": getattr(tokens, TOKENS[n])},
                )
