"""A sparkline as a picture in the page itself: months left to right, the latest ringed."""

import base64

from charts.tokens import Tokens

WIDTH, HEIGHT, PAD = 190, 44, 5


def spark(values: tuple[float | None, ...], colours: Tokens) -> str:
    """An `<img>` of the series; its meaning is in the words beside it, so its alternative text is empty."""
    svg = _svg(values, colours)
    data = base64.b64encode(svg.encode()).decode()
    return f'<img class="ppu-img" alt="" src="data:image/svg+xml;base64,{data}">'


def _svg(values: tuple[float | None, ...], colours: Tokens) -> str:
    points = _points(values)
    runs = "".join(
        f'<polyline points="{run}" fill="none" stroke="{colours.common}" stroke-width="1.7" '
        'vector-effect="non-scaling-stroke"/>'
        for run in _runs(points)
    )
    last = next((p for p in reversed(points) if p), None)
    dot = _dot(last, colours) if last else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" preserveAspectRatio="none">{runs}{dot}</svg>'
    )


def _dot(at: tuple[float, float], colours: Tokens) -> str:
    """A round point however wide the picture is drawn: a line of no length with round ends."""
    return (
        f'<path d="M{at[0]:.1f} {at[1]:.1f}h.01" stroke="{colours.ink}" stroke-width="7" '
        'stroke-linecap="round" vector-effect="non-scaling-stroke"/>'
    )


def _points(values: tuple[float | None, ...]) -> list[tuple[float, float] | None]:
    known = [v for v in values if v is not None and v == v]
    if not known:
        return []
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (WIDTH - 2 * PAD) / max(1, len(values) - 1)
    return [
        None
        if v is None or v != v
        else (PAD + n * step, HEIGHT - PAD - (v - low) / span * (HEIGHT - 2 * PAD))
        for n, v in enumerate(values)
    ]


def _runs(points: list[tuple[float, float] | None]) -> list[str]:
    """Unbroken stretches; a month without a return breaks the line."""
    runs: list[list[str]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(f"{point[0]:.1f},{point[1]:.1f}")
    return [" ".join(run) for run in runs if len(run) > 1]
