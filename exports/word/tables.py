"""Tables in a text: a heading row that repeats on every page, numbers to the right, a line under each row."""

from typing import Any
from xml.sax.saxutils import escape

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from charts.tokens import LIGHT
from exports.grid import Grid, parts, plain, widths
from exports.word.page import INNER

SIZE = 8.5
LETTER, BESIDE = 0.152, 0.45
"""Centimetres of a letter at that size, and of what is left free beside the words of a cell."""
FEW = 14
"""Rows of a table that is not torn over two pages."""
INK, LINE = LIGHT.ink.removeprefix("#"), LIGHT.line.removeprefix("#")
SPACE = nsdecls("w")


def add_table(text: Any, title: str, whole: Grid) -> None:
    """The table; a wide one in parts, each led by the first column."""
    for part in parts(whole):
        _add_part(text, title, part)
        text.add_paragraph().paragraph_format.space_after = Pt(2)


def _add_part(text: Any, title: str, part: Grid) -> None:
    wide = widths(part, INNER, LETTER, BESIDE)
    table = text.add_table(0, len(part.headings))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _describe(table, title)
    for column, width in zip(table.columns, wide, strict=True):
        column.width = Cm(width)
    sides = ["right" if numeric and n else "left" for n, numeric in enumerate(part.numeric)]
    for r, row in enumerate((part.headings, *part.rows)):
        cells = "".join(
            _cell(said, _twips(width), side, r == 0, r < len(part.rows) <= FEW)
            for said, width, side in zip(row, wide, sides, strict=True)
        )
        head = "<w:tblHeader/>" if r == 0 else ""
        table._tbl.append(parse_xml(f"<w:tr {SPACE}><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"))


def _twips(width: float) -> int:
    """Centimetres as this format has the width of a cell."""
    return int(Cm(width).twips)


def _cell(said: str, width: int, side: str, heading: bool, with_next: bool) -> str:
    """A cell as text: the library makes each of its elements apart, which takes ten times as long.

    A row is never torn over two pages; the heading is on each.
    """
    line = f'w:val="single" w:sz="{8 if heading else 4}" w:space="0" w:color="{INK if heading else LINE}"'
    together = "<w:keepNext/>" if with_next else ""
    bold = "<w:b/>" if heading else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/><w:tcBorders><w:bottom {line}/></w:tcBorders>'
        f'</w:tcPr><w:p><w:pPr>{together}<w:spacing w:after="40" w:before="40"/><w:jc w:val="{side}"/>'
        f'</w:pPr><w:r><w:rPr>{bold}<w:sz w:val="{SIZE * 2:.0f}"/></w:rPr>{_words(said)}</w:r></w:p></w:tc>'
    )


def _words(said: str) -> str:
    """Text with its line breaks and tabs as elements."""
    whole = escape(plain(said)).replace("\r\n", "\n").replace("\r", "\n")
    open_, shut = '<w:t xml:space="preserve">', "</w:t>"
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        whole = whole.replace(sign, f"{shut}{element}{open_}")
    return f"{open_}{whole}{shut}".replace(f"{open_}{shut}", "")


def _describe(table: Any, title: str) -> None:
    look = table._tbl.tblPr
    for name, said in (("w:tblCaption", title), ("w:tblDescription", f"Table: {title}")):
        element = OxmlElement(name)
        element.set(qn("w:val"), said)
        look.append(element)
