"""Tables on slides: as many rows on each slide as fit, the headings on every one."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

from charts.tokens import LIGHT
from exports.document import Document
from exports.grid import Grid, parts, plain, widths
from exports.slides.deck import BOTTOM, INNER, LEFT, TOP, describe, new_slide, write_notes

SIZE, LINE = 13.0, 0.22
"""Points of the letters, and inches of one line of them."""
LETTERS, BESIDE = 11.5, 0.25
"""Letters to an inch at that size, on the safe side; and inches left free beside those of a cell."""
MOST_NOTES = 3
"""Lines of notes under a table."""
INK, LINE_COLOUR = LIGHT.ink.removeprefix("#"), LIGHT.line.removeprefix("#")
SPACE = nsdecls("a")
MARGINS = " ".join(
    f'mar{side}="{int(Inches(inches))}"'
    for side, inches in (("L", 0.08), ("R", 0.08), ("T", 0.04), ("B", 0.04))
)
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def table_slides(
    deck: Any, document: Document, title: str, whole: Grid, notes: tuple[str, ...]
) -> tuple[str, ...]:
    """One slide or more with the whole table, notes on the last; the notes that did not fit there."""
    told = [(part, rows) for part in parts(whole) for rows in _fitting(part)]
    if not told:
        return notes
    for n, (part, rows) in enumerate(told):
        count = f" ({n + 1} of {len(told)})" if len(told) > 1 else ""
        slide = new_slide(deck, document, f"{title}{count}")
        end = _table(slide, part, rows, f"{title}{count}")
    return write_notes(slide, notes, end + 0.12, MOST_NOTES)


def _widths(part: Grid) -> list[float]:
    """Inches of each column: by its letters, a little more where there is room."""
    found = widths(part, INNER, 1 / LETTERS, BESIDE)
    return [width * min(1.2, INNER / sum(found)) for width in found]


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a column."""
    room = max(1.0, (width - 0.2) * LETTERS)
    return max(1, -(-len(text) // int(room)))


def _height(row: tuple[str, ...], widths: list[float]) -> float:
    return max(_lines(text, width) for text, width in zip(row, widths, strict=True)) * LINE + 0.1


def _fitting(part: Grid) -> Iterator[list[tuple[str, ...]]]:
    """The rows of each slide."""
    wide = _widths(part)
    head = _height(part.headings, wide)
    rows: list[tuple[str, ...]] = []
    used = head
    for row in part.rows:
        more = _height(row, wide)
        if rows and used + more > BOTTOM - TOP:
            yield rows
            rows, used = [], head
        rows.append(row)
        used += more
    yield rows


def _table(slide: Any, part: Grid, rows: list[tuple[str, ...]], title: str) -> float:
    """Draw the rows under their headings; where the table ends, in inches."""
    wide = _widths(part)
    heights = [_height(row, wide) for row in (part.headings, *rows)]
    room = [Inches(v) for v in (LEFT, TOP - 0.3, sum(wide), sum(heights))]
    shape = slide.shapes.add_table(len(rows) + 1, len(wide), *room)
    describe(shape, f"Table: {title}", title)
    table = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    table.horz_banding, table.first_col = False, True
    for column, width in zip(table.columns, wide, strict=True):
        column.width = Emu(int(Inches(width)))
    for old in table._tbl.tr_lst:
        table._tbl.remove(old)
    sides = ["r" if numeric and n else "l" for n, numeric in enumerate(part.numeric)]
    for r, (row, height) in enumerate(zip((part.headings, *rows), heights, strict=True)):
        cells = "".join(_cell(text, side, r == 0) for text, side in zip(row, sides, strict=True))
        table._tbl.append(parse_xml(f'<a:tr {SPACE} h="{int(Inches(height))}">{cells}</a:tr>'))
    return TOP - 0.3 + sum(heights)


def _cell(said: str, side: str, heading: bool) -> str:
    """A cell as text, a line under it and none beside it: the library makes each of its elements apart, which
    takes ten times as long.
    """
    width, colour, anchor = (12700, INK, "b") if heading else (6350, LINE_COLOUR, "t")
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{side}"/><a:r>'
        f'<a:rPr sz="{SIZE * 100:.0f}" b="{int(heading)}">{_ink(INK)}</a:rPr>'
        f"<a:t>{escape(plain(said))}</a:t></a:r></a:p></a:txBody>"
        f'<a:tcPr anchor="{anchor}" {MARGINS}><a:lnB w="{width}">{_ink(colour)}</a:lnB></a:tcPr></a:tc>'
    )


def _ink(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
