"""Which counts of people may be shown, and what must be hidden with them so they cannot be worked out."""

import math
from collections.abc import Sequence
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


def hide_row(
    counts: Sequence[float | None], threshold: int = FEWEST_PEOPLE_SHOWN
) -> list[float | Hidden | None]:
    """Hide the small counts of a row whose total is shown, and enough others that none can be worked out.

    One hidden count is the total less the rest, so the smallest count still shown is hidden with it. Where
    the hidden counts together still come to less than the threshold, the next is hidden too. Zeros are
    hidden only when nothing else is left to hide.
    """
    shown = [hide_small(n, threshold) for n in counts]
    while _can_be_worked_out(counts, shown, threshold):
        candidates = [i for i, n in enumerate(shown) if n is not None and not isinstance(n, Hidden)]
        if not candidates:
            break
        smallest = min(candidates, key=lambda i: (counts[i] == 0, counts[i], i))
        shown[smallest] = Hidden(threshold)
    return shown


def _can_be_worked_out(
    counts: Sequence[float | None], shown: Sequence[float | Hidden | None], threshold: int
) -> bool:
    """True when the hidden counts are one alone, or add to so little that a reader learns each is small."""
    hidden = [counts[i] or 0 for i, n in enumerate(shown) if isinstance(n, Hidden)]
    return bool(hidden) and (len(hidden) == 1 or sum(hidden) < threshold)
