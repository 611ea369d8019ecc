"""The key of a heading, by which it is looked up. Standard library only: the reading child uses it too."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORDS = re.compile(r"[^\w>+/%]+")


def heading_key(text: str) -> str:
    """A heading without case, accents of spacing, punctuation and footnote marks."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return _NOT_WORDS.sub(" ", plain).strip()
