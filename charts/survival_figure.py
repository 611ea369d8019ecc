"""The picture of survival curves: steps, their bands, and rows of numbers at risk under the axis."""

import plotly.graph_objects as go

from charts.end_labels import apart
from charts.survival import DASHES, TOKENS, Curve, SurvivalModel, percent
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import number, on_picture

ROW = 18
"""Pixels from one row of numbers at risk to the next."""


def figure(model: SurvivalModel, tokens: Tokens) -> go.Figure:
    """Draw every curve that there is, its last share at its end, and who was at risk."""
    fig = go.Figure()
    for n, curve in enumerate(model.curves):
        if curve.times:
            colour = getattr(tokens, TOKENS[n % 4])
            if curve.joined:
                _points(fig, curve, colour)
            else:
                _band(fig, curve, colour)
                _steps(fig, curve, colour, DASHES[n % 4])
    _half(fig, tokens)
    _ends(fig, model, tokens)
    under = 46 + ROW * len(model.curves)
    _at_risk(fig, model, tokens)
    last = max([*model.ticks, *(c.times[-1] for c in model.curves if c.times)], default=1.0)
    fig.update_xaxes(
        tickvals=list(model.ticks),
        ticktext=[f"{t:,.0f}" for t in model.ticks],
        range=[-last * 0.02, last * 1.02],
    )
    fig.update_yaxes(range=[0, 1.03], tickvals=[0, 0.25, 0.5, 0.75, 1], tickformat=".0%")
    fig.update_layout(margin={"l": 46, "r": 54, "t": 10, "b": under})
    return dressed(fig, tokens, model.height + ROW * len(model.curves))


def _path(curve: Curve, values: tuple[float | None, ...]) -> tuple[list[float], list[float]]:
    """A stair from 1 at the start: level to each time, then down. Where there is no limit yet, at 1."""
    x, y = [curve.starts_at], [1.0]
    for time, value in zip(curve.times, values, strict=True):
        x.append(time)
        y.append(y[-1] if value is None else value)
    return x, y


def _steps(fig: go.Figure, curve: Curve, colour: str, dash: str) -> None:
    x, y = _path(curve, curve.share)
    fig.add_scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": colour, "width": 2.2, "shape": "hv", "dash": dash},
        hovertemplate=f"%{{x:,.0f}}: %{{y:.0%}} still there<extra>{on_picture(curve.name)}</extra>",
    )


def _points(fig: go.Figure, curve: Curve, colour: str) -> None:
    """A joined curve: a mark with its interval at each of its times, and no level line between them."""
    ends = list(zip(curve.share, curve.lower, curve.upper, strict=True))
    fig.add_scatter(
        x=list(curve.times),
        y=list(curve.share),
        mode="markers",
        marker={"color": colour, "size": 8},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [0.0 if high is None else high - share for share, _, high in ends],
            "arrayminus": [0.0 if low is None else share - low for share, low, _ in ends],
            "color": colour,
            "thickness": 1.2,
            "width": 0,
        },
        hovertemplate=f"%{{x:,.0f}}: %{{y:.0%}} still there<extra>{on_picture(curve.name)}</extra>",
    )


def _band(fig: go.Figure, curve: Curve, colour: str) -> None:
    for values, fill in ((curve.lower, None), (curve.upper, "tonexty")):
        x, y = _path(curve, values)
        fig.add_scatter(
            x=x,
            y=y,
            mode="lines",
            hoverinfo="skip",
            fill=fill,
            fillcolor=_pale(colour),
            line={"color": _pale(colour), "width": 1, "shape": "hv"},
        )


def _pale(colour: str) -> str:
    """The colour, let through by most of the ground."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.16)"


def _half(fig: go.Figure, tokens: Tokens) -> None:
    """The line of one half: where a curve crosses it, half have gone."""
    fig.add_hline(y=0.5, line={"color": tokens.mid, "width": 1.2, "dash": "dot"})


def _ends(fig: go.Figure, model: SurvivalModel, tokens: Tokens) -> None:
    drawn = [(n, c) for n, c in enumerate(model.curves) if c.times]
    lifts = apart([c.share[-1] for _, c in drawn], 0.0, 1.03, model.height - 70)
    for (n, curve), lift in zip(drawn, lifts, strict=True):
        fig.add_annotation(
            x=curve.times[-1],
            y=curve.share[-1],
            text=f"<b>{percent(curve.share[-1])}</b>",
            showarrow=False,
            xanchor="left",
            xshift=7,
            yshift=lift,
            font={"color": getattr(tokens, TOKENS[n % 4])},
        )


def _at_risk(fig: go.Figure, model: SurvivalModel, tokens: Tokens) -> None:
    """Under the axis: its unit, then for each curve a row of numbers in the curve's colour."""
    _under(fig, 0, 0, f"{model.time_unit.capitalize()}. Under it, number at risk", tokens.muted, "left")
    for n, curve in enumerate(model.curves):
        for tick, count in zip(model.ticks, curve.at_risk, strict=True):
            colour = getattr(tokens, TOKENS[n % 4])
            _under(fig, tick, n + 1, "–" if count is None else number(count), colour, "center")


def _under(fig: go.Figure, x: float, row: int, text: str, colour: str, anchor: str) -> None:
    fig.add_annotation(
        x=x,
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-24 - ROW * row,
        xanchor=anchor,
        text=text,
        showarrow=False,
        font={"size": 12, "color": colour},
    )
