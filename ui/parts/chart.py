"""A chart with its title, its key in words, a text for people who cannot see it, and its numbers."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape

import pandas as pd
import streamlit as st

from charts.draw import ChartModel, SaysBelow, draw
from charts.template import CONFIG
from charts.words import KeyWord
from ui.parts.download import downloads
from ui.parts.plain_table import table_html
from ui.parts.theme import tokens


def show_chart(
    model: ChartModel, key: str, *, notes: tuple[str, ...] = (), decimals: int = 1, level: int = 3
) -> None:
    """Draw a chart model in a card: title, measure and key, picture, then its numbers and downloads."""
    with st.container(border=True, key=f"chart_{key}"):
        st.html(
            f'<h{level} class="ppu-ct">{escape(model.title)}</h{level}>'
            f'<p class="ppu-sub">{escape(model.measure)}{key_html(model.key())}</p>'
        )
        st.plotly_chart(draw(model, tokens()), theme=None, config=CONFIG, key=f"plot_{key}", alt=model.alt())
        below = model.below() if isinstance(model, SaysBelow) else ()
        _below(below)
        frame, table = _table(_of_one, (model,), model.title, decimals)
        _numbers(frame, table, model.title, key, (model.measure, *below, *notes))


def show_small_multiples(
    models: Sequence[ChartModel],
    key: str,
    *,
    title: str,
    measure: str,
    numbers: Callable[[tuple[ChartModel, ...]], pd.DataFrame],
    notes: tuple[str, ...] = (),
    decimals: int = 1,
) -> None:
    """Draw one small chart for each model in a grid under one heading, with one table of numbers for all."""
    frame, table = _table(numbers, tuple(models), title, decimals)
    st.html(
        f'<h2 class="ppu-ct" style="font-size:1.25rem!important">{escape(title)}</h2>'
        f'<p class="ppu-sub">{escape(measure)}</p>'
    )
    grid = st.grid(4, min_column_width=230, gap="small")
    for n, model in enumerate(models):
        with grid.cell(), st.container(border=True, key=f"chart_{key}_{n}"):
            st.html(f'<h3 class="ppu-ct" style="font-size:.95rem!important">{escape(model.title)}</h3>')
            st.plotly_chart(
                draw(model, tokens()),
                theme=None,
                config=CONFIG | {"displayModeBar": False},
                key=f"plot_{key}_{n}",
                alt=model.alt(),
            )
            _below(model.below() if isinstance(model, SaysBelow) else ())
    _numbers(frame, table, title, key, (measure, *notes), "Show the numbers behind these charts")


def _below(said: Sequence[str]) -> None:
    """What a chart says under its picture: notes by the number of their mark, what its limits rest on."""
    if said:
        st.html(f'<ul class="ppu-below">{"".join(f"<li>{escape(line)}</li>" for line in said)}</ul>')


def key_html(words: Sequence[KeyWord]) -> str:
    """The key in coloured words, after the measure."""
    colours = tokens()
    said = (
        f'<b style="color:{getattr(colours, w.token)}"><span aria-hidden="true">{w.glyph}</span>&nbsp;'
        f"{escape(w.name)}</b>"
        for w in words
    )
    return ". " + " · ".join(said) if words else ""


def _of_one(models: tuple[ChartModel, ...]) -> pd.DataFrame:
    return models[0].numbers()


@lru_cache(maxsize=512)
def _table(
    numbers: Callable[[tuple[ChartModel, ...]], pd.DataFrame],
    models: tuple[ChartModel, ...],
    title: str,
    decimals: int,
) -> tuple[pd.DataFrame, str]:
    """The numbers of the models and their table, to be shown and never changed, as figures are kept."""
    frame = numbers(models)
    return frame, table_html(frame, title, decimals)


def _numbers(
    frame: pd.DataFrame,
    table: str,
    title: str,
    key: str,
    notes: tuple[str, ...],
    label: str = "Show the numbers",
) -> None:
    with st.expander(label):
        st.html(table)
        downloads(frame, title, f"numbers_{key}", notes)
