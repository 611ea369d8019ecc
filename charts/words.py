"""The words every chart model shares: months, numbers, and the key written beside the title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape


@dataclass(frozen=True)
class KeyWord:
    """One entry of a key: a glyph and a name, in the colour of a token such as `base` or `teal`."""

    glyph: str
    name: str
    token: str


def month_name(day: date) -> str:
    """A month in words: September 2026."""
    return f"{day:%B %Y}"


def number(value: float | None, decimals: int = 0) -> str:
    """A number as printed: thousands separated, below zero with a minus sign that reads aloud.

    A missing one is said to be missing.
    """
    if value is None or value != value:
        return "no return"
    said = f"{abs(value):,.{decimals}f}"
    below = value < 0 and float(said.replace(",", "")) != 0
    return ("\N{MINUS SIGN}" if below else "") + said


def measured(value: float | None, decimals: int = 0, suffix: str = "") -> str:
    """A figure with its unit, as `number`; a missing one in words, without the unit."""
    missing = value is None or value != value
    return number(value, decimals) + ("" if missing else suffix)


def sentences(*parts: str) -> str:
    """The parts after each other, each ended by a full stop; an empty one is left out."""
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def join(words: Iterable[str]) -> str:
    """a, b and c."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def on_picture(words: str) -> str:
    """Words to be drawn as they stand: the picture reads `<b>` and `&amp;` as mark-up, `%{x}` as a value."""
    return escape(words, quote=False).replace("%{", "&#37;{")


def wrapped(name: str) -> str:
    """A long unit name over two lines, so that a phone keeps room for the bars; as `on_picture`."""
    if len(name) <= 18:
        return on_picture(name)
    words, first = name.split(), ""
    while words and len(first) + len(words[0]) < 18:
        first = f"{first} {words.pop(0)}".strip()
    lines = (first, " ".join(words)) if first and words else (name,)
    return "<br>".join(on_picture(line) for line in lines)


def span(months: Sequence[date]) -> list[str]:
    """The ends of a month axis: half a month beyond the first and last, so that no end is cut off."""
    if not months:
        return []
    half = timedelta(days=15)
    return [str(min(months) - half), str(max(months) + half)]


def months_hidden(marks: Sequence[str]) -> str:
    """`2 of 13 months are not shown (groups of under 5 people)`; "" where each is (no month has a mark)."""
    count = sum(bool(mark) for mark in marks)
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    return f"{count} of {len(marks)} months {verb} not shown (groups of under 5 people)"
