"""Each unit's figure with its interval, beside that of them all: who can be told apart, and who cannot."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.signal_words import NOT_JUDGED, SYMBOLS, Signal, is_unusual
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, measured, on_picture, wrapped

NOT_GIVEN = "not given"


@dataclass(frozen=True)
class Dot:
    """One unit. `said` is printed where there is no figure, or in its place where it is too small to trust
    (`2 of 12`); `signal` where it lies apart from the average by more than chance.
    """

    name: str
    value: float | None
    lower: float | None
    upper: float | None
    said: str = ""
    signal: Signal = NOT_JUDGED


@dataclass(frozen=True)
class Intervals:
    """Units in alphabetical order or by size, never by their figure. `pooled` is the ratio of sums, `of` what
    the dots are of. `bar` is what the bar through a figure shows, and `ends` what a table calls its ends.
    """

    title: str
    measure: str
    dots: tuple[Dot, ...]
    pooled: float | None
    column: str
    pooled_name: str = "All units"
    bar: str = "95% interval"
    ends: tuple[str, str] = ("95% from", "95% to")
    decimals: int = 1
    suffix: str = ""
    of: str = "Unit"

    def key(self) -> tuple[KeyWord, ...]:
        """The interval, the line of them all, and each signal that is drawn."""
        words = [KeyWord("●", f"Figure and {self.bar}", "base")]
        if self.pooled is not None:
            words.append(KeyWord("···", f"{self.pooled_name} {_said(self, self.pooled)}", "common"))
        marked = dict.fromkeys(d.signal for d in self.dots if is_unusual(d.signal))
        return (*words, *(KeyWord(s.glyph, s.word, s.token) for s in marked))

    def alt(self) -> str:
        """Each unit's figure and interval, and where the interval lies of the figure of them all."""
        pooled = f"{self.pooled_name}: {_said(self, self.pooled)}. " if self.pooled is not None else ""
        return f"{self.title}. {self.measure}. {pooled}" + "; ".join(_words(self, dot) for dot in self.dots)

    def numbers(self) -> pd.DataFrame:
        """One row for each unit, and one for them all."""
        rows = [(d.name, label(self, d), *_ends(d), str(d.signal)) for d in self.dots]
        if self.pooled is not None:
            rows.append((self.pooled_name, self.pooled, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN))
        columns = [self.of, self.column, *self.ends, "Signal"]
        frame = pd.DataFrame(rows, columns=columns)
        judged = any(is_unusual(d.signal) for d in self.dots)
        return frame if judged else frame.drop(columns="Signal")


def _ends(dot: Dot) -> tuple[float | str | None, float | str | None]:
    """The ends of a unit's interval; none is given beside words in place of a figure, or for a count."""
    none = dot.lower is None and bool(dot.said or dot.value is not None)
    return (NOT_GIVEN, NOT_GIVEN) if none else (dot.lower, dot.upper)


def _said(model: Intervals, value: float | None) -> str:
    return measured(value, model.decimals, model.suffix)


def label(model: Intervals, dot: Dot) -> str | float | None:
    """What a table prints for a unit: its figure, or the words that stand in its place."""
    return dot.said or dot.value


def _words(model: Intervals, dot: Dot) -> str:
    if dot.value is None or dot.lower is None or dot.upper is None:
        return f"{dot.name}: {dot.said or _said(model, dot.value)}"
    figure_said = dot.said or _said(model, dot.value)
    ends = f"{_said(model, dot.lower)} to {_said(model, dot.upper)}"
    verdict = f", {dot.signal.word.lower()}" if is_unusual(dot.signal) else ""
    return f"{dot.name}: {figure_said}, from {ends}{_side(model, dot)}{verdict}"


def _side(model: Intervals, dot: Dot) -> str:
    if model.pooled is None or dot.lower is None or dot.upper is None:
        return ""
    name = model.pooled_name.lower()
    if dot.lower > model.pooled:
        return f", above {name}"
    return f", below {name}" if dot.upper < model.pooled else f", cannot be told apart from {name}"


def figure(model: Intervals, tokens: Tokens) -> go.Figure:
    """Draw the units top to bottom, a line through the figure of them all."""
    dots = model.dots[::-1]
    names = [wrapped(d.name) for d in dots]
    fig = go.Figure()
    fig.add_scatter(
        x=[d.value for d in dots],
        y=names,
        mode="markers",
        cliponaxis=False,
        marker={
            "color": [_colour(d, tokens) for d in dots],
            "symbol": [SYMBOLS.get(d.signal.glyph, "circle") for d in dots],
            "size": 10,
        },
        error_x=_whiskers(dots, tokens),
        customdata=[on_picture(_words(model, d)) for d in dots],
        hovertemplate="%{customdata}<extra></extra>",
    )
    _labels(fig, model, names, dots, tokens)
    if model.pooled is not None:
        fig.add_vline(x=model.pooled, line={"color": tokens.common, "width": 1.6, "dash": "dot"})
    fig.update_xaxes(
        range=_room(model), showgrid=True, gridcolor=tokens.grid, nticks=5, ticksuffix=model.suffix
    )
    fig.update_yaxes(
        automargin=True,
        tickfont={"color": tokens.ink, "size": 13},
        showgrid=False,
        range=[-0.6, len(dots) - 0.4],
        categoryorder="array",
        categoryarray=names,
    )
    fig.update_layout(margin={"t": 8, "l": 4, "r": 76, "b": 28})
    return dressed(fig, tokens, 54 + 34 * max(1, len(dots)))


def _whiskers(dots: tuple[Dot, ...], tokens: Tokens) -> dict[str, object]:
    """How far each interval reaches beyond its figure; none where there is no interval."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [0 if d.upper is None or d.value is None else d.upper - d.value for d in dots],
        "arrayminus": [0 if d.lower is None or d.value is None else d.value - d.lower for d in dots],
        "color": tokens.common,
        "thickness": 2,
        "width": 5,
    }


def _labels(
    fig: go.Figure, model: Intervals, names: list[str], dots: tuple[Dot, ...], tokens: Tokens
) -> None:
    """Each figure in the margin, where it lies on nothing."""
    for name, dot in zip(names, dots, strict=True):
        fig.add_annotation(
            x=1,
            xref="paper",
            y=name,
            text=on_picture(dot.said) or f"<b>{_said(model, dot.value)}</b>",
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"size": 13, "color": _colour(dot, tokens) if is_unusual(dot.signal) else tokens.ink},
        )


def _colour(dot: Dot, tokens: Tokens) -> str:
    return str(getattr(tokens, dot.signal.token)) if is_unusual(dot.signal) else tokens.base


def _room(model: Intervals) -> list[float]:
    """From zero, or the lowest end below it, to the highest."""
    ends = [v for d in model.dots for v in (d.value, d.lower, d.upper) if v is not None]
    every = [*ends, *([model.pooled] if model.pooled is not None else [])] or [1.0]
    return [min(0.0, *every), (max(every) or 1.0) * 1.04]
