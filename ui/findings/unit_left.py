"""What is said of who left a unit in a year: how many, and where to."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN, Hidden, hide_row
from ui.findings.attrition import SMALL
from ui.wording import join, month_name, number, plural

PLACES = {
    "moved_unit": ("Another unit of public protection", "to another unit of public protection"),
    "left_public_protection": ("Out of public protection", "out of public protection"),
    "left_force": ("Out of the force", "out of the force"),
    "left_unit": ("Not known, a return is missing", "not known where to"),
}
HIDDEN_WITH_IT = "hidden with it"
Left = Sequence[tuple[str, str, int]]


def by_place(left: Left) -> dict[str, int]:
    """People by where they went, in the order of PLACES; places nobody went to are left out."""
    counts = {place: sum(n for to, _, n in left if to == place) for place in PLACES}
    return {place: n for place, n in counts.items() if n}


def title(left: Left, months: int, internal: bool) -> str:
    """How many left and where to; without counts where they may not be shown."""
    counts = by_place(left)
    total = sum(counts.values())
    over = f"in {plural(months, 'month')}"
    if not total:
        return f"Nobody left the unit {over}"
    if not internal:
        few = total < FEWEST_PEOPLE_SHOWN
        return f"{'Fewer than 5' if few else number(total)} people left the unit {over}"
    parts = join(f"{number(n)} {PLACES[place][1]}" for place, n in counts.items())
    return f"{plural(total, 'person', 'people')} left the unit {over}: {parts}"


def table(left: Left, months: int, internal: bool) -> pd.DataFrame:
    """Where they went. Outside the force small groups are hidden, and enough others that none is told."""
    counts = by_place(left)
    shown: Sequence[object] = list(counts.values()) if internal else hide_row(list(counts.values()))
    rows = [
        (PLACES[place][0], _said(count, cell))
        for (place, count), cell in zip(counts.items(), shown, strict=True)
    ]
    return pd.DataFrame(rows, columns=["Where to", f"People, {plural(months, 'month')}"])


def _said(count: int, shown: object) -> str:
    if not isinstance(shown, Hidden):
        return number(count)
    return SMALL if count < FEWEST_PEOPLE_SHOWN else HIDDEN_WITH_IT


def sub(first: date, last: date) -> str:
    """What is counted, and over which months."""
    return (
        "People in the unit at one month end and not at the next, "
        f"{month_name(first)} to {month_name(last)}. "
        "Going with the unit into one that takes it over is not leaving. Reasons are those of Movements, and "
        "groups under 5 are hidden, inside the force too."
    )
