"""Lines, fills, points, whiskers and bars of a figure."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from exports.pictures.canvas import Canvas
from exports.pictures.elements import at, box, paint, path, segment, stroke
from exports.pictures.scales import is_known

Trace = dict[str, Any]
Points = list[tuple[float, float]]


def traces(canvas: Canvas) -> Iterator[str]:
    """Every trace in its order; bars in a stack begin where the last ended."""
    ends: dict[Any, float] = {}
    before: Points = []
    for trace in canvas.figure["data"]:
        if trace["type"] == "bar":
            yield from _bars(canvas, trace, ends)
            continue
        runs = _runs(canvas, trace)
        whole = [point for run in runs for point in run]
        yield from _fill(canvas, trace, whole, before)
        yield from _lines(trace, runs)
        yield from _whiskers(canvas, trace)
        yield from _points(canvas, trace)
        before = whole


def _axes(trace: Trace) -> tuple[str, str]:
    return trace.get("xaxis", "x"), trace.get("yaxis", "y")


def _place(canvas: Canvas, trace: Trace, x: Any, y: Any) -> tuple[float, float]:
    across, down = _axes(trace)
    return canvas.x(across, x), canvas.y(down, y)


def _runs(canvas: Canvas, trace: Trace) -> list[Points]:
    """The points in pixels, a new run after each gap; a stair gets its corners."""
    runs: list[Points] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if is_known(x) and is_known(y):
            runs[-1].append(_place(canvas, trace, x, y))
        elif runs[-1]:
            runs.append([])
    stair = trace.get("line", {}).get("shape") == "hv"
    return [_stair(run) if stair else run for run in runs if run]


def _stair(run: Points) -> Points:
    corners = [corner for (x0, y0), (x1, y1) in pairwise(run) for corner in ((x0, y0), (x1, y0))]
    return [*corners, run[-1]]


def _fill(canvas: Canvas, trace: Trace, whole: Points, before: Points) -> Iterator[str]:
    """The ground down to nought, or up to the trace before."""
    if not trace.get("fill") or not whole:
        return
    if trace["fill"] == "tozeroy":
        foot = canvas.y(_axes(trace)[1], 0)
        under = [(whole[0][0], foot), (whole[-1][0], foot)]
    else:
        under = before
    if under:
        yield path([*whole, *under[::-1]], f'{paint("fill", trace["fillcolor"])} stroke="none"', closed=True)


def _lines(trace: Trace, runs: list[Points]) -> Iterator[str]:
    if "lines" not in trace.get("mode", "lines"):
        return
    for run in runs:
        if len(run) > 1:
            yield path(run, f'fill="none" stroke-linejoin="round" {stroke(trace["line"])}')
        elif trace["line"].get("color"):
            # A month between two without a return: on its own a line has no length.
            yield _mark(*run[0], trace["line"]["width"] * 1.8, "circle", trace["line"]["color"], {})


def _whiskers(canvas: Canvas, trace: Trace) -> Iterator[str]:
    for side in ("x", "y"):
        whisker = trace.get(f"error_{side}")
        if not whisker:
            continue
        look = {"color": whisker["color"], "width": whisker["thickness"]}
        for n, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
            if not (is_known(x) and is_known(y)):
                continue
            less, more = whisker["arrayminus"][n], whisker["array"][n]
            ends = ((x - less, y), (x + more, y)) if side == "x" else ((x, y - less), (x, y + more))
            (x0, y0), (x1, y1) = (_place(canvas, trace, *end) for end in ends)
            yield segment(x0, y0, x1, y1, look)
            if side == "x" and whisker["width"]:
                for end in (x0, x1):
                    yield segment(end, y0 - whisker["width"], end, y0 + whisker["width"], look)


def _points(canvas: Canvas, trace: Trace) -> Iterator[str]:
    if "markers" not in trace.get("mode", ""):
        return
    marker = trace.get("marker", {})
    for n, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        size = _each(marker.get("size", 6), n)
        if is_known(x) and is_known(y) and size:
            colour = _each(marker.get("color") or trace.get("line", {}).get("color"), n)
            edge = marker.get("line", {})
            yield _mark(
                *_place(canvas, trace, x, y), size, _each(marker.get("symbol", "circle"), n), colour, edge
            )


def _each(value: Any, n: int) -> Any:
    return value[n] if isinstance(value, list | tuple) else value


def _mark(x: float, y: float, size: float, symbol: str, colour: str, edge: Trace) -> str:
    """One mark: a circle, square, triangle or diamond; `-open` has an edge only."""
    half = size / 2
    if symbol.endswith("-open"):
        look = f'fill="none" {stroke({"color": colour, "width": edge.get("width", 1.5)})}'
    else:
        rim = stroke(edge) if edge.get("width") and edge.get("color") else 'stroke="none"'
        look = f"{paint('fill', colour)} {rim}"
    corners = {
        "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        "triangle-up": [(-1.1, 0.7), (1.1, 0.7), (0, -1.2)],
        "triangle-down": [(-1.1, -0.7), (1.1, -0.7), (0, 1.2)],
        "diamond": [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)],
    }.get(symbol.removesuffix("-open"))
    if corners is None:
        return f'<circle cx="{at(x)}" cy="{at(y)}" r="{at(half)}" {look}/>'
    return path([(x + dx * half, y + dy * half) for dx, dy in corners], look, closed=True)


def _bars(canvas: Canvas, trace: Trace, ends: dict[Any, float]) -> Iterator[str]:
    """Bars along either axis, on each other where the figure stacks them."""
    lying = trace.get("orientation") == "h"
    names, values = (trace["y"], trace["x"]) if lying else (trace["x"], trace["y"])
    stacked = canvas.figure["layout"].get("barmode") in ("stack", "relative")
    for n, (name, value) in enumerate(zip(names, values, strict=True)):
        if not is_known(value):
            continue
        start = _each(trace.get("base", 0.0), n) or (ends.get(name, 0.0) if stacked else 0.0)
        ends[name] = start + value
        yield from _bar(canvas, trace, n, name, start, start + value)


def _bar(canvas: Canvas, trace: Trace, n: int, name: Any, start: float, end: float) -> Iterator[str]:
    lying = trace.get("orientation") == "h"
    across, down = _axes(trace)
    scale = canvas.ys[down] if lying else canvas.xs[across]
    middle, half = scale.read(name), _each(trace.get("width", 0.7), n) / 2
    corners = [(start, middle - half), (end, middle + half)]
    (x0, y0), (x1, y1) = (_place(canvas, trace, *(corner if lying else corner[::-1])) for corner in corners)
    marker = trace["marker"]
    line = marker.get("line", {})
    edge = {"color": _each(line.get("color", "none"), n), "width": line.get("width", 0)}
    rim = stroke(edge) if edge["width"] else 'stroke="none"'
    shape = (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
    yield box(*shape, f"{paint('fill', _each(marker['color'], n))} {rim}")
    if _each(marker.get("pattern", {}).get("shape", ""), n):
        yield from _hatch(*shape, edge["color"])


def _hatch(x: float, y: float, width: float, height: float, colour: str) -> Iterator[str]:
    """Slanted lines inside a box."""
    step, at_x = 6.0, -height
    while at_x < width:
        first, last = max(0.0, at_x), min(width, at_x + height)
        if last > first:
            yield segment(x + first, y + height - (first - at_x), x + last, y + height - (last - at_x),
                          {"color": colour, "width": 1})  # fmt: skip
        at_x += step
