"""A document as plain data for the template: every word said here, so that the template only sets it."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from charts.draw import SaysBelow
from charts.fan import FanModel
from charts.funnel import FunnelModel
from charts.lines import Lines
from charts.outlook import Outlook
from charts.small_multiple import SmallMultiple
from charts.steps import Steps
from charts.survival import SurvivalModel
from charts.tokens import LIGHT
from charts.two_fans import TwoFans
from charts.xmr import XmrModel
from exports.behind import behind
from exports.document import Assumed, Block, Chart, Document, Findings, Paragraph, Section, Table
from exports.grid import Grid, as_table, grid, parts, plain, widths
from exports.head import facts, foot, under_title
from exports.pictures.picture import to_svg

ACROSS = {1: 680, 2: 400, 3: 260}
"""Pixels of a picture's width where one, two or three stand beside each other."""
LETTERS, BESIDE = 110.0, 2.0
"""Letters of a table that stand beside each other on paper, and what is free beside those of a cell."""
LOW, ROOM_UNDER = 150, 60
"""Pixels of height of a chart over months that stands beside another; with room for who is at risk."""
TITLE, HIGH = 70.0, re.compile(r'<svg [^>]*height="(\d+)"')
"""Pixels of what stands above a picture, and where it says its own height."""
FREE = (Lines, XmrModel, FanModel, TwoFans, Outlook, Steps, FunnelModel, SurvivalModel)
"""Charts whose height does not follow their rows."""

Data = dict[str, Any]


def content(document: Document, scale: float) -> Data:
    """The document for the template; `scale` makes everything smaller where a brief must fit."""
    head = document.head
    return {
        "title": plain(document.title),
        "under": plain(under_title(document)),
        "audience": plain(document.audience),
        "marking": plain(head.marking),
        "foot": plain(foot(document)),
        "maker": plain(head.made_by),
        "made": [head.made_at.year, head.made_at.month, head.made_at.day],
        "shape": document.shape,
        "scale": scale,
        "colours": {name: getattr(LIGHT, name) for name in ("ink", "muted", "line", "grid", "base", "page")},
        "facts": [[name, [plain(line) for line in lines]] for name, lines in facts(document)],
        "sections": [_section(section, document.shape) for section in document.sections],
        "numbers": _numbers(document) if document.shape == "pack" else [],
        "definitions": [[plain(name), plain(what)] for name, what in document.definitions],
        "assumed": [[plain(source), plain(gives)] for source, gives in document.assumed],
        "sources": [plain(source) for source in document.sources],
    }


def _section(section: Section, shape: str) -> Data:
    rows = _runs_of(section.blocks) if shape == "brief" else rows_of(section.blocks)
    blocks = [each for row in rows for each in _row(row, shape)]
    return {"title": plain(section.title), "blocks": blocks}


def rows_of(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks that stand beside each other: small charts by three."""
    row: tuple[Block, ...] = ()
    for block in blocks:
        if row and (len(row) == _beside(block) or _beside(row[-1]) != _beside(block)):
            yield row
            row = ()
        row = (*row, block)
    if row:
        yield row


def _beside(block: Block) -> int:
    return 3 if isinstance(block, Chart) and isinstance(block.model, SmallMultiple) else 1


def _runs_of(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Charts that follow each other in a brief stand together, everything else by itself."""
    for charts, run in groupby(blocks, lambda block: isinstance(block, Chart)):
        held = tuple(run)
        yield from (held,) if charts else ((block,) for block in held)


def _row(row: tuple[Block, ...], shape: str) -> list[Data]:
    first = row[0]
    if not isinstance(first, Chart):
        return [_words(block) for block in row]
    across = 2 if shape == "brief" else _beside(first)
    charts = [_chart(c, across) for c in row if isinstance(c, Chart)]
    columns = _level(charts) if shape == "brief" else [[each] for each in charts]
    return [{"kind": "charts", "across": across, "columns": columns}]


def _level(charts: list[Data]) -> list[list[Data]]:
    """Two columns of charts: each under the column that is shorter so far, so that none stands alone."""
    columns: list[list[Data]] = [[], []]
    for chart in charts:
        min(columns, key=lambda column: sum(float(c["high"]) for c in column)).append(chart)
    return columns


def _words(block: Block) -> Data:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "text": plain(text)}
        case Findings(lines):
            return {"kind": "findings", "lines": [plain(line) for line in lines]}
        case Table() | Assumed():
            table = as_table(block)
            return _table(table.title, grid(table.frame, table.decimals), table.notes)
    raise TypeError(f"a document has no block of the kind {type(block).__name__}")


def _chart(chart: Chart, across: int) -> Data:
    model = chart.model
    below = model.below() if isinstance(model, SaysBelow) else ()
    key = [{"glyph": w.glyph, "name": plain(w.name), "colour": getattr(LIGHT, w.token)} for w in model.key()]
    svg = plain(to_svg(model, ACROSS[across], _height(model, across)))
    return {
        "title": plain(model.title),
        "measure": plain(model.measure),
        "key": key,
        "svg": svg,
        "high": TITLE + float(HIGH.search(svg)[1]),
        "alt": plain(model.alt()),
        "below": [plain(line) for line in (*below, *chart.notes)],
    }


def _height(model: object, across: int) -> int:
    """0 for the chart's own height; beside another, one whose height does not follow its rows is lower."""
    if across != 2 or not isinstance(model, FREE):
        return 0
    return LOW + ROOM_UNDER if isinstance(model, SurvivalModel) else LOW


def _table(title: str, whole: Grid, notes: tuple[str, ...]) -> Data:
    return {
        "kind": "table",
        "title": plain(title),
        "notes": [plain(line) for line in notes],
        "parts": [_part(part) for part in parts(whole)],
    }


def _part(part: Grid) -> Data:
    wide = widths(part, LETTERS, 1.0, BESIDE)
    return {"headings": part.headings, "rows": part.rows, "numeric": part.numeric, "weights": wide}


def _numbers(document: Document) -> list[Data]:
    """The table behind each chart."""
    return [_table(b.title, grid(b.frame, b.decimals), (b.measure,)) for b in behind(document)]
