"""A document as slides for PowerPoint: charts that can be edited where it has such a chart, else pictures."""

import io
from collections.abc import Iterator
from typing import Any

from pptx.util import Inches, Pt

from charts.draw import SaysBelow
from charts.small_multiple import SmallMultiple
from charts.tokens import LIGHT
from exports.document import Block, Chart, Document, Findings, Paragraph, Section
from exports.grid import as_table, grid
from exports.head import facts, under_title
from exports.native.kinds import native
from exports.native.series import Native
from exports.packed import packed_anew
from exports.pictures.to_png import to_png
from exports.slides.deck import (
    BOTTOM,
    INNER,
    LEFT,
    NOTE,
    TOP,
    describe,
    lines_of,
    new_deck,
    new_slide,
    words,
    write,
    write_notes,
)
from exports.slides.native_chart import add_chart
from exports.slides.tables import table_slides
from exports.slides.word_slides import Told, word_slides

BIG, READ = 18, 14
"""Points of the letters of a section, and of what is there to be looked up."""
LINE = 125
"""Letters of a line under the title."""
MOST_NOTES = 4
"""Lines of notes under a chart; more stand on the next slide."""
SMALL = 6
"""Small charts on one slide, three beside each other."""


def to_pptx(document: Document) -> bytes:
    """The document as slides, each with the marking and what the figures are."""
    deck = new_deck(document)
    _first(deck, document)
    _facts(deck, document)
    _sections(deck, document)
    _end(deck, document)
    out = io.BytesIO()
    deck.save(out)
    return packed_anew(out.getvalue(), document.head.made_at)


def _first(deck: Any, document: Document) -> None:
    slide = new_slide(deck, document, document.title)
    slide.shapes.title.top, slide.shapes.title.height = Inches(2.2), Inches(1.4)
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(38)
    write(words(slide, LEFT, 3.8, INNER, 0.4), under_title(document), 18)
    write(words(slide, LEFT, 4.3, INNER, 0.4), f"For {document.audience}.", 16, LIGHT.muted)


def _facts(deck: Any, document: Document) -> None:
    lines = tuple(f"{name}: {' '.join(said)}" for name, said in facts(document))
    word_slides(deck, document, (Told("About these figures", lines),), READ)


def _sections(deck: Any, document: Document) -> None:
    """Every run of blocks in order; words wait for those of the next section, which may share their slide."""
    waiting: list[Told] = []
    for section in document.sections:
        for run in _runs(section.blocks):
            if isinstance(run[0], Paragraph | Findings):
                waiting.append(Told(section.title, tuple(_said(run))))
                continue
            word_slides(deck, document, waiting, BIG)
            waiting = []
            _drawn(deck, document, section, run)
    word_slides(deck, document, waiting, BIG)


def _drawn(deck: Any, document: Document, section: Section, run: list[Any]) -> None:
    first = run[0]
    if _is_small(first):
        _small(deck, document, section.title, run)
    elif isinstance(first, Chart):
        _chart(deck, document, first)
    else:
        table = as_table(first)
        told = grid(table.frame, table.decimals)
        more = table_slides(deck, document, table.title, told, table.notes)
        word_slides(deck, document, (Told(table.title, more),), READ)


def _runs(blocks: tuple[Block, ...]) -> Iterator[list[Any]]:
    """Words that stand on one slide, small charts together, everything else by itself."""
    run: list[Any] = []
    for block in blocks:
        if run and not _together(run, block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _together(run: list[Any], block: Block) -> bool:
    if isinstance(block, Paragraph | Findings):
        return isinstance(run[-1], Paragraph | Findings)
    return _is_small(block) and _is_small(run[-1]) and len(run) < SMALL


def _is_small(block: Block) -> bool:
    return isinstance(block, Chart) and isinstance(block.model, SmallMultiple)


def _said(run: list[Paragraph | Findings]) -> Iterator[str]:
    for block in run:
        yield from (block.text,) if isinstance(block, Paragraph) else (f"•  {line}" for line in block.lines)


def _chart(deck: Any, document: Document, chart: Chart) -> None:
    """The chart under its title, its numbers on the next slide where the chart does not hold them all."""
    model = chart.model
    slide = new_slide(deck, document, model.title)
    line = words(slide, LEFT, 1.3, INNER, 0.3)
    write(line, model.measure, 13, LIGHT.muted)
    for n, word in enumerate(model.key()):
        write(line, ".  " if n == 0 else "  ·  ", 13, LIGHT.muted)
        write(line, f"{word.glyph} {word.name}", 13, getattr(LIGHT, word.token), bold=True)
    below = (*(model.below() if isinstance(model, SaysBelow) else ()), *chart.notes)
    end = BOTTOM - NOTE * min(MOST_NOTES, sum(lines_of(note) for note in below))
    top = TOP + (0.22 if len(model.measure) + sum(len(w.name) + 6 for w in model.key()) > LINE else 0.0)
    made = native(model)
    if made:
        shape = add_chart(slide, made, (LEFT, top, INNER, _high(made, end - top - 0.05)), chart.decimals)
        describe(shape, model.alt(), model.title)
    else:
        _picture(slide, chart, end)
    more = write_notes(slide, below, end, MOST_NOTES)
    word_slides(deck, document, (Told(model.title, more),), READ)
    if made is None or not made.whole:
        table_slides(deck, document, model.title, grid(model.numbers(), chart.decimals), (model.measure,))


def _high(made: Native, room: float) -> float:
    """Inches of a chart: of bars as their rows need, so that few of them are not thick."""
    rows = {"bar": 0.35 + 0.25 * len(made.series), "stacked": 0.6}.get(made.shape, room)
    return min(room, 0.8 + rows * max(1, len(made.categories)))


def _picture(slide: Any, chart: Chart, end: float) -> None:
    """The picture as large as it goes, its shape kept."""
    shape = slide.shapes.add_picture(io.BytesIO(to_png(chart.model)), Inches(LEFT), Inches(TOP))
    scale = min(Inches(INNER) / shape.width, Inches(end - TOP - 0.05) / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    describe(shape, chart.model.alt(), chart.model.title)


def _small(deck: Any, document: Document, title: str, run: list[Chart]) -> None:
    slide = new_slide(deck, document, title)
    write(words(slide, LEFT, 1.3, INNER, 0.3), f"{run[0].model.measure}. Scales differ.", 13, LIGHT.muted)
    wide, high = INNER / 3, (BOTTOM - TOP) / 2
    for n, chart in enumerate(run):
        left, top = LEFT + n % 3 * wide, TOP + n // 3 * high
        write(words(slide, left, top, wide - 0.2, 0.25), chart.model.title, 12, bold=True)
        made = native(chart.model)
        if made:
            shape = add_chart(slide, made, (left, top + 0.26, wide - 0.2, high - 0.4), chart.decimals, 9)
            describe(shape, chart.model.alt(), chart.model.title)


def _end(deck: Any, document: Document) -> None:
    parts = (
        Told("Assumptions", tuple(f"{gives}. {whose}." for whose, gives in document.assumed)),
        Told("Definitions", tuple(f"{name}: {what}" for name, what in document.definitions)),
        Told("Sources", document.sources),
    )
    word_slides(deck, document, parts, READ)
