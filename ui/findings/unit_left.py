"""What is said of who left a unit in a year: how many, and where to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import Hidden
from ui.findings.series import plain
from ui.parts.wording import join, month_name, number, plural

PLACES = {
    "moved_unit": ("Another unit of public protection", "moved unit"),
    "left_public_protection": ("Out of public protection", "left public protection"),
    "left_force": ("Out of the force", "left the force"),
    "left_unit": ("Not known, a return is missing", "not known where to"),
}
INSIDE_ONLY = (
    "They are shown inside the force: set beside those of another month, small groups of leavers could be "
    "worked out."
)
Left = Sequence[tuple[str, str, int]]


def by_place(left: Left) -> dict[str, int]:
    """People by where they went, in the order of PLACES; places nobody went to are left out."""
    counts = {place: sum(n for to, _, n in left if to == place) for place in PLACES}
    return {place: n for place, n in counts.items() if n}


def title(left: Left, months: int) -> str:
    """How many left and where to; the months stand under it."""
    counts = by_place(left)
    total = sum(counts.values())
    if not total:
        return f"Nobody left the unit in {plural(months, 'month')}"
    parts = join(f"{number(n)} {PLACES[place][1]}" for place, n in counts.items())
    return f"{plural(total, 'person', 'people')} left: {parts}"


def published_title(people: Any) -> str:
    """How many left in 12 months, for readers outside the force: `people` is the figure as it is shown."""
    if isinstance(people, Hidden):
        return f"{str(people).capitalize()} people left the unit in 12 months"
    total = plain(people)
    if total is None:
        return "Who left the unit in 12 months"
    return f"{plural(total, 'person', 'people') if total else 'Nobody'} left the unit in 12 months"


def table(left: Left, months: int) -> pd.DataFrame:
    """Where they went, for readers inside the force."""
    rows = [(PLACES[place][0], number(count)) for place, count in by_place(left).items()]
    return pd.DataFrame(rows, columns=["Where to", f"People, {plural(months, 'month')}"])


def sub(first: date, last: date) -> str:
    """What is counted, and over which months."""
    return (
        "People in the unit at one month end and not at the next, "
        f"{month_name(first)} to {month_name(last)}. "
        "Going with the unit into one that takes it over is not leaving. Reasons are those of Movements, and "
        "groups under 5 are hidden, inside the force too."
    )
