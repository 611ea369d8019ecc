"""Incidents, and what was spent of the budgets, as tables: neither is in a share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ui.parts.wording import day, number

WHOLE_FORCE = "Whole force"
NO_CRIMES = "Incidents are counted apart from crimes and are in no share."
NO_BUDGETS = "Shares of money are of budgets; this is what was spent of them."
INCIDENTS = ("Unit", "Kind of work", "Incidents", "Definition", "Source")
SPENDING = ("Unit", "Includes", "Budget", "Spent", "Share spent", "Spent up to", "Source")


@dataclass(frozen=True)
class Incidents:
    """Incidents of one kind recorded in a month."""

    unit: str
    category: str
    count: int | None
    definition: str
    source: str | None


@dataclass(frozen=True)
class Spending:
    """Pounds spent of one budget: up to a day, or in the whole year."""

    unit: str
    includes: str
    budget: int
    spent: int
    up_to: date | None
    source: str | None


def incidents_table(rows: Sequence[Incidents]) -> pd.DataFrame:
    """A row for each unit and kind."""
    return pd.DataFrame(
        [(r.unit, r.category, r.count, r.definition, r.source or "not given") for r in rows],
        columns=list(INCIDENTS),
    )


def spending_table(rows: Sequence[Spending]) -> pd.DataFrame:
    """A row for each unit and kind of budget."""
    return pd.DataFrame([_spent(each) for each in rows], columns=list(SPENDING))


def _spent(each: Spending) -> tuple[str, ...]:
    return (
        each.unit,
        each.includes,
        f"£{number(each.budget)}",
        f"£{number(each.spent)}",
        f"{each.spent / each.budget:.1%}" if each.budget else "no budget",
        day(each.up_to) if each.up_to else "the whole year",
        each.source or "not given",
    )
