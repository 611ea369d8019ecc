"""A few measures of one unit, one under the other on the same months, each with its own scale."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts import corrected as corrections
from charts import month_axis
from charts.corrected import Corrected
from charts.month_axis import Note
from charts.signal_words import NOT_JUDGED, SYMBOLS, Signal, is_unusual
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, measured, month_name, on_picture, sentences, span

PANEL = 104
"""Pixels for one measure, its name above it."""


@dataclass(frozen=True)
class Panel:
    """One measure: its figures, and where its chart has one, the usual range and the signal of each point."""

    name: str
    values: tuple[float | None, ...]
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    signals: tuple[Signal, ...] = ()
    decimals: int = 0
    suffix: str = ""
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True)
class SharedAxis:
    """Measures over the same month ends. Scales differ, and `measure` must say so."""

    title: str
    measure: str
    months: tuple[date, ...]
    panels: tuple[Panel, ...]
    notes: tuple[Note, ...] = ()

    def key(self) -> tuple[KeyWord, ...]:
        """The usual range, where one is drawn, and each kind of signal."""
        band = any(v is not None for p in self.panels for v in p.lower)
        marked = dict.fromkeys(s for p in self.panels for s in p.signals if is_unusual(s))
        words = (KeyWord("▬", "Usual range", "common"),) if band else ()
        again = corrections.key([c for p in self.panels for c in corrections.seen(p.corrected, self.months)])
        return (*words, *(KeyWord(s.glyph, s.word, s.token) for s in marked), *again)

    def alt(self) -> str:
        """The latest figure of each measure, where it lies of its usual range, and its signal."""
        said = "; ".join(_words(self, panel) for panel in self.panels)
        return sentences(self.title, self.measure, said, *self.below())

    def below(self) -> tuple[str, ...]:
        """The notes, with the numbers of their marks, and what was first reported of corrected months."""
        again = (
            line
            for panel in self.panels
            for line in corrections.listed(corrections.seen(panel.corrected, self.months), panel.name)
        )
        return (*month_axis.listed(month_axis.seen(self.notes, self.months)), *again)

    def numbers(self) -> pd.DataFrame:
        """One row for each month: each measure, its usual range and signal where it has them."""
        columns: dict[str, list[object]] = {"Month ending": list(self.months)}
        for panel in self.panels:
            columns[panel.name] = list(panel.values)
            if panel.lower:
                columns[f"{panel.name}, usual from"] = list(panel.lower)
                columns[f"{panel.name}, usual to"] = list(panel.upper)
            if seen := corrections.seen(panel.corrected, self.months):
                columns[f"{panel.name}, {corrections.COLUMN.lower()}"] = list(
                    corrections.column(seen, self.months)
                )
            if panel.signals:
                columns[f"{panel.name}, signal"] = [str(s) for s in panel.signals]
        notes = month_axis.seen(self.notes, self.months)
        if notes:
            columns["Note"] = [month_axis.of_month(notes, month) for month in self.months]
        return pd.DataFrame(columns)


def _known(panel: Panel) -> list[int]:
    return [n for n, v in enumerate(panel.values) if v is not None and v == v]


def _said(panel: Panel, value: float | None) -> str:
    return measured(value, panel.decimals, panel.suffix)


def _words(model: SharedAxis, panel: Panel) -> str:
    if not _known(panel):
        return f"{panel.name}: no return"
    at = _known(panel)[-1]
    return (
        f"{panel.name}: {_said(panel, panel.values[at])} in {month_name(model.months[at])}{_place(panel, at)}"
    )


def _place(panel: Panel, at: int) -> str:
    """Where a figure lies of its range, and its signal."""
    value = panel.values[at]
    lower, upper = (panel.lower[at], panel.upper[at]) if panel.lower else (None, None)
    if value is None or lower is None or upper is None:
        return ""
    word = "above" if value > upper else "below" if value < lower else "within"
    signal = panel.signals[at] if panel.signals else NOT_JUDGED
    verdict = f", {signal.word.lower()}" if is_unusual(signal) else ""
    return f", {word} the usual range of {_said(panel, lower)} to {_said(panel, upper)}{verdict}"


def figure(model: SharedAxis, tokens: Tokens) -> go.Figure:
    """Draw the measures from top to bottom; a month is at the same place in each."""
    fig, count = go.Figure(), max(1, len(model.panels))
    for n, panel in enumerate(model.panels):
        axis = "" if n == 0 else str(n + 1)
        top = 1 - n / count
        fig.update_layout({f"yaxis{axis}": {"domain": [top - 0.7 / count, top - 0.06 / count], "nticks": 3}})
        fig.update_layout({f"yaxis{axis}": {"ticksuffix": panel.suffix, "anchor": "x"}})
        fig.update_layout({f"yaxis{axis}": {"rangemode": _floor(panel)}})
        _panel(fig, model, panel, f"y{axis}", tokens)
        _name(fig, panel, top, tokens)
    month_axis.mark(fig, month_axis.seen(model.notes, model.months), tokens)
    fig.update_xaxes(
        **month_axis.month_ticks(model.months), range=span(model.months), anchor="free", position=0
    )
    fig.update_layout(margin={"l": 46, "r": 62, "t": 22, "b": 28})
    return dressed(fig, tokens, 54 + PANEL * count)


def _floor(panel: Panel) -> str:
    """A figure that is never below nought has no scale below it, even where it is nought all along."""
    drawn = [v for v in (*panel.values, *panel.lower) if v is not None and v == v]
    return "nonnegative" if min(drawn, default=0.0) >= 0 else "normal"


def _panel(fig: go.Figure, model: SharedAxis, panel: Panel, axis: str, tokens: Tokens) -> None:
    months = [str(m) for m in model.months]
    for ends, fill in ((panel.lower, None), (panel.upper, "tonexty")):
        if ends:
            fig.add_scatter(
                x=months, y=list(ends), yaxis=axis, mode="lines", hoverinfo="skip", fill=fill,
                fillcolor=tokens.common_tint, line={"color": tokens.mid, "width": 0.8},
            )  # fmt: skip
    known = _known(panel)
    fig.add_scatter(
        x=months,
        y=[v if n in known else None for n, v in enumerate(panel.values)],
        yaxis=axis,
        mode="lines" if len(known) > 1 else "markers",
        connectgaps=False,
        line={"color": tokens.common, "width": 2},
        hovertemplate=f"%{{x|%B %Y}}: %{{y:,.{panel.decimals}f}}{panel.suffix}"
        f"<extra>{on_picture(panel.name)}</extra>",
    )
    at = [n for n in known if panel.signals and is_unusual(panel.signals[n])]
    fig.add_scatter(
        x=[months[n] for n in at],
        y=[panel.values[n] for n in at],
        yaxis=axis,
        mode="markers",
        cliponaxis=False,
        hoverinfo="skip",
        marker={
            "symbol": [SYMBOLS[panel.signals[n].glyph] for n in at],
            "color": [getattr(tokens, panel.signals[n].token) for n in at],
            "size": 10,
        },
    )
    corrections.mark(fig, panel.corrected, model.months, panel.values, tokens, axis)
    if known:
        _last(fig, model, panel, known[-1], axis, tokens)


def _last(fig: go.Figure, model: SharedAxis, panel: Panel, at: int, axis: str, tokens: Tokens) -> None:
    unusual = bool(panel.signals) and is_unusual(panel.signals[at])
    fig.add_annotation(
        x=str(model.months[at]),
        y=panel.values[at],
        yref=axis,
        text=f"<b>{_said(panel, panel.values[at])}</b>",
        showarrow=False,
        xanchor="left",
        xshift=10,
        font={"color": getattr(tokens, panel.signals[at].token) if unusual else tokens.ink},
    )


def _name(fig: go.Figure, panel: Panel, top: float, tokens: Tokens) -> None:
    fig.add_annotation(
        x=0,
        xref="paper",
        y=top,
        yref="paper",
        yanchor="bottom",
        xanchor="left",
        yshift=-6,
        text=f"<b>{on_picture(panel.name)}</b>",
        showarrow=False,
        font={"size": 12.5, "color": tokens.ink},
    )
