"""A figure laid out in pixels: its margins, and a pair of scales for each of its panels."""

from dataclasses import dataclass
from typing import Any

from exports.pictures.elements import wide
from exports.pictures.scales import Scale, scale_of

LABEL = 13.0
Figure = dict[str, Any]


@dataclass(frozen=True)
class Canvas:
    """`figure` as a page would draw it, `width` by `height` pixels; the plot lies inside the four edges."""

    figure: Figure
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    xs: dict[str, Scale]
    ys: dict[str, Scale]

    def axis(self, name: str) -> dict[str, Any]:
        """The settings of an axis (`x`, `y2`), over those of the house template."""
        return axis_of(self.figure, name)

    def x(self, ref: str, value: Any) -> float:
        """The pixel of a place across: of an axis, of the plot or of one panel."""
        if ref == "paper" or ref.endswith(" domain"):
            return self.left + float(value) * (self.right - self.left)
        return self.xs[ref].place(value)

    def y(self, ref: str, value: Any) -> float:
        """The pixel of a place from the top: of an axis, of the plot or of one panel."""
        if ref == "paper":
            return self.bottom - float(value) * (self.bottom - self.top)
        if ref.endswith(" domain"):
            scale = self.ys[ref.removesuffix(" domain")]
            return scale.start + float(value) * (scale.end - scale.start)
        return self.ys[ref].place(value)


def axis_of(figure: Figure, name: str) -> dict[str, Any]:
    """The settings of an axis over those of the house template."""
    long = f"{name[0]}axis"
    house = figure["layout"]["template"]["layout"].get(long, {})
    return {**house, **figure["layout"].get(long + name[1:], {})}


def laid_out(figure: Figure, width: float, height: float, more: tuple[float, float]) -> Canvas:
    """The canvas of a figure; `more` pixels are added to its left and right margin."""
    margin = {"l": 8, "r": 8, "t": 8, "b": 8} | figure["layout"].get("margin", {})
    xs, ys = _scales(figure, "x"), _scales(figure, "y")
    left = margin["l"] + _names_need(figure, ys) + more[0]
    right, top, bottom = width - margin["r"] - more[1], float(margin["t"]), height - margin["b"]
    deep = bottom - top
    placed = {}
    for name, scale in ys.items():
        low, high = axis_of(figure, name).get("domain", (0, 1))
        placed[name] = scale.laid(bottom - low * deep, bottom - high * deep)
    across = {name: scale.laid(left, right) for name, scale in xs.items()}
    return Canvas(figure, width, height, left, right, top, bottom, across, placed)


def _names_need(figure: Figure, ys: dict[str, Scale]) -> float:
    """Pixels for the longest name on an axis of names."""
    if not axis_of(figure, "y").get("automargin"):
        return 0.0
    names = [line for scale in ys.values() for name in scale.names for line in name.split("<br>")]
    return max((wide(name, LABEL) for name in names), default=0.0) + 8


def _scales(figure: Figure, side: str) -> dict[str, Scale]:
    names = {trace.get(f"{side}axis", side) for trace in figure["data"]} or {side}
    return {name: _scale(figure, side, name) for name in sorted(names)}


def _scale(figure: Figure, side: str, name: str) -> Scale:
    traces = [t for t in figure["data"] if t.get(f"{side}axis", side) == name]
    values = [v for t in traces for v in _reached(t, side)]
    values += _stacked(traces, side) if figure["layout"].get("barmode") in ("stack", "relative") else []
    for shape in figure["layout"].get("shapes", ()):
        if shape.get(f"{side}ref", side) == name:
            values += [shape[f"{side}0"], shape[f"{side}1"]]
    marked = any("markers" in t.get("mode", "") for t in traces)
    return scale_of(axis_of(figure, name), values, marked)


def _stacked(traces: list[dict[str, Any]], side: str) -> list[float]:
    """Where each stack of bars ends, on the side along which they lie."""
    totals: dict[Any, float] = {}
    for trace in traces:
        lying = trace.get("orientation") == "h"
        if trace["type"] == "bar" and lying == (side == "x"):
            for name, value in zip(trace["y" if lying else "x"], trace[side], strict=True):
                totals[name] = totals.get(name, 0.0) + (value or 0.0)
    return list(totals.values())


def _reached(trace: dict[str, Any], side: str) -> list[Any]:
    """Every value that a trace reaches on one side: bars from nought, whiskers to their ends."""
    values = list(trace.get(side, ()))
    if trace["type"] == "bar" and (trace.get("orientation") == "h") == (side == "x"):
        return [*values, 0.0]
    whisker = trace.get(f"error_{side}")
    if whisker:
        known = [(v, n) for n, v in enumerate(values) if v is not None]
        values += [v + whisker["array"][n] for v, n in known] + [
            v - whisker["arrayminus"][n] for v, n in known
        ]
    return values
