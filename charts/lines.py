"""Lines over months, labelled at their ends; a month without a return is a gap, never a guess."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import corrected as corrections
from charts.corrected import Corrected
from charts.end_labels import apart
from charts.month_axis import month_ticks
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, join, month_name, months_hidden, number, on_picture, span

DASHES = ("solid", "dash", "dot", "dashdot")
TOKENS = ("base", "teal", "pink", "concern")


@dataclass(frozen=True)
class Line:
    """One series: its name and a value for each month of the chart, None where there is none to draw.

    `marks` says for each month, in words, why a value that is known is not shown; "" elsewhere.
    """

    name: str
    values: tuple[float | None, ...]
    marks: tuple[str, ...] = ()
    corrected: tuple[Corrected, ...] = ()

    def said(self) -> list[float | str | None]:
        """The values as a table gives them: what is not shown by its mark, never as a missing return."""
        marks = self.marks or ("",) * len(self.values)
        return [mark or value for value, mark in zip(self.values, marks, strict=True)]


@dataclass(frozen=True)
class Lines:
    """Up to four series over the same month ends. `measure` says what is counted and its unit."""

    title: str
    measure: str
    months: tuple[date, ...]
    lines: tuple[Line, ...]
    decimals: int = 1
    suffix: str = ""
    from_zero: bool = True
    height: int = 280
    breaks: tuple[tuple[date, str], ...] = ()
    points: bool = False

    def key(self) -> tuple[KeyWord, ...]:
        """The series in coloured words; one series needs none."""
        again = corrections.key(
            [c for line in self.lines for c in corrections.seen(line.corrected, self.months)]
        )
        if len(self.lines) < 2:
            return again
        return (*(KeyWord("━", line.name, TOKENS[n % 4]) for n, line in enumerate(self.lines)), *again)

    def below(self) -> tuple[str, ...]:
        """The months that are hidden, then what was first reported of corrected ones, line by line."""
        hidden = ((line.name, months_hidden(line.marks)) for line in self.lines)
        return (*(f"{name}: {told}" for name, told in hidden if told), *self._again())

    def _again(self) -> tuple[str, ...]:
        return tuple(
            said
            for line in self.lines
            for said in corrections.listed(corrections.seen(line.corrected, self.months), line.name)
        )

    def alt(self) -> str:
        """The chart in one sentence for each series: first and latest value."""
        said = [f"{line.name}: {_from_to(self, line)}" for line in self.lines]
        return f"{self.title}. {self.measure}. " + ". ".join([*said, *self.below()])

    def numbers(self) -> pd.DataFrame:
        """One row for each month, one column for each series."""
        columns: dict[str, list[Any]] = {"Month ending": list(self.months)}
        for line in self.lines:
            columns[self._column(line)] = line.said()
            if seen := corrections.seen(line.corrected, self.months):
                head = f"{line.name}, {corrections.COLUMN.lower()}"
                columns[head] = list(corrections.column(seen, self.months))
        return pd.DataFrame(columns)

    def _column(self, line: Line) -> str:
        """A column's head, with the sign that its numbers go without."""
        return f"{line.name}, {self.suffix.strip()}" if self.suffix.strip() else line.name


def _from_to(model: Lines, line: Line) -> str:
    known = [(m, v) for m, v in zip(model.months, line.values, strict=True) if v is not None]
    if not known:
        return next((mark for mark in line.marks if mark), "no return")
    ends = [known[0], known[-1]] if len(known) > 1 else known
    return join(f"{number(v, model.decimals)}{model.suffix} in {month_name(m)}" for m, v in ends)


def figure(model: Lines, tokens: Tokens) -> go.Figure:
    """Draw the lines with their last value at the end of each."""
    fig = go.Figure()
    for n, line in enumerate(model.lines):
        _draw(fig, model, line, getattr(tokens, TOKENS[n % 4]), DASHES[n % 4])
        corrections.mark(fig, line.corrected, model.months, line.values, tokens)
    _end_labels(fig, model, tokens)
    for day, why in model.breaks:
        fig.add_vline(x=str(day), line={"color": tokens.muted, "width": 1, "dash": "dot"})
        fig.add_annotation(
            x=str(day),
            y=1,
            yref="paper",
            text=on_picture(why),
            showarrow=False,
            xanchor="left",
            xshift=4,
            font={"size": 12, "color": tokens.muted},
        )
    if model.from_zero:
        fig.update_yaxes(rangemode="tozero")
    fig.update_xaxes(**month_ticks(model.months), range=span(model.months))
    fig.update_yaxes(ticksuffix=model.suffix, nticks=5)
    fig.update_layout(margin={"l": 44, "r": 64, "t": 18, "b": 28})
    return dressed(fig, tokens, model.height)


def _draw(fig: go.Figure, model: Lines, line: Line, colour: str, dash: str) -> None:
    values = [None if v is None or v != v else v for v in line.values]
    one = sum(v is not None for v in values) == 1
    fig.add_scatter(
        x=[str(m) for m in model.months],
        y=values,
        name=line.name,
        connectgaps=False,
        mode="markers" if one else "lines+markers" if model.points else "lines",
        line={"color": colour, "width": 2.2, "dash": dash},
        marker={"color": colour, "size": 9 if one else 6},
        hovertemplate=f"%{{x|%B %Y}}: %{{y:,.{model.decimals}f}}{model.suffix}"
        f"<extra>{on_picture(line.name)}</extra>",
    )


def _end_labels(fig: go.Figure, model: Lines, tokens: Tokens) -> None:
    """The last known value at the end of each line, none on another; none where the last month is hidden."""
    shown = [(n, line) for n, line in enumerate(model.lines) if not (line.marks and line.marks[-1])]
    ends = [(n, *known[-1]) for n, line in shown if (known := _known(model, line))]
    every = [v for line in model.lines for _, v in _known(model, line)]
    lowest = min([0.0, *every] if model.from_zero else every, default=0.0)
    lifts = apart([value for _, _, value in ends], lowest, max(every, default=1.0), model.height - 60)
    for (n, month, value), lift in zip(ends, lifts, strict=True):
        fig.add_annotation(
            x=str(month),
            y=value,
            text=f"<b>{number(value, model.decimals)}{model.suffix}</b>",
            showarrow=False,
            xanchor="left",
            xshift=8,
            yshift=lift,
            font={"size": 13, "color": getattr(tokens, TOKENS[n % 4])},
        )


def _known(model: Lines, line: Line) -> list[tuple[date, float]]:
    pairs = zip(model.months, line.values, strict=True)
    return [(m, v) for m, v in pairs if v is not None and v == v]
