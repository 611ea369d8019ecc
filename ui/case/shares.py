"""Demand, people and money of the units in view, read from the published figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import NotShown
from metrics.catalogue import METRICS
from ui.figures import session
from ui.figures.kept import once
from ui.findings.demand.model import Group, Kind, Month, Share, Shares
from ui.findings.series import at, plain, rows_at
from ui.page.open_page import Page
from ui.parts.wording import day, month_name, plural

DEMAND, DEMAND_YEAR = "resource/share_of_demand", "resource/share_of_demand_12m"
PEOPLE, DEPLOYABLE = "resource/share_of_people", "resource/share_of_deployable"
MONEY = "resource/share_of_money"
KINDS, KINDS_YEAR = "resource/recorded_share", "resource/recorded_share_12m"
UNIT_OF = {DEMAND: "crimes", DEMAND_YEAR: "crimes", PEOPLE: "FTE", DEPLOYABLE: "FTE", MONEY: "£"}
PEOPLE_ARE = "FTE in post, all roles, of the force's units and the rest of force"
CARRYING = "deployable FTE, roles that carry work, of the force's units and the rest of force"


@dataclass(frozen=True)
class Rule:
    """By which rule all recorded crime of a month was counted, and where the count is from."""

    said: str
    source: str


@once
def shares_of(page: Page) -> Shares:
    """All that can be said of the units in view at the page's month."""
    month = _month(page)
    rules = _rules(page)
    yearly = _known_force(page, DEMAND_YEAR, month)
    demand = DEMAND_YEAR if yearly else DEMAND
    counted = _counted(page, demand, month)
    every = tuple(unit.code for unit in page.units)
    group = _grouper(page, demand, rules, month)
    return Shares(
        month,
        tuple(group(name, codes) for name, codes in _groups(page)),
        group(f"{plural(len(counted), 'unit')} with recorded crimes", counted),
        group(f"All {plural(len(every), 'unit')}", every),
        _share(page, DEPLOYABLE, every, month, Share(definition=CARRYING, period=day(month))),
        _months(page, counted or every, rules, bool(counted)),
        _kinds(page, KINDS_YEAR if yearly else KINDS, month, yearly),
        len(every),
        len(counted),
        _sent(page, rules),
    )


def _month(page: Page) -> date:
    if page.month is None:
        raise ValueError("nothing has been published")
    return page.month


def _groups(page: Page) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Units of one type together; a type of one unit by the unit's own title."""
    types: dict[str, list[Any]] = {}
    for unit in page.units:
        types.setdefault(unit.type, []).append(unit)
    named = [(_name(units), tuple(u.code for u in units)) for units in types.values()]
    return tuple(sorted(named))


def _name(units: Sequence[Any]) -> str:
    return str(units[0].title) if len(units) == 1 else f"{units[0].type}, {len(units)} units"


def _grouper(page: Page, demand: str, rules: Mapping[date, Rule], month: date) -> Any:
    """How the three shares of some units are put together."""
    rule, money = rules.get(month, Rule("", "")), _money(page, month)
    period = f"12 months to {month_name(month)}" if demand == DEMAND_YEAR else month_name(month)
    crimes = Share(definition=f"recorded crimes, {rule.said}", period=period, source=rule.source)
    people = Share(definition=PEOPLE_ARE, period=day(month), source="People and Establishment")

    def group(name: str, codes: tuple[str, ...]) -> Group:
        return Group(
            name,
            _share(page, demand, codes, month, crimes),
            _share(page, PEOPLE, codes, month, people),
            _share(page, MONEY, codes, month, money),
        )

    return group


def _share(page: Page, metric: str, codes: Sequence[str], month: date, like: Share) -> Share:
    """The share of some units together, where each of them is in it; else why there is none."""
    if not codes:
        return replace(like, said="no recorded crimes sent")
    frame = _frame(page, metric, tuple(codes), month)
    return _at(metric, frame, month, len(codes), like)


def _frame(page: Page, metric: str, codes: tuple[str, ...], only: date | None) -> pd.DataFrame:
    one = codes[0] if len(codes) == 1 else None
    where = {} if one else {"unit": codes}
    return page.metric(metric, by=("month_end",), only=only, where=where, unit=one)


def _at(metric: str, frame: pd.DataFrame, month: date, units: int, like: Share) -> Share:
    value = at(frame, month)
    if isinstance(value, NotShown):
        return replace(like, said=str(value))
    # The force's own row is counted as one of the units.
    known = int(at(frame, month, "units") or 0)
    top, bottom = (plain(at(frame, month, part)) for part in ("numerator", "denominator"))
    if not bottom:
        return replace(like, said=METRICS[metric].when_none)
    if known - 1 < units:
        none = "no recorded crimes sent" if metric in (DEMAND, DEMAND_YEAR) else "not sent"
        said = none if known <= 1 else f"{known - 1} of {units} units sent"
        return replace(like, said=said)
    return replace(
        like, value=plain(value), numerator=top, denominator=bottom, unit=UNIT_OF.get(metric, "crimes")
    )


def _known_force(page: Page, metric: str, month: date) -> bool:
    frame = page.metric(metric, by=("month_end",), only=month)
    return bool(plain(at(frame, month, "denominator")))


def _counted(page: Page, metric: str, month: date) -> tuple[str, ...]:
    """The units that have sent recorded crimes of the month."""
    rows = rows_at(page.metric(metric, only=month), month)
    have = set() if rows.empty else {str(u) for u, n in zip(rows["unit"], rows["units"], strict=True) if n}
    return tuple(unit.code for unit in page.units if unit.code in have)


def _months(
    page: Page, codes: tuple[str, ...], rules: Mapping[date, Rule], demand: bool
) -> tuple[Month, ...]:
    """The shares of the same units at each month end up to the page's, demand of the month alone."""
    names = (DEMAND, PEOPLE, MONEY) if demand else (PEOPLE, MONEY)
    frames = {name: _frame(page, name, codes, None) for name in names}

    def at_month(name: str, month: date) -> Share:
        standing = [u for u in page.units if u.code in codes and u.is_expected(month)]
        return _at(name, frames[name], month, len(standing), Share()) if name in frames else Share()

    return tuple(
        Month(
            month,
            rules[month].said if month in rules else "",
            at_month(DEMAND, month),
            at_month(PEOPLE, month),
            at_month(MONEY, month),
        )
        for month in page.months
    )


def _kinds(page: Page, metric: str, month: date, yearly: bool) -> tuple[Kind, ...]:
    """Every kind of work recorded in the whole force."""
    frame = page.metric(metric, by=("month_end", "work_type"), only=month)
    rows = rows_at(frame, month)
    period = f"12 months to {month_name(month)}" if yearly else month_name(month)
    found = []
    for row in rows.to_dict("records"):
        value, top, bottom = (plain(row[part]) for part in ("value", "numerator", "denominator"))
        said = "" if value is not None else "counted by another rule, or not in every month"
        found.append(Kind(str(row["work_type"]), Share(value, top, bottom, said, period, unit="crimes")))
    return tuple(found)


def _rules(page: Page) -> dict[date, Rule]:
    rows = session.query("recorded_rules", {"force": page.force}, page.world.file)
    return {month: Rule(str(said), str(source or "")) for month, said, source in rows}


def _budgets(page: Page) -> list[tuple[Any, ...]]:
    units = [code for _, code in page.scope]
    return session.query("budgets", {"force": page.force, "units": units}, page.world.file)


def _money(page: Page, month: date) -> Share:
    """What the budgets of the month's financial year include, and where they are from."""
    ends = date(month.year + (month.month > 3), 3, 31)
    rows = [row for row in _budgets(page) if row[0] == ends]
    both = {kind for kind in ("pay only", "all spending") if _is_of_both(rows, kind)}
    kind = "pay only" if "pay only" in both else "all spending" if both else ""
    source = next((str(row[3] or "") for row in rows if row[1] is None and row[2] == kind), "")
    return Share(
        definition=f"budget, {kind}" if kind else "budget",
        period=f"{ends.year - 1}/{ends:%y}",
        source=source,
    )


def _is_of_both(rows: Sequence[tuple[Any, ...]], kind: str) -> bool:
    whose = {row[1] is None for row in rows if row[2] == kind}
    return whose == {True, False}


def _sent(page: Page, rules: Mapping[date, Rule]) -> frozenset[str]:
    return frozenset({*(["demand"] if rules else []), *(["budget"] if _budgets(page) else [])})
