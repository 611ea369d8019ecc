"""What a funnel needs of each kind of figure: interval, limits, and the scale where its spread is even."""

import math
from typing import Protocol

import numpy as np

from analysis.intervals import Interval, exact_poisson, wilson, z_of
from analysis.overdispersion import Numbers

Limits = tuple[float, float]


class Scale(Protocol):
    """A kind of figure. `most` is the highest it can be; `tau2` is None where limits are unadjusted."""

    most: float

    def interval(self, events: float | None, size: float | None, level: float) -> Interval: ...
    def average(self, events: Numbers, sizes: Numbers) -> float | None: ...
    def scores(self, events: Numbers, sizes: Numbers, average: float) -> Numbers: ...
    def errors(self, sizes: Numbers, average: float) -> Numbers: ...
    def limits(self, size: float, average: float, level: float, tau2: float | None) -> Limits: ...
    def p_value(self, own: Interval, average: float, tau2: float | None) -> float: ...


class Share:
    """A proportion of people or cases. The even scale is Y = asin√p, with s = 1/(2√n)."""

    most = 1.0

    def interval(self, events: float | None, size: float | None, level: float) -> Interval:
        return wilson(events, size, level)

    def average(self, events: Numbers, sizes: Numbers) -> float | None:
        return float(events.sum() / sizes.sum()) if sizes.sum() else None

    def errors(self, sizes: Numbers, average: float) -> Numbers:
        return 1 / (2 * np.sqrt(sizes))

    def scores(self, events: Numbers, sizes: Numbers, average: float) -> Numbers:
        centre = math.asin(math.sqrt(average))
        even: Numbers = np.arcsin(np.sqrt(events / sizes))
        return (even - centre) / self.errors(sizes, average)

    def limits(self, size: float, average: float, level: float, tau2: float | None) -> Limits:
        if tau2 is None:
            half = z_of(level) * math.sqrt(average * (1 - average) / size)
            return max(0.0, average - half), min(1.0, average + half)
        centre = math.asin(math.sqrt(average))
        half = z_of(level) * math.sqrt(1 / (4 * size) + tau2)
        # The scale ends at 0 and a quarter turn; beyond them the sine would come back.
        ends = max(0.0, centre - half), min(math.pi / 2, centre + half)
        return math.sin(ends[0]) ** 2, math.sin(ends[1]) ** 2

    def p_value(self, own: Interval, average: float, tau2: float | None) -> float:
        value, size = own.value or 0.0, own.size or 0.0
        if tau2 is None:
            return _two_sided((value - average) / math.sqrt(average * (1 - average) / size))
        distance = math.asin(math.sqrt(value)) - math.asin(math.sqrt(average))
        return _two_sided(distance / math.sqrt(1 / (4 * size) + tau2))


class Rate:
    """Events for each unit of exposure. The even scale is Y = √(O/E), s = 1/(2√E), E expected at the average.

    Unlike ln(O/E) it has a place for units where nothing happened.
    """

    most = math.inf

    def interval(self, events: float | None, size: float | None, level: float) -> Interval:
        return exact_poisson(events, size, level)

    def average(self, events: Numbers, sizes: Numbers) -> float | None:
        return float(events.sum() / sizes.sum()) if sizes.sum() else None

    def errors(self, sizes: Numbers, average: float) -> Numbers:
        return 1 / (2 * np.sqrt(sizes * average))

    def scores(self, events: Numbers, sizes: Numbers, average: float) -> Numbers:
        even: Numbers = np.sqrt(events / (sizes * average))
        return (even - 1) / self.errors(sizes, average)

    def limits(self, size: float, average: float, level: float, tau2: float | None) -> Limits:
        expected = size * average
        if tau2 is None:
            from scipy.special import gdtrib

            # The events at which the exact interval of a unit begins to miss the average: what is drawn is
            # then what is judged. The tails are of a Poisson distribution, read between whole events.
            tail = (1 - level) / 2
            fewest = max(0.0, float(gdtrib(1, 1 - tail, expected)) - 1)
            return fewest / size, float(gdtrib(1, tail, expected)) / size
        half = z_of(level) * math.sqrt(1 / (4 * expected) + tau2)
        return average * max(0.0, 1 - half) ** 2, average * (1 + half) ** 2

    def p_value(self, own: Interval, average: float, tau2: float | None) -> float:
        events, expected = own.events or 0.0, (own.size or 0.0) * average
        if tau2 is not None:
            distance = math.sqrt(events / expected) - 1
            return _two_sided(distance / math.sqrt(1 / (4 * expected) + tau2))
        from scipy.special import gammainc, gammaincc

        # Twice the smaller tail of the Poisson distribution: under 0.05 exactly where the 95% interval
        # misses.
        at_least = float(gammainc(events, expected)) if events else 1.0
        return min(1.0, 2 * min(at_least, float(gammaincc(events + 1, expected))))


class Ratio(Rate):
    """Observed over expected, whose average is 1 by its making."""

    def average(self, events: Numbers, sizes: Numbers) -> float | None:
        return 1.0 if len(sizes) else None


def side(value: float, limits: Limits) -> str:
    """Where a figure lies of its limits: "high", "low", or "" on and between them."""
    if value > limits[1]:
        return "high"
    return "low" if value < limits[0] else ""


def _two_sided(z: float) -> float:
    return math.erfc(abs(z) / math.sqrt(2))


SCALES: dict[str, Scale] = {"proportion": Share(), "rate": Rate(), "ratio": Ratio()}
