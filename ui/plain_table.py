"""A frame as a plain table that reads aloud, with a caption and headed rows."""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from ui.wording import number


def plain_table(frame: pd.DataFrame, caption: str, decimals: int = 1) -> None:
    """Draw every row of `frame`; the first column heads its row. A missing value is said in words."""
    st.html(table_html(frame, caption, decimals))


def table_html(frame: pd.DataFrame, caption: str, decimals: int = 1) -> str:
    """The table as HTML with every text escaped."""
    numeric = [_numeric(frame.iloc[:, n]) for n in range(frame.shape[1])]
    head = "".join(
        f'<th scope="col"{_n(num)}>{escape(str(c))}</th>'
        for c, num in zip(frame.columns, numeric, strict=True)
    )
    body = "".join(
        f"<tr>{_row(row, numeric, decimals)}</tr>" for row in frame.itertuples(index=False, name=None)
    )
    return (
        f'<div class="ppu-wrap" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="ppu-t">'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: tuple[Any, ...], numeric: list[bool], decimals: int) -> str:
    first = f'<th scope="row">{escape(_said(row[0], decimals))}</th>'
    rest = (
        f"<td{_n(num)}>{escape(_said(v, decimals))}</td>" for v, num in zip(row[1:], numeric[1:], strict=True)
    )
    return first + "".join(rest)


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
    known = [v for v in column if v is not None and v == v]
    return bool(known) and all(isinstance(v, int | float) or _reads_as_number(v) for v in known)


def _reads_as_number(value: Any) -> bool:
    """A share, count or change that is already in words, such as 71%, 1,209 or +3.20."""
    if not isinstance(value, str):
        return hasattr(value, "dtype")
    return value.lstrip("+\N{MINUS SIGN}")[:1].isdigit() and " " not in value


def _n(numeric: bool) -> str:
    return ' class="n"' if numeric else ""
