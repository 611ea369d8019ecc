"""The picture of a funnel: limits over size, units as points, names for those outside only."""

import plotly.graph_objects as go

from charts.funnel import FunnelModel, FunnelUnit, said
from charts.signal_words import SYMBOLS, is_unusual
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import on_picture


def figure(model: FunnelModel, tokens: Tokens) -> go.Figure:
    """Draw the limits over size, the units as points, and names for those outside only."""
    fig = go.Figure()
    for ends, dash in ((("lower998", "upper998"), "solid"), (("lower95", "upper95"), "dash")):
        for end in ends:
            _curve(fig, model, end, dash, tokens)
    fig.add_hline(y=model.average, line={"color": tokens.common, "width": 1.6, "dash": "dot"})
    fig.add_scatter(
        x=[u.size for u in model.units],
        y=[u.value for u in model.units],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": [SYMBOLS.get(u.signal.glyph, "circle") for u in model.units],
            "color": [_colour(u, tokens) for u in model.units],
            "size": [12 if is_unusual(u.signal) else 9 for u in model.units],
            "line": {"color": tokens.card, "width": 1},
            "opacity": 1,
        },
        customdata=[on_picture(f"{u.name}: {said(model, u.value)}") for u in model.units],
        hovertemplate="%{customdata}<extra></extra>",
    )
    _names(fig, model, tokens)
    fig.update_xaxes(title={"text": model.size_name, "font": {"size": 12, "color": tokens.muted}}, nticks=6)
    fig.update_yaxes(rangemode="tozero", ticksuffix=model.suffix, nticks=6)
    fig.update_layout(margin={"l": 48, "r": 12, "t": 12, "b": 44})
    return dressed(fig, tokens, 340)


def _curve(fig: go.Figure, model: FunnelModel, end: str, dash: str, tokens: Tokens) -> None:
    fig.add_scatter(
        x=[at.size for at in model.curve],
        y=[getattr(at, end) for at in model.curve],
        mode="lines",
        hoverinfo="skip",
        line={"color": tokens.mid, "width": 1.4, "dash": dash},
    )


def _names(fig: go.Figure, model: FunnelModel, tokens: Tokens) -> None:
    """Names on the side with room: to the left of units in the right half, and away from the limits."""
    sizes = [at.size for at in model.curve] or [u.size for u in model.units] or [0.0]
    middle = (min(sizes) + max(sizes)) / 2
    for unit in (u for u in model.units if u.outside):
        right = unit.size > middle
        fig.add_annotation(
            x=unit.size,
            y=unit.value,
            text=f"<b>{on_picture(unit.name)}</b>",
            showarrow=False,
            xanchor="right" if right else "left",
            xshift=-6 if right else 6,
            yshift=11 if unit.value > model.average else -11,
            font={"size": 12.5, "color": _colour(unit, tokens)},
        )


def _colour(unit: FunnelUnit, tokens: Tokens) -> str:
    return str(getattr(tokens, unit.signal.token)) if is_unusual(unit.signal) else tokens.base
