"""Funded, in post and deployable for each unit: three bars laid over each other."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, number, wrapped


@dataclass(frozen=True)
class PostsRow:
    """One unit in FTE; None where its return does not say."""

    name: str
    funded: float | None
    in_post: float | None
    deployable: float | None


@dataclass(frozen=True)
class Posts:
    """Funded posts, people in post and deployable people, in FTE, one row for each unit."""

    title: str
    measure: str
    rows: tuple[PostsRow, ...]

    def key(self) -> tuple[KeyWord, ...]:
        """The bars that are drawn, in words."""
        deployable = (KeyWord("■", "Deployable", "base"),)
        return (
            *(deployable if any(r.deployable is not None for r in self.rows) else ()),
            KeyWord("▣", "In post", "muted"),
            KeyWord("□", "Funded posts", "ink"),
        )

    def alt(self) -> str:
        """Each unit's three values in words."""
        said = [
            f"{r.name}: {number(r.deployable, 1)} deployable and {number(r.in_post, 1)} in post of "
            f"{number(r.funded, 1)} funded"
            for r in self.rows
        ]
        return f"{self.title}. {self.measure}. " + "; ".join(said)

    def numbers(self) -> pd.DataFrame:
        """One row for each unit, in FTE."""
        return pd.DataFrame(
            [(r.name, r.funded, r.in_post, r.deployable) for r in self.rows],
            columns=["Unit", "Funded posts, FTE", "In post, FTE", "Deployable, FTE"],
        )


def figure(model: Posts, tokens: Tokens) -> go.Figure:
    """Draw the rows top to bottom in the order given."""
    rows = model.rows[::-1]
    names = [wrapped(r.name) for r in rows]
    fig = go.Figure()
    outline = {"color": tokens.mid, "width": 1.3}
    _bar(fig, names, [r.in_post for r in rows], tokens.pale, outline, 0.62, "in post")
    _bar(fig, names, [r.deployable for r in rows], tokens.base, {"width": 0}, 0.34, "deployable")
    # Last, so that more people than posts do not cover how many are paid for.
    funded = {"color": tokens.ink, "width": 1.5}
    _bar(fig, names, [r.funded for r in rows], "rgba(0,0,0,0)", funded, 0.62, "funded")
    longest = max((v or 0 for r in rows for v in (r.funded, r.in_post)), default=0)
    for name, row in zip(names, rows, strict=True):
        fig.add_annotation(
            x=max(row.funded or 0, row.in_post or 0),
            y=name,
            text=_said(row),
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"color": tokens.muted, "size": 12.5},
        )
    fig.update_xaxes(
        range=[0, (longest or 1) * 1.02],
        nticks=6,
        showgrid=True,
        gridcolor=tokens.grid,
        linecolor="rgba(0,0,0,0)",
    )
    fig.update_yaxes(automargin=True, tickfont={"color": tokens.ink, "size": 13}, showgrid=False)
    fig.update_layout(barmode="overlay", margin={"t": 6, "l": 4, "r": _room(rows, longest), "b": 24})
    return dressed(fig, tokens, 60 + 36 * max(1, len(rows)))


def _room(rows: tuple[PostsRow, ...], longest: float) -> int:
    """How much of the right margin the labels need that begin near the end of the axis, in pixels."""
    ends = [(max(row.funded or 0, row.in_post or 0) / (longest or 1), len(_said(row))) for row in rows]
    return max((int(14 + 6.8 * letters - 260 * (1 - end)) for end, letters in ends), default=4)


def _said(row: PostsRow) -> str:
    """What can be used of what is paid for, with a decimal; and how far people are over posts."""
    usable = row.in_post if row.deployable is None else row.deployable
    word = " in post" if row.deployable is None and row.in_post is not None else ""
    said = f"{number(usable, 1)}{word} of {number(row.funded, 1)}"
    over = None if usable is None or row.funded is None else round(usable - row.funded, 1)
    return f"{said}, {number(over, 1)} over" if over is not None and over > 0 else said


def _bar(
    fig: go.Figure,
    names: list[str],
    values: list[float | None],
    colour: str,
    line: dict[str, object],
    width: float,
    word: str,
) -> None:
    fig.add_bar(
        y=names,
        x=values,
        orientation="h",
        width=width,
        marker={"color": colour, "line": line},
        name=word,
        hovertemplate=f"%{{x:,.1f}} FTE {word}<extra></extra>",
    )
