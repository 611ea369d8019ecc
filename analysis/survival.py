"""Time in a unit: the share of people still there after so many months, and the month when half have gone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.intervals import USUAL, z_of
from analysis.risk_sets import FEWEST_AT_RISK, STILL_HERE, Numbers, RiskSets, risk_sets

EXITED = "exited"
# A product of shares that ought to be one half exactly may come out a hair above it.
HALF = 0.5 + 1e-9


@dataclass(frozen=True)
class SurvivalCurve:
    """The share still there after each time, with the number at risk that must be shown under it.

    Limits are None where nobody, or everybody, has left. `starts_at` above 0 says that the curve is about
    people who had already stayed so long. `median` is the first time at which half or fewer remain; None
    with `median_why` "not_reached". Its limits are None where they are not reached. `why_not`: "nobody", or
    "too_few_at_risk" when at no time as many were at risk as were asked for.
    """

    level: float
    watched: int
    times: tuple[float, ...] = ()
    at_risk: tuple[int, ...] = ()
    exits: tuple[int, ...] = ()
    survival: tuple[float, ...] = ()
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    starts_at: float = 0.0
    median: float | None = None
    median_lower: float | None = None
    median_upper: float | None = None
    median_why: str = ""
    why_not: str = ""


def kaplan_meier(
    time: Sequence[float] | Numbers,
    exited: Sequence[bool],
    entry: Sequence[float] | Numbers | None = None,
    level: float = USUAL,
    fewest: int = FEWEST_AT_RISK,
) -> SurvivalCurve:
    """The product-limit curve with delayed entry, and log-log limits.

    S(t) = Π(1 − d/n); limits exp(−exp(ln(−ln S) ± z·σ/|ln S|)) with σ² = Σ d/(n(n − d)). `time` is how long
    each had been there when last seen or gone, `exited` which, `entry` how long they had been there when
    first seen, one value for each person and unit, in one unit of time. Current staff count up to now.
    `fewest` is 5 within the force and 10 for publication: where fewer are at risk there is no curve. The
    mean time of current staff is not this: long stayers are likelier to be met. Sources: Kaplan and Meier
    1958; Borgan and Liestøl 1990. Raises ValueError for a level that is not between 0 and 1, and for
    sequences of unequal length.
    """
    causes = [EXITED if left else STILL_HERE for left in exited]
    return survival_of(risk_sets(time, causes, entry, fewest), level)


def survival_of(sets: RiskSets, level: float = USUAL) -> SurvivalCurve:
    """The same curve from who was at risk and who left at each time, all causes together.

    Raises ValueError for a level that is not between 0 and 1.
    """
    z = z_of(level)
    if not len(sets.times):
        return SurvivalCurve(level, sets.watched, why_not="too_few_at_risk" if sets.watched else "nobody")
    gone = sets.all_exits
    survival: Numbers = np.cumprod(1 - gone / sets.at_risk, dtype=np.float64)
    lower, upper = _log_log(survival, gone, sets.at_risk, z)
    median = _first(sets.times, survival)
    return SurvivalCurve(
        level=level,
        watched=sets.watched,
        times=tuple(sets.times.tolist()),
        at_risk=tuple(sets.at_risk.astype(int).tolist()),
        exits=tuple(gone.astype(int).tolist()),
        survival=tuple(survival.tolist()),
        lower=_known(lower),
        upper=_known(upper),
        starts_at=sets.starts_at,
        median=median,
        median_lower=_first(sets.times, lower),
        median_upper=_first(sets.times, upper),
        median_why="not_reached" if median is None else "",
    )


def _log_log(survival: Numbers, gone: Numbers, at_risk: Numbers, z: float) -> tuple[Numbers, Numbers]:
    """The limits; not a number where the curve is at 1 or at 0, where there is no such limit."""
    inside = (survival > 0) & (survival < 1)
    stayed = np.where(inside, at_risk - gone, 1)
    sigma = np.sqrt(np.cumsum(gone / (at_risk * np.maximum(stayed, 1))))
    fall = -np.log(np.where(inside, survival, 0.5))
    half = np.exp(z * sigma / fall)
    lower, upper = np.exp(-fall * half), np.exp(-fall / half)
    return np.where(inside, lower, np.nan), np.where(inside, upper, np.nan)


def _first(times: Numbers, curve: Numbers) -> float | None:
    """The first time at which a curve is at one half or below."""
    reached = np.flatnonzero(curve <= HALF)
    return float(times[reached[0]]) if len(reached) else None


def _known(values: Numbers) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else float(value) for value in values)
