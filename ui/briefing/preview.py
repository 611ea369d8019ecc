"""One part of the document as it will read, with the charts as the pages draw them."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from charts.small_multiple import SmallMultiple
from exports.document import Block, Chart, Findings, Paragraph, Table
from exports.grid import as_table
from ui.briefing.choices import Asked
from ui.briefing.compose import readers_of
from ui.briefing.parts import Part, parts_of
from ui.briefing.sections import scenarios
from ui.findings.overview import multiples_numbers
from ui.page.open_page import Page
from ui.parts.chart import show_chart, show_small_multiples
from ui.parts.download import page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say, say_small
from ui.parts.section import section

NOTHING = "There is nothing to say of it for these units and this month, so the document has no such part."


def preview(page: Page, asked: Asked) -> None:
    """Choose a part and read it."""
    of = readers_of(page, asked)
    parts = {name: part for part in parts_of(of, asked) for name in [part[0]]}
    if not parts:
        say("No section is chosen.")
        return
    section("Preview", "One part at a time, as it will stand in the document.")
    picked = st.selectbox(
        "Part to preview", list(parts), format_func=lambda name: parts[name][1], key=_key(asked)
    )
    _part(of.page, parts[picked or next(iter(parts))])


def _key(asked: Asked) -> str:
    return (
        f"briefing_preview_{asked.audience}_{asked.shape}_{'-'.join(asked.sections)}_{bool(asked.covering)}"
    )


def _part(page: Page, part: Part) -> None:
    name, title, make = part
    section(title)
    made = make()
    if not made:
        say(scenarios.NONE if name == "scenarios" else NOTHING)
    runs = [list(run) for _, run in groupby(enumerate(made), key=lambda pair: _kind(pair[1]))]
    for run in runs:
        blocks = [block for _, block in run]
        if _kind(blocks[0]) == "small":
            _small(page, [b for b in blocks if isinstance(b, Chart)], f"{name}_{run[0][0]}")
            continue
        for n, block in run:
            _one(page, block, f"briefing_{name}_{n}")


def _kind(block: Block) -> str:
    return "small" if isinstance(block, Chart) and isinstance(block.model, SmallMultiple) else "one"


def _small(page: Page, charts: Sequence[Chart], key: str) -> None:
    models = [chart.model for chart in charts]
    show_small_multiples(
        models,
        f"briefing_{key}",
        title=f"{models[0].measure[:1].upper()}{models[0].measure[1:]}",
        measure="One chart for each unit. Scales differ.",
        numbers=multiples_numbers,
        notes=page_notes(page),
    )


def _one(page: Page, block: Block, key: str) -> None:
    if isinstance(block, Paragraph):
        say(block.text)
    elif isinstance(block, Findings):
        for line in block.lines:
            say(line)
    elif isinstance(block, Chart):
        show_chart(block.model, key, notes=page_notes(page), decimals=block.decimals)
    else:
        _table(as_table(block))


def _table(block: Table) -> None:
    st.html(f'<h3 class="ppu-ct">{escape(block.title)}</h3>')
    plain_table(block.frame, block.title, block.decimals)
    for note in block.notes:
        say_small(note)
