"""How many are still there after so long: steps with a band, and how many were at risk written under them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from charts.words import KeyWord, measured, sentences

TOKENS = ("base", "teal", "pink", "concern")
DASHES = ("solid", "dash", "dot", "dashdot")
RANGE = "95% interval"
NO_STEP = ("too few at risk", "no limit", "no limit")
BETWEEN = ("not shown", "not shown", "not shown")
"""A joined curve fell somewhere between two of its times, so nothing is known there that may be published."""


@dataclass(frozen=True)
class Curve:
    """The share (0 to 1) still there from each time on, with its interval; before `starts_at`, nothing.

    `at_risk` gives how many were at risk at each tick of the chart, None where that is not shown, and
    `at_risk_then` at each of `times`. `median` is the time by which half
    have gone, None where that is not reached. `why_not` says in words why there is no curve. A `joined`
    curve has steps left out for publication (analysis.fewer_steps): its shares hold at its times, and
    nowhere between them.
    """

    name: str
    times: tuple[float, ...]
    share: tuple[float, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    at_risk: tuple[int | None, ...]
    at_risk_then: tuple[int, ...]
    starts_at: float = 0.0
    median: float | None = None
    median_lower: float | None = None
    median_upper: float | None = None
    why_not: str = ""
    joined: bool = False


@dataclass(frozen=True)
class SurvivalModel:
    """Up to four curves over one axis of time, with `ticks` at which the numbers at risk are given."""

    title: str
    measure: str
    curves: tuple[Curve, ...]
    ticks: tuple[float, ...]
    time_unit: str = "months"
    height: int = 340

    def key(self) -> tuple[KeyWord, ...]:
        """The curves by name and the interval around them."""
        drawn = [(n, c) for n, c in enumerate(self.curves) if c.times]
        names = tuple(KeyWord("●" if c.joined else "━", c.name, TOKENS[n % 4]) for n, c in drawn)
        band = "│" if drawn and all(c.joined for _, c in drawn) else "▒"
        return (*names, KeyWord(band, RANGE, "common")) if names else ()

    def alt(self) -> str:
        """Each curve's median, where it ends and how many were at risk."""
        return sentences(self.title, self.measure, *(_words(self, c) for c in self.curves))

    def below(self) -> tuple[str, ...]:
        """The median of each curve, and what a late start means."""
        return tuple(
            line for curve in self.curves for line in (median_words(self, curve), *_late(self, curve))
        )

    def numbers(self) -> pd.DataFrame:
        """One row for each step of each curve, and one for each number at risk."""
        rows = [row for curve in self.curves for row in _rows(self, curve)]
        start = f"After, {self.time_unit}"
        columns = ["Who", start, "Still there, %", "95% from, %", "95% to, %", "At risk"]
        return pd.DataFrame(rows, columns=columns)


def median_words(model: SurvivalModel, curve: Curve) -> str:
    """When half have gone, in words, with its interval."""
    if curve.why_not:
        return f"{curve.name}: no curve, {curve.why_not}."
    if curve.median is None:
        last = curve.times[-1] if curve.times else 0
        return f"{curve.name}: median not reached within {last:,.0f} {model.time_unit}."
    low = "not reached" if curve.median_lower is None else f"{curve.median_lower:,.0f}"
    high = "not reached" if curve.median_upper is None else f"{curve.median_upper:,.0f}"
    ends = f" (95% interval {low} to {high})" if (low, high) != ("not reached", "not reached") else ""
    return f"{curve.name}: half have gone by {curve.median:,.0f} {model.time_unit}{ends}."


def percent(share: float | None) -> str:
    """A share as printed."""
    return measured(None if share is None else share * 100, 0, "%")


def _late(model: SurvivalModel, curve: Curve) -> tuple[str, ...]:
    if not curve.starts_at or curve.why_not:
        return ()
    return (
        f"{curve.name}: of people who had already stayed {curve.starts_at:,.0f} {model.time_unit}; "
        "too few were seen earlier.",
    )


def _words(model: SurvivalModel, curve: Curve) -> str:
    words = " ".join((median_words(model, curve), *_late(model, curve)))
    if not curve.times:
        return words
    ends = f"{percent(curve.lower[-1])} to {percent(curve.upper[-1])}"
    within = f", within {ends}" if curve.lower[-1] is not None and curve.upper[-1] is not None else ""
    latest = f"{percent(curve.share[-1])} still there after {curve.times[-1]:,.0f} {model.time_unit}{within}."
    risk = "; ".join(
        f"{n:,} at {tick:,.0f}" for tick, n in zip(model.ticks, curve.at_risk, strict=True) if n is not None
    )
    return f"{words} {latest} At risk, by {model.time_unit}: {risk}."


Row = tuple[str, float, float | str, float | str, float | str, int | str]


def _rows(model: SurvivalModel, curve: Curve) -> Iterator[Row]:
    """The steps and the ticks in order of time; at a tick the share is that of the last step before it.

    A joined curve has a share at its own times and at its start only.
    """
    ends = zip(curve.share, curve.lower, curve.upper, strict=True)
    steps = dict(zip(curve.times, ends, strict=True))
    risk = {
        **dict(zip(model.ticks, curve.at_risk, strict=True)),
        **dict(zip(curve.times, curve.at_risk_then, strict=True)),
    }
    last: tuple[float | None, ...] = (1.0, None, None)
    for time in sorted(risk):
        last = steps.get(time, last)
        inside = curve.times and curve.starts_at <= time <= curve.times[-1]
        between = curve.joined and inside and time not in steps and time > curve.starts_at
        shown = last if inside and not between else (None, None, None)
        words = BETWEEN if between else NO_STEP
        share, lower, upper = (word if v is None else v * 100 for v, word in zip(shown, words, strict=True))
        count = risk[time]
        yield (curve.name, time, share, lower, upper, "not shown" if count is None else count)
