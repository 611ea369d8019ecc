"""The kinds of missing, kept apart: a blank is not "n/a", "<5" is not "[c]", and none of them is 0."""

from __future__ import annotations

import re

BLANK = "blank"
_KINDS: dict[str, tuple[str, ...]] = {
    "n/a": ("n/a", "na", "n.a.", "not applicable", "[z]"),
    "-": ("-", "--", "–", "—"),
    "*": ("*", "**", "suppressed"),
    "[c]": ("[c]", "confidential"),
    "..": ("..", "...", "[x]", "not available", "unavailable"),
    "not known": ("n/k", "nk", "not known", "unknown", "tbc", "tba", "?", "not recorded", "[u]"),
}
_BY_TEXT = {text: kind for kind, texts in _KINDS.items() for text in texts}
_ONE_LETTER = {"z": "n/a", "c": "[c]", "x": "..", "u": "not known"}
_FEWER = re.compile(r"^(?:<|fewer than|less than|under)\s*(\d+)$")


def kind_of_missing(text: str, *, number: bool) -> str | None:
    """Which kind of missing a cell's text is, or None when it is a value.

    One letter alone is a symbol only in a column of numbers, as official statistics use it.
    """
    plain = text.strip().casefold()
    if not plain:
        return BLANK
    fewer = _FEWER.match(plain)
    if fewer and number:
        return f"<{fewer.group(1)}"
    if number and plain in _ONE_LETTER:
        return _ONE_LETTER[plain]
    return _BY_TEXT.get(plain)
