"""The few SVG elements that a chart needs, each as text; colours with their strength taken apart."""

import re
from html import escape

FONT = "Inter, DejaVu Sans Mono, sans-serif"
DASHES = {"dash": "7 4", "dot": "1.6 3", "dashdot": "7 3 1.6 3"}
SEEN_THROUGH = re.compile(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)")
ROUND = 2
NARROW, WIDE = set("ijlftrI.,:;'|!()[] "), set("mwMW%@—")


def at(value: float) -> str:
    """A place in pixels as short as it can be said."""
    return f"{value:.{ROUND}f}".rstrip("0").rstrip(".")


def paint(kind: str, colour: str) -> str:
    """`fill` or `stroke` in a colour; rgba() becomes a colour and its strength, which every reader knows."""
    found = SEEN_THROUGH.fullmatch(colour)
    if not found:
        return f'{kind}="{colour}"'
    red, green, blue, strength = found.groups()
    plain = f"#{int(red):02X}{int(green):02X}{int(blue):02X}"
    return f'{kind}="{plain}" {kind}-opacity="{strength}"'


def stroke(line: dict[str, object]) -> str:
    """How a line is drawn: colour, width and dashes."""
    dash = DASHES.get(str(line.get("dash", "solid")))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'{paint("stroke", str(line["color"]))} stroke-width="{line.get("width", 1)}"{dashed}'


def segment(x0: float, y0: float, x1: float, y1: float, line: dict[str, object]) -> str:
    """A straight line."""
    return f'<path d="M{at(x0)} {at(y0)}L{at(x1)} {at(y1)}" fill="none" {stroke(line)}/>'


def box(x: float, y: float, width: float, height: float, look: str) -> str:
    """A rectangle."""
    return f'<rect x="{at(x)}" y="{at(y)}" width="{at(width)}" height="{at(height)}" {look}/>'


def path(points: list[tuple[float, float]], look: str, closed: bool = False) -> str:
    """Points joined by straight lines."""
    joined = "L".join(f"{at(x)} {at(y)}" for x, y in points)
    return f'<path d="M{joined}{"Z" if closed else ""}" {look}/>'


def words(x: float, y: float, text: str, size: float, colour: str, anchor: str, bold: bool = False) -> str:
    """One line of text, `y` at the middle of its height; `anchor` is start, middle or end."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{at(x)}" y="{at(y + size * 0.36)}" font-family="{FONT}" font-size="{at(size)}"{weight} '
        f'text-anchor="{anchor}" {paint("fill", colour)}>{escape(text, quote=False)}</text>'
    )


def wide(text: str, size: float, bold: bool = False) -> float:
    """About how many pixels a line of text takes: a guess by the shape of its letters, rather too wide."""
    ems = sum(0.3 if c in NARROW else 0.9 if c in WIDE else 0.68 if c.isupper() else 0.6 for c in text)
    return ems * size * (1.05 if bold else 1.0)
