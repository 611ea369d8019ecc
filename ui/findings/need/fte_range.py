"""A range of FTE as it may be said: whole FTE, or halves where the need is small, never to the hundredth."""

from dataclasses import dataclass

from analysis.gap import Range
from ui.parts.wording import number

FINE = 10.0  # FTE: a need below this is said in halves, above it in whole FTE


@dataclass(frozen=True)
class Said:
    """A range as it may be said: its ends and middle, rounded to `step` FTE."""

    low: float
    middle: float
    high: float
    step: float

    def words(self, value: float, sign: bool = False) -> str:
        """One value of it: `86`, `4.5`, with a plus where it adds."""
        text = number(value, 0 if float(value).is_integer() else 1)
        return f"+{text}" if sign and value > 0 else text

    @property
    def between(self) -> str:
        """`between 71 and 104 FTE`; `about 4 FTE` where both ends are the same."""
        if self.low == self.high:
            return f"about {self.words(self.low)} FTE"
        return f"between {self.words(self.low)} and {self.words(self.high)} FTE"

    @property
    def from_to(self) -> str:
        """`71 to 104`."""
        if self.low == self.high:
            return self.words(self.low)
        return f"{self.words(self.low)} to {self.words(self.high)}"


def said_of(found: Range, need: Range) -> Said:
    """A range in the steps that fit the need that it belongs to."""
    step = 0.5 if need.p90 < FINE else 1.0
    low, middle, high = (near(each, step) for each in (found.p10, found.p50, found.p90))
    return Said(low, middle, high, step)


def near(value: float, step: float) -> float:
    """The value to the nearest step; never minus nothing."""
    return round(value / step) * step + 0.0
