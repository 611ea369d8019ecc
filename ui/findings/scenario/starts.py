"""Where a scenario begins: numbers out of published figures, each labelled with what it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.assumptions import Assumption
from analysis.disclosure import NotShown
from analysis.scenario import BY_ID
from ui.findings.series import at, plain, rows_at_any
from ui.parts.wording import day, join, month_name, number

RETURNS = "the returns"
BEGINNINGS = ("Published: ", "Settings: ", "Approved hours ")
HIDDEN = "Published, and not shown to you: groups of under 5 people are hidden. Type a number and its source."
NAMED = 3
TYPE = "Type a number and its source."
ASKED = f"No return gives it. {TYPE}"


@dataclass(frozen=True)
class Start:
    """A number as it is published, or None and `why` it starts empty, in words."""

    id: str
    answer: Assumption | None
    why: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether it is published and this reader may not see it."""
        return self.why == HIDDEN


def made(name: str, value: Any, source: str, month: date, set_by: str = RETURNS) -> Start:
    """The start of one number from a figure: hidden, missing (the reason says so) or given."""
    if isinstance(value, NotShown):
        return Start(name, None, HIDDEN)
    known = plain(value)
    if known is None:
        return Start(name, None, f"No return for {month_name(month)} gives it. {TYPE}")
    return Start(name, answer(name, known, known, known, source, set_by, month))


def answer(
    name: str, value: float, low: float, high: float, source: str, set_by: str, set_on: date | None
) -> Assumption:
    """One assumption with the title, unit and bounds of its question."""
    asked = BY_ID[name]
    return Assumption(
        name, asked.title, value, low, high, asked.unit, source, set_by, set_on, asked.at_least, asked.at_most
    )


SEND = "Send it for every unit, choose one, or type a number and its source."


def in_part(found: Start, gone: Sequence[str], units: int, told: str = SEND) -> Start:
    """No start, where a figure is not of all the units: whose it is not, and then what is to be done."""
    named = join([*gone[:NAMED], *([f"{len(gone) - NAMED} more"] if len(gone) > NAMED else [])])
    lead = f"Known of {units - len(gone)} of {units} units, not of {named}"
    return Start(found.id, None, f"{lead}. {told}")


def absence_now(answers: Mapping[str, Assumption]) -> str:
    """The absence that the form begins with, in words; "" where in post or deployable is not known."""
    if not {"in_post", "deployable"} <= set(answers):
        return ""
    post, ready = (answers[name].value for name in ("in_post", "deployable"))
    if post <= 0:
        return ""
    return f"Now {1 - ready / post:.1%}: {number(ready, 1)} of {number(post, 1)} FTE in post are deployable."


def is_known(each: Assumption | None) -> bool:
    """Whether a number is as published or as the force's settings say, and not a person's own."""
    return each is not None and each.source.startswith(BEGINNINGS)


def people(name: str, frame: pd.DataFrame, month: date, what: str, where: str) -> Start:
    """FTE at a month end: the numerator of a count."""
    value = at(frame, month, "numerator")
    if not isinstance(value, NotShown) and plain(value) is None:
        value = None
    value = value if plain(value) is None else round(float(value), 6)  # 15.9 and 3.5 make 19.400000000000002
    return made(name, value, f"Published: {what}, {where}, {day(month)}: {_said(value)} FTE", month)


def leavers(frame: pd.DataFrame, month: date, where: str, left: str = "the unit") -> tuple[Start, Start]:
    """Who left in 12 months, and the person-months they left from (mean people in post × 12)."""
    gone, mean = (at(frame, month, part) for part in ("numerator", "denominator"))
    hidden = next((each for each in (gone, mean) if isinstance(each, NotShown)), None)
    if hidden is not None:
        gone = mean = hidden
    source = (
        f"Published: left {left}, {where}, 12 months to {month_name(month)}: {_said(gone)} of "
        f"{_said(mean)} people in post on average"
    )
    months = mean if isinstance(mean, NotShown) or plain(mean) is None else round(12 * float(mean), 1)
    if plain(months) == 0:
        months = None
    return made("leavers", gone, source, month), made("leaver_months", months, f"{source}, times 12", month)


def of_a_year(name: str, frame: pd.DataFrame, months: Sequence[date], what: str, where: str) -> Start:
    """The sum of a monthly flow over twelve months; none where a month is missing."""
    month = months[-1]
    rows = rows_at_any(frame)
    values = [at(rows, each, "numerator") for each in months]
    hidden = next((each for each in values if isinstance(each, NotShown)), None)
    numbers = [plain(each) for each in values]
    whole = len(months) == 12 and None not in numbers
    if hidden is None and not whole:
        return Start(name, None, f"Not known of every month of the twelve to {month_name(month)}. {TYPE}")
    total = sum(each for each in numbers if each is not None)
    source = f"Published: {what}, {where}, 12 months to {month_name(month)}: {_said(total)}"
    return made(name, hidden if hidden is not None else total, source, month)


def joined(frame: pd.DataFrame, month: date, name: str, where: str) -> Start:
    """Who came from outside public protection in 12 months."""
    came = at(frame, month, "numerator")
    source = (
        f"Published: joined public protection, {where}, 12 months to {month_name(month)}: {_said(came)}; who "
        "came from another of the force's units is not among them"
    )
    return made(name, came, source, month)


def case_hours(parts: Sequence[pd.DataFrame], new: Start, month: date, where: str) -> Start:
    """Hours of a case on average: hours of new work over new cases of 12 months, at three weights."""
    hours = [plain(at(frame, month, "numerator")) for frame in parts]
    cases = new.answer.value if new.answer else None
    if not cases or None in hours:
        return Start("case_hours", None, ASKED)
    value, low, high = (round(each / cases, 1) for each in hours if each is not None)
    source = (
        f"Approved hours for a case by work type, {where}: {number(hours[0])} hours of {number(cases)} new "
        f"cases, 12 months to {month_name(month)}"
    )
    return Start("case_hours", answer("case_hours", value, low, high, source, "the force's settings", month))


def _said(value: Any) -> str:
    known = plain(value)
    return "no figure" if known is None else number(known, 0 if float(known).is_integer() else 1)
