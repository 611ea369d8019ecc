"""What stands on a figure beside its traces: bands, lines across, and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from exports.pictures.canvas import Canvas
from exports.pictures.elements import box, paint, segment, stroke, wide, words

LINE = 1.3
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
BOLD = re.compile(r"</?b>")


@dataclass(frozen=True)
class Label:
    """Words at a place in pixels, with the room that they take."""

    lines: tuple[str, ...]
    bold: bool
    size: float
    colour: str
    x: float
    y: float
    anchor: str
    ground: str = ""
    edge: str = ""

    @property
    def width(self) -> float:
        """Pixels from the first letter to the last."""
        return max(wide(line, self.size, self.bold) for line in self.lines)

    @property
    def reach(self) -> tuple[float, float]:
        """The pixels where the words begin and end."""
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        return left, left + self.width


def shapes(canvas: Canvas, below: bool) -> Iterator[str]:
    """Bands and lines that lie under the traces, or those that lie over them."""
    for shape in canvas.figure["layout"].get("shapes", ()):
        if (shape.get("layer") == "below") != below:
            continue
        across, down = shape.get("xref", "x"), shape.get("yref", "y")
        x0, x1 = canvas.x(across, shape["x0"]), canvas.x(across, shape["x1"])
        y0, y1 = canvas.y(down, shape["y0"]), canvas.y(down, shape["y1"])
        if shape["type"] == "line":
            yield segment(x0, y0, x1, y1, shape["line"])
        else:
            look = f"{paint('fill', shape['fillcolor'])} {stroke(shape['line'])}"
            yield box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), look)


def labels(canvas: Canvas) -> list[Label]:
    """Every annotation with its place."""
    found = canvas.figure["layout"].get("annotations", ())
    return [_label(canvas, each) for each in found if each.get("text")]


def drawn(label: Label) -> Iterator[str]:
    """A label, on its ground where it has one."""
    high = label.size * LINE
    if label.ground:
        left, right = label.reach
        look = f"{paint('fill', label.ground)} {stroke({'color': label.edge})}"
        yield box(left - 3, label.y - high / 2 - 1, right - left + 6, high + 2, look)
    for n, line in enumerate(label.lines):
        middle = label.y + (n - (len(label.lines) - 1) / 2) * high
        yield words(label.x, middle, line, label.size, label.colour, label.anchor, label.bold)


def _label(canvas: Canvas, note: dict[str, Any]) -> Label:
    font = canvas.figure["layout"]["template"]["layout"]["font"] | note.get("font", {})
    text = note["text"]
    lines = tuple(unescape(BOLD.sub("", line)) for line in text.split("<br>"))
    across, down = note.get("xref", "x"), note.get("yref", "y")
    high = font["size"] * LINE * len(lines)
    lift = {"bottom": -high / 2, "top": high / 2}.get(_down_anchor(note, down), 0.0)
    return Label(
        lines,
        "<b>" in text,
        font["size"],
        font["color"],
        canvas.x(across, note["x"]) + note.get("xshift", 0),
        canvas.y(down, note["y"]) - note.get("yshift", 0) + lift,
        ANCHORS[_across_anchor(note, across)],
        note.get("bgcolor", ""),
        note.get("bordercolor", ""),
    )


def _down_anchor(note: dict[str, Any], ref: str) -> str:
    """On the plot the nearest side, as Plotly has it; elsewhere the middle."""
    if note.get("yanchor", "auto") != "auto":
        return str(note["yanchor"])
    near = "top" if note["y"] == 1 else "bottom" if note["y"] == 0 else "middle"
    return near if ref == "paper" else "middle"


def _across_anchor(note: dict[str, Any], ref: str) -> str:
    if note.get("xanchor", "auto") != "auto":
        return str(note["xanchor"])
    near = "left" if note["x"] == 0 else "right" if note["x"] == 1 else "center"
    return near if ref == "paper" else "center"
