"""What each input of a scenario's sheet may be: as the page asks for it, so that the sheet takes no other."""

from dataclasses import replace

from analysis.scenario import BY_ID, MOST_IN_AN_INTAKE
from exports.document import Bounds, LiveCell, LiveTable

AMONG = {"deployable": "in_post", "accredited": "deployable", "starters_outside": "starters"}
LEAST_TIME = 0.1  # person-months: a rate over no time is none
FOR_NONE = 1  # "Changes hold from" may be the month after the last, which is doing nothing


def bounded(table: LiveTable, months: int) -> LiveTable:
    """The table with the bounds of every input in it; `months` is how far the scenario looks."""
    rows = (
        tuple(_bounded(each, months) if isinstance(each, LiveCell) else each for each in row)
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _bounded(cell: LiveCell, months: int) -> LiveCell:
    return cell if cell.formula else replace(cell, bounds=bounds_of(cell.name, months))


def bounds_of(name: str, months: int) -> Bounds | None:
    """The bounds of an input by its name; None where it has none."""
    if name.startswith("intake_month_"):
        return Bounds(1, months, whole=True)
    if name.startswith("intake_people_"):
        return Bounds(0, MOST_IN_AN_INTAKE, whole=True)
    if name in ("leavers_more", "cases_more"):
        return Bounds(0, 1)
    if name not in BY_ID:
        return None
    asked = BY_ID[name]
    least = LEAST_TIME if name == "leaver_months" else asked.at_least
    most = months + FOR_NONE if name == "change_month" else asked.at_most
    return Bounds(least, most, asked.whole, AMONG.get(name, ""))
