"""Next year's new work, taken to be like the last twelve months, and how far out that has been.

    mean      S / 12                                S: cases of the last twelve months
    drift²    = w² · max(0, Σ(S_t+12 − S_t)² − Σ(S_t+12 + S_t)) / Σ(mean of the two)²     over all t known
    CV²       = 1 / S + max(drift², d / 12)         d: how much more than Poisson the months vary

The drift is the error of "next year like the last" in the returns themselves, less what chance alone makes
of it; with under three years it is taken over all work types together, because one year's change of one of
them says little. w widens it for how few years it is known from: the 80% point of Student's t with one degree
of freedom for each pair of whole years, over that of the normal. One year alone shows no drift, and the range
is then too narrow. Source of the moments: Anscombe 1950, Biometrika 37.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.projection.fans import SCORED, student
from analysis.projection.flows import fit_flow
from analysis.variation import Series, known

YEAR = 12
NORMAL = 1.2815515655446004  # half width of the middle 80% of a standard normal
OWN_DRIFT = 36  # months from which a work type's own changes are enough to go by


@dataclass(frozen=True)
class Volume:
    """New cases expected a month, and the coefficient of variation of that rate.

    `origins` counts the past forecasts it was tested on, 0 for none: then the months alone say how far out
    it may be. `why_not`: "missing" where one of the last twelve months is not known, or "negative".
    """

    monthly: float = 0.0
    cv: float = 0.0
    origins: int = 0
    why_not: str = ""


def volumes_of(series: Mapping[str, Series]) -> dict[str, Volume]:
    """The volume of every work type, from monthly counts of new cases, oldest first and ending together.

    Missing months are None or NaN; a month without a case is 0.
    """
    known_series = {name: [known(each) for each in values] for name, values in series.items()}
    whole = [values for values in known_series.values() if _years(values)]
    pairs = [pair for values in whole for pair in _years(values)]
    together = _drift(pairs, sum(_changes(values) for values in whole))
    return {name: _volume(values, together) for name, values in known_series.items()}


def _volume(values: Sequence[float | None], together: float) -> Volume:
    last = [each for each in values[-YEAR:] if each is not None]
    if len(last) < YEAR:
        return Volume(why_not="missing")
    if min(each for each in values if each is not None) < 0:
        return Volume(why_not="negative")
    year, pairs = math.fsum(last), _years(values)
    if not year:
        return Volume(origins=len(pairs))
    own = _drift(pairs, _changes(values)) if len(values) >= OWN_DRIFT else together
    spread = fit_flow(values[-OWN_DRIFT:], 1).dispersion / YEAR
    return Volume(year / YEAR, math.sqrt(1 / year + max(own, spread)), len(pairs))


def _years(values: Sequence[float | None]) -> list[tuple[float, float]]:
    """Each twelve months that are all known, with the twelve after them."""
    sums = [_sum(values[at : at + YEAR]) for at in range(len(values) - YEAR + 1)]
    pairs = zip(sums, sums[YEAR:], strict=False)
    return [(first, then) for first, then in pairs if first is not None and then is not None]


def _sum(values: Sequence[float | None]) -> float | None:
    given = [each for each in values if each is not None]
    return math.fsum(given) if len(given) == len(values) else None


def _changes(values: Sequence[float | None]) -> int:
    """How many changes from one whole year to the next there are, which do not overlap."""
    return max(1, len(values) // YEAR - 1)


def _drift(pairs: Sequence[tuple[float, float]], freedom: int) -> float:
    """Squared relative error of the forecast that one year is as the one before, chance taken out."""
    if not pairs:
        return 0.0
    first, then = np.array(pairs).T
    middles = float(np.sum(((first + then) / 2) ** 2))
    beyond = float(np.sum((then - first) ** 2) - np.sum(first + then))
    wider = student(SCORED, freedom) / NORMAL
    return wider**2 * max(0.0, beyond) / middles if middles else 0.0
