"""The picture of an XmR chart: the line, its usual range, and triangles where something is unusual."""

from datetime import date

import plotly.graph_objects as go

from charts import corrected, month_axis
from charts.signal_words import SYMBOLS, is_unusual
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import span
from charts.xmr import Band, XmrModel, known, noted, said

FEWEST_FOR_A_LINE = 8
"""With fewer points there are dots only: a line would suggest a course that so few do not show."""


def figure(model: XmrModel, tokens: Tokens) -> go.Figure:
    """Draw the series, the range of each stretch of limits, the notes and the last figure."""
    fig = go.Figure()
    _line(fig, model, tokens)
    for band in model.bands:
        _band(fig, model, band, tokens)
    _marks(fig, model, tokens)
    if model.each == "month":
        corrected.mark(fig, model.corrected, model.months, model.values, tokens)
    _last(fig, model, tokens)
    month_axis.mark(fig, noted(model), tokens)
    fig.update_yaxes(nticks=5, ticksuffix=model.suffix, range=_room(model))
    fig.update_xaxes(**month_axis.month_ticks(model.months), range=span(model.months) or None)
    fig.update_layout(margin={"l": 46, "r": 62, "t": 24, "b": 28})
    return dressed(fig, tokens, model.height)


def _line(fig: go.Figure, model: XmrModel, tokens: Tokens) -> None:
    at = known(model)
    alone = [n for n in at if n - 1 not in at and n + 1 not in at]
    few = len(at) < FEWEST_FOR_A_LINE
    fig.add_scatter(
        x=[str(m) for m in model.months],
        y=[v if n in at else None for n, v in enumerate(model.values)],
        connectgaps=False,
        mode="markers" if few else "lines+markers",
        line={"color": tokens.common, "width": 2},
        marker={
            "color": tokens.common,
            "size": [7 if few or n in alone else 0 for n in range(len(model.months))],
            "opacity": 1,
        },
        customdata=[
            f"{said(model, v)}, {signal.word.lower()}"
            for v, signal in zip(model.values, model.signals, strict=True)
        ],
        hovertemplate="%{x|%B %Y}: %{customdata}<extra></extra>",
    )


def _band(fig: go.Figure, model: XmrModel, band: Band, tokens: Tokens) -> None:
    """The range over the stretch's own months; where it begins anew, a line says so."""
    left, right = _edge(model, band.start), _edge(model, band.stop)
    now = band is model.bands[-1]
    if band.lower is not None and band.upper is not None:
        fig.add_shape(
            type="rect",
            x0=left,
            x1=right,
            y0=band.lower,
            y1=band.upper,
            layer="below",
            fillcolor=tokens.common_tint,
            line={"color": tokens.mid, "width": 1, "dash": "dash" if band.trial or not now else "solid"},
        )
    if band.centre is not None:
        fig.add_shape(
            type="line",
            x0=left,
            x1=right,
            y0=band.centre,
            y1=band.centre,
            layer="below",
            line={"color": tokens.mid, "width": 1.4, "dash": "dot"},
        )
    if band.start:
        _begins(fig, left, tokens, late=band.start > len(model.months) * 2 / 3)


def _begins(fig: go.Figure, at: str, tokens: Tokens, *, late: bool) -> None:
    fig.add_vline(x=at, line={"color": tokens.ink, "width": 1})
    fig.add_annotation(
        x=at,
        y=0,
        yref="paper",
        yanchor="bottom",
        text="new limits",
        showarrow=False,
        xanchor="right" if late else "left",
        xshift=-4 if late else 4,
        font={"size": 12, "color": tokens.muted},
    )


def _edge(model: XmrModel, position: int) -> str:
    """Where a stretch begins or ends: half way between two months, or at an end of the series."""
    months = model.months
    if 0 < position < len(months):
        return str(date.fromordinal((months[position - 1].toordinal() + months[position].toordinal()) // 2))
    ends = span(months)
    return ends[0] if position == 0 else ends[1]


def _marks(fig: go.Figure, model: XmrModel, tokens: Tokens) -> None:
    at = [n for n in known(model) if is_unusual(model.signals[n])]
    fig.add_scatter(
        x=[str(model.months[n]) for n in at],
        y=[model.values[n] for n in at],
        mode="markers",
        cliponaxis=False,
        hoverinfo="skip",
        marker={
            "symbol": [SYMBOLS[model.signals[n].glyph] for n in at],
            "color": [getattr(tokens, model.signals[n].token) for n in at],
            "size": 11,
            "line": {"color": tokens.card, "width": 1},
        },
    )


def _last(fig: go.Figure, model: XmrModel, tokens: Tokens) -> None:
    """The last known figure, ringed and written at the line's end in the colour of its verdict."""
    if not known(model):
        return
    at = known(model)[-1]
    unusual = is_unusual(model.signals[at])
    colour = getattr(tokens, model.signals[at].token) if unusual else tokens.ink
    fig.add_scatter(
        x=[str(model.months[at])],
        y=[model.values[at]],
        mode="markers",
        cliponaxis=False,
        hoverinfo="skip",
        marker={"symbol": "circle-open", "size": 17 if unusual else 9, "color": colour, "line": {"width": 2}},
    )
    fig.add_annotation(
        x=str(model.months[at]),
        y=model.values[at],
        text=f"<b>{said(model, model.values[at])}</b>",
        showarrow=False,
        xanchor="left",
        xshift=12,
        font={"size": 14, "color": colour},
    )


def _room(model: XmrModel) -> list[float]:
    """The axis holds every figure and every limit, with a little air."""
    ends = [v for b in model.bands for v in (b.lower, b.upper, b.centre) if v is not None]
    every = [*(float(model.values[n] or 0) for n in known(model)), *ends] or [0.0, 1.0]
    low, high = min(every), max(every)
    air = (high - low) * 0.08 or max(1.0, abs(high) * 0.1)
    return [0.0 if 0 <= low < air else low - air, high + air]
