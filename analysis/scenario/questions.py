"""What a scenario asks: each number with its unit, the bounds of what could be meant, and what it is for.

The bounds are wide on purpose: they stop a percentage typed as 18 for 0.18 hours or a year for a month, and
are no view of what is usual. No number here stands in for one that nobody gave.
"""

from dataclasses import dataclass
from typing import Literal

Group = Literal["now", "change", "pipeline", "course", "work", "money", "goal"]
SHARE = "share of 1"


@dataclass(frozen=True)
class Question:
    """One number that is asked. `unit` "share of 1" is shown as a percentage.

    `whole`: months and people are whole numbers. `empty` says what leaving it empty means; "" where then the
    figures that need it are not given.
    """

    id: str
    title: str
    unit: str
    at_least: float
    at_most: float
    group: Group
    whole: bool = False
    empty: str = ""

    @property
    def bounds(self) -> str:
        """The plausible range in words: "between 0 and 40%"."""
        return f"between {_said(self, self.at_least)} and {_said(self, self.at_most)}{self._ending}"

    @property
    def _ending(self) -> str:
        return "%" if self.unit == SHARE else f" {self.unit}"


def _said(question: Question, value: float) -> str:
    scaled = value * 100 if question.unit == SHARE else value
    minus = "\N{MINUS SIGN}" if scaled < 0 else ""
    return minus + (f"{abs(scaled):,.0f}" if float(scaled).is_integer() else f"{abs(scaled):,.1f}")


STAGES = ("advertise", "vet", "post", "train", "accredit")
STAGE_TITLES = {
    "advertise": "advertise and select",
    "vet": "vet",
    "post": "post",
    "train": "train",
    "accredit": "accredit",
}
AS_NOW = "as it is now"
NO_CAP = "no limit on seats"


def _stage(stage: str) -> tuple[Question, Question]:
    title = STAGE_TITLES[stage]
    return (
        Question(f"{stage}_months", f"Months to {title}", "months", 0, 24, "pipeline", whole=True),
        Question(f"{stage}_pass", f"Share who get through: {title}", SHARE, 0, 1, "pipeline"),
    )


QUESTIONS: tuple[Question, ...] = (
    Question("in_post", "In post, and paid", "FTE", 0, 2000, "now"),
    Question("deployable", "Deployable", "FTE", 0, 2000, "now"),
    Question("accredited", "Deployable and accredited", "FTE", 0, 2000, "now"),
    Question("funded", "Funded posts", "FTE", 0, 2000, "now"),
    Question("leavers", "Leavers in the time watched", "people", 0, 5000, "now"),
    Question("leaver_months", "Time watched for leavers", "person-months", 0, 100_000, "now"),
    Question("starters", "Starters in 12 months, as now", "people", 0, 2000, "now"),
    Question("extra_posts", "Extra funded posts", "FTE", 0, 500, "change", empty="none"),
    Question("absence_later", "Sickness and other absence", SHARE, 0, 0.8, "change", empty=AS_NOW),
    Question("leavers_cut", "Fewer leavers by", SHARE, 0, 0.9, "change", empty="none"),
    Question("course_seats_later", "Accreditation seats", "seats a month", 0, 200, "change", empty=AS_NOW),
    Question("overtime_hours", "Overtime bought at most", "hours a month", 0, 20_000, "change", empty="none"),
    Question(
        "change_month", "Changes hold from", "months from now", 1, 36, "change", whole=True, empty="month 1"
    ),
    *_stage("advertise"),
    *_stage("vet"),
    *_stage("post"),
    *_stage("train"),
    Question("seats", "Training seats", "seats a month", 0, 200, "pipeline", empty=NO_CAP),
    Question("training_leave", "Share who leave in a month while in training", SHARE, 0, 0.2, "pipeline"),
    *_stage("accredit"),
    Question("course_share", "Share of people who need the accrediting course", SHARE, 0, 1, "course"),
    Question(
        "course_valid",
        "Accreditation holds for",
        "months",
        1,
        240,
        "course",
        whole=True,
        empty="no end to it",
    ),
    Question("course_seats", "Accreditation seats, now", "seats a month", 0, 200, "course"),
    Question("open_cases", "Open cases", "cases", 0, 100_000, "work"),
    Question("new_cases", "New cases in 12 months", "cases", 0, 1_000_000, "work"),
    Question("growth", "Growth of new cases in a year", SHARE, -0.5, 1, "work"),
    Question("case_hours", "Hours a case takes", "hours", 0.1, 2000, "work"),
    Question("fte_hours", "Hours for case work of a full-time post", "hours a year", 1, 2300, "work"),
    Question(
        "closable", "Share of the cases on hand that can close in a month", SHARE, 0, 1, "work", empty="all"
    ),
    Question("post_cost", "Cost of a post", "pounds a year", 0, 250_000, "money"),
    Question("recruit_cost", "Cost to recruit one person", "pounds", 0, 100_000, "money"),
    Question("training_cost", "Cost to train one person", "pounds", 0, 100_000, "money"),
    Question("overtime_cost", "Cost of overtime", "pounds an hour", 0, 250, "money"),
    Question("line", "The force's line", "hours or cases", 0.1, 10_000, "goal"),
    Question("required", "Required people, deployable", "FTE", 0, 2000, "goal"),
    # Last: the place of a question is its stream of luck, which a saved scenario keeps.
    Question(
        "starters_outside",
        "Of those starters, recruited from outside",
        "people",
        0,
        2000,
        "now",
        empty="all of them",
    ),
    Question("extra_post_cost", "Cost of an added post, of its role", "pounds a year", 0, 250_000, "money"),
)
BY_ID: dict[str, Question] = {question.id: question for question in QUESTIONS}
