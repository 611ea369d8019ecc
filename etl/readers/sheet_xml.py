"""What the exact reader does not tell: merged ranges, and from when a workbook counts its days."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

BOOK = "xl/workbook.xml"
_SINCE_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true|on)"')
_LISTED = re.compile(rb"<(?:\w+:)?sheet\s")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,7})(\d{1,10}):([A-Z]{1,7})(\d{1,10})"')


def merged_ranges(data: bytes, part: str) -> list[tuple[int, int, int, int]]:
    """The merged ranges of one sheet part: first row and column, last row and column."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        try:
            xml = book.read(part.lstrip("/"))
        except KeyError:
            return []
    return [_range(m.groups()) for m in _MERGED.finditer(xml)]


def counts_from_1904(data: bytes) -> bool:
    """Whether the workbook counts its days from 1904, as those made on older Macs do."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return BOOK in book.namelist() and bool(_SINCE_1904.search(book.read(BOOK)))


def sheets_listed(data: bytes) -> int:
    """How many sheets the workbook's own part lists."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return len(_LISTED.findall(book.read(BOOK))) if BOOK in book.namelist() else 0


def _range(parts: tuple[bytes, ...]) -> tuple[int, int, int, int]:
    left, top, right, bottom = parts
    return int(top), column_index(left), int(bottom), column_index(right)


def column_index(letters: bytes) -> int:
    """The column (from 0) that letters name: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
