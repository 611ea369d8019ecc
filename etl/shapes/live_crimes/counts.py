"""Cases counted as rows of Caseload and of Investigators. What the list cannot tell stays blank, never 0."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.live_crimes import STATES
from etl.shapes.live_crimes.cases import Case, Cases, Faulty

AGES = {"over_90_days": 90, "over_180_days": 180, "over_365_days": 365}
NOBODY = "no officer in the case"
NOT_STATED = "not stated"  # kept as such where a count must be there
BY_UNIT = ("open", "unallocated", "new", "closed", "oldest_unallocated_days", *AGES, "high_risk",
           "high_risk_unallocated", "overdue", *STATES)  # fmt: skip
BY_OFFICER = ("open", "over_180_days", "charged_before_court")
# What has to stand in the list (a heading, or a state in use) before a count can be told.
NEEDS = {
    "oldest_unallocated_days": "recorded",
    **dict.fromkeys(AGES, "recorded"),
    "high_risk": "high_risk",
    "high_risk_unallocated": "high_risk",
    "overdue": "overdue",
    **{name: name for name in STATES},
}


@dataclass(frozen=True)
class Counted:
    """Rows of counts: the columns after those that say what a row is about, and for each its cases' rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[int, ...], tuple[Any, ...]], ...]


def by_unit(done: Cases, month_end: date) -> Counted:
    """One row for each unit and kind of work."""
    flows = {_unit(case) for case in done.cases if not case.is_open} - done.units_undated
    dated = "recorded" in done.tells
    columns = _told(BY_UNIT, done)
    rows = []
    for group in _grouped(done.cases, lambda case: (_unit(case), case.work_type.casefold())):
        known = _stock([case for case in group if case.is_open], columns, month_end)
        told = _unit(group[0]) in flows
        known["closed"] = sum(not case.is_open for case in group) if told else NOT_STATED
        known["new"] = _new(group, month_end) if told and dated else NOT_STATED
        rows.append(_row(group, (group[0].unit, group[0].work_type), columns, known))
    return Counted(columns, tuple(rows))


def by_officer(done: Cases, month_end: date) -> Counted:
    """One row for each officer, unit and kind of work, of open cases that have an officer."""
    columns = _told(BY_OFFICER, done)
    held = [case for case in done.cases if case.is_open and case.officer.number]
    rows = []
    for group in _grouped(held, lambda case: (case.officer.number, _unit(case), case.work_type.casefold())):
        about = (group[0].officer.number, group[0].unit, group[0].work_type)
        rows.append(_row(group, about, columns, _stock(group, columns, month_end)))
    return Counted(columns, tuple(rows))


def not_by_officer(done: Cases) -> dict[str, list[int]]:
    """The rows that are in no count by officer, each with the reason; without those at fault."""
    left: dict[str, list[int]] = {}
    for case in done.cases:
        if not case.is_open:
            left.setdefault("closed in the month", []).append(case.number)
        elif case.officer.nobody:
            left.setdefault(NOBODY, []).append(case.number)
    for row in done.faulty.values():
        if not row.has_officer:
            left.setdefault(NOBODY, []).append(row.number)
    return left


def faulty_by_officer(done: Cases) -> list[Faulty]:
    """The rows that are in no count by officer because of what is wrong in them."""
    unnamed = (case for case in done.cases if case.is_open and case.officer.fault)
    mine = [Faulty(case.number, case.unit, case.work_type, False) for case in unnamed]
    return [*(row for row in done.faulty.values() if row.has_officer), *mine]


def _told(names: Iterable[str], done: Cases) -> tuple[str, ...]:
    return tuple(name for name in names if NEEDS.get(name) is None or NEEDS[name] in done.tells)


def _grouped(cases: Iterable[Case], key: Callable[[Case], Hashable]) -> list[list[Case]]:
    groups: dict[Hashable, list[Case]] = {}
    for case in cases:
        groups.setdefault(key(case), []).append(case)
    return list(groups.values())


def _row(
    group: list[Case], about: tuple[str, ...], columns: Iterable[str], known: Mapping[str, Any]
) -> tuple[tuple[int, ...], tuple[Any, ...]]:
    return tuple(case.number for case in group), (*about, *(known[name] for name in columns))


def _unit(case: Case) -> str:
    return case.unit.casefold()


def _new(group: list[Case], month_end: date) -> int | str:
    """Cases recorded in the month, open or closed by now."""
    first, days = month_end.replace(day=1), [case.recorded for case in group]
    return NOT_STATED if None in days else sum(day >= first for day in days if day)


def _stock(held: list[Case], columns: Iterable[str], month_end: date) -> dict[str, Any]:
    """The counts of open cases; None where one of them cannot be told."""
    waiting = [case for case in held if case.officer.nobody]
    ages, waits = _ages(held, month_end), _ages(waiting, month_end)
    known: dict[str, Any] = {
        "open": len(held),
        "unallocated": len(waiting),
        "oldest_unallocated_days": max(waits) if waits else None,
        "high_risk_unallocated": _having(waiting, "high_risk"),
    }
    for name in columns:
        if name in AGES:
            known[name] = None if ages is None else sum(age > AGES[name] for age in ages)
        elif name not in (*known, "new", "closed"):
            known[name] = _having(held, name)
    return known


def _having(held: list[Case], name: str) -> int | None:
    return None if any(name in case.unclear for case in held) else sum(name in case.flags for case in held)


def _ages(held: list[Case], month_end: date) -> list[int] | None:
    """Days since each was recorded; None where one does not say when."""
    days = [case.recorded for case in held]
    return None if None in days else [(month_end - day).days for day in days if day]
