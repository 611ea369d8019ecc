"""An assumption: a number that a result rests on and that no return gives, with who answers for it.

Whatever rests on assumptions prints them, each with its range, source, who set it and when. A range is what
the number may really be; the bounds are what could be meant at all, and a number outside them is refused.
"""

import math
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Assumption:
    """One number with its range, `low` <= `value` <= `high`, in `unit` ("hours", "share of 1", "FTE").

    `set_on` is None where nobody wrote the day down. `at_least` and `at_most` are the plausible bounds.
    """

    id: str
    title: str
    value: float
    low: float
    high: float
    unit: str
    source: str
    set_by: str
    set_on: date | None = None
    at_least: float = 0.0
    at_most: float = math.inf

    @property
    def in_range(self) -> bool:
        """Whether the range stands in order and within the plausible bounds."""
        return self.at_least <= self.low <= self.value <= self.high <= self.at_most
