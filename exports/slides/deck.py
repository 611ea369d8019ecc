"""An empty deck and its slides: title, marking above and below, and what the figures are at the foot."""

from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from charts.tokens import LIGHT
from exports.document import Document
from exports.grid import plain
from exports.head import foot

WIDE, HIGH = 13.333, 7.5
LEFT, INNER = 0.6, 12.13
TOP, BOTTOM = 1.75, 6.75
"""Inches: where what a slide shows begins and ends, under its title and above its foot."""
NOTE, NOTE_LETTERS = 0.25, 160
"""Inches of a line of notes, and its letters on the safe side."""
FONT = "Arial"
SPACE = nsdecls("a")
TITLE_ONLY = 5
SIZES = ((75, 24), (130, 20), (10**6, 13))
"""Points of a title with fewer than so many letters: two lines of it have room."""
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The name that a field must have; any will do."""


def new_deck(document: Document) -> Any:
    """A deck of wide slides that says who made it and when, and nothing of this computer."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    _own_words(deck.core_properties, document)
    _font(deck)
    return deck


def _own_words(core: Any, document: Document) -> None:
    head = document.head
    core.title, core.subject = plain(document.title), plain(document.audience)
    core.author = core.last_modified_by = plain(head.made_by)
    core.comments, core.category = plain(foot(document)), plain(head.marking)
    core.created = core.modified = head.made_at.replace(tzinfo=None)
    core.revision = 1
    core.language = "en-GB"


def _font(deck: Any) -> None:
    """One font for everything, that every office program has."""
    for part in deck.slide_master.part.package.iter_parts():
        if str(part.partname).startswith("/ppt/theme/"):
            part._blob = part.blob.replace(b'latin typeface="Calibri"', f'latin typeface="{FONT}"'.encode())


def new_slide(deck: Any, document: Document, title: str) -> Any:
    """A slide with its title, the marking and the foot."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    box = slide.shapes.title
    box.left, box.top, box.width, box.height = Inches(LEFT), Inches(0.42), Inches(INNER), Inches(0.8)
    frame = box.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    _tight(frame)
    write(frame.paragraphs[0], title, next(size for most, size in SIZES if len(title) < most), bold=True)
    for top in (0.1, 7.16):
        marking = words(slide, LEFT, top, INNER, 0.28)
        marking.alignment = PP_ALIGN.CENTER
        write(marking, document.head.marking, 10, bold=True)
    write(words(slide, LEFT, 6.9, INNER - 1.2, 0.28), foot(document), 10, LIGHT.muted)
    _number(slide)
    return slide


def _number(slide: Any) -> None:
    """The slide's number, as a field: it follows when slides are moved."""
    line = words(slide, LEFT + INNER - 1.2, 6.9, 1.2, 0.28)
    line.alignment = PP_ALIGN.RIGHT
    write(line, "", 10, LIGHT.muted)
    field = line._p.makeelement(qn("a:fld"), {"id": FIELD, "type": "slidenum"})
    look = field.makeelement(qn("a:rPr"), {"lang": "en-GB", "sz": "1000"})
    text = field.makeelement(qn("a:t"), {})
    text.text = str(len(slide.part.package.presentation_part.presentation.slides))
    field.extend([look, text])
    line._p.append(field)


def words(slide: Any, left: float, top: float, width: float, height: float) -> Any:
    """The first paragraph of a new box of text, in inches."""
    frame = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height)).text_frame
    frame.word_wrap = True
    _tight(frame)
    return frame.paragraphs[0]


def write(paragraph: Any, text: str, size: float, colour: str = LIGHT.ink, bold: bool = False) -> None:
    """More words at the end of a paragraph."""
    ink = f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'
    look = f'<a:rPr sz="{size * 100:.0f}" b="{int(bold)}">{ink}</a:rPr>'
    # The library makes each of these elements apart, which takes ten times as long.
    paragraph._p.append(parse_xml(f"<a:r {SPACE}>{look}<a:t>{escape(plain(text))}</a:t></a:r>"))
    paragraph.alignment = paragraph.alignment or PP_ALIGN.LEFT


def write_notes(slide: Any, notes: tuple[str, ...], top: float, room: int) -> tuple[str, ...]:
    """As many notes under each other as `room` lines hold, the first at `top`; the rest for a next slide."""
    used = 0
    for n, note in enumerate(notes):
        takes = lines_of(note)
        if used + takes > room:
            return notes[n:]
        write(words(slide, LEFT, top + used * NOTE, INNER, takes * NOTE), note, 11, LIGHT.muted)
        used += takes
    return ()


def lines_of(note: str) -> int:
    """About how many lines a note takes under a chart or a table."""
    return max(1, -(-len(note) // NOTE_LETTERS))


def rgb(colour: str) -> Any:
    """A colour of the tokens as this library has it."""
    return RGBColor.from_string(colour.removeprefix("#"))


def describe(shape: Any, alt: str, name: str) -> None:
    """What a picture, chart or table shows, for people who cannot see it."""
    said = shape._element.xpath(".//p:cNvPr")[0]
    said.set("descr", plain(alt))
    said.set("name", plain(name)[:80])


def _tight(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
