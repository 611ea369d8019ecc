"""Tables on slides: as many rows on each slide as fit, the headings on every one."""

from collections.abc import Iterator
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from charts.tokens import LIGHT
from exports.document import Document
from exports.grid import Grid, parts, plain, widths
from exports.slides.deck import BOTTOM, INNER, LEFT, TOP, describe, new_slide, rgb, write_notes

SIZE, LINE = 13.0, 0.22
"""Points of the letters, and inches of one line of them."""
LETTERS, BESIDE = 11.5, 0.25
"""Letters to an inch at that size, on the safe side; and inches left free beside those of a cell."""
MOST_NOTES = 3
"""Lines of notes under a table."""
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
    shape._element.graphic.graphicData.tbl.tblPr.find(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
    ).text = NO_STYLE
    table.horz_banding, table.first_col = False, True
    for n, width in enumerate(wide):
        table.columns[n].width = Emu(int(Inches(width)))
    for r, row in enumerate((part.headings, *rows)):
        table.rows[r].height = Inches(heights[r])
        for c, text in enumerate(row):
            _cell(table.cell(r, c), text, r == 0, part.numeric[c] and c > 0)
    return TOP - 0.3 + sum(heights)


def _cell(cell: Any, text: str, heading: bool, numeric: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if heading else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if numeric else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = plain(text), Pt(SIZE), heading
    run.font.color.rgb = rgb(LIGHT.ink)
    _underline(cell, LIGHT.ink if heading else LIGHT.line, 1.0 if heading else 0.5)


def _underline(cell: Any, colour: str, width: float) -> None:
    """A line under the cell, and none beside it."""
    look = cell._tc.get_or_add_tcPr()
    line = look.makeelement(_a("lnB"), {"w": str(int(width * 12700))})
    fill = line.makeelement(_a("solidFill"), {})
    fill.append(fill.makeelement(_a("srgbClr"), {"val": colour.removeprefix("#")}))
    line.append(fill)
    look.append(line)


def _a(name: str) -> str:
    return "{http://schemas.openxmlformats.org/drawingml/2006/main}" + name
