"""A frame as a plain table that reads aloud, with a caption and headed rows."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts.cells import cell_words, is_numeric, is_words


def plain_table(frame: pd.DataFrame, caption: str, decimals: int = 1, cards: bool = False) -> None:
    """Draw every row of `frame`; the first column heads its row. A missing value is said in words.

    `cards`: on a narrow screen each row is a card with its headings inside, for tables of sentences.
    """
    st.html(table_html(frame, caption, decimals, cards))


def table_html(frame: pd.DataFrame, caption: str, decimals: int = 1, cards: bool = False) -> str:
    """The table as HTML with every text escaped."""
    labels = [str(c) for c in frame.columns] if cards else []
    numeric = [is_numeric(frame.iloc[:, n]) for n in range(frame.shape[1])]
    head = "".join(
        f'<th scope="col"{_n(num)}>{escape(str(c))}</th>'
        for c, num in zip(frame.columns, numeric, strict=True)
    )
    body = "".join(
        f"<tr>{_row(row, numeric, decimals, labels)}</tr>" for row in frame.itertuples(index=False, name=None)
    )
    box = "ppu-wrap ppu-cards-narrow" if cards else "ppu-wrap"
    return (
        f'<div class="{box}" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="ppu-t">'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: tuple[Any, ...], numeric: list[bool], decimals: int, labels: Sequence[str]) -> str:
    said = [cell_words(value, decimals) for value in row]
    named = [f' data-label="{escape(label)}"' for label in labels] or [""] * len(row)
    first = f'<th scope="row"{named[0]}>{escape(said[0])}</th>'
    rest = zip(said[1:], numeric[1:], named[1:], strict=True)
    return first + "".join(f"<td{_n(num, text)}{label}>{escape(text)}</td>" for text, num, label in rest)


def _n(numeric: bool, text: str = "") -> str:
    """Numbers stand to the right on one line; words among them may run over several."""
    if not numeric:
        return ""
    return ' class="n w"' if text and is_words(text) else ' class="n"'
