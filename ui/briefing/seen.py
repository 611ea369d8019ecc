"""Whose figures a document shows, and in which mode: a page narrowed to what was chosen."""

from dataclasses import dataclass, replace

import pandas as pd

from charts.draw import ChartModel
from exports.document import Block, Chart, Findings, Paragraph, Table
from ui.figures.status import status_of
from ui.findings.judged import as_text
from ui.page.open_page import Page
from ui.parts.evidence_table import Row


@dataclass(frozen=True)
class Seen:
    """The page as the readers of the document would have it, the unit it is of, and whether it is short."""

    page: Page
    unit: str | None
    is_brief: bool = False


def seen(page: Page, unit: str | None, publication: bool, is_brief: bool = False) -> Seen:
    """The page narrowed to one unit, in publication mode where asked; never wider than the reader's own."""
    reader = replace(page.reader, internal=page.reader.internal and not publication)
    scope = frozenset(pair for pair in page.scope if unit in (None, pair[1]))
    status = status_of(page.world, page.force, page.month, scope, reader.internal)
    return Seen(replace(page, reader=reader, scope=scope, status=status), unit, is_brief)


def in_mode(page: Page, publication: bool) -> Page:
    """The same page for readers of that mode."""
    return seen(page, None, publication).page


def as_frame(columns: list[str], rows: list[Row]) -> pd.DataFrame:
    """A table of a page as its download has it: each figure, and its word where it is marked."""
    return pd.DataFrame([(row.label, *map(as_text, row.cells)) for row in rows], columns=columns)


def findings(*said: str) -> tuple[Block, ...]:
    """The sentences that there are, as a list."""
    lines = tuple(text for text in said if text)
    return (Findings(lines),) if lines else ()


def paragraphs(*said: str) -> tuple[Block, ...]:
    """Each sentence that there is, as a paragraph."""
    return tuple(Paragraph(text) for text in said if text)


def chart(model: ChartModel | None, decimals: int = 1) -> tuple[Block, ...]:
    """A chart, where there is one."""
    return () if model is None else (Chart(model, decimals=decimals),)


def table(title: str, frame: pd.DataFrame, decimals: int = 1, *notes: str) -> tuple[Block, ...]:
    """A table with its notes; none where it has no rows."""
    return () if frame.empty else (Table(title, frame, decimals, tuple(note for note in notes if note)),)
