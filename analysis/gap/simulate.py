"""Many years that could be: volumes, hours and time drawn together, and the people each would need.

    rate_c   ~ Gamma(mean, CV);  cases_c ~ Poisson(rate_c)       of a year: twelve Poisson months added up
    hours_c  ~ PERT(low, middle, high), or Normal(mean, SE) cut off at 0 where there was a time study
    PERT     = low + (high − low) · Beta(1 + 4(mode − low)/(high − low), 1 + 4(high − mode)/(high − low))
    errors   u = Φ(√ρ · common + √(1 − ρ) · own): a Gaussian copula, with one common draw for the numbers of
               one kind from one source, so that two of them have correlation ρ (on the normal scale)

Each number is drawn from a stream of its own name, so that another number more or less moves none of them.
Sources: Clark, The PERT model for the distribution of an activity time, Operations Research 10, 1962;
Greenwood and Yule, Journal of the Royal Statistical Society 83, 1920, for gamma and Poisson.
"""

import hashlib
import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.assumptions import Assumption
from analysis.gap.model import GapInputs, WorkType

Numbers = NDArray[np.float64]
Key = tuple[str, str]
CASES, HOURS, TIME, ALLOWANCE, OTHER = "new cases", "hours for a case", "working year", "allowance", "other"
RETURNS = "returns"
GRID = np.linspace(-6, 6, 1201)  # normal scores; one draw in 500 million lies beyond


def drawn_of(inputs: GapInputs) -> dict[Key, Numbers]:
    """The draws of every number that has a spread or not, by kind and name; each `inputs.draws` long."""
    found: dict[Key, Numbers] = {}
    for work in inputs.work:
        found[CASES, work.name] = _cases(inputs, work)
        found[HOURS, work.name] = _hours(inputs, work)
    found[TIME, inputs.available.id] = _pert(inputs, TIME, inputs.available)
    for kind, held in ((ALLOWANCE, inputs.allowances), (OTHER, inputs.other_hours)):
        found |= {(kind, each.id): _pert(inputs, kind, each) for each in held}
    return found


def middles_of(inputs: GapInputs) -> dict[Key, float]:
    """The middle that each number is fixed at."""
    found: dict[Key, float] = {(CASES, each.name): each.annual for each in inputs.work}
    found |= {(HOURS, each.name): each.hours.value for each in inputs.work}
    found[TIME, inputs.available.id] = inputs.available.value
    for kind, held in ((ALLOWANCE, inputs.allowances), (OTHER, inputs.other_hours)):
        found |= {(kind, each.id): each.value for each in held}
    return found


def required_of(values: Mapping[Key, Any]) -> Any:
    """FTE required, of draws or of single numbers by kind and name."""
    names = sorted(name for kind, name in values if kind == CASES)
    work = sum(values[CASES, name] * values[HOURS, name] for name in names)
    (available,) = (value for (kind, _), value in values.items() if kind == TIME)
    support = sum(values[key] for key in sorted(values) if key[0] == ALLOWANCE)
    other = sum(values[key] for key in sorted(values) if key[0] == OTHER)
    return (work / (1 - support) + other) / available


def stream(seed: int, *name: str) -> np.random.Generator:
    """A stream of random numbers that belongs to a name."""
    told = hashlib.sha256("\0".join(name).encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(told[:8])])


def _scores(inputs: GapInputs, kind: str, name: str, source: str) -> Numbers:
    """Standard normal draws, as far up or down together as one source makes them."""
    common = stream(inputs.seed, "common", kind, source).standard_normal(inputs.draws)
    own = stream(inputs.seed, "own", kind, name).standard_normal(inputs.draws)
    scores: Numbers = math.sqrt(inputs.rho) * common + math.sqrt(1 - inputs.rho) * own
    return scores


def _at(scores: Numbers, quantiles: Callable[[Numbers], Numbers]) -> Numbers:
    """The quantiles at Φ(score): reckoned at GRID and straight between, right to 1 in 10,000."""
    from scipy.special import ndtr

    return np.interp(scores, GRID, quantiles(ndtr(GRID)))


def _cases(inputs: GapInputs, work: WorkType) -> Numbers:
    from scipy.special import gammaincinv

    rate = np.full(inputs.draws, work.annual)
    if work.cv > 0 and work.annual > 0:
        scores = _scores(inputs, CASES, work.name, RETURNS)
        rate = work.annual * work.cv**2 * _at(scores, lambda u: gammaincinv(1 / work.cv**2, u))
    return stream(inputs.seed, "chance", CASES, work.name).poisson(rate).astype(np.float64)


def _hours(inputs: GapInputs, work: WorkType) -> Numbers:
    if work.standard_error is None:
        return _pert(inputs, HOURS, work.hours, work.name)
    scores = _scores(inputs, HOURS, work.name, work.hours.source)
    normal: Numbers = np.maximum(0.0, work.hours.value + work.standard_error * scores)
    return normal


def _pert(inputs: GapInputs, kind: str, held: Assumption, name: str = "") -> Numbers:
    if held.low == held.high:
        return np.full(inputs.draws, held.value)
    scores = _scores(inputs, kind, name or held.id, held.source)
    return _at(scores, lambda u: pert(u, held.low, held.value, held.high))


def pert(u: Numbers, low: float, mode: float, high: float) -> Numbers:
    """The quantiles `u` of a PERT distribution; mean (low + 4 · mode + high) / 6."""
    from scipy.special import betaincinv

    span = high - low
    drawn: Numbers = low + span * betaincinv(1 + 4 * (mode - low) / span, 1 + 4 * (high - mode) / span, u)
    return drawn
