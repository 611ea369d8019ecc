"""Leaver rates and stability: how much of a team goes in a year, by each denominator in public use."""

import math
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from analysis.intervals import USUAL, Interval, exact_poisson, wilson

MONTHS = 12
MEAN_OF_13 = "mean_of_13_month_ends"
START_AND_END = "mean_of_start_and_end"
AT_START = "start"


@dataclass(frozen=True)
class LeaverRates:
    """Leavers of twelve months over three denominators, all headcount; as a share of 1, with exact intervals.

    A rate can pass 1: one post can be left twice. `why_not` in each interval: "missing" where a month it
    needs was not sent, "no_denominator" where nobody was in post. `shown` names the denominator of the rate
    to print.
    """

    mean_of_13_month_ends: Interval
    mean_of_start_and_end: Interval
    start: Interval
    shown: str = MEAN_OF_13

    @property
    def rate(self) -> Interval:
        """The rate by the denominator that is shown."""
        return {
            MEAN_OF_13: self.mean_of_13_month_ends,
            START_AND_END: self.mean_of_start_and_end,
            AT_START: self.start,
        }[self.shown]


def leaver_rates(
    leavers: Sequence[float | None],
    headcounts: Sequence[float | None],
    level: float = USUAL,
    shown: str = MEAN_OF_13,
) -> LeaverRates:
    """The leaver rate of a year by three denominators, of which one is named.

    `leavers` are people who left in each of 12 months, `headcounts` those in post at the 13 month ends
    around them, first to last; None is a month that was not sent, and never zero. Denominators: the mean of
    all 13; the mean of the first and the last, as the NHS prints it; the first, as police statistics do.
    Each stands for a year, so that the interval is the exact Poisson one on leavers over person-years.
    Sources: Nuffield Trust on NHS leaver rates; Home Office, Police workforce. Raises ValueError for other
    numbers of months, or a denominator not named here.
    """
    if len(leavers) != MONTHS or len(headcounts) != MONTHS + 1:
        raise ValueError("a leaver rate needs the leavers of 12 months and the headcount at 13 month ends")
    return rates_of_year(_total(leavers), headcounts, level, shown)


def rates_of_year(
    gone: float | None,
    headcounts: Sequence[float | None],
    level: float = USUAL,
    shown: str = MEAN_OF_13,
) -> LeaverRates:
    """The same from the leavers of the whole year, None where a month of it was not sent.

    Raises ValueError for another number of month ends, or a denominator not named here.
    """
    if len(headcounts) != MONTHS + 1:
        raise ValueError("a leaver rate needs the headcount at 13 month ends")
    if shown not in (MEAN_OF_13, START_AND_END, AT_START):
        raise ValueError(f"{shown} is not a denominator of a leaver rate")
    ends = [headcounts[0], headcounts[-1]]
    return LeaverRates(
        exact_poisson(gone, _mean(headcounts), level),
        exact_poisson(gone, _mean(ends), level),
        exact_poisson(gone, headcounts[0], level),
        shown,
    )


def stability(
    at_start: Collection[Hashable] | None, at_end: Collection[Hashable] | None, level: float = USUAL
) -> Interval:
    """Of the people in the unit at the start, the share in it at the end, wherever they were between.

    Both are the keys of people, each counted once; None where the unit did not send that month. It is not 1
    less the leaver rate. With Wilson's interval, "no_denominator" where nobody was there. Source: the
    stability index of NHS workforce statistics, in answers to Parliament.
    """
    if at_start is None or at_end is None:
        return wilson(None, None, level)
    there = set(at_start)
    return wilson(len(there & set(at_end)), len(there), level)


def _total(numbers: Sequence[float | None]) -> float | None:
    known = [n for n in numbers if n is not None and not math.isnan(n)]
    return math.fsum(known) if len(known) == len(numbers) else None


def _mean(numbers: Sequence[float | None]) -> float | None:
    total = _total(numbers)
    return None if total is None else total / len(numbers)
