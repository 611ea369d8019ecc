"""From one level to another, or from nothing to a change, one step at a time, each step named."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, number, wrapped


@dataclass(frozen=True)
class Step:
    """A bar: a total on the ground, or a change (negative takes away). `said` overrides its label.

    `unexplained` is a change that nothing in the returns accounts for: drawn hatched, never left out."""

    name: str
    amount: float
    kind: Literal["total", "change", "unexplained"] = "change"
    said: str = ""


@dataclass(frozen=True)
class Waterfall:
    """Steps in reading order. Totals must follow from the changes between them; `residual` says if not.

    `column` is the unit of the steps; `names` what a total is, what is taken away and what is added."""

    title: str
    measure: str
    steps: tuple[Step, ...]
    decimals: int = 1
    column: str = "FTE"
    names: tuple[str, str, str] = ("Posts or people", "Taken away", "Added")

    def key(self) -> tuple[KeyWord, ...]:
        """Totals and what lies between them, only the kinds of bar that are drawn."""
        kinds = {_kind(step) for step in self.steps}
        total, taken, added = self.names
        words = {
            "total": KeyWord("■", total, "base"),
            "taken": KeyWord("■", taken, "muted"),
            "added": KeyWord("■", added, "teal"),
            "unexplained": KeyWord("▨", "Not explained", "concern"),
        }
        return tuple(word for kind, word in words.items() if kind in kinds)

    def alt(self) -> str:
        """Each step in words."""
        return f"{self.title}. {self.measure}. " + "; ".join(f"{s.name}: {said(self, s)}" for s in self.steps)

    def numbers(self) -> pd.DataFrame:
        """One row for each step, with the level after it; a hidden amount stays hidden."""
        return pd.DataFrame(
            [
                (s.name, s.said or s.amount, level)
                for s, (_, level) in zip(self.steps, spans(self), strict=True)
            ],
            columns=["Step", self.column, f"Level after, {self.column}"],
        )


def spans(model: Waterfall) -> list[tuple[float, float]]:
    """Where each bar begins and ends."""
    out, level = [], 0.0
    for step in model.steps:
        start, level = (0.0, step.amount) if step.kind == "total" else (level, level + step.amount)
        out.append((start, level))
    return out


def residual(model: Waterfall) -> float:
    """The largest gap between a total and what the changes before it add up to; 0 where all is explained."""
    gap, level = 0.0, None
    for step in model.steps:
        if step.kind == "total":
            gap = max(gap, abs(step.amount - level)) if level is not None else gap
            level = step.amount
        else:
            level = (level or 0.0) + step.amount
    return gap


def said(model: Waterfall, step: Step) -> str:
    """A step's label: totals plain, changes with their sign."""
    if step.said:
        return step.said
    if step.kind == "total":
        return number(step.amount, model.decimals)
    sign = "\N{MINUS SIGN}" if step.amount < 0 else "+" if step.amount > 0 else ""
    return f"{sign}{number(abs(step.amount), model.decimals)}"


def figure(model: Waterfall, tokens: Tokens) -> go.Figure:
    """Draw the steps from top to bottom, so that long names and phones have room."""
    names = [wrapped(s.name) for s in model.steps]
    drawn = spans(model)
    fig = go.Figure()
    fig.add_bar(
        y=names,
        x=[abs(b - a) for a, b in drawn],
        base=[min(a, b) for a, b in drawn],
        orientation="h",
        width=0.6,
        marker=_marker(model.steps, tokens),
        customdata=[said(model, s) for s in model.steps],
        hovertemplate="%{y}: %{customdata}<extra></extra>",
    )
    _amounts(fig, model, names, drawn, tokens)
    top = max((max(a, b) for a, b in drawn), default=1.0)
    fig.update_xaxes(
        range=[min([0.0, *(min(a, b) for a, b in drawn)]), (top or 1) * 1.02],
        showgrid=True,
        gridcolor=tokens.grid,
        linecolor="rgba(0,0,0,0)",
        nticks=5,
    )
    fig.update_yaxes(
        automargin=True, autorange="reversed", tickfont={"color": tokens.ink, "size": 13}, showgrid=False
    )
    longest = max((len(said(model, s)) for s in model.steps), default=0)
    fig.update_layout(margin={"t": 6, "l": 4, "r": max(52, 7 * longest + 8), "b": 24})
    return dressed(fig, tokens, 50 + 38 * max(1, len(model.steps)))


def _amounts(
    fig: go.Figure, model: Waterfall, names: list[str], drawn: list[tuple[float, float]], tokens: Tokens
) -> None:
    """Each amount beyond the end of its bar; the right margin keeps room for the longest."""
    for name, step, (a, b) in zip(names, model.steps, drawn, strict=True):
        fig.add_annotation(
            x=max(a, b),
            y=name,
            text=said(model, step),
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"color": tokens.ink, "size": 13},
        )


def _kind(step: Step) -> str:
    if step.kind == "change":
        return "added" if step.amount > 0 else "taken"
    return step.kind


def _marker(steps: tuple[Step, ...], tokens: Tokens) -> dict[str, object]:
    """Levels solid, what is taken away paler, what nobody explains hatched: told apart without colour."""
    colour = {"total": tokens.base, "taken": tokens.mid, "added": tokens.teal, "unexplained": tokens.concern}
    edges = [colour[_kind(step)] for step in steps]
    return {
        "color": [tokens.card if _kind(s) == "unexplained" else e for s, e in zip(steps, edges, strict=True)],
        "line": {"width": 1.2, "color": edges},
        "pattern": {
            "shape": ["/" if _kind(s) == "unexplained" else "" for s in steps],
            "fgcolor": edges,
            "size": 7,
        },
    }
