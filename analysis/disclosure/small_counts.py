"""Which counts of people may be shown by themselves, and the marks of those that are not."""

import math
from dataclasses import dataclass

FEWEST_PEOPLE_SHOWN = 5


class NotShown:
    """A figure that is known and is not shown, and says why. It is not missing, and it is not zero."""


@dataclass(frozen=True)
class Withheld(NotShown):
    """A figure that joins people across systems of which too few could be matched.

    `matched` and `at_least` are shares of people: what was matched, and the limit the force has set.
    """

    matched: float
    at_least: float

    def __str__(self) -> str:
        return f"withheld: {math.floor(self.matched * 100)}% of people matched"


@dataclass(frozen=True)
class Hidden(NotShown):
    """A count of people that is known and is not shown. It is not missing, and it is not zero."""

    threshold: int = FEWEST_PEOPLE_SHOWN

    def __str__(self) -> str:
        return f"fewer than {self.threshold}"


def hide_small(n: float | None, threshold: int = FEWEST_PEOPLE_SHOWN) -> float | Hidden | None:
    """Hide a count of people above zero and under the threshold; pass anything else through.

    `n` is people or FTE of people, never cases. None (no return) stays None. Raises ValueError for a
    threshold under 3 or over 10, the range in which a force may set it.
    """
    check_threshold(threshold)
    if n is None or n != n:
        return None
    return Hidden(threshold) if 0 < n < threshold else n


def check_threshold(threshold: int) -> None:
    """Raise ValueError for a fewest number of people that a force may not set."""
    if not 3 <= threshold <= 10:
        raise ValueError(f"a threshold of {threshold} people is outside 3 to 10")
