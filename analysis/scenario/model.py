"""What a scenario is reckoned from: people and work now, what would change, and each number's assumption.

    deployable = people in post and past training × (1 − absence)
    absence    = 1 − deployable now / in post now, until a change

People who are in training as the months go by are beside that share: they come in planned intakes. Starters
as now are not put through training, because those of the last year are in the share of people in post who
cannot be deployed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from analysis.assumptions import Assumption
from analysis.scenario.questions import BY_ID

LineOf = Literal["workload", "open_per_carrier"]
CHANGES = (
    "extra_posts", "absence_later", "leavers_cut", "course_seats_later", "overtime_hours", "change_month",
)  # fmt: skip
BEFORE_POST = ("advertise", "vet", "post")


@dataclass(frozen=True)
class Intake:
    """People who are advertised for in a month from now (1 is the next), and how many."""

    month: int
    number: int


@dataclass(frozen=True)
class Inputs:
    """All that one scenario rests on. `months` is how far it looks.

    `line_of` says what the line is a line of: hours of new work for each hour available, or open cases for
    each deployable FTE. `certain`: leavers or new cases whose rate is taken as known ("leavers",
    "new_cases"); otherwise it is drawn from Gamma(count + 0.5, time). `set_by` and `set_on`: whose the
    intakes, the months looked ahead and the kind of line are, and since when.
    """

    answers: tuple[Assumption, ...]
    intakes: tuple[Intake, ...] = ()
    months: int = 36
    line_of: LineOf = "workload"
    certain: frozenset[str] = field(default_factory=frozenset)
    set_by: str = ""
    set_on: date | None = None

    @cached_property
    def by_id(self) -> Mapping[str, Assumption]:
        """The assumptions by id."""
        return {each.id: each for each in self.answers}

    def has(self, *names: str) -> bool:
        """Whether all these numbers were given."""
        return all(name in self.by_id for name in names)

    def value(self, name: str, otherwise: float = 0.0) -> float:
        """The middle of an assumption; `otherwise` where leaving it empty has a meaning of its own."""
        return self.by_id[name].value if name in self.by_id else otherwise

    @property
    def absence(self) -> float:
        """The share of people in post who cannot be deployed now; 0 where nobody is in post."""
        in_post = self.value("in_post")
        return min(max(1 - self.value("deployable") / in_post, 0.0), 1.0) if in_post > 0 else 0.0

    @property
    def accredited_share(self) -> float:
        """The share of deployable people who are accredited now; 0 where nobody is deployable."""
        carrying = self.value("deployable")
        return min(self.value("accredited") / carrying, 1.0) if carrying > 0 else 0.0

    @property
    def recruited_share(self) -> float:
        """The share of starters who are recruited from outside, and cost recruiting; all where not said."""
        came = self.value("starters")
        return min(self.value("starters_outside", came) / came, 1.0) if came > 0 else 0.0

    @property
    def standing(self) -> float:
        """The posts that are not added: those funded now, or the people in pay now where they are more."""
        return max(self.value("funded"), self.value("in_post"))

    @property
    def begins(self) -> int:
        """The month from which the changes hold."""
        return int(self.value("change_month", 1))

    @property
    def lead(self) -> int:
        """Months from advertising to the first day in post."""
        return sum(int(self.value(f"{stage}_months")) for stage in BEFORE_POST)

    @property
    def reach_post(self) -> float:
        """The share of those advertised for who come to be posted."""
        share = 1.0
        for stage in BEFORE_POST:
            share *= self.value(f"{stage}_pass", 1.0)
        return share

    def arrivals(self, month: int) -> int:
        """People advertised for who would be posted in this month, before any is lost on the way."""
        return sum(intake.number for intake in self.intakes if intake.month + self.lead == month)


def do_nothing(inputs: Inputs) -> Inputs:
    """The same people and work, with nothing changed: no intakes, no posts, no other absence or leaving."""
    return replace(
        inputs,
        answers=tuple(each for each in inputs.answers if each.id not in CHANGES),
        intakes=(),
    )


PEOPLE = ("in_post", "deployable", "funded", "leavers", "leaver_months", "starters")
ACCREDITED = ("accredited", "accredit_months", "accredit_pass", "course_share", "course_seats")
WORK = ("open_cases", "new_cases", "growth", "case_hours", "fte_hours")
COST = ("post_cost", "recruit_cost", "training_cost")
PIPELINE = (*(f"{s}_{of}" for s in (*BEFORE_POST, "train") for of in ("months", "pass")), "training_leave")


def lacking(inputs: Inputs, part: Literal["people", "accredited", "work", "cost"]) -> tuple[str, ...]:
    """The ids that a part of the result still needs; none where it can be reckoned."""
    needs: tuple[str, ...] = PEOPLE + (PIPELINE if inputs.intakes else ())
    needs += {"people": (), "accredited": ACCREDITED, "work": WORK, "cost": COST}[part]
    if part == "cost" and inputs.value("overtime_hours") > 0:
        needs += (*WORK, "overtime_cost")
    if part == "cost" and inputs.value("extra_posts") > 0:
        needs += ("extra_post_cost",)
    return tuple(dict.fromkeys(name for name in needs if not inputs.has(name)))


def faults(inputs: Inputs) -> tuple[tuple[str, str], ...]:
    """What cannot be meant, as (id, sentence with the range), all at once; none where all can."""
    found = [(each.id, text) for each in inputs.answers if (text := fault_of(each))]
    found += [each for intake in inputs.intakes for each in _of_intake(inputs, intake)]
    if inputs.value("deployable") > inputs.value("in_post", float("inf")):
        found.append(("deployable", "Deployable must be no more than in post: they are among those paid."))
    if inputs.value("accredited") > inputs.value("deployable", float("inf")):
        found.append(("accredited", "Deployable and accredited must be no more than deployable."))
    if inputs.value("starters_outside") > inputs.value("starters", float("inf")):
        found.append(("starters_outside", "Recruited from outside must be no more than all starters."))
    if inputs.begins > inputs.months:
        found.append(("change_month", f"Changes must hold from a month between 1 and {inputs.months}."))
    if inputs.value("leaver_months", 1) == 0 and inputs.has("leaver_months"):
        found.append(("leaver_months", "Time watched for leavers must be more than 0 person-months."))
    return tuple(dict.fromkeys(found))


MOST_IN_AN_INTAKE = 500


def _of_intake(inputs: Inputs, intake: Intake) -> list[tuple[str, str]]:
    """Why an intake cannot be meant: a month, or people, outside their range; one that nobody comes from."""
    found, last = [], inputs.months - inputs.lead
    if not 1 <= intake.month <= inputs.months:
        found.append(f"The month of an intake must be a whole number between 1 and {inputs.months}.")
    elif intake.month > last:
        takes = f"advertising to post takes {inputs.lead} months of the {inputs.months} looked ahead"
        within = f"The month of an intake must be between 1 and {last}" if last > 0 else "No intake can come"
        found.append(f"{within}: {takes}.")
    if not 0 < intake.number <= MOST_IN_AN_INTAKE:
        found.append(f"People in an intake must be between 1 and {MOST_IN_AN_INTAKE}.")
    return [("intakes", text) for text in found]


def fault_of(each: Assumption) -> str:
    """Why one number cannot be meant, with the range; "" where it can."""
    question = BY_ID[each.id]
    inside = all(question.at_least <= v <= question.at_most for v in (each.value, each.low, each.high))
    if not inside:
        return f"{question.title} must be {question.bounds}."
    if question.whole and not float(each.value).is_integer():
        return f"{question.title} must be a whole number, {question.bounds}."
    if not each.low <= each.value <= each.high:
        return f"{question.title}: the low end must be at most the value, and the high end at least."
    return ""
