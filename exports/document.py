"""What a document says, before it is a PDF, slides, a text or a workbook: one model for all four.

Sections hold blocks; a chart is the chart model of the page and a table its data frame, so that a document
shows what the screen shows. What must not be seen is hidden before it reaches a block: a cell that may not
be shown holds its words (analysis.disclosure.NotShown), never its number.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import pandas as pd

from analysis.assumptions import Assumption
from charts.draw import ChartModel


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of plain words."""

    text: str


@dataclass(frozen=True)
class Findings:
    """Sentences that stand as a list, the most important first."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A chart model: its title, measure, key, picture, what it says below, then `notes`."""

    model: ChartModel
    notes: tuple[str, ...] = ()
    decimals: int = 1


@dataclass(frozen=True)
class Table:
    """A table under its title; `decimals` for numbers, dates in words, a missing cell as the page says it."""

    title: str
    frame: pd.DataFrame
    decimals: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assumed:
    """The assumptions that a result rests on, each with value, range, unit, source, who and when."""

    title: str
    rows: tuple[Assumption, ...]


@dataclass(frozen=True)
class Bounds:
    """What an input may be: from `least` to `most`, whole where so, and no more than the cell of a name."""

    least: float
    most: float
    whole: bool = False
    no_more_than: str = ""


@dataclass(frozen=True)
class LiveCell:
    """A number of a live sheet: an input, or `formula` over the names of other cells of the sheet in braces
    (`"={required} - {funded}"`). `value` is what the product reckoned, and the formula must give it again.

    An input takes what is within its `bounds` and nothing else.
    """

    name: str
    value: float
    formula: str = ""
    decimals: int = 1
    bounds: Bounds | None = None


@dataclass(frozen=True)
class LiveTable:
    """Rows of words, months and live cells under headings."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | date | LiveCell, ...], ...]


@dataclass(frozen=True)
class LiveSheet:
    """A sheet of the workbook that recomputes where an assumption is changed: the middle case only."""

    title: str
    notes: tuple[str, ...]
    tables: tuple[LiveTable, ...]


Block = Paragraph | Findings | Chart | Table | Assumed


@dataclass(frozen=True)
class Section:
    """One part of a document: `id` is its name in the list of sections to choose from."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Head:
    """What every document carries of itself.

    `publication` is the number of the published figures, `mode` "internal" or "publication". `coverage`,
    `held_back` and `accepted` are sentences as the pages say them. `made_at` is UTC.
    """

    force: str
    units: str
    month_end: date
    marking: str
    publication: int
    mode: str
    coverage: tuple[str, ...]
    held_back: tuple[str, ...]
    accepted: tuple[str, ...]
    made_by: str
    made_at: datetime
    synthetic: bool


@dataclass(frozen=True)
class Document:
    """A document whole. `definitions` are (measure, what it is); `sources` where figures come from; `assumed`
    (source, who and when; the numbers it gives, each with range and unit), where no table of them is shown.

    `shape`: "pack" holds the numbers behind every chart; "brief" is two pages of paper without them.
    """

    title: str
    audience: str
    head: Head
    sections: tuple[Section, ...]
    definitions: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    live: tuple[LiveSheet, ...] = ()
    assumed: tuple[tuple[str, str], ...] = ()
    shape: Literal["brief", "pack"] = "pack"
