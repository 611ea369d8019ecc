"""The middle case of a scenario, month by month: every assumption at its value, luck at its mean, people in
parts.

It is what a sheet with formulas can recompute. It is near the middle of the runs and not the same: the mean
of a least of two numbers is under the least of their means, and a range that reaches further up than down has
its mean over its value.
"""

from dataclasses import dataclass

from analysis.scenario.courses import course_seats
from analysis.scenario.draws import mean_rate
from analysis.scenario.model import Inputs, lacking


@dataclass(frozen=True)
class Month:
    """One month of the middle case: people in FTE, cases, hours and pounds; flows are those of the month.

    `staying` is the share of the people of month 0 that has not left; `finished` are people at the end of
    training, through or not; `sat` take an accreditation seat, and of those that end the course `passed`.
    Work and pounds are None where the inputs lack what they need.
    """

    month: int
    staying: float
    accredited: float
    other: float
    awaiting_post: float
    awaiting_seat: float
    in_training: float
    posted: float
    started: float
    finished: float
    came: float
    sat: float
    passed: float
    lapsed: float
    deployable: float
    in_pay: float
    workload: float | None = None
    overtime: float | None = None
    open_cases: float | None = None
    cost: float | None = None

    @property
    def trained(self) -> float:
        """Past training, absent people among them."""
        return self.accredited + self.other


def middle(inputs: Inputs) -> tuple[Month, ...]:
    """Month 0 (now) to `inputs.months`. The inputs must not lack what people need."""
    in_post = inputs.value("in_post")
    ready = 0.0 if lacking(inputs, "accredited") else in_post * inputs.accredited_share
    found = [_month(inputs, [], 0, 1.0, (ready, in_post - ready), (0.0, 0.0, 0.0), (0.0,) * 7)]
    for month in range(1, inputs.months + 1):
        found.append(_next(inputs, found, month))
    return tuple(found)


def leave_of(inputs: Inputs, month: int) -> float:
    """The middle of the share of people who leave in a month: at most all."""
    cut = inputs.value("leavers_cut") if month >= inputs.begins else 0.0
    return min(mean_rate(inputs, "leavers", inputs.value("leaver_months")), 1.0) * (1 - cut)


def _next(inputs: Inputs, before: list[Month], month: int) -> Month:
    last = before[-1]
    stay, stay_training = 1 - leave_of(inputs, month), 1 - inputs.value("training_leave")
    waits, seat, training = last.awaiting_post, last.awaiting_seat, last.in_training
    seat, training = seat * stay_training, training * stay_training
    ready, other = last.accredited * stay, last.other * stay
    vacant = _vacant(inputs, month, ready + other + seat + training)
    waits += inputs.arrivals(month) * inputs.reach_post
    posted = min(waits, vacant)
    seat += posted
    started = min(seat, inputs.value("seats")) if inputs.has("seats") else seat
    came = min(inputs.value("starters") / 12, vacant - posted)
    finished = _finished(inputs, before, month, started)
    new = came + finished * inputs.value("train_pass", 1.0)
    staying = last.staying * stay
    ready, other, *course = _accredited(inputs, before, month, (ready, other), new, staying)
    return _month(
        inputs, before, month, staying, (ready, other),
        (waits - posted, seat - started, training + started - finished),
        (posted, started, finished, came, *course),
    )  # fmt: skip


def _vacant(inputs: Inputs, month: int, in_pay: float) -> float:
    extra = inputs.value("extra_posts") if month >= inputs.begins else 0.0
    return max(0.0, inputs.value("funded") + extra - in_pay)


def _finished(inputs: Inputs, before: list[Month], month: int, started: float) -> float:
    """Who ends training this month, through or not: those who began it so many months ago and stayed."""
    length = int(inputs.value("train_months"))
    if length == 0:
        return started
    began = month - length
    stay = (1 - inputs.value("training_leave")) ** length
    return before[began].started * stay if began >= 1 else 0.0


def _accredited(
    inputs: Inputs,
    before: list[Month],
    month: int,
    stock: tuple[float, float],
    new: float,
    staying: float,
) -> tuple[float, float, float, float, float]:
    """Accredited and not at the end of the month; who takes a seat, passes, and whose accreditation ends."""
    ready, other = stock
    if lacking(inputs, "accredited"):
        return 0.0, other + new, 0.0, 0.0, 0.0
    need, length = inputs.value("course_share"), int(inputs.value("accredit_months"))
    ready, other = ready + new * (1 - need), other + new * need
    on_course = sum(_still(m, staying) for m in before[1:] if m.month > month - 1 - length)
    sat = min(max(other - on_course, 0.0), course_seats(inputs, month))
    done = sat if length == 0 else sum(_still(m, staying) for m in before[1:] if m.month == month - length)
    passed = min(done, other) * inputs.value("accredit_pass")
    lapsed = ready * need / inputs.value("course_valid") if inputs.has("course_valid") else 0.0
    return ready + passed - lapsed, other - passed + lapsed, sat, passed, lapsed


def _still(month: Month, staying: float) -> float:
    """Of those who took a seat in that month, who has not left since."""
    return month.sat * staying / month.staying if month.staying else 0.0


def _month(
    inputs: Inputs,
    before: list[Month],
    month: int,
    staying: float,
    stock: tuple[float, float],
    waiting: tuple[float, float, float],
    flows: tuple[float, ...],
) -> Month:
    away = inputs.absence
    if month >= inputs.begins and month > 0:
        away = inputs.value("absence_later", away)
    deployable = sum(stock) * (1 - away)
    in_pay = sum(stock) + waiting[1] + waiting[2]
    load, extra, left = _work(inputs, before, month, deployable)
    cost = _cost(inputs, before, month, in_pay, flows, extra)
    posted, started, finished, came, sat, passed, lapsed = flows
    return Month(
        month, staying, *stock, *waiting, posted, started, finished, came, sat, passed, lapsed, deployable,
        in_pay, load, extra, left, cost,
    )  # fmt: skip


def _work(
    inputs: Inputs, before: list[Month], month: int, deployable: float
) -> tuple[float | None, float | None, float | None]:
    if lacking(inputs, "work"):
        return None, None, None
    new = mean_rate(inputs, "new_cases", 12.0) * (1 + inputs.value("growth")) ** (month / 12)
    brought, hours = new * inputs.value("case_hours"), deployable * inputs.value("fte_hours") / 12
    load = brought / hours if hours > 0 else None
    if month == 0:
        return load, 0.0, inputs.value("open_cases")
    most = inputs.value("overtime_hours") if month >= inputs.begins else 0.0
    extra = min(max(brought - hours, 0.0), most)
    on_hand = (before[-1].open_cases or 0.0) + new
    closed = min(on_hand * inputs.value("closable", 1.0), (hours + extra) / inputs.value("case_hours"))
    return load, extra, on_hand - closed


def _cost(
    inputs: Inputs,
    before: list[Month],
    month: int,
    in_pay: float,
    flows: tuple[float, ...],
    extra: float | None,
) -> float | None:
    """Pounds from now to this month."""
    if lacking(inputs, "cost"):
        return None
    if month == 0:
        return 0.0
    posted, started, _, came, *_ = flows
    recruited = posted + came * inputs.recruited_share
    spent = _pay(inputs, month, in_pay) / 12 + recruited * inputs.value("recruit_cost")
    spent += started * inputs.value("training_cost") + (extra or 0.0) * inputs.value("overtime_cost")
    return (before[-1].cost or 0.0) + spent


def _pay(inputs: Inputs, month: int, in_pay: float) -> float:
    """Pounds a year of everyone in pay; whoever is beyond the posts there were costs as an added post."""
    extra = inputs.value("extra_posts") if month >= inputs.begins else 0.0
    added = min(max(in_pay - inputs.standing, 0.0), extra)
    return (in_pay - added) * inputs.value("post_cost") + added * inputs.value("extra_post_cost")
