"""A sparkline as a picture in the page itself: months left to right, the latest ringed."""

import base64

from charts.tokens import Tokens

WIDTH, HEIGHT, PAD = 190, 44, 5


Range = tuple[float, float] | None


def spark(values: tuple[float | None, ...], colours: Tokens, usual: Range = None) -> str:
    """An `<img>` of the series on its usual range, where it has one. Its meaning is in the words beside it,
    so its alternative text is empty.
    """
    svg = _svg(values, colours, usual)
    data = base64.b64encode(svg.encode()).decode()
    return f'<img class="ppu-img" alt="" src="data:image/svg+xml;base64,{data}">'


def _svg(values: tuple[float | None, ...], colours: Tokens, usual: Range) -> str:
    low, span = _scale(values, usual)
    points = _points(values, low, span)
    band = _band(usual, low, span, colours) if usual and points else ""
    runs = "".join(
        f'<polyline points="{run}" fill="none" stroke="{colours.common}" stroke-width="1.7" '
        'vector-effect="non-scaling-stroke"/>'
        for run in _runs(points)
    )
    last = next((p for p in reversed(points) if p), None)
    dot = _dot(last, colours) if last else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" preserveAspectRatio="none">{band}{runs}{dot}</svg>'
    )


def _dot(at: tuple[float, float], colours: Tokens) -> str:
    """A round point however wide the picture is drawn: a line of no length with round ends."""
    return (
        f'<path d="M{at[0]:.1f} {at[1]:.1f}h.01" stroke="{colours.ink}" stroke-width="7" '
        'stroke-linecap="round" vector-effect="non-scaling-stroke"/>'
    )


def _scale(values: tuple[float | None, ...], usual: Range) -> tuple[float, float]:
    """The lowest figure and the span of all, the usual range among them."""
    known = [v for v in values if v is not None and v == v]
    seen = [*known, *(usual or ())] if known else [0.0]
    return min(seen), (max(seen) - min(seen)) or 1.0


def _height(value: float, low: float, span: float) -> float:
    return HEIGHT - PAD - (value - low) / span * (HEIGHT - 2 * PAD)


def _band(usual: tuple[float, float], low: float, span: float, colours: Tokens) -> str:
    top, bottom = (_height(edge, low, span) for edge in (usual[1], usual[0]))
    return (
        f'<rect x="0" y="{top:.1f}" width="{WIDTH}" height="{bottom - top:.1f}" '
        f'fill="{colours.common_tint}"/>'
    )


def _points(values: tuple[float | None, ...], low: float, span: float) -> list[tuple[float, float] | None]:
    step = (WIDTH - 2 * PAD) / max(1, len(values) - 1)
    points = [
        None if v is None or v != v else (PAD + n * step, _height(v, low, span)) for n, v in enumerate(values)
    ]
    return points if any(points) else []


def _runs(points: list[tuple[float, float] | None]) -> list[str]:
    """Unbroken stretches; a month without a return breaks the line."""
    runs: list[list[str]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(f"{point[0]:.1f},{point[1]:.1f}")
    return [" ".join(run) for run in runs if len(run) > 1]
