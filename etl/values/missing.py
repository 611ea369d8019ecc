"""The kinds of missing, kept apart: a blank is not "n/a", "<5" is not "[c]", and none of them is 0."""

from __future__ import annotations

import re

BLANK = "blank"
_KINDS: dict[str, tuple[str, ...]] = {
    BLANK: ("(blank)", "null", "(null)"),  # what a pivot table and a database write for a blank
    "n/a": ("n/a", "na", "n.a.", "not applicable", "[z]"),
    "-": ("-", "--", "–", "—"),
    "*": ("*", "**", "***", "suppressed", "redacted"),
    "[c]": ("[c]", "confidential"),
    "..": ("..", "...", "…", "[x]", "not available", "unavailable"),
    "not known": ("n/k", "nk", "not known", "unknown", "tbc", "tba", "?", "not recorded", "[u]"),
}
# Signs of official statistics and answers to a survey that are words in other columns: low risk, a partial
# caseload, a pending place.
_IN_NUMBERS: dict[str, tuple[str, ...]] = {
    "n/a": ("z",),
    "*": ("#",),
    "[c]": ("c",),
    "..": ("x", ":", ".", "missing", "no data"),
    "not known": ("u", "not yet known", "not stated", "to be confirmed", "awaited", "pending"),
    "not answered": ("refused", "did not respond", "no response", "no return", "not returned"),
    "low": ("low", "[low]"),
    "partial": ("partial",),
}
_BY_TEXT = {text: kind for kind, texts in _KINDS.items() for text in texts}
_BY_SIGN = {text: kind for kind, texts in _IN_NUMBERS.items() for text in texts}
_FEWER = re.compile(r"^(?:<|fewer than|less than|under|below)\s*(\d+)$")
_AT_MOST = re.compile(r"^(?:<=|≤|up to|at most)\s*(\d+)$")
_BETWEEN = re.compile(r"^(?:between )?(\d+)\s*(?:-|–|to|and)\s*(\d+)$")


def kind_of_missing(text: str, *, number: bool) -> str | None:
    """Which kind of missing a cell's text is, or None when it is a value.

    A letter or word alone may be a sign only in a column of numbers, as official statistics use it; there a
    range such as "<5" or "1 to 4" is one too.
    """
    plain = " ".join(text.casefold().split())
    if not plain:
        return BLANK
    if number and (kind := _BY_SIGN.get(plain) or _range(plain)):
        return kind
    return _BY_TEXT.get(plain)


def _range(plain: str) -> str | None:
    """A count that is only said to lie below a limit, or between two."""
    if match := _FEWER.match(plain):
        return f"<{match.group(1)}"
    if match := _AT_MOST.match(plain):
        return f"<={match.group(1)}"
    match = _BETWEEN.match(plain)
    return f"{match.group(1)} to {match.group(2)}" if match and int(match[1]) < int(match[2]) else None
