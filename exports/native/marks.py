"""Marks on what is unusual: a series for each kind of signal."""

from charts.signal_words import Signal, is_unusual
from charts.tokens import LIGHT
from exports.native.series import Series, Values


def marked(signals: tuple[Signal, ...], values: Values) -> tuple[Series, ...]:
    """One series for each kind of signal, with the points that have it, in its glyph and colour."""
    kinds = dict.fromkeys(signal for signal in signals if is_unusual(signal))
    return tuple(_of_kind(kind, signals, values) for kind in kinds)


def _of_kind(kind: Signal, signals: tuple[Signal, ...], values: Values) -> Series:
    here = tuple(v if s == kind else None for v, s in zip(values, signals, strict=True))
    colour = getattr(LIGHT, kind.token)
    return Series(kind.word, here, colour, width=0, points=True, glyph=kind.glyph)
