"""A figure over months or quarters beside its usual range: only what is unusual is marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

import pandas as pd

from charts import corrected as corrections
from charts import month_axis
from charts.corrected import Corrected
from charts.month_axis import Note
from charts.signal_words import NOT_JUDGED, Signal, is_unusual
from charts.words import KeyWord, join, measured, month_name, sentences

MOST_RUNS = 3
NONE_YET = "none yet"
TRIAL = "Trial limits: they rest on 8 to 11 months and may move. Only a month outside them is marked."


@dataclass(frozen=True)
class Band:
    """The usual range of the points from position `start` up to, not including, `stop`.

    `lower` and `upper` are None where `why_not` says in words why there is no range. `trial`: under 12
    points. `cause`: why new limits begin here, as a person gave it; empty for the first.
    """

    start: int
    stop: int
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    trial: bool = False
    why_not: str = ""
    cause: str = ""


@dataclass(frozen=True)
class XmrModel:
    """One series with a signal for each point. `months` holds month ends; where `each` is "quarter", the
    last month of each quarter. Values, limits and centres are in the unit that `suffix` names.
    """

    title: str
    measure: str
    months: tuple[date, ...]
    values: tuple[float | None, ...]
    signals: tuple[Signal, ...]
    bands: tuple[Band, ...]
    notes: tuple[Note, ...] = ()
    decimals: int = 0
    suffix: str = ""
    column: str = "Figure"
    each: Literal["month", "quarter"] = "month"
    height: int = 280
    corrected: tuple[Corrected, ...] = ()

    def key(self) -> tuple[KeyWord, ...]:
        """The range and the average in force now, and each kind of signal that is drawn."""
        now = self.bands[-1] if self.bands else Band(0, 0)
        words = []
        if now.lower is not None:
            words.append(KeyWord("▬", f"{_kind(now).capitalize()} {_range(self, now)}", "common"))
        # One month is no average.
        if now.centre is not None and len(known(self)) > 1:
            words.append(KeyWord("···", f"Average {said(self, now.centre)}", "common"))
        marked = dict.fromkeys(s for s in self.signals if is_unusual(s))
        again = corrections.key(corrections.seen(self.corrected, self.months))
        return (*words, *(KeyWord(s.glyph, s.word, s.token) for s in marked), *again)

    def alt(self) -> str:
        """Latest figure, where it lies of its usual range, the signals and since when."""
        return sentences(self.title, self.measure, latest(self), _runs(self), *self.below())

    def below(self) -> tuple[str, ...]:
        """What belongs under the picture: the notes, where new limits begin, and what limits rest on."""
        begun = (
            f"New limits from {_which(self, band.start)}: {band.cause}. "
            f"The earlier limits stay drawn over their own {self.each}s."
            for band in self.bands
            if band.start
        )
        last = self.bands[-1] if self.bands else Band(0, 0)
        trial = (TRIAL,) if last.trial else ()
        gap = (f"No usual range yet: {last.why_not}.",) if last.why_not else ()
        return (*month_axis.listed(noted(self)), *corrections.listed(_again(self)), *begun, *trial, *gap)

    def numbers(self) -> pd.DataFrame:
        """One row for each point: figure, average, limits, signal, and the notes of the month."""
        rows = [
            (
                month,
                value,
                *(NONE_YET if v is None else v for v in (band.centre, band.lower, band.upper)),
                str(signal),
            )
            for month, value, signal, band in _points(self)
        ]
        ends = ("Average", "Usual range from", "Usual range to")
        frame = pd.DataFrame(rows, columns=[f"{self.each.capitalize()} ending", self.column, *ends, "Signal"])
        if seen := corrections.seen(self.corrected, self.months):
            frame[corrections.COLUMN] = corrections.column(seen, self.months)
        if noted(self):
            frame["Note"] = [month_axis.of_month(noted(self), month) for month in self.months]
        return frame


def said(model: XmrModel, value: float | None) -> str:
    """A figure as this chart prints it."""
    return measured(value, model.decimals, model.suffix)


def noted(model: XmrModel) -> tuple[Note, ...]:
    """The notes that fall on the chart, in the order of their numbers."""
    return month_axis.seen(model.notes, model.months)


def _again(model: XmrModel) -> tuple[Corrected, ...]:
    """The corrected months, those inside a quarter too: the quarter's own point is not marked."""
    if not model.months:
        return ()
    return tuple(
        c for c in sorted(model.corrected, key=lambda c: c.month, reverse=True) if c.month <= model.months[-1]
    )


def known(model: XmrModel) -> list[int]:
    """The positions of the points with a figure."""
    return [n for n, value in enumerate(model.values) if value is not None and value == value]


def when(model: XmrModel, position: int) -> str:
    """A point's month or quarter in words."""
    month = model.months[position]
    return month_name(month) if model.each == "month" else f"the quarter to {month_name(month)}"


def _which(model: XmrModel, at: int) -> str:
    """The month of a point, or its quarter by the month that ends it."""
    of = "the quarter that ends in " if model.each == "quarter" else ""
    return of + month_name(model.months[at])


def latest(model: XmrModel) -> str:
    """The last figure and where it lies of the usual range; a last month without one is said too."""
    if not known(model):
        return "No return"
    at = known(model)[-1]
    words = f"{said(model, model.values[at])} in {when(model, at)}{_place(model, at)}"
    gone = len(model.months) - 1
    return words if at == gone else f"{words}; no return for {when(model, gone)}"


def _place(model: XmrModel, at: int) -> str:
    band = next(b for b in model.bands if b.start <= at < b.stop)
    value = model.values[at]
    if band.lower is None or band.upper is None or value is None:
        return ""
    word = "above" if value > band.upper else "below" if value < band.lower else "within"
    return f", {word} the {_kind(band)} of {_range(model, band)}"


def _kind(band: Band) -> str:
    return "trial range" if band.trial else "usual range"


def _range(model: XmrModel, band: Band) -> str:
    return f"{said(model, band.lower)} to {said(model, band.upper)}"


def _runs(model: XmrModel) -> str:
    """Each run of signals on one side, newest first, and since when the last one stands."""
    sides = [s.glyph if is_unusual(s) else "" for s in model.signals]
    runs = [
        (positions[0], positions[-1])
        for side, found in groupby(range(len(sides)), key=lambda n: sides[n])
        if side and (positions := list(found))
    ]
    if not runs:
        return "No unusual change" if any(s != NOT_JUDGED for s in model.signals) else ""
    words = [_run(model, *run) for run in runs[::-1][:MOST_RUNS]]
    left = len(runs) - MOST_RUNS
    return "; ".join([*words, *([f"{left} earlier in the table"] if left > 0 else [])])


def _run(model: XmrModel, first: int, last: int) -> str:
    """One run in words: every signal in it, and its months."""
    names = dict.fromkeys(signal.word for signal in model.signals[first : last + 1])
    said_of = join(names).capitalize()
    if first == last:
        return f"{said_of} in {when(model, first)}"
    if last == len(model.months) - 1:
        return f"{said_of} since {when(model, first)}"
    return f"{said_of} from {when(model, first)} to {when(model, last)}"


def _points(model: XmrModel) -> Iterator[tuple[date, float | None, Signal, Band]]:
    bands = [band for band in model.bands for _ in range(band.start, band.stop)]
    return zip(model.months, model.values, model.signals, bands, strict=True)
