"""What the exact reader does not tell: formulas that were never calculated, and merged ranges."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.S)
_REF = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]|<(?:\w+:)?is>")
_EMPTY_TEXT = re.compile(rb'\bt="str"')
_SINCE_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true|on)"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


@dataclass(frozen=True)
class SheetMarks:
    """Formulas without a stored value, and merged ranges as first row and column, last row and column."""

    uncalculated: frozenset[str]
    merged: tuple[tuple[int, int, int, int], ...]


def marks(data: bytes, part: str) -> SheetMarks:
    """Read the marks of one sheet part of a workbook; none when the part is not there."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        try:
            xml = book.read(part.lstrip("/"))
        except KeyError:
            return SheetMarks(frozenset(), ())
    return SheetMarks(_uncalculated(xml), tuple(_range(m.groups()) for m in _MERGED.finditer(xml)))


def counts_from_1904(data: bytes) -> bool:
    """Whether the workbook counts its days from 1904, as those made on older Macs do."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return "xl/workbook.xml" in book.namelist() and bool(_SINCE_1904.search(book.read("xl/workbook.xml")))


def _uncalculated(xml: bytes) -> frozenset[str]:
    if not _FORMULA.search(xml):
        return frozenset()
    found = set()
    for attributes, body in _CELL.findall(xml):
        # A formula whose answer is the empty text is t="str" with nothing in it: that one was calculated.
        if _FORMULA.search(body) and not _VALUE.search(body) and not _EMPTY_TEXT.search(attributes):
            reference = _REF.search(attributes)
            if reference:
                found.add(reference.group(1).decode())
    return frozenset(found)


def _range(parts: tuple[bytes, ...]) -> tuple[int, int, int, int]:
    left, top, right, bottom = parts
    return int(top), column_index(left), int(bottom), column_index(right)


def column_index(letters: bytes) -> int:
    """The column (from 0) that letters name: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
