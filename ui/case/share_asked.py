"""By what the shares of a page are read: both months, the crimes of each unit, and what is printed beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ui.case.share_basis import Rule, money_of
from ui.case.share_read import DEMAND, DEMAND_YEAR, MONEY, parts_of_units
from ui.findings.demand.model import Share
from ui.findings.series import at, plain, rows_at
from ui.page.open_page import Page
from ui.parts.wording import month_name


@dataclass(frozen=True)
class Asked:
    """Demand is of `demand_month` by the measure `demand`, people and money of `month`.

    `kinds` are the crimes of each unit kind by kind, `pounds` the budgets by unit and under None the force's;
    None is a part that is not known. `crimes` and `money` are what is printed beside either.
    """

    page: Page
    month: date
    demand_month: date
    demand: str
    kinds: Mapping[str, Mapping[str, float | None]]
    all_crimes: float | None
    pounds: Mapping[str | None, float | None]
    crimes: Share
    money: Share

    @property
    def counted(self) -> frozenset[str]:
        """The units whose recorded crimes are known."""
        return frozenset(unit for unit, kinds in self.kinds.items() if None not in kinds.values())

    @property
    def in_part(self) -> frozenset[str]:
        """The units that sent recorded crimes of which the whole is not known."""
        return frozenset(self.kinds) - self.counted

    def of_kind(self, kind: str | None) -> dict[str | None, float | None]:
        """The crimes of each unit, of one kind or of all, and those of the force."""
        parts: dict[str | None, float | None] = {None: self.all_crimes}
        for unit, kinds in self.kinds.items():
            counts = [n for name, n in kinds.items() if kind in (None, name)]
            parts[unit] = None if None in counts or not counts else sum(n for n in counts if n is not None)
        return parts


def asked_of(page: Page, month: date, rules: Mapping[date, Rule]) -> Asked:
    """The same for one page; `rules` are the counting rules by month."""
    demand_month = _demand_month(page, month)
    year = _all_crimes(page, DEMAND_YEAR, demand_month)
    kinds = _kinds_of_units(page, DEMAND_YEAR, demand_month) if year else {}
    if not any(None not in each.values() for each in kinds.values()):  # no unit in view has its year
        year, kinds = None, _kinds_of_units(page, DEMAND, demand_month)
    demand = DEMAND_YEAR if year else DEMAND
    rule = rules.get(demand_month, Rule("", ""))
    period = month_name(demand_month)
    crimes = Share(
        definition=f"recorded crimes, {rule.said}",
        period=f"12 months to {period}" if year else period,
        source=rule.source,
    )
    return Asked(
        page,
        month,
        demand_month,
        demand,
        kinds,
        year or _all_crimes(page, DEMAND, demand_month),
        parts_of_units(page, MONEY, month),
        crimes,
        money_of(page, month),
    )


def _demand_month(page: Page, month: date) -> date:
    """The last month with recorded crime of the force and of a unit in view; without one the page's."""
    rows = page.metric(DEMAND, by=("month_end",))
    have = [m for m in page.months if plain(at(rows, m, "denominator")) and (at(rows, m, "units") or 0) > 1]
    return max(have, default=month)


def _all_crimes(page: Page, metric: str, month: date) -> float | None:
    found = page.metric(metric, by=("month_end",), only=month)
    return plain(at(found, month, "denominator")) or None


def _kinds_of_units(page: Page, metric: str, month: date) -> dict[str, dict[str, float | None]]:
    """The crimes of each unit kind by kind; None where the count of one is not known whole."""
    rows = rows_at(page.metric(metric, by=("unit", "month_end", "work_type"), only=month), month)
    kinds: dict[str, dict[str, float | None]] = {}
    for row in rows.to_dict("records"):
        if not pd.isna(row["unit"]):
            kinds.setdefault(str(row["unit"]), {})[str(row["work_type"])] = plain(row["numerator"])
    return kinds
