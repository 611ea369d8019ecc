"""What is said of the three leaving rates: intervals, denominators, units beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from analysis.attrition import LeaverRates
from analysis.funnels import Funnel, FunnelPoint, funnel
from analysis.intervals import FEW_EVENTS, Interval
from charts.funnel import FunnelModel
from charts.intervals import Dot, Intervals
from charts.judged_funnel import of_funnel
from charts.signal_words import signal_of
from ui.parts.wording import join, number, plural

HIDDEN, NO_RETURN = "not shown", "no figure"
HIDDEN_WHY = "not shown, fewer than 5 people or would give such a unit away"
COLUMN, SIZE = "Left in 12 months, %", "Mean headcount at 13 month ends"
DENOMINATORS = (
    "A rate is leavers over people. Shown on this page: over the mean headcount of 13 month ends. The NHS "
    "prints the mean of the first and the last, police workforce statistics the headcount at the start."
)
WHY_INTERVALS = {
    "fewer_than_5_units": "Too few units for a funnel",
    "no_variation": "No funnel, since nobody left",
}
Size = tuple[float | None, float | None]


@dataclass(frozen=True)
class Left:
    """One of the three rates over the units in view: `title` of a row, `verb` of a sentence, the rates by
    each denominator; `hidden` where the count may not be shown.
    """

    title: str
    verb: str
    rates: LeaverRates
    hidden: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a rate that may be shown."""
        return not self.hidden and self.rates.rate.value is not None


def rates(found: Sequence[Left]) -> Intervals:
    """The three rates, each with its exact interval."""
    return Intervals(
        rates_title(found),
        "Leavers of 12 months for each 100 people in post, headcount, over the mean of 13 month ends",
        tuple(_dot(each.title, each.rates.rate, each.hidden) for each in found),
        None,
        COLUMN,
        suffix="%",
        of="Who left",
    )


def rates_title(found: Sequence[Left]) -> str:
    """The first rate that is known, with its interval and how often it happened: one person may go twice."""
    first = next((each for each in found if each.known), None)
    if first is None:
        return "No 12-month leaving rate to show"
    rate = first.rates.rate
    if rate.events == 0:
        return f"Nobody {first.verb} in 12 months; the underlying rate may be up to {_percent(rate.upper)}"
    return (
        f"People {first.verb} {plural(rate.events or 0, 'time')} in 12 months: {_percent(rate.value)}, "
        f"interval {_percent(rate.lower)} to {_percent(rate.upper)}"
    )


def _dot(name: str, rate: Interval, hidden: bool) -> Dot:
    if hidden or rate.value is None:
        return Dot(name, None, None, None, HIDDEN if hidden else NO_RETURN)
    return Dot(name, rate.value * 100, (rate.lower or 0) * 100, (rate.upper or 0) * 100)


def _percent(share: float | None) -> str:
    return "no limit" if share is None else f"{share:.1%}"


def denominators(found: Sequence[Left]) -> pd.DataFrame:
    """The same leavers over each denominator in public use; the one that is shown comes first."""
    rows = [(each.title, _people(each), *_over_each(each)) for each in found]
    names = ["Who left", "Times", "Mean of 13 month ends (shown)", "95% interval"]
    return pd.DataFrame(rows, columns=[*names, "Mean of start and end", "At the start"])


def _people(left: Left) -> str:
    if left.hidden:
        return HIDDEN
    return NO_RETURN if left.rates.rate.events is None else number(left.rates.rate.events)


def _over_each(left: Left) -> tuple[str, str, str, str]:
    if left.hidden:
        return HIDDEN, HIDDEN, HIDDEN, HIDDEN
    shown, ends, start = left.rates.mean_of_13_month_ends, left.rates.mean_of_start_and_end, left.rates.start
    between = NO_RETURN if shown.value is None else f"{_percent(shown.lower)} to {_percent(shown.upper)}"
    return _over(shown), between, _over(ends), _over(start)


def _over(rate: Interval) -> str:
    if rate.value is None:
        return "nobody in post" if rate.why_not == "no_denominator" else NO_RETURN
    return f"{_percent(rate.value)} of {number(rate.size, 1)}"


def few_events(found: Sequence[Left]) -> str:
    """Said where a rate rests on under ten leavers."""
    few = [each.title.lower() for each in found if each.known and each.rates.rate.guard == "few_events"]
    if not few:
        return ""
    return f"Fewer than {FEW_EVENTS} people: {join(few)}. Read the interval, not the figure."


def compared(
    sizes: Mapping[str, Size], names: Mapping[str, str], verb: str
) -> tuple[FunnelModel | Intervals | None, Funnel]:
    """Units beside each other: a funnel of five or more, else their intervals; None with fewer than two.

    `sizes` gives leavers and mean headcount of each unit, `names` the title of each. Never in the order of
    their rates.
    """
    return _compared(tuple(sizes.items()), tuple(names.items()), verb)


@lru_cache(maxsize=256)
def _compared(
    sizes: tuple[tuple[str, Size], ...], titles: tuple[tuple[str, str], ...], verb: str
) -> tuple[FunnelModel | Intervals | None, Funnel]:
    """Kept, since a page draws the same units on every run, and a funnel is hundreds of quantiles."""
    names = dict(titles)
    found = funnel(dict(sizes), "rate")
    known = [point for point in found.points if point.usual.value is not None]
    if len(known) < 2 or found.average is None:
        return None, found
    if found.form == "funnel":
        return _funnel(found, names, verb), found
    return _intervals(found, names, verb), found


def _funnel(found: Funnel, names: Mapping[str, str], verb: str) -> FunnelModel:
    outside = [names[p.unit] for p in found.points if p.flag]
    count = sum(point.usual.value is not None for point in found.points)
    frame = FunnelModel(
        _funnel_title(outside, count, verb),
        f"People who {verb} in 12 months, for each 100 in post, headcount",
        (), 0.0, (), COLUMN, SIZE, suffix="%",
    )  # fmt: skip
    return of_funnel(found, frame, improvement="lower", names=names, scale=100)


def _funnel_title(outside: Sequence[str], count: int, verb: str) -> str:
    if not outside:
        return f"{count} units, and none lies outside what chance alone gives (99.8% limits)"
    lies = "lies" if len(outside) == 1 else "lie"
    return f"{join(sorted(outside))} {lies} outside what chance alone gives of people who {verb}"


def _intervals(found: Funnel, names: Mapping[str, str], verb: str) -> Intervals:
    dots = [_unit_dot(point, names[point.unit], found.average or 0.0) for point in found.points]
    apart = sorted(dot.name for dot in dots if dot.signal.glyph)
    title = (
        f"{join(apart)} {'differs' if len(apart) == 1 else 'differ'} from all units together (99.8%)"
        if apart
        else "No unit can be told apart from all units together (99.8%)"
    )
    return Intervals(
        title,
        f"People who {verb} in 12 months, for each 100 in post, headcount. {WHY_INTERVALS[found.why_not]}",
        tuple(sorted((dot for dot in dots if dot.value is not None), key=lambda dot: dot.name)),
        (found.average or 0.0) * 100,
        COLUMN,
        suffix="%",
    )


def _unit_dot(point: FunnelPoint, name: str, average: float) -> Dot:
    """A dot with its 95% interval; marked only where the 99.8% one leaves all units together outside."""
    dot, low, high = _dot(name, point.usual, False), point.alert.lower, point.alert.upper
    if low is None or high is None or low <= average <= high:
        return dot
    above = low > average
    return replace(dot, signal=signal_of("concern" if above else "improvement", "high" if above else "low"))


def not_drawn(sizes: Mapping[str, Size], names: Mapping[str, str], hidden: Sequence[str]) -> str:
    """The units that the comparison leaves out, and why."""
    small = sorted(names[unit] for unit in hidden)
    missing = sorted(names[unit] for unit, (gone, _) in sizes.items() if gone is None and unit not in hidden)
    parts = [f"{join(missing)}: no 12-month figure." if missing else ""]
    parts.append(f"{join(small)}: {HIDDEN_WHY}." if small else "")
    return " ".join(part for part in parts if part)
