"""The numbers of a scenario as a reader types and reads them."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from analysis.assumptions import Assumption
from analysis.scenario import BY_ID, Inputs, Question
from analysis.scenario.questions import SHARE
from ui.parts.wording import day, number, plural

POUNDS = "pounds"
COLUMNS = ["What is assumed", "Value", "Range", "Unit", "Plausible", "Source", "Set by", "Set on"]


def typed(question: Question, value: float) -> float:
    """The number as a person types it: a share as a percentage."""
    return round(value * 100, 6) if question.unit == SHARE else value


def meant(question: Question, shown: float) -> float:
    """What a typed number means: a percentage is a share."""
    return shown / 100 if question.unit == SHARE else shown


def unit_said(question: Question) -> str:
    """The unit beside the field."""
    return "%" if question.unit == SHARE else question.unit


def said(question: Question, value: float) -> str:
    """One number as printed, without its unit but for % and £."""
    shown = typed(question, value)
    decimals = 0 if float(shown).is_integer() else 1 if abs(shown) >= 1 else 2
    sign = "£" if question.unit.startswith(POUNDS) else ""
    return f"{sign}{number(shown, decimals)}{'%' if question.unit == SHARE else ''}"


def spread(question: Question, each: Assumption) -> str:
    """A number as printed, with its range where it has one: `24 (20 to 30)`."""
    value, low, high = (said(question, end) for end in (each.value, each.low, each.high))
    return value if each.low == each.high else f"{value} ({low} to {high})"


def table(inputs: Inputs) -> pd.DataFrame:
    """Every assumption with value, range, unit, source, who and when; intakes and how far it looks too."""
    rows = [_row(each) for each in inputs.answers]
    rows += [
        _part(inputs, f"Advertise in month {each.month}", each.number, "people", "between 1 and 500 people")
        for each in inputs.intakes
    ]
    rows.append(_part(inputs, "Months looked ahead", inputs.months, "months", "12, 24 or 36 months"))
    return pd.DataFrame(rows, columns=COLUMNS)


def _part(inputs: Inputs, title: str, value: float, unit: str, bounds: str) -> tuple[str, ...]:
    """What is no number of a source but part of the scenario itself: whoever made it set it."""
    by = inputs.set_by or "not written down"
    return title, number(value), "fixed", unit, bounds, "Part of the scenario", by, _day(inputs.set_on)


def _day(set_on: date | None) -> str:
    return day(set_on) if set_on else "not written down"


def _row(each: Assumption) -> tuple[str, ...]:
    asked = BY_ID[each.id]
    wide = each.low < each.high
    spread = f"{said(asked, each.low)} to {said(asked, each.high)}" if wide else drawn(each.id)
    return (
        asked.title, said(asked, each.value), spread, unit_said(asked), asked.bounds, each.source,
        each.set_by, _day(each.set_on),
    )  # fmt: skip


DRAWN = {"leavers": "Gamma, from the count", "new_cases": "Gamma, then by chance each month"}


def drawn(name: str) -> str:
    """How a number without a typed range enters the runs."""
    return DRAWN.get(name, "fixed")


def titles(names: Iterable[str]) -> str:
    """Questions by their titles, for a sentence: “Hours a case takes”, “Growth of new cases in a year”."""
    return ", ".join(f"“{BY_ID[name].title}”" for name in names)


def ahead(month: date, months: int) -> tuple[date, ...]:
    """The month of the figures and the month ends after it."""
    return tuple(d.date() for d in pd.date_range(start=pd.Timestamp(month), periods=months + 1, freq="ME"))


def within(months: float, looked_at: int) -> str:
    """Months until something, or that it does not come in the months looked at."""
    if months > looked_at:
        return f"not within {plural(looked_at, 'month')}"
    return "now" if months == 0 else plural(months, "month")
