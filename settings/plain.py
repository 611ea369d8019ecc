"""A text without what people vary when they write the same name."""

import unicodedata


def plain(text: str) -> str:
    """Compatible characters made equal, case folded, spaces collapsed. Digits and punctuation stay."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
