"""What comes of the draws: ranges, chances, and how much of the spread each number makes.

vacancy gap + availability gap + demand gap = operating gap        in every draw
share of an input = 1 − Var(required with that input at its middle) / Var(required)
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.gap.middle import Middle, middle_of
from analysis.gap.model import GapInputs, input_hash, why_not
from analysis.gap.simulate import Key, Numbers, drawn_of, middles_of, required_of

LEVELS = (0.1, 0.5, 0.9)


@dataclass(frozen=True)
class Range:
    """The value that 10%, 50% and 90% of the draws stay below: between the outer two lie 80%."""

    p10: float
    p50: float
    p90: float

    @property
    def spans_zero(self) -> bool:
        """Whether the middle 80% of the draws hold 0: more and fewer than enough are both likely."""
        return self.p10 <= 0 <= self.p90


@dataclass(frozen=True)
class Chance:
    """The share of draws in which more is required than there is; None where that is not known."""

    over_funded: float | None
    over_deployable: float | None


@dataclass(frozen=True)
class Influence:
    """How much of the variance goes when one number, or all of a kind (`name` ""), is fixed at its middle.

    Shares of numbers that err together do not add up to 1.
    """

    kind: str
    name: str
    share: float


@dataclass(frozen=True)
class Gaps:
    """The gaps of every draw, in FTE; None where an end is not known. Positive is short."""

    required: Numbers
    vacancy: float | None
    availability: float | None
    demand: Numbers | None
    operating: Numbers | None


@dataclass(frozen=True)
class GapResult:
    """The need with its uncertainty, in FTE. `middle` is the middle case, which no draw enters.

    `influences` are of single numbers, largest first; `kinds` of all numbers of a kind together. With
    `why_not` (analysis.gap.model.why_not) there is nothing else.
    """

    inputs: GapInputs
    input_hash: str
    middle: Middle | None = None
    required: Range | None = None
    demand_gap: Range | None = None
    operating_gap: Range | None = None
    chance: Chance = Chance(None, None)
    influences: tuple[Influence, ...] = ()
    kinds: tuple[Influence, ...] = ()
    why_not: str = ""


def gap_of(inputs: GapInputs) -> GapResult:
    """Reckon the need. Never raises for the figures; the same inputs give the same figures."""
    told = input_hash(inputs)
    if reason := why_not(inputs):
        return GapResult(inputs, told, why_not=reason)
    drawn = drawn_of(inputs)
    gaps = gaps_of(inputs, required_of(drawn))
    ones = [_influence(drawn, inputs, *key) for key in drawn]
    kinds = [_influence(drawn, inputs, kind, "") for kind in dict.fromkeys(kind for kind, _ in drawn)]
    return GapResult(
        inputs,
        told,
        middle_of(inputs),
        _range(gaps.required),
        _range(gaps.demand),
        _range(gaps.operating),
        Chance(_over(gaps.required, inputs.staff.funded), _over(gaps.required, inputs.staff.deployable)),
        _largest_first(ones),
        _largest_first(kinds),
    )


def gaps_of(inputs: GapInputs, required: Numbers) -> Gaps:
    """The gaps of every draw: vacancy and availability are counted and stand in all of them."""
    staff = inputs.staff
    return Gaps(
        required,
        _less(staff.funded, staff.in_post),
        _less(staff.in_post, staff.deployable),
        None if staff.funded is None else required - staff.funded,
        None if staff.deployable is None else required - staff.deployable,
    )


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _range(draws: Numbers | None) -> Range | None:
    return None if draws is None else Range(*(float(each) for each in np.quantile(draws, LEVELS)))


def _over(required: Numbers, people: float | None) -> float | None:
    return None if people is None else float(np.mean(required > people))


def _influence(drawn: Mapping[Key, Numbers], inputs: GapInputs, kind: str, name: str) -> Influence:
    """What fixing one number takes from the variance; every number of the kind where no name is given."""
    middles = middles_of(inputs)
    fixed = {key: middles[key] for key in drawn if key[0] == kind and name in ("", key[1])}
    whole = float(np.var(required_of(drawn)))
    left = float(np.var(required_of({**drawn, **fixed})))
    return Influence(kind, name, 1 - left / whole if whole > 0 else 0.0)


def _largest_first(found: list[Influence]) -> tuple[Influence, ...]:
    return tuple(sorted(found, key=lambda each: (-each.share, each.kind, each.name)))
