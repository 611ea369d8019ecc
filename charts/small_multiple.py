"""One cell of a grid of small charts: a line over months, its last value beside it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts import corrected as corrections
from charts.corrected import Corrected
from charts.template import dressed
from charts.tokens import Tokens
from charts.words import KeyWord, month_name, months_hidden, number, span


@dataclass(frozen=True)
class SmallMultiple:
    """One unit's series. Scales differ between cells, and the grid's measure must say so.

    `note` is said under the picture and in the text: how long a local line has been passed. `marks` says for
    each month, in words, why a value that is known is not shown; "" elsewhere.
    """

    title: str
    measure: str
    months: tuple[date, ...]
    values: tuple[float | None, ...]
    decimals: int = 1
    suffix: str = ""
    note: str = ""
    corrected: tuple[Corrected, ...] = ()
    marks: tuple[str, ...] = ()

    def key(self) -> tuple[KeyWord, ...]:
        """One series needs no key but for marks."""
        return corrections.key(corrections.seen(self.corrected, self.months))

    def alt(self) -> str:
        """Latest value and the range it has moved in."""
        known = _known(self)
        if not known:
            return f"{self.title}: {self.measure}, {months_hidden(self.marks) or 'no return'}"
        values = [v for _, v in known]
        low, high = (f"{number(v, self.decimals)}{self.suffix}" for v in (min(values), max(values)))
        latest = f"{number(known[-1][1], self.decimals)}{self.suffix} in {month_name(known[-1][0])}"
        note = f"; {self.note}" if self.note else ""
        spread = f"within {low} to {high} over {len(values)} months"
        again = "".join(f"; {line}" for line in (months_hidden(self.marks), *self._again()) if line)
        return f"{self.title}: {self.measure}, {latest}, {spread}{note}{again}"

    def below(self) -> tuple[str, ...]:
        """The note, where there is one, the months that are hidden, and the corrected ones."""
        notes = (self.note[:1].upper() + self.note[1:], months_hidden(self.marks))
        return (*(note for note in notes if note), *self._again())

    def said(self) -> list[float | str | None]:
        """The values as a table gives them: what is not shown by its mark, never as a missing return."""
        marks = self.marks or ("",) * len(self.values)
        return [mark or value for value, mark in zip(self.values, marks, strict=True)]

    def _again(self) -> tuple[str, ...]:
        return corrections.listed(corrections.seen(self.corrected, self.months))

    def numbers(self) -> pd.DataFrame:
        """One row for each month."""
        frame = pd.DataFrame({"Month ending": list(self.months), self.title: self.said()})
        if seen := corrections.seen(self.corrected, self.months):
            frame[corrections.COLUMN] = corrections.column(seen, self.months)
        return frame


def figure(model: SmallMultiple, tokens: Tokens) -> go.Figure:
    """Draw the line; a missing month is a gap. The end is labelled where the last month is not hidden."""
    known = _known(model)
    values = [None if v is None or v != v else v for v in model.values]
    fig = go.Figure()
    fig.add_scatter(
        x=[str(m) for m in model.months],
        y=values,
        connectgaps=False,
        mode="lines+markers" if len(known) > 1 else "markers",
        line={"color": tokens.common, "width": 1.9},
        marker={"color": tokens.common, "size": _lone(values), "line": {"width": 0}, "opacity": 1},
        hovertemplate=f"%{{x|%b %Y}}: %{{y:,.{model.decimals}f}}{model.suffix}<extra></extra>",
    )
    corrections.mark(fig, model.corrected, model.months, values, tokens)
    if known and not (model.marks and model.marks[-1]):
        _mark_last(fig, model, known[-1], tokens)
    fig.update_yaxes(range=_room([v for _, v in known]), nticks=4)
    fig.update_xaxes(**_years(model.months), range=span(model.months))
    fig.update_layout(margin={"l": 34, "r": 46, "t": 8, "b": 24})
    return dressed(fig, tokens, 160)


def _lone(values: list[float | None]) -> list[int]:
    """The size of each point: seen only where no month beside it has a value, so that no line reaches it."""
    beside = [None, *values, None]
    return [5 if beside[n] is None and beside[n + 2] is None else 0 for n in range(len(values))]


def _known(model: SmallMultiple) -> list[tuple[date, float]]:
    return [(m, v) for m, v in zip(model.months, model.values, strict=True) if v is not None and v == v]


def _mark_last(fig: go.Figure, model: SmallMultiple, last: tuple[date, float], tokens: Tokens) -> None:
    fig.add_scatter(
        x=[str(last[0])],
        y=[last[1]],
        mode="markers",
        marker={"color": tokens.ink, "size": 7},
        hoverinfo="skip",
    )
    said = f"<b>{number(last[1], model.decimals)}{model.suffix}</b>"
    fig.add_annotation(
        x=str(last[0]),
        y=last[1],
        text=said,
        showarrow=False,
        xanchor="left",
        xshift=7,
        font={"size": 14, "color": tokens.ink},
    )


def _room(values: list[float]) -> list[float]:
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    pad = (high - low) * 0.15 or max(1.0, abs(high) * 0.1)
    return [max(0.0, low - pad) if low >= 0 else low - pad, high + pad]


def _years(months: tuple[date, ...]) -> dict[str, object]:
    shown = [m for m in months if m.month == 1] or list(months[:1])
    return {"tickvals": [str(m) for m in shown], "ticktext": [f"{m:%b %y}" for m in shown], "type": "date"}
