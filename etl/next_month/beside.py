"""What comes beside the monthly returns, for its next month or year: demand, budgets, cost of posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import duckdb

from contracts import DATASETS, DATED_BY_ROW, OF_NO_MONTH, PUBLISHED
from contracts.model import Dataset
from contracts.to_excel import Filled
from contracts.words import WHOLE_FORCE_SPELLINGS
from etl.next_month.filled import FilledSheet, anew, names_on, typed
from etl.next_month.standing import Row, ask
from etl.values.read_date import month_end
from settings.model import ForceSettings
from settings.plain import plain

BESIDE = tuple(name for name in DATASETS if name in DATED_BY_ROW and name not in PUBLISHED)
YEAR = "year_ending"
BEGINS = ("month_end", YEAR)  # the days that the workbook is of; from which day a cost holds is not known


@dataclass(frozen=True)
class Asked:
    """Whose rows are wanted and of which sheets; `unit` None is the whole force, with all its units."""

    force: ForceSettings
    unit: str | None
    only: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The sheets wanted, all where none is named."""
        return tuple(name for name in BESIDE if not self.only or name in self.only)


def is_whole_force(said: str) -> bool:
    """Whether the words mean the force as a whole."""
    return plain(said) in {plain(each) for each in WHOLE_FORCE_SPELLINGS}


def is_beside(only: Sequence[str]) -> bool:
    """Whether only sheets that come beside the returns are named."""
    return bool(only) and set(only) <= set(BESIDE)


def month_next(con: duckdb.DuckDBPyConnection, asked: Asked, today: date) -> date:
    """The month after the newest of demand, or this month where only money is asked for or none was sent."""
    rows = _newest(con, asked, "demand", date.max) if "demand" in asked.names else []
    days = [row["month_end"] for row in rows]
    return month_end(max(days) + timedelta(days=1)) if days else month_end(today)


def sheets_beside(con: duckdb.DuckDBPyConnection, asked: Asked, month: date) -> tuple[FilledSheet, ...]:
    """A sheet for each that was sent, with what stands of its newest rows; what is counted is blank."""
    found = ((DATASETS[name], _newest(con, asked, name, _period(name, month))) for name in asked.names)
    sheets = (_sheet(asked.force, each, rows, month) for each, rows in found if rows)
    return tuple(replace(sheet, held=_held(con, asked, sheet)) for sheet in sheets)


def _held(con: duckdb.DuckDBPyConnection, asked: Asked, sheet: FilledSheet) -> int:
    """Rows that are held back of the newest month, year or day."""
    given = {"force": asked.force.code, "unit": asked.unit, "dataset": sheet.dataset.name, "day": sheet.of}
    return int(ask(con, "held_beside", given)[0]["held"])


def _newest(con: duckdb.DuckDBPyConnection, asked: Asked, name: str, before: date) -> list[Row]:
    """In the order of the sheets in which they were sent."""
    given = {"force": asked.force.code, "unit": asked.unit, "before": before}
    rows = ask(con, f"newest_{name}", given)
    return sorted(rows, key=lambda row: (row["load_id"], row["sheet"], row["row_number"]))


def _period(name: str, month: date) -> date:
    """The month, or the last day of its financial year."""
    return date(month.year + (month.month > 3), 3, 31) if DATASETS[name].dated_by == YEAR else month


def _sheet(force: ForceSettings, dataset: Dataset, rows: list[Row], month: date) -> FilledSheet:
    period = _period(dataset.name, month)
    left = [row for row in rows if _stands(force, row, month)]
    again = dataset.stands_in_period if any(_is_of(dataset, row, period) for row in left) else ()
    told = (*dataset.stands, *again, *(name for name in BEGINS if name == dataset.dated_by))
    return FilledSheet(
        dataset,
        max(row[dataset.dated_by] for row in rows),
        Filled(tuple(_row(force, dataset, row, period) for row in left)),
        anew(dataset, left, told),
        unknown=0,
        left_out=0,
        held=0,
        gone=len(rows) - len(left),
    )


def _row(force: ForceSettings, dataset: Dataset, row: Row, period: date) -> dict[str, Any]:
    """A row as a person would type it; of the same year with what was agreed for it."""
    columns = dataset.stands + (dataset.stands_in_period if _is_of(dataset, row, period) else ())
    names = names_on(force, period)
    said = {name: typed(dataset.column(name), row, names, {}) for name in columns}
    return ({dataset.dated_by: period} if dataset.dated_by in BEGINS else {}) | said


def _is_of(dataset: Dataset, row: Row, period: date) -> bool:
    """Whether the row is of the period itself: a budget of the year under way."""
    return dataset.name in OF_NO_MONTH and row[dataset.dated_by] == period


def _stands(force: ForceSettings, row: Row, month: date) -> bool:
    """Whether the unit of a row is one at the end of the month; the whole force always is."""
    unit = next((each for each in force.units if each.code == row.get("unit")), None)
    return unit is None or unit.holds_on(month)
