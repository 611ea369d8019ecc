"""What is said of recorded demand, budgets and costs on the returns page."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pandas as pd

from ui.figures.status import TITLES, WHOLE_FORCE
from ui.parts.wording import day, join, month_name, plural

Found = tuple[str, str, date, date, int, str | datetime, str]
"""Sheet, unit (`*`: the whole force), first and last day, how many of them, when loaded, and the load."""
NAMED = 3
SAYS = {
    "demand": ("{}", "month", month_name),
    "budget": ("year ending {}", "year", day),
    "post_cost": ("from {}", "date", day),
}
"""How the days of a sheet are said, what they are counted in, and how one is written."""


def seen(found: Sequence[Found], units: Mapping[str, str]) -> list[Found]:
    """What is of the whole force or of the units in view."""
    return [each for each in found if each[1] == WHOLE_FORCE or each[1] in units]


def table(found: Sequence[Found], units: Mapping[str, str]) -> pd.DataFrame:
    """One row for each sheet; those whose units were sent for other days or by other loads have several."""
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for dataset, unit, first, last, n, at, load in found:
        same = (TITLES[dataset], _span(dataset, first, last), plural(n, SAYS[dataset][1]), _came(at, load))
        together.setdefault(same, []).append(unit)
    lines = [
        (sheet, _whose(those, units), span, many, came)
        for (sheet, span, many, came), those in together.items()
    ]
    return pd.DataFrame(lines, columns=["Sheet", "Of", "For", "How many", "Newest load"])


def _whose(those: Sequence[str], units: Mapping[str, str]) -> str:
    """The whole force, and its units by name or, where there are many, by their number."""
    whole = ["the whole force"] if WHOLE_FORCE in those else []
    named = [units[unit] for unit in those if unit != WHOLE_FORCE]
    said = join([*whole, *([plural(len(named), "unit")] if len(named) > NAMED else named)])
    return said[:1].upper() + said[1:]


def _span(dataset: str, first: date, last: date) -> str:
    lead, _, write = SAYS[dataset]
    return lead.format(write(first) if first == last else f"{write(first)} to {write(last)}")


def _came(at: str | datetime | None, load: str) -> str:
    when = at if isinstance(at, datetime) or at is None else datetime.fromisoformat(at)
    return f"{load}, {day(when.date())}" if when else load
