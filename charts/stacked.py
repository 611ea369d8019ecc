"""Stacked bars: the parts of a whole for each row, at most five parts, in a fixed order."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, number, on_picture, wrapped

TOKENS = ("base", "teal", "pink", "common", "ink")


@dataclass(frozen=True)
class Stacked:
    """`parts` names the pieces; each row has one value for each, None where the return does not say."""

    title: str
    measure: str
    parts: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]
    first_column: str = "Unit"
    decimals: int = 0
    suffix: str = ""

    def key(self) -> tuple[KeyWord, ...]:
        """The parts in coloured words."""
        return tuple(KeyWord("■", part, TOKENS[n % 5]) for n, part in enumerate(self.parts))

    def alt(self) -> str:
        """Every row with its parts."""
        rows = (
            f"{name}: "
            + ", ".join(
                f"{number(v, self.decimals)}{self.suffix} {part}"
                for part, v in zip(self.parts, values, strict=True)
            )
            for name, values in self.rows
        )
        return f"{self.title}. {self.measure}. " + "; ".join(rows)

    def numbers(self) -> pd.DataFrame:
        """One row for each bar, one column for each part."""
        return pd.DataFrame(
            [(name, *values) for name, values in self.rows], columns=[self.first_column, *self.parts]
        )


def figure(model: Stacked, tokens: Tokens) -> go.Figure:
    """Draw the rows top to bottom; a thin gap keeps neighbouring parts apart."""
    rows = model.rows[::-1]
    fig = go.Figure()
    for n, part in enumerate(model.parts):
        fig.add_bar(
            y=[wrapped(r[0]) for r in rows],
            x=[r[1][n] for r in rows],
            orientation="h",
            name=part,
            width=0.56,
            marker={"color": getattr(tokens, TOKENS[n % 5]), "line": {"color": tokens.card, "width": 1.5}},
            hovertemplate=f"%{{x:,.{model.decimals}f}}{model.suffix} {on_picture(part)}<extra>%{{y}}</extra>",
        )
    fig.update_xaxes(
        showgrid=True,
        gridcolor=tokens.grid,
        linecolor="rgba(0,0,0,0)",
        nticks=5,
        ticksuffix=model.suffix,
        rangemode="tozero",
    )
    fig.update_yaxes(automargin=True, tickfont={"color": tokens.ink, "size": 13}, showgrid=False)
    fig.update_layout(barmode="stack", margin={"t": 6, "l": 4, "r": 10, "b": 24})
    return dressed(fig, tokens, 56 + 34 * max(1, len(rows)))
