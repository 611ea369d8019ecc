"""A real table whose rows open the evidence: a button in each row, a word and a glyph in each marked cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template

import streamlit as st

from charts.tokens import Tokens
from ui.parts import held_mark
from ui.parts.theme import tokens

HERE = Path(__file__).parent
SOURCE, ROWS_OF = "From", "files"


@dataclass(frozen=True)
class Cell:
    """A cell. `word` says what its glyph means; `tone` stays common without a signal.

    `opens` is handed back when the cell is chosen; "" makes it plain text.
    """

    said: str
    glyph: str = ""
    word: str = ""
    tone: str = "common"
    opens: str = ""


@dataclass(frozen=True)
class Row:
    """One row: the id handed back when it is opened, its label, and its cells as text or `Cell`.

    `source`: the address of where its figures come from (ui/trace/trace_link.py), in a column of its own, so
    that rows stay one line high; "" gives no link.
    """

    id: str
    label: str
    cells: tuple[Cell | str, ...]
    source: str = ""


def evidence_table(
    caption: str, columns: Sequence[str], rows: Sequence[Row], key: str, opens: bool = True
) -> str | None:
    """Draw the table; the first column is the row's label. Returns the id of the row or cell just opened."""
    colours = tokens()
    css, js = _parts(colours)
    table = st.components.v2.component(
        f"ppu_evidence_table_{colours.name}",
        html='<div class="host"></div>',
        css=css,
        js=js,
    )
    data = {
        "caption": caption,
        "columns": list(columns),
        "source": SOURCE,
        "opens": opens,
        "rows": [_plain(row) for row in rows],
    }
    opened = table(data=data, key=key, on_open_change=lambda: None)
    return str(opened.open) if opened.open else None


@lru_cache(maxsize=2)
def _parts(colours: Tokens) -> tuple[str, str]:
    css = Template((HERE / "evidence_table.css").read_text(encoding="utf-8")).substitute(vars(colours))
    return css, (HERE / "evidence_table.js").read_text(encoding="utf-8")


def _plain(row: Row) -> dict[str, object]:
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells]
    source = (
        {"to": row.source, "said": ROWS_OF, "of": f" and rows behind the figures of {row.label}"}
        if row.source
        else None
    )
    held = held_mark.of_unit(row.id) if row.source else ""
    return {
        "id": row.id,
        "label": row.label,
        "held": held,
        "cells": [vars(cell) for cell in cells],
        "source": source,
    }
