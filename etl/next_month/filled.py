"""From what stands of a sheet to what it begins with next month: names of the day, references as sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.model import Column, Dataset
from contracts.to_duckdb import KEY_OF, column_name
from contracts.to_excel import Filled
from contracts.words import WHOLE_FORCE
from etl.next_month.standing import Row, Standing
from settings.model import ForceSettings

MONTH = "month_end"
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class FilledSheet:
    """A sheet of next month's workbook, and what is to be told of it.

    `of`: the month its rows are from. `anew`: headings of what the unit tells each month. `unknown`:
    references that are not kept as sent. `left_out`: rows that say nothing without theirs. `held`: rows held
    back. `deleted_at` (UTC): when rows of that month were deleted. `gone`: rows of units that are no more.
    """

    dataset: Dataset
    of: date
    filled: Filled
    anew: tuple[str, ...]
    unknown: int
    left_out: int
    held: int
    deleted_at: str | None = None
    gone: int = 0

    @property
    def references(self) -> int:
        """How many references as sent are in it."""
        people = [column.name for column in self.dataset.columns if column.sensitivity == "person"]
        return sum(row.get(name) is not None for row in self.filled.rows for name in people)


def keys_of(sheets: tuple[Standing, ...]) -> set[str]:
    """The keys of every person in these rows, in whichever system."""
    return {row[key] for each in sheets for row in each.rows for key in KEY_OF.values() if row.get(key)}


def fill_in(stands: Standing, force: ForceSettings, labels: Mapping[str, str], month: date) -> FilledSheet:
    """The sheet for a month, from what stands and the references that are kept as sent."""
    dataset = stands.dataset
    names = names_on(force, month)
    columns = [dataset.column(name) for name in dataset.stands]
    rows = [{c.name: typed(c, row, names, labels) for c in columns} for row in stands.rows]
    kept = [row for row in rows if row.get("person_ref") or _says_something(dataset)]
    once = {c.name: month for c in dataset.once_per_file if c.name == MONTH}
    down = {} if once else {MONTH: month}
    unknown = sum(
        row.get(column_name(c)) is not None and said[c.name] is None
        for row, said in zip(stands.rows, rows, strict=True)
        for c in columns
        if c.sensitivity == "person"
    )
    return FilledSheet(
        dataset,
        stands.month,
        Filled(tuple(down | row for row in kept), once),
        anew(dataset, stands.rows, (*dataset.stands, MONTH)),
        unknown,
        len(rows) - len(kept),
        stands.held,
        stands.deleted_at,
    )


def names_on(force: ForceSettings, day: date) -> Names:
    """What units and courses are called on a day; a unit that is no more keeps its title."""
    units = {u.code: u.name_on(day) if u.holds_on(day) else u.title for u in force.units}
    return {"units": units, "courses": {c.code: c.title for c in force.courses}}


def typed(column: Column, row: Row, names: Names, labels: Mapping[str, str]) -> Any:
    """A kept value as a person would type it; None where there is none, or the reference is not kept."""
    value = row.get(column_name(column))
    if value is None:
        return WHOLE_FORCE if column.may_be_whole_force else None
    if column.sensitivity == "person":
        return labels.get(value)
    return names.get(column.allowed_from or "", {}).get(value, value)


def _says_something(dataset: Dataset) -> bool:
    """Whether a row is worth having without its reference.

    The row of a person is: rank, role and FTE, for the number to be typed beside. A course or a count of
    cases without its person could be put beside another's.
    """
    tells_apart = set(dataset.key) - {MONTH, "unit"}
    return "person_ref" not in tells_apart or tells_apart == {"person_ref"}


def anew(dataset: Dataset, rows: Sequence[Row], told: Collection[str]) -> tuple[str, ...]:
    """The headings to be told: those that are needed, and the optional ones that were told last time."""
    return tuple(
        column.title
        for column in dataset.columns
        if column.name not in told
        and (column.needs_value or any(row.get(column_name(column)) is not None for row in rows))
    )
