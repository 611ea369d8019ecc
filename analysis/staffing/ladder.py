"""From funded posts down to the people the work can be given to, and the gap to what the work needs.

    vacancy gap      = funded − in post             (negative where over the establishment)
    availability gap = in post − deployable
    demand gap       = required − funded            (above 0 where short even with every post filled)
    operating gap    = required − deployable        = the three together

The parts say what closes the gap: recruitment, getting people back to work, or money for posts. Source of
required staff: WHO, Workload Indicators of Staffing Need (WISN), User's manual, 2010.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.staffing.absences import REGISTER, AbsenceType, not_of
from analysis.variation import known

NOT_EXPLAINED = "not explained"
PENNY = 1e-9  # FTE: less than this between two sums is the rounding of the computer


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: FTE taken away for `reason` (negative where it adds)."""

    reason: str
    fte: float


@dataclass(frozen=True)
class Ladder:
    """The gaps between funded, in post, deployable and required, all in FTE; positive is short.

    A gap is None where one of its two ends is missing. `unavailable` splits the availability gap by reason,
    with what the reasons do not explain as "not explained"; it is empty where there is no availability gap
    to split or no reasons were sent. `not_accredited` is deployable less deployable and accredited, a
    step below the ladder that no gap holds. `missing` names the ends that were not given;
    `wrong_step` the reasons that the register does not take away at this step, and `why_not` is then
    "counted_twice", or "negative" where an end is below 0: there are no gaps.
    """

    funded: float | None
    in_post: float | None
    deployable: float | None
    required: float | None
    vacancy_gap: float | None = None
    availability_gap: float | None = None
    demand_gap: float | None = None
    operating_gap: float | None = None
    not_accredited: float | None = None
    unavailable: tuple[Rung, ...] = ()
    missing: tuple[str, ...] = ()
    wrong_step: tuple[str, ...] = ()
    why_not: str = ""


def ladder(
    funded: float | None,
    in_post: float | None,
    deployable: float | None,
    required: float | None = None,
    *,
    unavailable: Mapping[str, float] | None = None,
    accredited: float | None = None,
    register: tuple[AbsenceType, ...] = REGISTER,
) -> Ladder:
    """The ladder of one unit or of units added up, in FTE; None or NaN is an end that is not known.

    `unavailable` is FTE by reason; None where it was not sent. Every reason must be one that `register`
    takes away from deployable people and not from hours, or there are no gaps. A roll-up adds the FTE of
    the units first. Never raises for the figures; ValueError for a register that holds a reason twice.
    """
    posts, people, carrying, needed = (known(end) for end in (funded, in_post, deployable, required))
    ends = (posts, people, carrying, needed)
    ready = known(accredited)
    reasons = {name: fte for name, fte in (unavailable or {}).items() if known(fte) is not None}
    if wrong := not_of("deployable", reasons, register):
        return Ladder(*ends, wrong_step=wrong, why_not="counted_twice")
    if any(each is not None and each < 0 for each in [*ends, ready, *reasons.values()]):
        return Ladder(*ends, why_not="negative")
    availability = _less(people, carrying)
    return Ladder(
        *ends,
        vacancy_gap=_less(posts, people),
        availability_gap=availability,
        demand_gap=_less(needed, posts),
        operating_gap=_less(needed, carrying),
        not_accredited=_less(carrying, ready),
        unavailable=() if unavailable is None else _rungs(availability, reasons),
        missing=tuple(name for name, end in zip(_ENDS, ends, strict=True) if end is None),
    )


_ENDS = ("funded", "in_post", "deployable", "required")


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _rungs(availability: float | None, reasons: Mapping[str, float]) -> tuple[Rung, ...]:
    """The availability gap by reason, largest first, and what they leave over, above or below 0."""
    if availability is None:
        return ()
    by_size = sorted(reasons.items(), key=lambda each: (-each[1], each[0]))
    rungs = [Rung(name, float(fte)) for name, fte in by_size if fte]
    left_over = availability - math.fsum(rung.fte for rung in rungs)
    return (*rungs, *([Rung(NOT_EXPLAINED, left_over)] if abs(left_over) > PENNY else []))
