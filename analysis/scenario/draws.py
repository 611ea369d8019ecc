"""What each run is dealt before its first month: the rates nobody knows exactly, and the assumptions' ranges.

    monthly leaving  ~ Gamma(leavers + 0.5) / person-months        small units get wide bands
    new cases        ~ Gamma(new + 0.5) / 12 a month, then Poisson
    an assumption    ~ PERT(low, value, high)
                     = l + (h − l) · Beta(1 + 4(v − l)/(h − l), 1 + 4(h − v)/(h − l))

Every month and purpose has a stream of its own, made of the seed: two scenarios with one seed meet the same
luck wherever they do not differ (common random numbers), so the difference between them is not luck.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.assumptions import Assumption
from analysis.scenario.model import Inputs
from analysis.scenario.questions import QUESTIONS

Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.int64]]
# The order is part of a saved scenario: a stream keeps its number.
PURPOSES = (
    "leave", "new", "range", "stay_accredited", "stay_other", "stay_training", "stay_waiting", "reach_post",
    "starters", "completes", "needs_course", "course_rounding", "course_pass", "lapse", "arrive", "close",
)  # fmt: skip
# Each assumption's own stream, whatever else was asked.
PLACE = {question.id: at for at, question in enumerate(QUESTIONS)}


@dataclass(frozen=True)
class Dealt:
    """One number for each run: the monthly leaving probability, new cases a month, and drawn assumptions."""

    leave: Floats
    new: Floats
    ranges: dict[str, Floats | float]

    def of(self, name: str, otherwise: float = 0.0) -> Floats | float:
        """An assumption as drawn, or its one value; `otherwise` where it was left empty."""
        return self.ranges.get(name, otherwise)


def stream(seed: int, purpose: str, month: int = 0) -> np.random.Generator:
    """The luck of one purpose in one month; `seed` is at least 0."""
    return np.random.Generator(np.random.SFC64([seed, month, PURPOSES.index(purpose)]))


def deal(inputs: Inputs, runs: int, seed: int) -> Dealt:
    """Draw what stands for a whole run."""
    leave = _rate(inputs, "leavers", inputs.value("leaver_months"), runs, seed)
    new = _rate(inputs, "new_cases", 12.0, runs, seed)
    ranges = {name: _drawn(each, runs, seed) for name, each in inputs.by_id.items()}
    return Dealt(np.minimum(leave, 1.0), new, ranges)


def mean_rate(inputs: Inputs, name: str, exposure: float) -> float:
    """The mean of a rate as it is drawn: (count + 0.5) / time, or count / time where certain."""
    if not inputs.has(name) or exposure <= 0:
        return 0.0
    return (inputs.value(name) + (0.0 if name in inputs.certain else 0.5)) / exposure


def _rate(inputs: Inputs, name: str, exposure: float, runs: int, seed: int) -> Floats:
    if name in inputs.certain or not inputs.has(name) or exposure <= 0:
        return np.full(runs, mean_rate(inputs, name, exposure))
    shape = inputs.value(name) + 0.5
    luck = stream(seed, "leave" if name == "leavers" else "new")
    return np.asarray(luck.gamma(shape, 1 / exposure, runs))


def _drawn(each: Assumption, runs: int, seed: int) -> Floats | float:
    """A value for each run out of the assumption's range; the one value where it has none."""
    wide = each.high - each.low
    if wide <= 0:
        return each.value
    alpha, beta = 1 + 4 * (each.value - each.low) / wide, 1 + 4 * (each.high - each.value) / wide
    return np.asarray(each.low + wide * stream(seed, "range", PLACE[each.id]).beta(alpha, beta, runs))
