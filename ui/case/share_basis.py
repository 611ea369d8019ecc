"""What the shares rest on: the counting rule of each month, and what the budgets of a year include."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ui.case.share_read import MONEY
from ui.figures import session
from ui.findings.demand.model import Share
from ui.findings.series import at, plain
from ui.page.open_page import Page


@dataclass(frozen=True)
class Rule:
    """By which rule all recorded crime of a month was counted, and where the count is from."""

    said: str
    source: str


def rules_of(page: Page) -> dict[date, Rule]:
    """The rule of each month, in the words in which it was last written."""
    rows = session.query("recorded_rules", {"force": page.force}, page.world.file)
    latest = {rule: str(said) for _, rule, said, _ in rows}
    return {month: Rule(latest[rule], str(source or "")) for month, rule, _, source in rows}


def money_of(page: Page, month: date) -> Share:
    """What the budgets behind the published share include, and where they are from.

    The whole that the share stands on is a row of the force's budget, and says which: a reader of one unit
    is so told the same as one of all.
    """
    ends = year_of(month)
    whole = plain(at(page.metric(MONEY, by=("month_end",), only=month), month, "denominator"))
    rows = [row for row in _budgets(page) if row[0] == ends and row[1] is None]
    mine = [row for row in rows if whole and plain(float(row[4])) == whole]
    kinds = " or ".join(dict.fromkeys(str(row[2]) for row in mine))
    return Share(
        definition=f"budget, {kinds}" if kinds else "budget",
        period=f"{ends.year - 1}/{ends:%y}",
        source=next((str(row[3] or "") for row in mine), ""),
    )


def year_of(month: date) -> date:
    """The last day of the financial year that a month lies in."""
    return date(month.year + (month.month > 3), 3, 31)


def _budgets(page: Page) -> list[tuple[Any, ...]]:
    units = [code for _, code in page.scope]
    return session.query("budgets", {"force": page.force, "units": units}, page.world.file)


def sent(page: Page, rules: Mapping[date, Rule], month: date) -> frozenset[str]:
    """What has come of demand and of the budgets of the month's year, of the whole force and of units."""
    asked = {"force": page.force, "units": [code for _, code in page.scope]}
    counts = session.query("demand_sent", asked, page.world.file)
    rows = [row for row in _budgets(page) if row[0] == year_of(month)]
    force, units = ({row[2] for row in rows if (row[1] is None) is whole} for whole in (True, False))
    came = {
        "demand": bool(counts and counts[0][0]),
        "all crime": bool(rules),
        "budget": bool(rows),
        "force budget": bool(force),
        "unit budgets": bool(units),
        "same kind": bool(force & units),
    }
    return frozenset(name for name, has in came.items() if has)
