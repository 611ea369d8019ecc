"""Tables in a text: a heading row that repeats on every page, numbers to the right, a line under each row."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from charts.tokens import LIGHT
from exports.grid import Grid, parts, widths
from exports.word.page import INNER, add

SIZE = 8.5
LETTER, BESIDE = 0.152, 0.45
"""Centimetres of a letter at that size, and of what is left free beside the words of a cell."""
FEW = 14
"""Rows of a table that is not torn over two pages."""


def add_table(text: Any, title: str, whole: Grid) -> None:
    """The table; a wide one in parts, each led by the first column."""
    for part in parts(whole):
        _add_part(text, title, part)
        text.add_paragraph().paragraph_format.space_after = Pt(2)


def _add_part(text: Any, title: str, part: Grid) -> None:
    table = text.add_table(len(part.rows) + 1, len(part.headings))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _describe(table, title)
    wide = widths(part, INNER, LETTER, BESIDE)
    for n, width in enumerate(wide):
        table.columns[n].width = Cm(width)
    for r, (row, words) in enumerate(zip(table.rows, (part.headings, *part.rows), strict=True)):
        _together(row, heading=r == 0)
        for c, (cell, said) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = Cm(wide[c])
            _fill(cell, said, r == 0, part.numeric[c] and c > 0)
            cell.paragraphs[0].paragraph_format.keep_with_next = r < len(part.rows) <= FEW or None


def _fill(cell: Any, said: str, heading: bool, numeric: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(2)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if numeric else WD_ALIGN_PARAGRAPH.LEFT
    add(paragraph, said, SIZE, bold=heading)
    borders = OxmlElement("w:tcBorders")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8" if heading else "4"), ("space", "0")):
        line.set(qn(f"w:{name}"), value)
    line.set(qn("w:color"), (LIGHT.ink if heading else LIGHT.line).removeprefix("#"))
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def _together(row: Any, heading: bool) -> None:
    """A row is never torn over two pages; the heading is on each."""
    look = row._tr.get_or_add_trPr()
    look.append(OxmlElement("w:cantSplit"))
    if heading:
        look.append(OxmlElement("w:tblHeader"))


def _describe(table: Any, title: str) -> None:
    look = table._tbl.tblPr
    for name, said in (("w:tblCaption", title), ("w:tblDescription", f"Table: {title}")):
        element = OxmlElement(name)
        element.set(qn("w:val"), said)
        look.append(element)
