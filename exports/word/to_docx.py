"""A document as a text for Word: headings, tables, pictures of the charts with their text."""

import io
from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt

from charts.draw import SaysBelow
from charts.small_multiple import SmallMultiple
from charts.tokens import LIGHT
from exports.behind import behind
from exports.document import Assumed, Block, Chart, Document, Findings, Paragraph, Table
from exports.grid import Grid, as_table, grid, plain
from exports.head import facts, under_title
from exports.packed import packed_anew
from exports.pictures.to_png import to_png
from exports.word.page import INNER, add, new_text
from exports.word.tables import add_table

SMALL = 300
"""Pixels of a small chart's width: it is not blown up."""


def to_docx(document: Document) -> bytes:
    """The document as a text; the same document gives the same bytes."""
    text = new_text(document)
    text.add_paragraph(plain(document.title), style="Title")
    add(text.add_paragraph(), under_title(document), 12)
    add(text.add_paragraph(), f"For {document.audience}.", 10.5, LIGHT.muted)
    pack = document.shape == "pack"
    if pack:
        _facts(text, document)
        text.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for section in document.sections:
        text.add_heading(plain(section.title), 1)
        for block in section.blocks:
            _block(text, block)
    if pack:
        _numbers(text, document)
    _end(text, document)
    if not pack:
        _facts(text, document)
    out = io.BytesIO()
    text.save(out)
    return packed_anew(out.getvalue(), document.head.made_at)


def _facts(text: Any, document: Document) -> None:
    text.add_heading("About these figures", 1)
    for name, said in facts(document):
        line = text.add_paragraph()
        line.paragraph_format.space_after = Pt(3)
        add(line, f"{name}: ", bold=True)
        add(line, plain(" ".join(said)))


def _block(text: Any, block: Block) -> None:
    match block:
        case Paragraph(said):
            text.add_paragraph(plain(said))
        case Findings(lines):
            for line in lines:
                text.add_paragraph(plain(line), style="List Bullet")
        case Chart():
            _chart(text, block)
        case Table() | Assumed():
            table = as_table(block)
            _table(text, table.title, grid(table.frame, table.decimals), table.notes)


def _chart(text: Any, chart: Chart) -> None:
    model = chart.model
    text.add_heading(plain(model.title), 2)
    line = text.add_paragraph()
    line.paragraph_format.keep_with_next = True
    add(line, model.measure, 9, LIGHT.muted)
    for n, word in enumerate(model.key()):
        add(line, ". " if n == 0 else " · ", 9, LIGHT.muted)
        add(line, f"{word.glyph}\N{NO-BREAK SPACE}{word.name}", 9, getattr(LIGHT, word.token), bold=True)
    small = isinstance(model, SmallMultiple)
    picture = io.BytesIO(to_png(model, SMALL) if small else to_png(model))
    holder = text.add_paragraph()
    shape = holder.add_run().add_picture(picture, width=Cm(INNER * (0.5 if small else 1)))
    shape._inline.docPr.set("descr", plain(model.alt()))
    shape._inline.docPr.set("name", plain(model.title)[:80])
    _notes(text, (*(model.below() if isinstance(model, SaysBelow) else ()), *chart.notes))


def _notes(text: Any, notes: tuple[str, ...]) -> None:
    for note in notes:
        line = text.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        add(line, note, 8.5, LIGHT.muted)


def _table(text: Any, title: str, whole: Grid, notes: tuple[str, ...]) -> None:
    text.add_heading(plain(title), 2)
    add_table(text, plain(title), whole)
    _notes(text, notes)


def _numbers(text: Any, document: Document) -> None:
    """The table behind each chart."""
    found = behind(document)
    if found:
        text.add_heading("Numbers behind the charts", 1)
    for each in found:
        _table(text, each.title, grid(each.frame, each.decimals), (each.measure,))


def _end(text: Any, document: Document) -> None:
    if document.assumed:
        text.add_heading("Assumptions", 1)
    for whose, gives in document.assumed:
        line = text.add_paragraph()
        add(line, plain(f"{gives}. "))
        add(line, plain(f"{whose}."), ink=LIGHT.muted)
    if document.definitions:
        text.add_heading("Definitions", 1)
    for name, what in document.definitions:
        line = text.add_paragraph()
        add(line, f"{plain(name)}. ", bold=True)
        add(line, plain(what))
    if document.sources:
        text.add_heading("Sources", 1)
    for source in document.sources:
        text.add_paragraph(plain(source), style="List Bullet")
