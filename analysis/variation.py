"""What a signal means: which way a value moved, and whether that way is the better one.

The words are codes for callers. Source of the four kinds: NHS England, Making Data Count.
"""

import math
from collections.abc import Sequence
from typing import Literal

Improvement = Literal["lower", "higher", "neither"]
Direction = Literal["high", "low"]
Variation = Literal["common", "improvement", "concern", "neutral high", "neutral low", "not known"]
Assurance = Literal["pass", "fail", "hit or miss"]
Series = Sequence[float | None]

BETTER: dict[Improvement, Direction | None] = {"higher": "high", "lower": "low", "neither": None}


def variation_of(direction: Direction | None, improvement: Improvement) -> Variation:
    """The kind of variation of one point.

    `direction` is the side of its signal, None for no signal. `improvement` says which way is better;
    where neither is, a signal is "neutral high" or "neutral low". Raises ValueError for another word.
    """
    if improvement not in BETTER:
        raise ValueError(f"improvement is lower, higher or neither, not {improvement!r}")
    if direction is None:
        return "common"
    better = BETTER[improvement]
    if better is None:
        return "neutral high" if direction == "high" else "neutral low"
    return "improvement" if direction == better else "concern"


def known(value: float | None) -> float | None:
    """The value as a float, or None for a month that holds none: None, NaN and infinity all mean missing."""
    return float(value) if value is not None and math.isfinite(value) else None
