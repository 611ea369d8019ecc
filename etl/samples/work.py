"""Cases month by month: each open case has an age, and what comes in less what goes out is what is open."""

from dataclasses import dataclass, field

from etl.samples.chance import Chance
from etl.samples.plan import Work

OLDEST = 48  # months; cases older than this are kept together
YOUNG = 3  # months for which the share closed while young holds
CLOSED_AT_MOST = 0.97
RETURNING_AGE = 2  # months old a case is taken to be when it is reopened or comes from another unit


@dataclass(frozen=True)
class CaseloadRow:
    """The month-end counts of one work type in one unit, all in cases."""

    unit: str
    work_type: str
    family: str
    open: int
    unallocated: int
    new: int
    closed: int
    oldest_unallocated_days: int | None
    over_90_days: int
    over_180_days: int
    over_365_days: int
    high_risk: int
    high_risk_unallocated: int
    overdue: int
    charged_before_court: int
    awaiting_cps: int
    awaiting_digital_forensics: int
    transferred_in: int
    transferred_out: int
    reopened: int


@dataclass(frozen=True)
class Flow:
    """What came in and went out in the month, in cases."""

    new: int
    closed: int
    reopened: int
    transferred_in: int
    transferred_out: int


@dataclass
class Tray:
    """The open cases of one work type in one unit, counted by age in months."""

    unit: str
    work: Work
    by_age: list[int] = field(default_factory=list)
    waiting: float = 0.0
    usual: float = 0.0

    @property
    def open(self) -> int:
        """Cases open now."""
        return sum(self.by_age)


def first_tray(unit: str, work: Work, chance: Chance) -> Tray:
    """Fill a tray as it settles when intake and capacity hold steady."""
    surviving, by_age = work.new * (1 - work.fast / 2), []
    for age in range(OLDEST):
        by_age.append(_whole(surviving, chance))
        surviving *= 1 - (work.fast if age < YOUNG else work.slow)
    by_age[-1] += _whole(surviving / max(work.slow, 0.01), chance)
    return Tray(unit, work, by_age, work.unallocated, float(max(1, sum(by_age))))


def a_month(tray: Tray, demand: float, capacity: float, chance: Chance) -> CaseloadRow:
    """Move a tray on by one month and count it.

    demand: new work against the plan (1 = as planned). capacity: deployable FTE against the plan.
    """
    flow = _flow(tray, demand, capacity, chance)
    _let_some_wait(tray, chance)
    return _count(tray, flow, chance)


def _flow(tray: Tray, demand: float, capacity: float, chance: Chance) -> Flow:
    # Quick work is reprioritised when hands are short; slow work waits.
    steadiness = 0.25 if tray.work.fast > 0.9 else 0.6
    pace = capacity**steadiness * (tray.usual / max(1, tray.open)) ** 0.35
    new = chance.arrivals(tray.work.new * demand)
    tray.by_age = [new, *tray.by_age[:-2], tray.by_age[-2] + tray.by_age[-1]]
    closed = _close(tray, pace, chance)
    reopened = chance.out_of(closed, 0.012)
    transferred_in = chance.arrivals(0.006 * tray.work.new)
    transferred_out = _transfer(tray, chance)
    tray.by_age[RETURNING_AGE] += reopened + transferred_in
    return Flow(new, closed, reopened, transferred_in, transferred_out)


def _close(tray: Tray, pace: float, chance: Chance) -> int:
    closed = 0
    for age, count in enumerate(tray.by_age):
        share = tray.work.fast if age <= YOUNG else tray.work.slow
        gone = chance.out_of(count, min(CLOSED_AT_MOST, pace * share * (0.5 if age == 0 else 1)))
        tray.by_age[age] -= gone
        closed += gone
    return closed


def _transfer(tray: Tray, chance: Chance) -> int:
    wanted, moved = chance.arrivals(0.006 * tray.work.new), 0
    for age, count in enumerate(tray.by_age):
        taken = min(count, wanted - moved)
        tray.by_age[age] -= taken
        moved += taken
    return moved


def _let_some_wait(tray: Tray, chance: Chance) -> None:
    """Move the unallocated share towards what the pressure of work makes it."""
    pressure = (tray.open / tray.usual) ** 2
    tray.waiting += 0.4 * (tray.work.unallocated * pressure - tray.waiting) + chance.around(0, 0.004)
    tray.waiting = min(0.5, max(0.0, tray.waiting)) if tray.work.unallocated else 0.0


def _count(tray: Tray, flow: Flow, chance: Chance) -> CaseloadRow:
    work, opened = tray.work, tray.open
    unallocated = round(opened * tray.waiting)
    high_risk = _some(opened, work.high_risk, chance)
    over = [sum(tray.by_age[months:]) for months in (3, 6, 12)]
    cps = _some(opened, work.cps, chance)
    return CaseloadRow(
        tray.unit,
        work.work_type,
        work.family,
        opened,
        unallocated,
        flow.new,
        flow.closed,
        _oldest_waiting(tray, unallocated, chance),
        *over,
        high_risk,
        min(high_risk, unallocated, chance.out_of(unallocated, work.high_risk * 0.6)),
        _some(opened, work.overdue * (opened / tray.usual), chance),
        _some(opened, work.charged, chance),
        cps,
        min(opened - cps, _some(opened, work.forensics, chance)),
        flow.transferred_in,
        flow.transferred_out,
        flow.reopened,
    )


def _oldest_waiting(tray: Tray, unallocated: int, chance: Chance) -> int | None:
    """Days the oldest unallocated case has waited; none where nothing waits."""
    if not unallocated:
        return None
    if tray.work.family in ("referrals", "missing", "disclosures"):
        return chance.between(2, 9)
    return chance.between(8, 20) + round(tray.waiting * 260)


def _some(count: int, share: float, chance: Chance) -> int:
    return min(count, max(0, round(count * share * (1 + chance.around(0, 0.06))))) if share else 0


def _whole(amount: float, chance: Chance) -> int:
    return int(amount) + chance.happens(amount - int(amount))
