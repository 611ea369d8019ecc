"""Intervals: how far chance alone could have moved a proportion, a count or a rate of people or cases."""

import math
from dataclasses import dataclass
from statistics import NormalDist

USUAL = 0.95
ALERT = 0.998
FEW_EVENTS = 10
SMALL_N = 10


@dataclass(frozen=True)
class Interval:
    """A figure, and the limits between which the true one lies, were chance the only thing at work.

    `value`, `lower` and `upper` are None when `why_not` says why there is no figure: "missing", "negative",
    "no_denominator" or "more_events_than_n". `guard` says how to show a figure that there is: "few_events"
    (under 10 events: say so), "small_n" (a share of under 10: show the two counts, not a percentage) or
    nothing.
    """

    events: float | None
    size: float | None
    level: float
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    guard: str = ""
    why_not: str = ""


def z_of(level: float) -> float:
    """The half width of a two-sided normal interval: 1.9600 for 0.95, 3.0902 for 0.998.

    Raises ValueError for a level that is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"a level of {level} is not between 0 and 1")
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(events: float | None, n: float | None, level: float = USUAL) -> Interval:
    """The share `events` of `n`, with the score interval, without continuity correction.

    (2x + z² ± z√(z² + 4x(1 − x/n))) / (2(n + z²)), for x of n people or cases, as a share of 1. Under 10 of
    them the guard is "small_n", or under 10 events "few_events". Source: Wilson 1927, as public health uses
    it. Raises ValueError for a level that is not between 0 and 1.
    """
    z = z_of(level)
    if why_not := _why_no_rate(events, n) or _why_no_share(events, n):
        return Interval(events, n, level, why_not=why_not)
    assert events is not None and n is not None
    half = z * math.sqrt(z * z + 4 * events * (1 - events / n))
    lower = 0.0 if events == 0 else (2 * events + z * z - half) / (2 * (n + z * z))
    upper = 1.0 if events == n else (2 * events + z * z + half) / (2 * (n + z * z))
    guard = "small_n" if n < SMALL_N else _few(events)
    return Interval(events, n, level, events / n, lower, upper, guard)


def exact_poisson(events: float | None, exposure: float | None = 1.0, level: float = USUAL) -> Interval:
    """A count, or a rate for each unit of exposure, with the exact Poisson interval.

    χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, divided by the exposure (person-years, say); the lower limit is 0
    where nothing happened. Source: Garwood 1936. Raises ValueError for a level that is not between 0 and 1.
    """
    z_of(level)
    if why_not := _why_no_rate(events, exposure):
        return Interval(events, exposure, level, why_not=why_not)
    assert events is not None and exposure is not None
    lower, upper = _exact_count(events, level)
    value = events / exposure
    return Interval(events, exposure, level, value, lower / exposure, upper / exposure, _few(events))


def byar(events: float | None, exposure: float | None = 1.0, level: float = USUAL) -> Interval:
    """A rate with Byar's approximation, kept only to agree with public health's published figures.

    x(1 − 1/(9x) − z/(3√x))³ and the same of x + 1 with + z, divided by the exposure. Under 10 events it is
    the exact interval, as there. Source: Breslow and Day 1987. Raises ValueError for a level not between 0
    and 1.
    """
    z = z_of(level)
    if _why_no_rate(events, exposure) or events is None or exposure is None or events < FEW_EVENTS:
        return exact_poisson(events, exposure, level)
    more = events + 1
    lower = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3
    return Interval(events, exposure, level, events / exposure, lower / exposure, upper / exposure)


def _exact_count(events: float, level: float) -> tuple[float, float]:
    """The limits of a Poisson mean of which `events` were seen."""
    # The functions under scipy.stats.chi2.ppf, without the second that importing scipy.stats takes.
    from scipy.special import gammainccinv, gammaincinv

    tail = (1 - level) / 2
    lower = float(gammaincinv(events, tail)) if events > 0 else 0.0
    return lower, float(gammainccinv(events + 1, tail))


def _few(events: float) -> str:
    return "few_events" if events < FEW_EVENTS else ""


def _why_no_rate(events: float | None, size: float | None) -> str:
    """Why two numbers give no rate, as a code; nothing when they do."""
    if events is None or size is None or math.isnan(events) or math.isnan(size):
        return "missing"
    if events < 0 or size < 0:
        return "negative"
    return "no_denominator" if size == 0 else ""


def _why_no_share(events: float | None, n: float | None) -> str:
    """Why a rate is no share of a whole: more events than there are to have them."""
    return "more_events_than_n" if events is not None and n is not None and events > n else ""
