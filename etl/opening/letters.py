"""In which letters a text file is written, told from its bytes; never guessed beyond what they say."""

from __future__ import annotations

MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LOOKED_AT = 2_000


def in_wide_letters(data: bytes) -> str:
    """The wide encoding that a text is in, by its mark or by every other byte being NUL; else ""."""
    marked = MARKS.get(data[:2], "")
    if marked:
        return "" if data[:4] == b"\xff\xfe\x00\x00" else marked
    start = data[:LOOKED_AT]
    even, odd = start[::2], start[1::2]
    if odd and not odd.strip(b"\x00") and b"\x00" not in even:
        return "utf-16-le"
    return "utf-16-be" if even and not even.strip(b"\x00") and b"\x00" not in odd else ""


def decoded(data: bytes) -> str:
    """The text: UTF-8, else wide letters, else those of Windows, which Excel still writes.

    Raises UnicodeDecodeError where it holds bytes that those letters do not have.
    """
    wide = in_wide_letters(data)
    if wide:
        return data.decode(wide).removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")
