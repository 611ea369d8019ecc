"""Where a value stands on an axis: numbers, dates and names, as Plotly would set them."""

import math
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Scale:
    """An axis from `low` to `high` laid from pixel `start` to pixel `end`; `names` on an axis of names."""

    low: float
    high: float
    start: float
    end: float
    names: tuple[str, ...] = ()

    def place(self, value: Any) -> float:
        """The pixel of a value; a name or a date is read as such."""
        return self.start + (self.read(value) - self.low) / ((self.high - self.low) or 1.0) * (
            self.end - self.start
        )

    def read(self, value: Any) -> float:
        """A value as a number of this axis."""
        if self.names and isinstance(value, str):
            return float(self.names.index(value))
        return as_number(value)

    def laid(self, start: float, end: float) -> "Scale":
        """The same axis between other pixels."""
        return Scale(self.low, self.high, start, end, self.names)


def as_number(value: Any) -> float:
    """A number, or a day (2026-09-30) as its place in the calendar."""
    if isinstance(value, str):
        return float(date.fromisoformat(value[:10]).toordinal())
    return float(value)


def is_known(value: Any) -> bool:
    """Whether there is something to place."""
    return value is not None and value == value


def scale_of(axis: dict[str, Any], values: list[Any], marked: bool) -> Scale:
    """The axis of these values by its settings: its own range, or from the values with air around `marked`
    points and from nought where it says so.
    """
    names = _names(axis, values)
    if names:
        low, high = axis.get("range") or (-0.5, len(names) - 0.5)
        ends = (high, low) if axis.get("autorange") == "reversed" else (low, high)
        return Scale(float(ends[0]), float(ends[1]), 0, 1, names)
    if axis.get("range"):
        low, high = (as_number(v) for v in axis["range"])
    else:
        low, high = _reach(axis, [as_number(v) for v in values if is_known(v)] or [0.0, 1.0], marked)
    return Scale(low, high, 0, 1)


def _names(axis: dict[str, Any], values: list[Any]) -> tuple[str, ...]:
    if axis.get("type") == "date":
        return ()
    named = [v for v in values if isinstance(v, str)]
    if not named or (axis.get("type") != "category" and _is_day(named[0])):
        return ()
    return tuple(dict.fromkeys([*axis.get("categoryarray", ()), *named]))


def _is_day(text: str) -> bool:
    return len(text) >= 10 and text[4:5] == "-" and text[:4].isdigit()


def _reach(axis: dict[str, Any], values: list[float], marked: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    floor = axis.get("rangemode") in ("tozero", "nonnegative")
    if axis.get("rangemode") == "tozero":
        low, high = min(low, 0.0), max(high, 0.0)
    air = (high - low) * (0.06 if marked else 0.04) or max(1.0, abs(high) * 0.1)
    return (low if floor and low >= 0 and low - air < 0 else low - air), high + air


def ticks(scale: Scale, most: int) -> list[float]:
    """Round numbers on the axis, at most about `most`."""
    low, high = sorted((scale.low, scale.high))
    rough = (high - low) / max(1, most)
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [n * step for n in range(first, math.floor(high / step + 1e-9) + 1)]


def tick_words(values: list[float], suffix: str, form: str = "") -> list[str]:
    """Round numbers as an axis prints them: as many decimals as their step needs."""
    if form.endswith("%"):
        return [f"{v:.0%}" for v in values]
    step = min((abs(b - a) for a, b in pairwise(values)), default=1.0)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    minus = "\N{MINUS SIGN}"
    return [f"{v + 0.0:,.{decimals}f}{suffix}".replace("-", minus) for v in values]
