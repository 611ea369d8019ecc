"""What has been, and how far what comes may spread: history as a line, the future as a fan."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts.month_axis import month_ticks
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, join, measured, month_name, sentences, span

SO_FAR, TO_COME = "has been", "to come"


@dataclass(frozen=True)
class Spread:
    """The ends of the method's range of `level` percent, for each month ahead."""

    level: int
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True)
class FanModel:
    """History by month, and for the months `ahead` a middle and spreads, the widest first.

    `method` says in words what was projected and how; where nothing did better than carrying the last
    figure on, `naive` is True and it is said. `by_chance` is False where ranges of this method held so few
    past figures that their percentage is not a chance, and none is said. `line` is a line of the force's
    own, with its name.
    """

    title: str
    measure: str
    months: tuple[date, ...]
    values: tuple[float | None, ...]
    ahead: tuple[date, ...]
    middle: tuple[float, ...]
    spreads: tuple[Spread, ...]
    method: str
    naive: bool = False
    by_chance: bool = True
    line: tuple[str, float] | None = None
    decimals: int = 0
    suffix: str = ""
    column: str = "Figure"
    height: int = 300

    def key(self) -> tuple[KeyWord, ...]:
        """History, the middle and the spreads."""
        levels = join(f"{s.level}%" for s in sorted(self.spreads, key=lambda s: s.level))
        middle = "Last figure carried on" if self.naive else "Middle of what may come"
        own = (KeyWord("─", self.line[0], "concern"),) if self.line else ()
        return (
            KeyWord("━", "So far", "common"),
            KeyWord("-\N{NO-BREAK SPACE}-", middle, "base"),
            KeyWord(
                "▒", f"Chances of {levels}" if self.by_chance else f"The method's {levels} ranges", "base"
            ),
            *own,
        )

    def alt(self) -> str:
        """The latest figure, and within which ends the last month ahead will lie."""
        known = [(m, v) for m, v in zip(self.months, self.values, strict=True) if v is not None]
        start = f"{_said(self, known[-1][1])} in {month_name(known[-1][0])}" if known else "No return"
        return sentences(self.title, self.measure, start, _end(self), *self.below())

    def below(self) -> tuple[str, ...]:
        """How it was projected."""
        naive = ("Nothing tried did better in the past than carrying the last figure on, so that is shown.",)
        return (f"{self.method}.", *(naive if self.naive else ()))

    def numbers(self) -> pd.DataFrame:
        """One row for each month, past and ahead."""
        past = [
            (m, v, *[SO_FAR] * (1 + 2 * len(self.spreads)))
            for m, v in zip(self.months, self.values, strict=True)
        ]
        to_come = [
            (m, TO_COME, self.middle[n], *(end for s in self.spreads for end in (s.lower[n], s.upper[n])))
            for n, m in enumerate(self.ahead)
        ]
        ends = [f"{s.level}% {end}" for s in self.spreads for end in ("from", "to")]
        return pd.DataFrame([*past, *to_come], columns=["Month ending", self.column, "Middle", *ends])


def _said(model: FanModel, value: float | None) -> str:
    return measured(value, model.decimals, model.suffix)


def _end(model: FanModel) -> str:
    if not model.ahead:
        return ""
    ends = join(
        f"within {_said(model, s.lower[-1])} to {_said(model, s.upper[-1])} {_level(model, s)}"
        for s in model.spreads
    )
    return f"In {month_name(model.ahead[-1])} about {_said(model, model.middle[-1])}, {ends}"


def _level(model: FanModel, spread: Spread) -> str:
    if model.by_chance:
        return f"with a chance of {spread.level}%"
    return f"by the method's {spread.level}% range, which held less often in the past"


def figure(model: FanModel, tokens: Tokens) -> go.Figure:
    """Draw the history, then the fan from its last figure on."""
    fig = go.Figure()
    known = [n for n, v in enumerate(model.values) if v is not None and v == v]
    joint = [(str(model.months[known[-1]]), float(model.values[known[-1]] or 0))] if known else []
    for n, spread in enumerate(sorted(model.spreads, key=lambda s: -s.level)):
        _spread(fig, model, spread, joint, tokens, 0.16 + 0.14 * n)
    fig.add_scatter(
        x=[str(m) for m in model.months],
        y=[v if n in known else None for n, v in enumerate(model.values)],
        mode="lines",
        connectgaps=False,
        line={"color": tokens.common, "width": 2.2},
        hovertemplate=f"%{{x|%B %Y}}: %{{y:,.{model.decimals}f}}{model.suffix}<extra></extra>",
    )
    fig.add_scatter(
        x=[*(x for x, _ in joint), *(str(m) for m in model.ahead)],
        y=[*(y for _, y in joint), *model.middle],
        mode="lines",
        line={"color": tokens.base, "width": 2.2, "dash": "dash"},
        hovertemplate=f"%{{x|%B %Y}}: about %{{y:,.{model.decimals}f}}{model.suffix}<extra></extra>",
    )
    _ends(fig, model, joint, tokens)
    every = (*model.months, *model.ahead)
    fig.update_xaxes(**month_ticks(every), range=span(every))
    fig.update_yaxes(nticks=5, ticksuffix=model.suffix)
    fig.update_layout(margin={"l": 46, "r": 88, "t": 22, "b": 28})
    return dressed(fig, tokens, model.height)


def _spread(
    fig: go.Figure,
    model: FanModel,
    spread: Spread,
    joint: list[tuple[str, float]],
    tokens: Tokens,
    strength: float,
) -> None:
    """One fan, from the last known figure out; an inner fan is stronger than the one around it."""
    red, green, blue = (int(tokens.base[at : at + 2], 16) for at in (1, 3, 5))
    x = [*(x for x, _ in joint), *(str(m) for m in model.ahead)]
    for ends, fill in ((spread.lower, None), (spread.upper, "tonexty")):
        fig.add_scatter(
            x=x,
            y=[*(y for _, y in joint), *ends],
            mode="lines",
            hoverinfo="skip",
            fill=fill,
            fillcolor=f"rgba({red},{green},{blue},{strength:.2f})",
            line={"width": 0.6, "color": tokens.mid},
        )


def _ends(fig: go.Figure, model: FanModel, joint: list[tuple[str, float]], tokens: Tokens) -> None:
    """The last known figure over its point, the middle at the end, and the force's own line by name."""
    labels = [(x, y, _said(model, y), tokens.ink, "center", 0, 14) for x, y in joint]
    if model.ahead:
        last = (str(model.ahead[-1]), model.middle[-1])
        labels.append((*last, f"about {_said(model, last[1])}", tokens.base, "left", 6, 0))
    for x, y, text, colour, anchor, right, up in labels:
        fig.add_annotation(
            x=x, y=y, text=f"<b>{text}</b>", showarrow=False, xanchor=anchor, xshift=right, yshift=up,
            font={"color": colour},
        )  # fmt: skip
    if model.line:
        fig.add_hline(
            y=model.line[1],
            line={"color": tokens.concern, "width": 1.4},
            annotation={"text": f"{model.line[0]} {_said(model, model.line[1])}", "font": {"size": 12}},
            annotation_position="top left",
        )
