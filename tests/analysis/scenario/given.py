"""A made scenario, and its parts one by one: made up, not read."""

from analysis.assumptions import Assumption
from analysis.scenario import Inputs, Intake

NOW = {
    "in_post": 25.6,
    "deployable": 18.4,
    "accredited": 12.0,
    "funded": 30.0,
    "leavers": 5.0,
    "leaver_months": 300.0,
    "starters": 3.0,
}
WORK = {
    "open_cases": 400.0,
    "new_cases": 700.0,
    "growth": 0.05,
    "case_hours": 24.0,
    "fte_hours": 1000.0,
    "closable": 0.5,
}
PIPELINE = {
    "advertise_months": 2.0,
    "advertise_pass": 0.9,
    "vet_months": 3.0,
    "vet_pass": 0.8,
    "post_months": 1.0,
    "post_pass": 0.95,
    "train_months": 4.0,
    "train_pass": 0.9,
    "seats": 1.0,
    "training_leave": 0.01,
    "accredit_months": 6.0,
    "accredit_pass": 0.8,
}
COURSE = {"course_share": 0.9, "course_valid": 36.0, "course_seats": 2.0}
MONEY = {
    "post_cost": 60000.0,
    "extra_post_cost": 52000.0,
    "recruit_cost": 2000.0,
    "training_cost": 3000.0,
    "overtime_cost": 40.0,
}
CHANGES = {
    "extra_posts": 4.0,
    "absence_later": 0.2,
    "leavers_cut": 0.2,
    "course_seats_later": 3.0,
    "overtime_hours": 100.0,
    "change_month": 3.0,
}
ALL = {**NOW, **WORK, **PIPELINE, **COURSE, **MONEY, **CHANGES, "line": 0.9, "required": 20.0}
INTAKES = (Intake(1, 4), Intake(6, 4))


def answer(name: str, value: float, low: float | None = None, high: float | None = None) -> Assumption:
    """One number with its range; without a range as good as known."""
    ends = (value if low is None else low, value if high is None else high)
    return Assumption(name, name, value, *ends, "", "made up", "a test")


def inputs(
    numbers: dict[str, float], intakes: tuple[Intake, ...] = (), months: int = 24, certain: bool = False
) -> Inputs:
    """Inputs of these numbers."""
    known = frozenset({"leavers", "new_cases"} if certain else ())
    answers = tuple(answer(name, value) for name, value in numbers.items())
    return Inputs(answers, intakes, months, certain=known)


def people(start: float, leave: float, **more: float) -> dict[str, float]:
    """So many people, all deployable, who leave with this probability in a month; posts for everybody."""
    return {
        "in_post": start, "deployable": start, "funded": 2000.0, "leavers": leave * 1000,
        "leaver_months": 1000.0, "starters": 0.0, **more,
    }  # fmt: skip


THROUGH = {
    **{f"{s}_{of}": float(of == "pass") for s in ("advertise", "vet", "post") for of in ("months", "pass")},
    "train_months": 0.0,
    "train_pass": 1.0,
    "training_leave": 0.0,
}
