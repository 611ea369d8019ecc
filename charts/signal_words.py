"""A verdict as a reader meets it: a glyph, a word and a colour, always together."""

from dataclasses import dataclass

from analysis.variation import Direction, Variation
from analysis.xmr import Reason

TOKENS: dict[Variation, str] = {
    "improvement": "improve",
    "concern": "concern",
    "neutral high": "neutral",
    "neutral low": "neutral",
}
GLYPHS: dict[Direction, str] = {"high": "▲", "low": "▼"}
WORDS: dict[Direction, tuple[str, str]] = {
    "high": ("Unusually high", "Sustained rise"),
    "low": ("Unusually low", "Sustained fall"),
}
SYMBOLS = {"▲": "triangle-up", "▼": "triangle-down"}
"""How each glyph is drawn on a chart."""
SUSTAINED: tuple[Reason, ...] = ("trend", "shift")


@dataclass(frozen=True)
class Signal:
    """What is said of one point: a glyph, a word, and the token of its colour."""

    glyph: str
    word: str
    token: str

    def __str__(self) -> str:
        """The glyph and the word, as a table prints them."""
        return f"{self.glyph} {self.word}".strip()


USUAL = Signal("–", "No unusual change", "common")
NOT_JUDGED = Signal("", "Not judged", "common")


def signal_of(variation: Variation, direction: Direction | None, reason: Reason | None = None) -> Signal:
    """The words of one point's verdict: the side it lies on, and whether it has stayed there."""
    if variation == "not known":
        return NOT_JUDGED
    if variation == "common" or direction is None:
        return USUAL
    return Signal(GLYPHS[direction], WORDS[direction][reason in SUSTAINED], TOKENS[variation])


def is_unusual(signal: Signal) -> bool:
    """Whether there is something to mark."""
    return signal not in (USUAL, NOT_JUDGED)
