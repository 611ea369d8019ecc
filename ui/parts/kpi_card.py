"""KPI cards: a measure, its value, its basis, its recent months, and the change in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from ui.parts import held_mark
from ui.parts.spark import spark
from ui.parts.theme import tokens
from ui.trace.trace_link import address, link

GLYPHS = {"up": "▲", "down": "▼"}


@dataclass(frozen=True)
class Card:
    """One card. `said` is the value as printed, `change` the tag; `tone` stays common without a signal.

    `glyph` goes before the tag, by default that of its first word. `usual`: the usual range of `series`,
    where it is judged by one. `note`: a line of words under the basis. `metric` and `family` name the
    measure, for the link to where it comes from.
    """

    title: str
    said: str
    change: str
    series: tuple[float | None, ...] = ()
    basis: str = ""
    tone: str = "common"
    glyph: str = ""
    usual: tuple[float, float] | None = None
    note: str = ""
    metric: str = ""
    family: str = ""


def kpi_cards(cards: Sequence[Card], unit: str | None = None) -> None:
    """Draw the cards as one list; nothing where there are none. `unit`: whose, None for all in view."""
    if not cards:
        return
    st.html(f'<ul class="ppu-cards">{"".join(_one(card, unit) for card in cards)}</ul>')


def _one(card: Card, unit: str | None) -> str:
    colours = tokens()
    words = "" if any(c.isdigit() for c in card.said) and len(card.said) < 9 else " ppu-words"
    glyph = card.glyph or GLYPHS.get(card.change.split(" ")[0], "–")
    note = f'<p class="ppu-basis">{escape(card.note)}</p>' if card.note else ""
    return (
        f'<li style="--tone:{colours.tone(card.tone)};--tint:{colours.tint(card.tone)}">'
        f'<p class="ppu-k">{escape(card.title)}</p><div class="ppu-v{words}">{escape(card.said)}</div>'
        f'<p class="ppu-basis">{escape(card.basis)}</p>{note}{_held(card, unit)}'
        f"{spark(card.series, colours, card.usual)}"
        f'<span class="ppu-tag"><span aria-hidden="true">{glyph} </span>{escape(card.change)}</span>'
        f"{link(address(card.metric, unit, card.family), card.title)}</li>"
    )


def _held(card: Card, unit: str | None) -> str:
    """How many rows are held back from the figure, where any are."""
    said = held_mark.of_measure(card.metric, unit)
    return f'<p class="ppu-basis"><b>{escape(said)}</b></p>' if said else ""
