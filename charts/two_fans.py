"""The months to come with a change and without it: a middle and a fan for each, in one picture."""

import math
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.month_axis import month_ticks
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, measured, month_name, sentences, span

DASHES = "\N{NON-BREAKING HYPHEN}\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}"
CHANGED, NOTHING = "With the changes", "Doing nothing"


@dataclass(frozen=True)
class Way:
    """One of the two ways: what is in the middle, and the ends within which eight runs in ten lie.

    An infinite value cannot be drawn and is told in words: `never` of the model.
    """

    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class TwoFans:
    """Both ways over `months`, of which the first is that of the figures. `line` is the force's own.

    `rests_on` says what the fans are; `prefix` and `suffix` stand around a figure, which is said to the
    `nearest` so many; `never` is said for an infinite one.
    """

    title: str
    measure: str
    months: tuple[date, ...]
    changed: Way
    nothing: Way
    rests_on: tuple[str, ...] = ()
    line: tuple[str, float] | None = None
    decimals: int = 1
    prefix: str = ""
    suffix: str = ""
    never: str = "nobody to carry it"
    nearest: int = 1
    height: int = 300

    def key(self) -> tuple[KeyWord, ...]:
        """The two ways, and the line."""
        own = (KeyWord("─", self.line[0], "concern"),) if self.line else ()
        return (KeyWord("━", CHANGED, "base"), KeyWord(DASHES, NOTHING, "common"), *own)

    def alt(self) -> str:
        """Where both begin, and where each ends with its range."""
        start = f"{self.said(self.changed.middle[0])} in {month_name(self.months[0])}"
        line = f"{self.line[0]} {self.said(self.line[1])}" if self.line else ""
        return sentences(self.title, self.measure, start, self._ends(), line, *self.below())

    def _ends(self) -> str:
        both = (
            f"{name.lower()} {self.said(way.middle[-1])} "
            f"({self.said(way.low[-1])} to {self.said(way.high[-1])})"
            for name, way in ((CHANGED, self.changed), (NOTHING, self.nothing))
        )
        return f"In {month_name(self.months[-1])} {', '.join(both)}"

    def below(self) -> tuple[str, ...]:
        """What the fans rest on."""
        return self.rests_on

    def said(self, value: float) -> str:
        """One figure in words."""
        if not math.isfinite(value):
            return self.never
        near = round(value / self.nearest) * self.nearest if self.nearest > 1 else value
        return f"{self.prefix}{measured(near, self.decimals, self.suffix)}"

    def numbers(self) -> pd.DataFrame:
        """One row for each month: the middle and both ends of each way."""
        names = [f"{name}, {end}" for name in (CHANGED, NOTHING) for end in ("p10", "middle", "p90")]
        rows = [
            (month, *(_cell(self, part[n]) for way in (self.changed, self.nothing) for part in _parts(way)))
            for n, month in enumerate(self.months)
        ]
        return pd.DataFrame(rows, columns=["Month ending", *names])


def _parts(way: Way) -> tuple[tuple[float, ...], ...]:
    return way.low, way.middle, way.high


def _cell(model: TwoFans, value: float) -> float | str:
    return value if math.isfinite(value) else model.never


def figure(model: TwoFans, tokens: Tokens) -> go.Figure:
    """Draw both fans, doing nothing behind, each with its middle and its end in figures."""
    fig = go.Figure()
    months = [str(month) for month in model.months]
    for way, colour, dash, name in (
        (model.nothing, tokens.common, "dash", NOTHING),
        (model.changed, tokens.base, "solid", CHANGED),
    ):
        _fan(fig, months, way, colour)
        fig.add_scatter(
            x=months,
            y=_drawn(way.middle),
            mode="lines",
            line={"color": colour, "width": 2.2, "dash": dash},
            hovertemplate=f"%{{x|%B %Y}}, {name.lower()}: {model.prefix}%{{y:,.{model.decimals}f}}"
            f"{model.suffix}<extra></extra>",
        )
    _labels(fig, model, tokens)
    fig.update_xaxes(**month_ticks(model.months), range=span(model.months))
    fig.update_yaxes(nticks=5, tickprefix=model.prefix, ticksuffix=model.suffix, rangemode="tozero")
    fig.update_layout(margin={"l": 52, "r": 84, "t": 22, "b": 28})
    return dressed(fig, tokens, model.height)


def _drawn(values: tuple[float, ...]) -> list[float | None]:
    return [value if math.isfinite(value) else None for value in values]


def _fan(fig: go.Figure, months: list[str], way: Way, colour: str) -> None:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    for ends, fill in ((way.low, None), (way.high, "tonexty")):
        fig.add_scatter(
            x=months,
            y=_drawn(ends),
            mode="lines",
            hoverinfo="skip",
            fill=fill,
            fillcolor=f"rgba({red},{green},{blue},0.20)",
            line={"width": 0.6, "color": colour},
        )


def _labels(fig: go.Figure, model: TwoFans, tokens: Tokens) -> None:
    """Both ends in figures, the upper one over the lower where they are close; the line by its name."""
    ends = [(model.changed.middle[-1], tokens.base), (model.nothing.middle[-1], tokens.common)]
    drawn = sorted((each for each in ends if math.isfinite(each[0])), key=lambda each: -each[0])
    tallest = max(
        (v for way in (model.changed, model.nothing) for v in way.high if math.isfinite(v)), default=1
    )
    gap = abs(drawn[0][0] - drawn[-1][0]) / (tallest or 1)
    apart = max(0.0, 0.08 - gap) * 110 if len(drawn) > 1 else 0.0
    for n, (value, colour) in enumerate(drawn):
        fig.add_annotation(
            x=str(model.months[-1]), y=value, text=f"<b>{model.said(value)}</b>", showarrow=False,
            xanchor="left", xshift=6, yshift=apart if n == 0 else -apart, font={"color": colour},
        )  # fmt: skip
    if model.line:
        fig.add_hline(
            y=model.line[1],
            line={"color": tokens.concern, "width": 1.4},
            annotation={"text": f"{model.line[0]} {model.said(model.line[1])}", "font": {"size": 12}},
            annotation_position="top left",
        )
