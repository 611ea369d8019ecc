"""The axis of values of a chart: few round numbers, as a page has them."""

from itertools import pairwise

from exports.native.series import Native
from exports.pictures.scales import Scale, ticks

MOST = 5
NEAR = 0.06
"""Of the axis: ends of lines that are nearer than this would have their words on each other."""


def ends(made: Native) -> tuple[float, float, float]:
    """The lowest and highest number of the axis and its step; from nought where the chart begins there."""
    known = [v for s in made.series for v in s.values if v is not None] or [0.0, 1.0]
    if made.shape == "stacked":
        rows = zip(*(s.values for s in made.series), strict=True)
        known += [sum(v or 0.0 for v in row) for row in rows]
    low, high = min([*known, *([0.0] if made.from_zero else [])]), max(known)
    air = (high - low) * 0.08 or max(1.0, abs(high) * 0.1)
    found = ticks(Scale(low if low == 0 else low - air, high + air, 0, 1), MOST)
    step = found[1] - found[0] if len(found) > 1 else 1.0
    lowest = 0.0 if low == 0 else found[0] - (step if found[0] > low else 0.0)
    return lowest, found[-1] + (step if found[-1] < high else 0.0), step


def places(made: Native) -> tuple[str, ...]:
    """Where the words at the end of each line stand: right of it, or above and below where two would meet."""
    low, high, _ = ends(made)
    lines = [(n, s) for n, s in enumerate(made.series) if s.said and made.shape == "line"]
    last = sorted((s.values[s.said[-1][0]] or 0.0, n) for n, s in lines)
    stand = dict.fromkeys(range(len(made.series)), "right")
    for (lower, below), (upper, above) in pairwise(last):
        if upper - lower < NEAR * (high - low):
            stand |= {below: "below", above: "above"}
    return tuple(stand.values())


def every(made: Native) -> int:
    """Of how many months one is named on the axis."""
    return max(1, -(-len(made.categories) // 6))
