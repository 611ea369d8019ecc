"""A figure on a card or in a table with its verdict: word, glyph and tone, where it has one."""

from dataclasses import replace

from charts.signal_words import is_unusual
from metrics.judged import Judged
from ui.findings.signals import last_quarter, state_of
from ui.parts.evidence_table import Cell
from ui.parts.kpi_card import Card


def on_card(card: Card, judged: Judged | None) -> Card:
    """The card with the word, glyph and tone of its verdict and its usual range; as it was without one."""
    if judged is None or not judged.is_judged:
        return card
    state = state_of(judged)
    if judged.kind == "quarterly":
        return replace(
            card,
            change=f"{state.word}{_of_quarter(judged)}",
            glyph=state.glyph,
            tone=state.token,
            note=f"{card.change[:1].upper()}{card.change[1:]}",
        )
    return replace(
        card,
        change=f"{state.word}, {card.change}",
        glyph=state.glyph,
        tone=state.token,
        usual=judged.usual,
    )


def _of_quarter(judged: Judged) -> str:
    """Which quarter a verdict is of, beside a figure of one month."""
    if judged.kind != "quarterly":
        return ""
    first, last = last_quarter(judged)
    return f", {first:%B} to {last:%B}"


def in_cell(said: str, judged: Judged | None) -> Cell:
    """A cell that is marked only where its figure is unusual."""
    if judged is None or not is_unusual(state_of(judged)):
        return Cell(said)
    state = state_of(judged)
    return Cell(said, state.glyph, f"{state.word}{_of_quarter(judged)}", state.token)


def as_text(cell: Cell | str) -> str:
    """A cell as a download gives it: the figure, and its word where it is marked."""
    if isinstance(cell, str):
        return cell
    return f"{cell.said} ({cell.word})" if cell.word else cell.said
