"""Words on slides: short parts that follow each other share one, each under its own heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.util import Pt

from charts.words import join
from exports.document import Document
from exports.slides.deck import BOTTOM, INNER, LEFT, TOP, new_slide, words, write

ROOM = BOTTOM - TOP + 0.1
"""Inches of words that fit on a slide."""
AFTER = 0.55
"""Of the height of letters, what is free under a paragraph."""
LETTERS = 1750
"""Letters of a line, times the points of one."""


@dataclass(frozen=True)
class Told:
    """A part in words: its heading and its paragraphs."""

    title: str
    lines: tuple[str, ...]


def word_slides(deck: Any, document: Document, parts: Iterable[Told], size: float) -> None:
    """The parts in their order, letters of `size` points, on as few slides as keep them so."""
    for shared in shared_by_slide([part for part in parts if part.lines], size):
        slide = new_slide(deck, document, join(part.title for part in shared))
        paragraph = words(slide, LEFT, TOP - 0.2, INNER, BOTTOM - TOP)
        for n, (line, bold) in enumerate(_lines(shared)):
            paragraph = paragraph._parent.add_paragraph() if n else paragraph
            paragraph.space_after = Pt(size * AFTER)
            write(paragraph, line, size, bold=bold)


def _lines(shared: Sequence[Told]) -> Iterator[tuple[str, bool]]:
    """What stands on one slide, and whether it is a heading: of one part alone the slide's title is it."""
    for part in shared:
        yield from ((part.title, True),) if len(shared) > 1 else ()
        yield from ((line, False) for line in part.lines)


def shared_by_slide(parts: Sequence[Told], size: float) -> list[list[Told]]:
    """Which parts stand on each slide: one joins those before it where all of it still has room.

    A part that is longer than a slide goes on over the next ones.
    """
    slides: list[list[Told]] = []
    for part in parts:
        for piece in _pieces(part, size):
            if slides and piece.title != slides[-1][-1].title and _high([*slides[-1], piece], size) <= ROOM:
                slides[-1].append(piece)
            else:
                slides.append([piece])
    return slides


def _pieces(part: Told, size: float) -> Iterator[Told]:
    """The part cut where a slide is full."""
    lines: list[str] = []
    for line in part.lines:
        if lines and sum(_takes(each, size) for each in (*lines, line)) > ROOM:
            yield Told(part.title, tuple(lines))
            lines = []
        lines.append(line)
    yield Told(part.title, tuple(lines))


def _high(shared: Sequence[Told], size: float) -> float:
    return sum(_takes(line, size) for line, _ in _lines(shared))


def _takes(line: str, size: float) -> float:
    """About how many inches of height a paragraph takes."""
    return (1 + len(line) // int(LETTERS / size)) * size * 1.2 / 72 + size * AFTER / 72
