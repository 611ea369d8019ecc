"""Which points of a series are marked, and how."""

from charts.signal_words import Signal, is_unusual
from charts.tokens import LIGHT


def marks(signals: tuple[Signal, ...]) -> tuple[tuple[int, str, str], ...]:
    """Each point with something unusual, its glyph and colour."""
    return tuple((n, s.glyph, getattr(LIGHT, s.token)) for n, s in enumerate(signals) if is_unusual(s))
