"""Open cases as stock and flow: whether they add up, and how fast they are worked off.

    open_t = open_{t−1} + new + reopened + transferred in − closed − transferred out

Sources: Little 1961 (Operations Research 9) for L = λ·W, which holds for a stable system alone; the exact
comparison of two Poisson counts: Przyborowski and Wilenski 1940.
"""

import math
from dataclasses import dataclass

from analysis.intervals import USUAL
from analysis.quarters import net_change_can_be_judged
from analysis.two_rates import TwoRates, compare_rates
from analysis.variation import Series, known
from analysis.xmr import xmr

YEAR = 12
STABLE = 0.05  # closure ratio this far from 1 at most


@dataclass(frozen=True)
class MonthFlows:
    """Cases that came and went in one month. None for an optional flow means that it was not sent."""

    new: float | None
    closed: float | None
    reopened: float | None = None
    transferred_in: float | None = None
    transferred_out: float | None = None


@dataclass(frozen=True)
class Residual:
    """Open cases less what last month's and the flows add up to: above 0, cases that came from nowhere.

    `not_sent` names the optional flows left out of the sum; the residual may be just those. `why_not` is
    "missing" where open cases (now or last month), new or closed are.
    """

    expected: float | None = None
    residual: float | None = None
    not_sent: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class WorkInHand:
    """Open cases over mean closures a month: how long the work in hand lasts, at that pace, in months.

    `why_not`: "missing", "negative" or "nothing_closed".
    """

    months: float | None = None
    why_not: str = ""


@dataclass(frozen=True)
class TimeOpen:
    """Mean months that a case is open, W = L / λ, where the system is stable enough to say.

    `why_not`: "missing", "negative", "nothing_closed", "no_events" (a year without new cases), "not_stable"
    (closures not within 5% of new cases), "too_few_cases" or "net_change_not_judged" (a chart of net change
    cannot judge this month), or "net_change_signals" (it flags a month of the last twelve). Say "months of
    work in hand" instead.
    """

    months: float | None = None
    why_not: str = ""


def residual(open_before: float | None, open_now: float | None, flows: MonthFlows) -> Residual:
    """What one month's flows leave unexplained, for one unit and work type; shown, never absorbed."""
    first, last, new, closed = (known(each) for each in (open_before, open_now, flows.new, flows.closed))
    optional = {
        "reopened": known(flows.reopened),
        "transferred_in": known(flows.transferred_in),
        "transferred_out": known(flows.transferred_out),
    }
    not_sent = tuple(name for name, each in optional.items() if each is None)
    if first is None or last is None or new is None or closed is None:
        return Residual(not_sent=not_sent, why_not="missing")
    back, come, gone = (each or 0.0 for each in optional.values())
    expected = first + new + back + come - closed - gone
    return Residual(expected, last - expected, not_sent)


def closure_ratio(closed: Series, new: Series, level: float = USUAL) -> TwoRates:
    """Closed over new in the last twelve months, with the interval of two Poisson counts.

    Both are cases by month, oldest first; a month that is missing leaves the whole missing, and so do fewer
    than twelve. No good direction, and never a target: closing more is not solving more.
    """
    return compare_rates(_year(closed), 1, _year(new), 1, level)


def work_in_hand(open_now: float | None, closed: Series) -> WorkInHand:
    """Months of work in hand: open cases over the mean of the last twelve months' closures."""
    stock, gone = known(open_now), _year(closed)
    if stock is None or gone is None:
        return WorkInHand(why_not="missing")
    if min(stock, gone) < 0:
        return WorkInHand(why_not="negative")
    return WorkInHand(stock * YEAR / gone) if gone else WorkInHand(why_not="nothing_closed")


def time_open(open_cases: Series, new: Series, closed: Series) -> TimeOpen:
    """Little's law over the last twelve months, where |closed/new − 1| < 5% and net change has no signal.

    All three by month, oldest first. Mean open cases over mean closures a month; net change (new − closed)
    is judged by its XmR chart over all the months given.
    """
    stock, came, gone = _year(open_cases), _year(new), _year(closed)
    if stock is None or came is None or gone is None:
        return TimeOpen(why_not="missing")
    if min(stock, came, gone) < 0:
        return TimeOpen(why_not="negative")
    if not came or not gone:
        return TimeOpen(why_not="nothing_closed" if came else "no_events")
    if why_not := _why_not_stable(gone / came, new, closed):
        return TimeOpen(why_not=why_not)
    return TimeOpen(stock / gone)


def _why_not_stable(ratio: float, new: Series, closed: Series) -> str:
    if abs(ratio - 1) >= STABLE:
        return "not_stable"
    if not net_change_can_be_judged(new, closed):
        return "too_few_cases"
    months = min(len(new), len(closed))
    pairs = zip(new[-months:], closed[-months:], strict=True)
    chart = xmr([None if a is None or b is None else a - b for a, b in pairs])
    if chart.why_not or chart.trial:
        return "net_change_not_judged"
    return "net_change_signals" if any(point.flags for point in chart.points[-YEAR:]) else ""


def _year(values: Series) -> float | None:
    """The sum of the last twelve months; None where one is missing or there are fewer."""
    months = [month for each in values[-YEAR:] if (month := known(each)) is not None]
    return math.fsum(months) if len(months) == YEAR else None
