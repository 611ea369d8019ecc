"""The axes of a figure: quiet grid lines, tick labels, names of rows."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from exports.pictures.canvas import Canvas
from exports.pictures.elements import segment, wide, words
from exports.pictures.scales import Scale, as_number, tick_words, ticks

UNSEEN = "rgba(0,0,0,0)"
LINE = 14.0


def axes(canvas: Canvas) -> Iterator[str]:
    """Grid lines first, so that everything else lies on them, then labels and the axis line."""
    for name, scale in canvas.xs.items():
        yield from _across(canvas, canvas.axis(name), scale)
    for name, scale in canvas.ys.items():
        yield from _down(canvas, canvas.axis(name), scale)


def marks_of(axis: dict[str, Any], scale: Scale) -> list[tuple[float, str]]:
    """Each tick of an axis with its label."""
    if axis.get("tickvals") is not None:
        values = list(axis["tickvals"])
        said = axis.get("ticktext") or tick_words(
            [as_number(v) for v in values], "", axis.get("tickformat", "")
        )
        return [(scale.place(v), str(text)) for v, text in zip(values, said, strict=True)]
    if scale.names:
        return [(scale.place(name), name) for name in scale.names]
    values = ticks(scale, axis.get("nticks", 5))
    said = tick_words(values, axis.get("ticksuffix", ""), axis.get("tickformat", ""))
    said = [axis.get("tickprefix", "") + text for text in said]
    return [(scale.place(v), text) for v, text in zip(values, said, strict=True)]


def _across(canvas: Canvas, axis: dict[str, Any], scale: Scale) -> Iterator[str]:
    font = axis["tickfont"]
    line = axis.get("linecolor", UNSEEN)
    for x, text in marks_of(axis, scale):
        if axis.get("showgrid"):
            yield segment(x, canvas.top, x, canvas.bottom, {"color": axis["gridcolor"]})
        elif line != UNSEEN:
            yield segment(x, canvas.bottom, x, canvas.bottom + 4, {"color": axis["tickcolor"]})
        said = unescape(text)
        inside = min(x, canvas.width - wide(said, font["size"]) / 2 - 1)
        yield words(inside, canvas.bottom + 14, said, font["size"], font["color"], "middle")
    if line != UNSEEN:
        yield segment(canvas.left, canvas.bottom, canvas.right, canvas.bottom, {"color": line})
    title = axis.get("title", {})
    if title.get("text"):
        middle = (canvas.left + canvas.right) / 2
        font = title["font"]
        yield words(middle, canvas.bottom + 34, title["text"], font["size"], font["color"], "middle")


def _down(canvas: Canvas, axis: dict[str, Any], scale: Scale) -> Iterator[str]:
    font = axis["tickfont"]
    for y, text in marks_of(axis, scale):
        if axis.get("showgrid", True):
            yield segment(canvas.left, y, canvas.right, y, {"color": axis["gridcolor"]})
        lines = text.split("<br>")
        for n, line in enumerate(lines):
            middle = y + (n - (len(lines) - 1) / 2) * LINE
            yield words(canvas.left - 7, middle, unescape(line), font["size"], font["color"], "end")
