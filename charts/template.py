"""The house template that every figure wears, and the settings of the tool bar above it."""

from functools import lru_cache

import plotly.graph_objects as go

from charts.tokens import Tokens

CONFIG = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtonsToRemove": [
        "lasso2d",
        "select2d",
        "autoScale2d",
        "zoomIn2d",
        "zoomOut2d",
        "pan2d",
        "zoom2d",
    ],
    "toImageButtonOptions": {"format": "svg"},
}
FONT = "Inter, sans-serif"


@lru_cache(maxsize=4)
def template(tokens: Tokens) -> go.layout.Template:
    """Quiet ground, no x grid, ticks outside; the colours of `tokens`. Each figure takes a copy of it."""
    axis = {"linecolor": tokens.mid, "tickcolor": tokens.mid, "tickfont": {"color": tokens.muted, "size": 12}}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": tokens.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": list(tokens.series()),
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "showlegend": False,
            "hoverlabel": {"font": {"family": FONT, "size": 13}, "bgcolor": tokens.card},
            "xaxis": {**axis, "showgrid": False, "ticks": "outside", "ticklen": 4, "zeroline": False},
            "yaxis": {
                **axis,
                "ticklabelstandoff": 6,
                "gridcolor": tokens.grid,
                "ticks": "",
                "zeroline": False,
            },
        }
    )


def dressed(figure: go.Figure, tokens: Tokens, height: int) -> go.Figure:
    """The same figure in the house template at one height in pixels; fixed ranges, so that a page scrolls."""
    figure.update_layout(template=template(tokens), height=height)
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True)
    return figure
