"""Units of different size beside each other: what chance alone would give, and who lies outside it."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from charts.signal_words import USUAL, Signal, is_unusual
from charts.words import KeyWord, measured, sentences

ADJUSTED = (
    "The units differ by more than chance alone would give; the limits allow for that (overdispersion)."
)


@dataclass(frozen=True)
class Limits:
    """What chance alone gives at one size: the 95% limits inside the 99.8% limits."""

    size: float
    lower95: float
    upper95: float
    lower998: float
    upper998: float


@dataclass(frozen=True)
class FunnelUnit:
    """One unit: its size, its figure, the limits at its size, and what is said of it.

    `outside` is the widest limit it lies beyond: "" within both, "95%" or "99.8%".
    """

    name: str
    size: float
    value: float
    limits: Limits
    signal: Signal = USUAL
    outside: Literal["", "95%", "99.8%"] = ""


@dataclass(frozen=True)
class FunnelModel:
    """Units in alphabetical order, never ranked. `adjusted`: the limits allow for overdispersion."""

    title: str
    measure: str
    units: tuple[FunnelUnit, ...]
    average: float
    curve: tuple[Limits, ...]
    column: str
    size_name: str
    adjusted: bool = False
    decimals: int = 1
    suffix: str = ""

    def key(self) -> tuple[KeyWord, ...]:
        """The line of them all, both limits, and each signal that is drawn."""
        words = (
            KeyWord("···", f"All units {said(self, self.average)}", "common"),
            KeyWord("-\N{NO-BREAK SPACE}-", "95% limits", "common"),
            KeyWord("━", "99.8% limits", "common"),
        )
        marked = dict.fromkeys(u.signal for u in self.units if is_unusual(u.signal))
        return (*words, *(KeyWord(s.glyph, s.word, s.token) for s in marked))

    def alt(self) -> str:
        """How many units lie within the limits, and each that does not."""
        apart = [u for u in self.units if u.outside]
        inside = len(self.units) - len(apart)
        named = "; ".join(_words(self, unit) for unit in apart)
        average = f"All units: {said(self, self.average)}"
        counts = f"{inside} of {len(self.units)} units lie within the 95% limits"
        outside = f": outside, {named}" if named else ""
        return sentences(self.title, self.measure, average, f"{counts}{outside}", *self.below())

    def below(self) -> tuple[str, ...]:
        """Whether the limits allow for overdispersion, and how to read a mark."""
        read = "A mark means look here, not that a unit is bad: one unit in 20 lies outside 95% by chance."
        return (ADJUSTED, read) if self.adjusted else (read,)

    def numbers(self) -> pd.DataFrame:
        """One row for each unit with the limits at its size."""
        rows = [
            (u.name, u.size, u.value, self.average, *ends_of(u.limits), u.outside or "within", str(u.signal))
            for u in self.units
        ]
        ends = ["95% from", "95% to", "99.8% from", "99.8% to"]
        columns = ["Unit", self.size_name, self.column, "All units", *ends, "Outside", "Signal"]
        return pd.DataFrame(rows, columns=columns)


def said(model: FunnelModel, value: float) -> str:
    """A figure as this chart prints it."""
    return measured(value, model.decimals, model.suffix)


def ends_of(limits: Limits) -> tuple[float, float, float, float]:
    """The four limits, from the lower 95% to the upper 99.8%."""
    return limits.lower95, limits.upper95, limits.lower998, limits.upper998


def _words(model: FunnelModel, unit: FunnelUnit) -> str:
    side = "above" if unit.value > model.average else "below"
    word = f", {unit.signal.word.lower()}" if is_unusual(unit.signal) else ""
    return f"{unit.name} {said(model, unit.value)}, {side} the {unit.outside} limits{word}"
