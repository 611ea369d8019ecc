"""What a projection of coverage assumes: each with its value and where it comes from."""

from datetime import date

import pandas as pd

from ui.findings.course_plan import NO_TARGET, Plan
from ui.parts.wording import month_name, number, plural

COLUMNS = ["What is assumed", "Value", "Where it comes from"]


def assumptions(plan: Plan, month: date) -> pd.DataFrame:
    """The assumptions behind one plan, in the order in which they matter."""
    rows = [
        _leaving(plan, month),
        ("Who comes in their place", "as many, none with a record", "Assumed. An empty post needs no seat."),
        _validity(plan),
        ("Booked places", "each taken up on its day", "Training return; that nobody drops out is assumed."),
        ("Who needs it", plural(plan.ahead.needed, "person", "people"), "Held as it is at the month end."),
        _target(plan),
        _length(plan),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _leaving(plan: Plan, month: date) -> tuple[str, str, str]:
    name = "Who leaves in a year"
    if plan.rate is None:
        return name, "nobody", "Assumed: there is no leaver rate of 12 months yet."
    value, lower, upper = plan.rates
    said = f"{value:.0%} ({lower:.0%} to {upper:.0%}, 95% interval)"
    people = plural(plan.rate.events or 0, "person", "people")
    return name, said, f"Left the unit, 12 months to {month_name(month)}, {plan.rate_of}: {people}."


def _validity(plan: Plan) -> tuple[str, str, str]:
    months = plan.course.valid_months
    value = "it does not run out" if months is None else plural(months, "month")
    return "How long a completion holds", value, "The force's courses, or the day that the record states."


def _target(plan: Plan) -> tuple[str, str, str]:
    if plan.target is None:
        return "Target", NO_TARGET, "The force has set none that holds for all that is shown."
    return "Target", f"{plan.target.share:.0%}", f"Set by {plan.target.set_by}: {plan.target.why}"


def _length(plan: Plan) -> tuple[str, str, str]:
    days = plan.course.days
    if days is None:
        return "Length of the course", "not set", "The force's courses give no days."
    value = f"{number(days, 0 if float(days).is_integer() else 1)} {'day' if days == 1 else 'days'}"
    return "Length of the course", value, "The force's courses."
