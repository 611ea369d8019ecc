"""An empty text: page, fonts and headings, the marking above and below, what the figures are at the foot."""

from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from charts.tokens import LIGHT
from exports.document import Document
from exports.grid import plain
from exports.head import foot

FONT = "Arial"
INNER = 17.0
"""Centimetres between the margins of A4."""
SIZES = {"Title": 26, "Heading 1": 16, "Heading 2": 11.5}


def new_text(document: Document) -> Any:
    """An A4 text that says who made it and when, and nothing of this computer."""
    text = docx.Document()
    _own_words(text.core_properties, document)
    _fonts(text)
    section = text.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _marking(section.header.paragraphs[0], document)
    _foot(section.footer, document)
    return text


def colour(name: str) -> Any:
    """A colour as this library has it, of `#12436D`."""
    return RGBColor.from_string(name.removeprefix("#"))


def add(paragraph: Any, text: str, size: float = 0, ink: str = "", bold: bool = False) -> None:
    """More words at the end of a paragraph."""
    run = paragraph.add_run(plain(text))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if ink:
        run.font.color.rgb = colour(ink)


def _own_words(core: Any, document: Document) -> None:
    head = document.head
    core.title, core.subject = plain(document.title), plain(document.audience)
    core.author = core.last_modified_by = plain(head.made_by)
    core.comments, core.category = plain(foot(document)), plain(head.marking)
    core.created = core.modified = head.made_at.replace(tzinfo=None)
    core.language = "en-GB"


def _fonts(text: Any) -> None:
    for style in text.styles:
        fonts = style.element.find(f".//{qn('w:rFonts')}")
        if fonts is not None:
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(name), FONT)
    normal = text.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    normal.paragraph_format.space_after = Pt(5)
    for name, size in SIZES.items():
        style = text.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
        style.font.color.rgb = colour(LIGHT.ink)
        style.paragraph_format.space_before = Pt(0 if name == "Title" else size)
        style.paragraph_format.space_after = Pt(4)
    _no_rule(text.styles["Title"])
    for language in text.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _no_rule(style: Any) -> None:
    """The template rules a line under every title."""
    border = style.element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _marking(paragraph: Any, document: Document) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add(paragraph, document.head.marking, 9, bold=True)


def _foot(footer: Any, document: Document) -> None:
    line = footer.paragraphs[0]
    line.paragraph_format.tab_stops.clear_all()
    line.paragraph_format.tab_stops.add_tab_stop(Cm(INNER), WD_TAB_ALIGNMENT.RIGHT)
    add(line, f"{foot(document)}\tPage ", 8, LIGHT.muted)
    _field(line, "PAGE")
    add(line, " of ", 8, LIGHT.muted)
    _field(line, "NUMPAGES")
    _marking(footer.add_paragraph(), document)


def _field(paragraph: Any, name: str) -> None:
    """A number that Word keeps."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), "16")
    look.append(size)
    text = OxmlElement("w:t")
    text.text = "1"
    run.extend([look, text])
    field.append(run)
    paragraph._p.append(field)
