"""How far the figures of a month can be relied on: returns in, units covered, rows held back, findings."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

import streamlit as st

from analysis.disclosure import NotShown, Suppressed
from contracts.findings import OF_NO_PEOPLE
from ui.figures import session
from ui.figures.world import World

WHOLE_FORCE = "*"
# Expected of every force, whether it has ever sent them or not: pill, panel and returns page count these.
# The optional ones add to what is shown, and one that does not come is nothing to put right.
EXPECTED = ("caseload", "establishment", "people", "unavailable", "training")
OPTIONAL = ("investigators", "movements")
TITLES = {
    "caseload": "Caseload",
    "investigators": "Investigators",
    "establishment": "Establishment",
    "people": "People",
    "unavailable": "Unavailable",
    "movements": "Movements",
    "training": "Training",
    "demand": "Demand",
    "budget": "Budget",
    "post_cost": "Post costs",
}


@dataclass(frozen=True)
class Return:
    """One dataset at one month end: which units it covers and what was held back."""

    dataset: str
    units: frozenset[str]
    loaded_at: datetime | None
    rows_read: int
    rows_held: int

    @property
    def title(self) -> str:
        """The sheet's title."""
        return TITLES.get(self.dataset, self.dataset.capitalize())


@dataclass(frozen=True)
class Finding:
    """One thing a check across sheets or months found; for readers outside, not how many people it is of."""

    id: str
    unit: str | None
    n: int | NotShown
    detail: str


@dataclass(frozen=True)
class Status:
    """What is in for a month. `data_to` is the newest month end with any return."""

    returns: tuple[Return, ...]
    missing: tuple[str, ...]
    units_expected: frozenset[str]
    findings: tuple[Finding, ...]
    data_to: date | None
    late_months: tuple[date, ...]

    @property
    def stale(self) -> bool:
        """Is a month that has ended still without its returns?"""
        return bool(self.late_months)

    @property
    def partial(self) -> tuple[Return, ...]:
        """The returns that leave out units in view."""
        return tuple(
            r for r in self.returns if self.units_expected - self.covered(r) and r.dataset in EXPECTED
        )

    def of(self, dataset: str) -> Return | None:
        """The return of one dataset, or None where it has not come."""
        return next((r for r in self.returns if r.dataset == dataset), None)

    def has(self, dataset: str, unit: str) -> bool:
        """Whether a unit's return of one dataset has come."""
        each = self.of(dataset)
        return each is not None and bool({unit, WHOLE_FORCE} & each.units)

    def covered(self, each: Return) -> frozenset[str]:
        """The units in view that a return covers; `*` covers the whole force."""
        return self.units_expected if WHOLE_FORCE in each.units else self.units_expected & each.units


def today() -> date:
    """Today, in one place so that tests can hold it still."""
    return date.today()


def status_of(
    world: World,
    force: str | None,
    month: date | None,
    scope: frozenset[tuple[str, str]],
    internal: bool = False,
) -> Status:
    """What is in for the chosen month and units, as readers inside the force see it, or those outside."""
    expected = frozenset(unit for _, unit in scope)
    if force is None or month is None:
        return Status((), EXPECTED, expected, (), None, ())
    returns, findings = _read(world.file, force, month)
    here = {r.dataset for r in returns}
    data_to = max(world.months_of(force))
    mine = (f for f in findings if f.unit is None or f.unit in expected)
    seen = tuple(
        f if internal or f.id in OF_NO_PEOPLE else replace(f, n=Suppressed(), detail="") for f in mine
    )
    return Status(
        returns,
        tuple(d for d in EXPECTED if d not in here),
        expected,
        seen,
        data_to,
        months_between(data_to, today()),
    )


def months_between(data_to: date, now: date) -> tuple[date, ...]:
    """Month ends after `data_to` that have passed."""
    late, end = [], _next_month_end(data_to)
    while end < now:
        late.append(end)
        end = _next_month_end(end)
    return tuple(late)


def _next_month_end(day: date) -> date:
    first_of_next = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (first_of_next + timedelta(days=32)).replace(day=1) - timedelta(days=1)


class _Row(NamedTuple):
    unit: str
    loaded_at: datetime | None
    load_id: str
    read: int
    held: int


@st.cache_data(max_entries=500, show_spinner=False)
def _read(file: str | None, force: str, month: date) -> tuple[tuple[Return, ...], tuple[Finding, ...]]:
    by_dataset: dict[str, list[_Row]] = {}
    for dataset, unit, loaded, held, read, load in session.query(
        "returns", {"force": force, "month": month}, file
    ):
        row = _Row(unit, loaded, load, int(read or 0), int(held or 0))
        by_dataset.setdefault(dataset, []).append(row)
    returns = tuple(_one_return(name, rows) for name, rows in by_dataset.items())
    findings = tuple(
        Finding(i, u, int(n or 0), d or "")
        for i, u, n, d in session.query("findings", {"force": force, "month": month}, file)
    )
    return returns, findings


def _moment(when: datetime | str) -> datetime:
    return when if isinstance(when, datetime) else datetime.fromisoformat(when)


def _one_return(dataset: str, rows: list[_Row]) -> Return:
    units = frozenset(row.unit for row in rows)
    when = max((_moment(row.loaded_at) for row in rows if row.loaded_at), default=None)
    loads = {row.load_id: row for row in rows}.values()  # one load may speak for many units
    return Return(dataset, units, when, sum(row.read for row in loads), sum(row.held for row in loads))
