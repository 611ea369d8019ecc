"""A frame as a plain table that reads aloud, with a caption and headed rows."""

import re
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from ui.parts.wording import number

ONE = "[+\N{MINUS SIGN}£]?\\d[\\d,]*(\\.\\d+)?%?"
NUMBERS = re.compile(f"{ONE}( (of|to) {ONE})?")


def plain_table(frame: pd.DataFrame, caption: str, decimals: int = 1, cards: bool = False) -> None:
    """Draw every row of `frame`; the first column heads its row. A missing value is said in words.

    `cards`: on a narrow screen each row is a card with its headings inside, for tables of sentences.
    """
    st.html(table_html(frame, caption, decimals, cards))


def table_html(frame: pd.DataFrame, caption: str, decimals: int = 1, cards: bool = False) -> str:
    """The table as HTML with every text escaped."""
    labels = [str(c) for c in frame.columns] if cards else []
    numeric = [_numeric(frame.iloc[:, n]) for n in range(frame.shape[1])]
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
    said = [_said(value, decimals) for value in row]
    named = [f' data-label="{escape(label)}"' for label in labels] or [""] * len(row)
    first = f'<th scope="row"{named[0]}>{escape(said[0])}</th>'
    rest = zip(said[1:], numeric[1:], named[1:], strict=True)
    return first + "".join(f"<td{_n(num, text)}{label}>{escape(text)}</td>" for text, num, label in rest)


def _said(value: Any, decimals: int) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, date) and value == value:
        return f"{value.day} {value:%b %Y}"
    if value is None or value != value:
        return "no return"
    return number(
        float(value),
        0 if isinstance(value, int) or (float(value).is_integer() and decimals == 0) else decimals,
    )


def _numeric(column: pd.Series) -> bool:
    """Whether a column is of numbers: one at least, and beside them only words, such as `no return`."""
    known = [v for v in column if v is not None and v == v]
    read = [_reads_as_number(v) for v in known]
    return any(read) and all(is_number or _is_words(v) for v, is_number in zip(known, read, strict=True))


def _reads_as_number(value: Any) -> bool:
    """A number, or one already in words, such as 71%, 1,209, +3.20, 3 of 12 and 4.7% to 44.8%."""
    if isinstance(value, str):
        return NUMBERS.fullmatch(value) is not None
    return isinstance(value, int | float) or hasattr(value, "dtype")


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and value[:1].isalpha()


def _n(numeric: bool, text: str = "") -> str:
    """Numbers stand to the right on one line; words among them may run over several."""
    if not numeric:
        return ""
    return ' class="n w"' if text and _is_words(text) else ' class="n"'
