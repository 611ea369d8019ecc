"""Labels at the ends of lines, moved apart so that none lies on another."""

from collections.abc import Sequence

GAP = 16.0
"""Pixels between the middles of two labels: one line of text."""


def apart(ends: Sequence[float], lowest: float, highest: float, height: float) -> list[float]:
    """How many pixels to lift each label (down is negative) so that neighbours keep a line's distance.

    `lowest` and `highest` are the ends of the axis, `height` its length in pixels. Order is kept.
    """
    scale = height / ((highest - lowest) or 1.0)
    wanted = [(value - lowest) * scale for value in ends]
    order = sorted(range(len(ends)), key=lambda n: (wanted[n], -n))
    placed: list[float] = []
    for n in order:
        placed.append(max(wanted[n], placed[-1] + GAP) if placed else wanted[n])
    middle = (sum(wanted) - sum(placed)) / len(ends) if ends else 0.0
    return [place + middle - wanted[n] for _, n, place in sorted(zip(order, order, placed, strict=True))]
