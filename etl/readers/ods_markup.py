"""The rows of an .ods taken out of its markup, each different cell read once: published tables repeat theirs.

A table of 85,000 rows of 14 cells has a million cells and some thousand different ones, and going through the
million as elements took all the time there was. What is cut out here is cut where no other markup could be:
a file with comments, other names for its parts, or cells in cells is read whole, as any other markup is.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from xml.etree.ElementTree import Element, fromstring

from etl.readers.ods_cell import TABLE, ReadCell, read_cell

MARK = "ppu-apart"  # on a row: which of the rows that were taken out it is
MOST_AT_ONCE = 5_000
MOST_DIFFERENT = 200_000  # of more, reading each once saves less than holding them costs
_ATTRIBUTES = rb"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*"
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml\s+version=['\"]1.0['\"](?:\s+encoding=['\"][Uu][Tt][Ff]-8['\"])?[^<>?]*\?>)?\s*"
    rb"<office:document-content(" + _ATTRIBUTES + rb")>"
)
_OURS = re.compile(rb"xmlns:table\s*=\s*[\"']" + TABLE[1:-1].encode() + rb"[\"']")
_BEGINS, _ENDS, _PART = b"<table:table-row", b"</table:table-row>", b"<table:"
_OTHERWISE = (
    b"<!",
    b"<?",
    b"xmlns",
)  # comments, and other names for the parts: after the start none may be there


class NotPlain(Exception):
    """The markup holds something by which it could be cut in the wrong place."""


@dataclass
class Apart:
    """The markup with marks on its rows in place of their cells, the cells of each, and what each says."""

    markup: bytes = b""
    rows: list[array[int]] = field(default_factory=list)
    cells: list[ReadCell | None] = field(default_factory=list)

    def cells_of(self, row: Element) -> Iterator[ReadCell | None]:
        """The cells of a row, in its order."""
        mark = row.get(MARK) if self.rows else None
        return map(read_cell, row) if mark is None else map(self.cells.__getitem__, self.rows[int(mark)])


def cut(markup: bytes) -> Apart:
    """The rows apart from the rest. Raises NotPlain where that could change what is read, or ParseError."""
    start = _START.match(markup)
    if start is None or not _OURS.search(start[1]):
        raise NotPlain
    made, different = Apart(), dict[bytes, int]()
    rest = b"".join(_rest(markup, start.end(), made, different))
    if any(each in part for part in (*different, rest) for each in _OTHERWISE):
        raise NotPlain
    if rest.count(MARK.encode()) != len(made.rows):
        raise NotPlain
    made.markup = start[0] + rest
    made.cells = list(_read(different, start[1]))
    return made


def _rest(markup: bytes, done: int, made: Apart, different: dict[bytes, int]) -> Iterator[bytes]:
    """The markup from `done` on without the cells of its rows, which go to `made`."""
    while (end := markup.find(_ENDS, done)) >= 0:
        begins = markup.find(_BEGINS, done, end)
        while (later := markup.find(_BEGINS, begins + 1, end)) >= 0:
            begins = later
        ends = markup.find(b">", begins, end)
        head = markup[begins:ends]
        if begins < 0 or ends < 0 or head.endswith(b"/"):
            raise NotPlain
        before, *pieces = markup[ends + 1 : end].split(_PART)
        if before.strip() or len(different) > MOST_DIFFERENT:
            raise NotPlain
        yield markup[done:ends]
        yield b' %b="%d">' % (MARK.encode(), len(made.rows))
        made.rows.append(array("I", [different.setdefault(piece, len(different)) for piece in pieces]))
        yield _ENDS
        done = end + len(_ENDS)
    yield markup[done:]


def _read(different: dict[bytes, int], names: bytes) -> Iterator[ReadCell | None]:
    """What each different cell says. Each stands in an element of its own, so that none can end another's."""
    left = iter(different)
    while some := list(islice(left, MOST_AT_ONCE)):
        held = b"".join(b"<i>%b%b</i>" % (_PART, piece) for piece in some)
        found = fromstring(b"<cells%b>%b</cells>" % (names, held))
        if len(found) != len(some) or any(len(each) != 1 for each in found):
            raise NotPlain
        yield from (read_cell(each[0]) for each in found)
