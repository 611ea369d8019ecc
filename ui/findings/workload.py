"""Hours of work for each hour available: the figure with its range, its parts, and what it needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.variation import known
from charts.intervals import Dot, Intervals
from settings.model import Weight, WorkingTime
from ui.findings.series import carrier, things
from ui.parts.wording import day, join, month_name, number

APPROVED = "approved"
DECIMALS = 2
BAR = "range from the low to the high hours"
ENDS = ("At the low hours", "At the high hours")


@dataclass(frozen=True)
class Figure:
    """Hours of work for each hour available over twelve months, and its two parts in hours."""

    ratio: float | None
    low: float | None
    high: float | None
    work: float | None
    available: float | None

    @property
    def is_known(self) -> bool:
        """Whether there is a figure and its range."""
        return None not in (self.ratio, self.low, self.high)


@dataclass(frozen=True)
class TypeHours:
    """What one work type brings: new cases of twelve months, and their hours at three weights."""

    work_type: str
    cases: float | None
    hours: float | None
    low: float | None
    high: float | None

    @property
    def swing(self) -> float:
        """How far this one weight moves the whole, in hours."""
        return (known(self.high) or 0.0) - (known(self.low) or 0.0)


def headline(
    figure: Figure,
    month: date,
    parts: Sequence[TypeHours],
    missed: Sequence[str] = (),
    also: Sequence[str] = (),
) -> str:
    """The figure in a sentence: its range, its two parts, what else takes of the hours (`also`: families of
    work of the same people), and the weight that moves it most.
    """
    said = [
        f"{number(figure.ratio, DECIMALS)} hours of work came in for each hour available in the 12 months to "
        f"{month_name(month)}: {number(figure.low, DECIMALS)} if every case takes the low end of its hours, "
        f"{number(figure.high, DECIMALS)} if every case takes the high end.",
        f"That is {number(figure.work)} hours of new work over {number(figure.available)} hours available.",
    ]
    if also:
        said.append(
            f"The same people also carry {join(things(family) for family in also)}, whose hours of work are "
            "not in it: they have less time for this work than that."
        )
    widest = max(parts, key=lambda part: part.swing, default=None)
    if widest is not None and widest.swing:
        said.append(f"The hours for {widest.work_type} move the answer most.")
    if missed:
        said.append(f"Without {join(missed)}: what is still missing there stands with the parts.")
    return " ".join(said)


def by_unit(figures: dict[str, Figure], month: date, family: str, also: Sequence[str] = ()) -> Intervals:
    """Each unit's figure with its range, alphabetical; a unit without one says so.

    `also` is the other work of the same people, whose hours are not in it.
    """
    dots = tuple(
        Dot(title, f.ratio, f.low, f.high) if f.is_known else Dot(title, None, None, None, "not given")
        for title, f in figures.items()
    )
    over = [title for title, f in figures.items() if f.low is not None and f.low > 1]
    if over:
        head = f"More work came in than hours to do it, even at the low weights: {join(over)}"
    else:
        head = "No unit has more work than hours at every weight in the range"
    return Intervals(
        head,
        f"Hours of new {things(family)} for each hour that deployable {carrier(family)}s have before what "
        f"goes to no case, 12 months to {month_name(month)}{_other(also)}",
        dots,
        None,
        "Hours for each hour",
        bar=BAR,
        ends=ENDS,
        decimals=DECIMALS,
    )


def _other(also: Sequence[str]) -> str:
    return f"; without the hours of their {join(things(family) for family in also)}" if also else ""


def parts_table(parts: Sequence[TypeHours], figure: Figure) -> pd.DataFrame:
    """Hours by work type, their sum, and the hours available that they are set against."""
    rows = [
        (part.work_type.capitalize(), *(number(v) for v in (part.cases, part.hours, part.low, part.high)))
        for part in parts
    ]
    sums = [_sum(getattr(part, name) for part in parts) for name in ("cases", "hours", "low", "high")]
    rows.append(("Hours of work", *(number(value) for value in sums)))
    rows.append(("Hours available", "", number(figure.available), "", ""))
    return pd.DataFrame(rows, columns=["Part", "New cases", "Hours", "Hours, low", "Hours, high"])


def _sum(values: Iterable[float | None]) -> float | None:
    given = [known(value) for value in values]
    return sum(value for value in given if value is not None) if None not in given else None


def year_said(year: WorkingTime | None) -> str:
    """The working year behind the hours available, with what it loses and who set it."""
    if year is None:
        return ""
    lost = join(f"{kind} {number(hours)}" for kind, hours in year.lost)
    return (
        f"A full-time year has {number(year.available_hours)} hours for work: "
        f"{number(year.contracted_hours)} contracted, less {number(year.hours_lost)} lost ({lost}), which is "
        f"{year.hours_lost / year.contracted_hours:.0%} of contracted hours and "
        f"{year.hours_lost / year.available_hours:.0%} on top of worked ones. "
        f"{year.source}; set by {year.set_by}, {day(year.set_on)}."
    )


def weights_table(weights: Sequence[Weight]) -> pd.DataFrame:
    """Every weight of the family: its hours and range, where it comes from, and whether it is approved."""
    rows = [
        (
            w.work_type.capitalize(),
            *map(number, (w.hours, w.low, w.high)),
            w.source,
            w.set_by,
            day(w.set_on),
            w.status,
        )
        for w in weights
    ]
    heads = ["Work type", "Hours a case", "Low", "High", "Source", "Set by", "Set on", "Status"]
    return pd.DataFrame(rows, columns=heads)


def needed(
    weights: Sequence[Weight], years: Sequence[WorkingTime], types: Sequence[str], month: date, first: date
) -> list[str]:
    """What a figure for the months `first` to `month` still needs, one sentence each; none for nothing."""
    found = [text for work_type in types if (text := _of_type(weights, work_type, month, first))]
    if text := _lacks(years, month, first):
        found.append(f"A working year (hours contracted and lost): {text}.")
    return found


def _of_type(weights: Sequence[Weight], work_type: str, month: date, first: date) -> str:
    text = _lacks([w for w in weights if w.work_type == work_type], month, first)
    return f"Hours for a case of {work_type}: {text}." if text else ""


def _lacks(entries: Sequence[Any], month: date, first: date) -> str:
    """What stands between these entries and a figure: none set, none approved, or not for all the months."""
    approved = [each for each in entries if each.status == APPROVED]
    if not entries:
        return "none set"
    if not approved:
        return f"{join(sorted({each.status for each in entries}))}, not approved"
    holding = [each for each in approved if each.holds_on(month)]
    if not holding:
        return f"none that holds in {month_name(month)}"
    if not any(each.holds_on(first) for each in approved):
        begins = min(each.valid_from for each in approved)
        return f"holds from {day(begins)}, and the twelve months begin before it"
    return ""


def months_needed(gone: Sequence[date]) -> list[str]:
    """The months of the twelve without a return; nothing where all came."""
    if not gone:
        return []
    if len(gone) > 3:
        return [f"Twelve months of returns: there are {12 - len(gone)}."]
    return [f"The returns of {join(month_name(month) for month in gone)}."]
