"""What a person typed, read as the inputs of a scenario, or all that has to be put right."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from analysis.assumptions import Assumption
from analysis.scenario import QUESTIONS, Inputs, Intake, Question, faults, lacking
from analysis.scenario.model import MOST_IN_AN_INTAKE, LineOf
from store.scenarios import LONGEST_SOURCE
from ui.findings.scenario.numbers import meant, spread, titles, typed
from ui.findings.scenario.starts import BEGINNINGS, answer, is_known

TYPED = "Typed. "
WHAT_IF = "What if, instead of "
# Numbers that are seldom known well: a lowest and a highest are asked beside them.
RANGED = frozenset(
    {"absence_later", "leavers_cut", "growth", "case_hours", "fte_hours", "train_pass", "accredit_pass",
     "post_cost", "extra_post_cost"}
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One row of the form as it was left: the numbers as typed (percentages as such), and the source."""

    value: float | None
    low: float | None
    high: float | None
    source: str


@dataclass(frozen=True)
class Form:
    """The form as it was left. `sources` are the sources of whole groups; `intakes` (month, people)."""

    fields: Mapping[str, Field]
    sources: Mapping[str, str]
    intakes: tuple[tuple[float | None, float | None], ...]
    months: int
    line_of: LineOf
    by: str
    on: date


def read(form: Form, begun: Mapping[str, Assumption]) -> tuple[Inputs, list[tuple[str, str]]]:
    """The inputs, and what has to be put right, (id, sentence), all at once; none where it can be reckoned.

    `begun`: what the form began with; a number that still stands keeps its own source, name and day.
    """
    answers, wrong = [], []
    for question in QUESTIONS:
        field = form.fields.get(question.id, Field(None, None, None, ""))
        if field.value is None:
            continue
        made = _answer(question, field, form)
        old = begun.get(question.id)
        same = old is not None and _same(made, old)
        if same and (not field.source.strip() or field.source.strip() == old.source.strip()):
            answers.append(old)
            continue
        answers.append(_as_what_if(question, made, old))
        wrong += _source(question, made, field, old)
    intakes = tuple(_intake(pair) for pair in form.intakes if pair != (None, None))
    inputs = Inputs(tuple(answers), intakes, form.months, form.line_of, set_by=form.by, set_on=form.on)
    return inputs, [*faults(inputs), *wrong, *_lacks(inputs, form)]


def _answer(question: Question, field: Field, form: Form) -> Assumption:
    ends = (field.value if end is None else end for end in (field.value, field.low, field.high))
    value, low, high = (meant(question, end or 0.0) for end in ends)
    source = _own(field.source.strip() or form.sources.get(question.group, "").strip())
    return answer(question.id, value, low, high, source, form.by, form.on)


def _own(source: str) -> str:
    """A person's source never begins as one that is filled in: a rerun takes those anew."""
    return f"{TYPED}{source}" if source.startswith(BEGINNINGS) else source


def _same(one: Assumption, other: Assumption) -> bool:
    return all(abs(getattr(one, n) - getattr(other, n)) < 1e-6 for n in ("value", "low", "high"))


def _as_what_if(question: Question, made: Assumption, old: Assumption | None) -> Assumption:
    """A person's number that was changed while its source stands: that source gave the number before, so it
    is named with that number, and the new one as a what if.
    """
    if old is None or is_known(old) or made.source != old.source or _same(made, old):
        return made
    first = old.source.partition(": ")[2] if old.source.startswith(WHAT_IF) else old.source
    source = f"{WHAT_IF}{spread(question, old)}: {first}"
    return replace(made, source=source[:LONGEST_SOURCE])


def _source(
    question: Question, made: Assumption, field: Field, old: Assumption | None
) -> list[tuple[str, str]]:
    if not made.source:
        return [(question.id, f"Say where “{question.title}” comes from, beside it or for its whole part.")]
    kept = is_known(old) and old is not None and field.source.strip() == old.source
    if kept:
        return [(question.id, f"You changed “{question.title}”: say where the new number comes from.")]
    return []


def _intake(pair: tuple[float | None, float | None]) -> Intake:
    """An intake with a part missing is told by its range: month 0 or nobody is outside it."""
    month, people = (value or 0 for value in pair)
    most = MOST_IN_AN_INTAKE + 1
    return Intake(_whole(month), min(_whole(people), most))


def _whole(value: float) -> int:
    """A whole number; 0, which is refused with the range, where a part is left over."""
    return int(value) if float(value).is_integer() else 0


def _lacks(inputs: Inputs, form: Form) -> list[tuple[str, str]]:
    gone = lacking(inputs, "people")
    return [(name, f"Type {titles([name])}: people cannot be reckoned without it.") for name in gone]


def shown(each: Assumption, question: Question) -> Field:
    """A row of the form filled from an assumption."""
    ends = tuple(typed(question, end) for end in (each.value, each.low, each.high))
    fixed = each.low == each.high
    return Field(ends[0], None if fixed else ends[1], None if fixed else ends[2], each.source)
