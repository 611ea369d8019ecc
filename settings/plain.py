"""A text without what people vary when they write the same name."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8_192)  # the names of the settings are compared with every word of a file
def plain(text: str) -> str:
    """Compatible characters made equal, case folded, spaces collapsed. Digits and punctuation stay."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
