"""A share over the months so far and the months to come, with nothing done and with what is booked."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.month_axis import month_ticks
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, measured, month_name, sentences, span

DASHES = "\N{NON-BREAKING HYPHEN}\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}"


@dataclass(frozen=True)
class Outlook:
    """Percentages by month, and for the months `ahead` what comes with nothing renewed and with every booked
    place taken up.

    `lower` and `upper` are the range of what comes with nothing renewed, and `range_of` says of what; both
    empty where there is none. `target` is the force's own, with its name. `assumed` are the assumptions.
    """

    title: str
    measure: str
    months: tuple[date, ...]
    values: tuple[float | None, ...]
    ahead: tuple[date, ...]
    bare: tuple[float, ...]
    booked: tuple[float, ...]
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    range_of: str = ""
    target: tuple[str, float] | None = None
    assumed: tuple[str, ...] = ()

    def key(self) -> tuple[KeyWord, ...]:
        """The lines in coloured words."""
        band = (KeyWord("▒", self.range_of, "concern"),) if self.lower else ()
        own = (KeyWord("─", self.target[0], "common"),) if self.target else ()
        return (
            KeyWord("━", "So far", "common"),
            KeyWord(DASHES, "Nothing renewed", "concern"),
            *band,
            KeyWord("■", "Booked places taken up", "base"),
            *own,
        )

    def alt(self) -> str:
        """The latest share, and what comes at the end."""
        known = [(m, v) for m, v in zip(self.months, self.values, strict=True) if v is not None]
        start = f"{_said(known[-1][1])} in {month_name(known[-1][0])}" if known else "No return"
        target = f"{self.target[0]} {_said(self.target[1])}" if self.target else ""
        return sentences(self.title, self.measure, start, self._end(), target, *self.below())

    def _end(self) -> str:
        if not self.ahead:
            return ""
        between = f" ({_said(self.lower[-1])} to {_said(self.upper[-1])})" if self.lower else ""
        return (
            f"In {month_name(self.ahead[-1])} {_said(self.bare[-1])}{between} with nothing renewed, "
            f"{_said(self.booked[-1])} with booked places taken up"
        )

    def below(self) -> tuple[str, ...]:
        """What it rests on."""
        return self.assumed

    def numbers(self) -> pd.DataFrame:
        """One row for each month, past and ahead."""
        names = ["Month ending", "So far, %", "Nothing renewed, %", "From, %", "To, %", "Booked taken up, %"]
        past = [(m, v, "", "", "", "") for m, v in zip(self.months, self.values, strict=True)]
        ends = zip(self.lower, self.upper, strict=True) if self.lower else [("none", "none")] * len(self.bare)
        ahead = [
            (month, "to come", bare, *end, booked)
            for month, bare, end, booked in zip(self.ahead, self.bare, ends, self.booked, strict=True)
        ]
        return pd.DataFrame([*past, *ahead], columns=names)


def _said(value: float | None) -> str:
    return measured(value, 0, "%")


def figure(model: Outlook, tokens: Tokens) -> go.Figure:
    """Draw the past, then both ways from its last figure on, and the target."""
    fig = go.Figure()
    known = [n for n, v in enumerate(model.values) if v is not None and v == v]
    joint = [(str(model.months[known[-1]]), float(model.values[known[-1]] or 0))] if known else []
    _range(fig, model, joint, tokens)
    fig.add_scatter(
        x=[str(m) for m in model.months],
        y=[v if n in known else None for n, v in enumerate(model.values)],
        mode="lines" if len(known) > 1 else "markers",
        line={"color": tokens.common, "width": 2.2},
        hovertemplate="%{x|%B %Y}: %{y:.0f}%<extra></extra>",
    )
    for values, colour, dash, name in (
        (model.booked, tokens.base, "solid", "booked places taken up"),
        (model.bare, tokens.concern, "dash", "nothing renewed"),
    ):
        fig.add_scatter(
            x=[*(x for x, _ in joint), *(str(m) for m in model.ahead)],
            y=[*(y for _, y in joint), *values],
            mode="lines+markers" if dash == "solid" else "lines",
            marker={"symbol": "square", "size": 5},
            line={"color": colour, "width": 2.2, "dash": dash},
            hovertemplate=f"%{{x|%B %Y}}, {name}: %{{y:.0f}}%<extra></extra>",
        )
    _labels(fig, model, tokens)
    every = (*model.months, *model.ahead)
    fig.update_xaxes(**month_ticks(every), range=span(every))
    fig.update_yaxes(nticks=5, ticksuffix="%", range=[0, 104])
    fig.update_layout(margin={"l": 46, "r": 64, "t": 22, "b": 28})
    return dressed(fig, tokens, 300)


def _range(fig: go.Figure, model: Outlook, joint: list[tuple[str, float]], tokens: Tokens) -> None:
    """The range of what comes with nothing renewed, from the last known figure out."""
    for ends, fill in ((model.lower, None), (model.upper, "tonexty")):
        if ends:
            fig.add_scatter(
                x=[*(x for x, _ in joint), *(str(m) for m in model.ahead)],
                y=[*(y for _, y in joint), *ends],
                mode="lines",
                hoverinfo="skip",
                fill=fill,
                fillcolor=tokens.concern_tint,
                line={"width": 0.6, "color": tokens.mid},
            )


def _labels(fig: go.Figure, model: Outlook, tokens: Tokens) -> None:
    """Both ends in figures, one over the other, and the target by name."""
    if not model.ahead:
        return
    high, low = sorted((model.booked[-1], model.bare[-1]), reverse=True)
    close = max(0.0, 8 - (high - low)) / 2 * 2.2
    for value, colour, lift in (
        (model.booked[-1], tokens.base, close if model.booked[-1] >= model.bare[-1] else -close),
        (model.bare[-1], tokens.concern, -close if model.booked[-1] >= model.bare[-1] else close),
    ):
        fig.add_annotation(
            x=str(model.ahead[-1]), y=value, text=f"<b>{_said(value)}</b>", showarrow=False,
            xanchor="left", xshift=9, yshift=lift, font={"color": colour},
        )  # fmt: skip
    if model.target:
        fig.add_hline(
            y=model.target[1],
            line={"color": tokens.common, "width": 1.4, "dash": "dot"},
            annotation={"text": f"{model.target[0]} {_said(model.target[1])}", "font": {"size": 12}},
            annotation_position="top left",
        )
