"""What a staffing need is reckoned from: work, hours for it, hours of a post, and the people there are.

    required = Σ_c cases_c · hours_c / available / (1 − Σ allowances) + Σ other hours / available

Everything is of one year. `cases` come from returns and have a spread of their own; the rest are assumptions.
"""

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from analysis.assumptions import Assumption
from analysis.variation import known

DRAWS = 20_000
SEED = 20_251_124
RHO = 0.5
MONTHS = 12


@dataclass(frozen=True)
class WorkType:
    """One kind of work: `monthly` new cases expected, and hours that one case takes.

    `cv` is the standard deviation of next year's true rate over its mean; chance in the count comes on top.
    `hours` is a range around its likeliest value, unless `standard_error` says that it is the mean of a time
    study, in hours.
    """

    name: str
    monthly: float
    cv: float
    hours: Assumption
    standard_error: float | None = None

    @property
    def annual(self) -> float:
        """New cases expected in a year."""
        return self.monthly * MONTHS


@dataclass(frozen=True)
class Staff:
    """FTE funded, in post and deployable at one month end; None where it is not known or may not be shown."""

    funded: float | None
    in_post: float | None
    deployable: float | None


@dataclass(frozen=True)
class GapInputs:
    """All that the need is reckoned from. The order of `work` and of the assumptions changes nothing.

    `available` is hours of a full-time post in a year. `allowances` are shares of those hours that are no
    case work (supervision, briefing), `other_hours` hours a year of tasks that some people do besides.
    `rho` is the correlation of the errors of two numbers of one kind and source: 0 none, 1 all alike.
    """

    work: tuple[WorkType, ...]
    available: Assumption
    staff: Staff
    allowances: tuple[Assumption, ...] = ()
    other_hours: tuple[Assumption, ...] = ()
    rho: float = RHO
    seed: int = SEED
    draws: int = DRAWS

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Every assumption, hours of a case first."""
        return (*(each.hours for each in self.work), self.available, *self.allowances, *self.other_hours)


def why_not(inputs: GapInputs) -> str:
    """Why there is no need to be reckoned; "" where there is.

    "no_work", "missing", "negative", "no_available_time", "support_takes_all_time" (allowances that may
    take 100% or more) or "wrong_range" (an assumption outside its own range, rho outside 0 to 1).
    """
    numbers = list(_numbers(inputs))
    if not inputs.work:
        return "no_work"
    if any(known(each) is None for each in numbers):
        return "missing"
    if min(numbers) < 0:
        return "negative"
    if inputs.available.low <= 0:
        return "no_available_time"
    if math.fsum(each.high for each in inputs.allowances) >= 1:
        return "support_takes_all_time"
    ordered = all(each.in_range for each in inputs.assumptions)
    return "" if ordered and 0 <= inputs.rho <= 1 else "wrong_range"


def _numbers(inputs: GapInputs) -> Iterator[float]:
    for work in inputs.work:
        yield from (work.monthly, work.cv, work.standard_error or 0.0)
    for each in inputs.assumptions:
        yield from (each.low, each.value, each.high)
    staff = inputs.staff
    yield from (each for each in (staff.funded, staff.in_post, staff.deployable) if each is not None)


def input_hash(inputs: GapInputs) -> str:
    """SHA-256 of all inputs, seed and draws included: equal where the figures must be."""
    held = asdict(inputs)
    for name in ("work", "allowances", "other_hours"):
        held[name] = sorted(held[name], key=_as_text)
    return hashlib.sha256(_as_text(held).encode()).hexdigest()


def _as_text(held: object) -> str:
    return json.dumps(held, sort_keys=True, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no part of the inputs")
