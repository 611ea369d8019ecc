"""Hours that one full-time post has for work in a year, and the two ways to write what it loses.

    available = contracted − Σ hours lost = H · (1 − a)      a: share of contracted time lost
    1 + u     = 1 / (1 − a)                                  u: uplift on worked time

22% as an uplift is 18% lost; 22% lost is an uplift of 28%. Who is asked must say which, and both are shown.
Sources: WHO, Workload Indicators of Staffing Need, 2010; Hurst, Selecting and Applying Methods for
Estimating the Size and Mix of Nursing Teams, for the uplift.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from analysis.staffing.absences import REGISTER, AbsenceType, not_of
from analysis.variation import known

ReadAs = Literal["loss", "uplift"]


@dataclass(frozen=True)
class Abstraction:
    """Time lost, written both ways: `loss` as a share of contracted, `uplift` as a share of worked time.

    Both are shares of 1, None when `why_not` says why: "missing", "negative" or "nothing_left" (all the
    contracted time is lost).
    """

    loss: float | None = None
    uplift: float | None = None
    why_not: str = ""

    def hours_to_contract(self, worked: float) -> float | None:
        """Contracted hours that give so many worked hours: worked · (1 + u)."""
        return None if self.uplift is None else worked * (1 + self.uplift)


@dataclass(frozen=True)
class AvailableTime:
    """Hours a year that one full-time post has for work, and what the contracted hours lose on the way.

    `lost` is in hours by kind of absence, as given. `available` is None when `why_not` says why: "missing",
    "negative", "no_denominator" (no contracted hours), "nothing_left" or "counted_twice" (`wrong_step`
    names the kinds that are not to be taken from hours: deployable is less by them already, or they are
    in no register).
    """

    contracted: float | None
    lost: Mapping[str, float]
    available: float | None = None
    abstraction: Abstraction = Abstraction(why_not="missing")
    wrong_step: tuple[str, ...] = ()
    why_not: str = ""

    @property
    def hours_lost(self) -> float:
        """All hours lost in the year."""
        return math.fsum(self.lost.values())


def abstraction_of(share: float | None, read_as: ReadAs) -> Abstraction:
    """Both readings of a share of time lost, given which of the two it is (as a share of 1).

    Raises ValueError for a reading that is neither "loss" nor "uplift": there is no default.
    """
    if read_as not in ("loss", "uplift"):
        raise ValueError(f"time lost is a loss or an uplift, not {read_as!r}")
    given = known(share)
    if given is None:
        return Abstraction(why_not="missing")
    if given < 0:
        return Abstraction(why_not="negative")
    if read_as == "uplift":
        return Abstraction(given / (1 + given), given)
    return Abstraction(given, 1 / (1 - given) - 1) if given < 1 else Abstraction(why_not="nothing_left")


def available_time(
    contracted: float | None,
    lost: Mapping[str, float | None],
    register: tuple[AbsenceType, ...] | None = REGISTER,
) -> AvailableTime:
    """Working time of one full-time post in a year: contracted hours less the hours lost by kind.

    Every kind must be one that `register` takes from hours, so that none is taken from deployable people
    as well; None for a table that has no such people (a published example). An hour count that is
    missing leaves the whole missing. ValueError for a register that holds a kind twice.
    """
    hours = {name: value for name, each in lost.items() if (value := known(each)) is not None}
    total = known(contracted)
    if register is not None and (wrong := not_of("abstraction", lost, register)):
        return AvailableTime(total, hours, wrong_step=wrong, why_not="counted_twice")
    if total is None or len(hours) < len(lost):
        return AvailableTime(total, hours, why_not="missing")
    if total == 0:
        return AvailableTime(total, hours, why_not="no_denominator")
    if total < 0 or min(hours.values(), default=0) < 0:
        return AvailableTime(total, hours, why_not="negative")
    gone = math.fsum(hours.values())
    if gone >= total:
        return AvailableTime(total, hours, why_not="nothing_left")
    return AvailableTime(total, hours, total - gone, abstraction_of(gone / total, "loss"))
