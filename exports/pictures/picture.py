"""From a chart model to its picture, the one that a page draws, as SVG."""

from dataclasses import replace
from functools import lru_cache
from html import escape

from charts.draw import ChartModel, draw
from charts.tokens import LIGHT
from exports.pictures.axes import axes
from exports.pictures.canvas import Canvas, Figure, laid_out
from exports.pictures.notes import Label, drawn, labels, shapes
from exports.pictures.traces import traces

EDGE = 2.0


@lru_cache(maxsize=256)
def to_svg(model: ChartModel, width: int = 640, height: int = 0) -> str:
    """The picture of a model in light colours, with its text for people who cannot see it.

    `width` and `height` in pixels; without a height the chart's own. What is drawn and every label is the
    figure of `charts.draw`, so that a document shows what a page shows.
    """
    figure = draw(model, LIGHT).to_plotly_json()
    canvas = _fitted(figure, width, height or figure["layout"]["height"])
    inside = [*axes(canvas), *shapes(canvas, below=True), *traces(canvas), *shapes(canvas, below=False)]
    inside += [element for label in labels(canvas) for element in drawn(_inside(label, canvas))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{canvas.width:.0f}" height="{canvas.height:.0f}" '
        f'viewBox="0 0 {canvas.width:.0f} {canvas.height:.0f}" role="img">'
        f"<title>{escape(model.alt(), quote=False)}</title>{''.join(inside)}</svg>"
    )


def _fitted(figure: Figure, width: int, height: int) -> Canvas:
    """The canvas with margins wide enough for every word that stands beside the plot."""
    canvas = laid_out(figure, width, height, (0, 0))
    said = labels(canvas)
    left = max([0.0, *(EDGE - label.reach[0] for label in said if label.anchor == "end")])
    right = max([0.0, *(label.reach[1] - width + EDGE for label in said if label.anchor == "start")])
    room = width * 0.3
    return laid_out(figure, width, height, (min(left, room), min(right, room)))


def _inside(label: Label, canvas: Canvas) -> Label:
    """A label that would still be cut off at an edge is moved in."""
    left, right = label.reach
    over = max(0.0, right - canvas.width + EDGE) - max(0.0, EDGE - left)
    return replace(label, x=label.x - over)
