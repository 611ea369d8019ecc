"""Demand, people and money of the units in view, read from the published figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ui.case.share_asked import Asked, asked_of
from ui.case.share_basis import Rule, rules_of, sent
from ui.case.share_names import name_of_counted, name_of_view, types
from ui.case.share_read import (
    DEMAND,
    DEMAND_YEAR,
    DEPLOYABLE,
    IN_PART,
    MONEY,
    NOT_SENT,
    PEOPLE,
    frame,
    share,
    share_at,
    share_of_parts,
)
from ui.figures.kept import once
from ui.findings.demand.model import Group, Kind, Month, Share, Shares
from ui.findings.series import plain, rows_at
from ui.page.open_page import Page
from ui.parts.wording import day, join, plural

KINDS, KINDS_YEAR = "resource/recorded_share", "resource/recorded_share_12m"
ALL = "all recorded crime"
PEOPLE_ARE = "FTE in post, all roles, of the force's units and the rest of force"
CARRYING = (
    "deployable FTE of roles that carry public-protection work, of the force's units and of those roles in "
    "the rest of force"
)


@once
def shares_of(page: Page) -> Shares:
    """All that can be said of the units in view at the page's month."""
    if page.month is None:
        raise ValueError("nothing has been published")
    rules = rules_of(page)
    asked = asked_of(page, page.month, rules)
    standing = [unit for unit in page.units if unit.is_expected(page.month)]
    every = tuple(unit.code for unit in standing)
    counted = tuple(code for code in every if code in asked.counted)
    whole = _group(asked, name_of_counted(standing, counted), counted)
    return Shares(
        page.month,
        asked.demand_month,
        name_of_view(page, standing),
        tuple(_group(asked, name, codes) for name, codes in types(standing)),
        tuple(_group(asked, unit.title, (unit.code,)) for unit in standing),
        tuple(_of_kind(asked, kind, standing) for kind in _kinds_taken(asked, counted)),
        whole,
        _group(asked, f"All {plural(len(every), 'unit')}", every),
        _months(page, counted or every, rules, whole.demand.at_most if counted else None),
        _kinds(asked),
        len(every),
        len(counted),
        len(asked.in_part & set(every)),
        sent(page, rules, page.month),
    )


def _group(asked: Asked, name: str, codes: tuple[str, ...], kind: str | None = None) -> Group:
    """The shares of some units together; of demand, one kind of it where one is given."""
    page, month = asked.page, asked.month
    people = Share(definition=PEOPLE_ARE, period=day(month), source="People and Establishment")
    return Group(
        name,
        _demand(asked, codes, kind),
        share(page, PEOPLE, codes, month, people),
        share_of_parts(MONEY, asked.pounds, codes, asked.money),
        share(page, DEPLOYABLE, codes, month, replace(people, definition=CARRYING)),
    )


def _demand(asked: Asked, codes: Sequence[str], kind: str | None) -> Share:
    several = kind is None and any(len(asked.kinds.get(code, ())) > 1 for code in codes)
    like = replace(asked.crimes, at_most=several)
    found = share_of_parts(asked.demand, asked.of_kind(kind), codes, like)
    some = any(code in asked.in_part for code in codes)
    return replace(found, said=IN_PART[asked.demand]) if some and found.said in NOT_SENT.values() else found


def _kinds_taken(asked: Asked, counted: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({kind for code in counted for kind in asked.kinds[code]} - {ALL}))


def _of_kind(asked: Asked, kind: str, standing: Sequence[Any]) -> Group:
    """The units that take one kind of work. Their people and money are whole: no return splits them."""
    mine = [u for u in standing if u.code in asked.counted and kind in asked.kinds[u.code]]
    name = f"{kind[:1].upper()}{kind[1:]}: {join(str(unit.title) for unit in mine)}"
    return _group(asked, name, tuple(unit.code for unit in mine), kind)


def _months(
    page: Page, codes: tuple[str, ...], rules: Mapping[date, Rule], at_most: bool | None
) -> tuple[Month, ...]:
    """The shares of the same units at each month end up to the page's, demand of the month alone.

    `at_most` is that of their demand; None where none is known.
    """
    names = (*((DEMAND,) if at_most is not None else ()), PEOPLE, MONEY, DEPLOYABLE)
    frames = {name: frame(page, name, codes, None) for name in names} if codes else {}

    def at_month(name: str, month: date) -> Share:
        standing = [u for u in page.units if u.code in codes and u.is_expected(month)]
        like = Share(at_most=bool(at_most) and name == DEMAND)
        return share_at(name, frames[name], month, len(standing), like) if name in frames else Share()

    return tuple(
        Month(
            month,
            rules[month].said if month in rules else "",
            *(at_month(name, month) for name in (DEMAND, PEOPLE, MONEY, DEPLOYABLE)),
        )
        for month in page.months
    )


def _kinds(asked: Asked) -> tuple[Kind, ...]:
    """Every kind of work recorded in the whole force."""
    metric = KINDS_YEAR if asked.demand == DEMAND_YEAR else KINDS
    rows = asked.page.metric(metric, by=("month_end", "work_type"), only=asked.demand_month)
    found = []
    for row in rows_at(rows, asked.demand_month).to_dict("records"):
        value, top, bottom = (plain(row[part]) for part in ("value", "numerator", "denominator"))
        said = "" if value is not None else "counted by another rule, or not in every month"
        known = replace(
            asked.crimes, value=value, numerator=top, denominator=bottom, said=said, unit="crimes"
        )
        found.append(Kind(str(row["work_type"]), known))
    return tuple(found)
