"""Which sums of the same people are not shown: of one unit, a group and all; of all roles, some, and each.

Several measures show the same people by different roles: deployable people of all roles, those who carry one
kind of work under the open work of each, those of each role. Less each other they come to the few of one
role. Measures say whom they give (metrics/told.py); here it is decided which sums no measure may give.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.disclosure import FEWEST_PEOPLE_SHOWN
from analysis.disclosure.linear import Counts, Sum, hide_sums
from metrics.told import Roles
from ui.findings.series import plain, records

Cells = Mapping[tuple[str, str], float]
"""FTE by unit and role."""
LEADING = frozenset({"supervisor", "manager"})
ONE_ROLE, SOME_ROLES, EVERY_ROLE, OF_WORK, OF_SEVERAL, WHOLE = 0, 10, 20, 30, 5, 20
NOTHING: frozenset[Counts] = frozenset()


@dataclass(frozen=True)
class Whose:
    """The people of one month by unit and role, the units with each kind of work, and who carries it.

    `beside_work`: they are those who carry work, and are shown beside each kind of it.
    """

    cells: Cells
    group_of: Mapping[str, str]
    with_work: Mapping[str, frozenset[str]]
    carry: Mapping[str, frozenset[str]]
    beside_work: bool = False

    def counts(self, units: Collection[str], roles: Collection[str] | None = None) -> Counts:
        """The people of these units and roles; of all roles where none are named. People whose role nobody
        has said are in every one, as they are in the figures.
        """
        return frozenset(
            (unit, role)
            for unit, role in self.cells
            if unit in units and (roles is None or role in roles or not role)
        )

    def of(self, units: Collection[str], whose: Roles, roles: Collection[str] | None, family: str) -> Counts:
        """The people whom a figure of these units gives, by the roles it is about."""
        match whose:
            case "of the family":
                return self.counts(
                    self.with_work.get(family, frozenset()) & set(units), self.carry.get(family, ())
                )
            case "supervisors":
                return self.counts(units, {"supervisor"})
            case "neither supervisors nor managers":
                return self.counts(units, {role for _, role in self.cells} - LEADING)
        return self.counts(units, roles)

    def people(self, counts: Counts) -> float:
        """FTE of these people."""
        return round(sum(self.cells[at] for at in counts), 6)  # type: ignore[index]

    def hidden(self) -> frozenset[Counts]:
        """The sums that no figure may give: small ones, and those from which one would follow."""
        sums = self.sums()
        small = self.small(sums)
        return hide_sums(sums, small) if small else NOTHING

    def sums(self) -> dict[Counts, Sum]:
        """Every sum that some page would show, had it no need to hide anything."""
        sums: dict[Counts, Sum] = {}
        for counts, keep in self._seen():
            if counts:
                kept = max(keep, sums[counts].keep) if counts in sums else keep
                sums[counts] = Sum(self.people(counts), kept)
        return sums

    def small(self, sums: Mapping[Counts, Sum], threshold: int = FEWEST_PEOPLE_SHOWN) -> list[Counts]:
        """The sums of few people, of which none may be worked out."""
        return [counts for counts, each in sums.items() if 0 < each.people < threshold]

    def _seen(self) -> Iterator[tuple[Counts, int]]:
        """Every sum that some page shows, with how much it is worth keeping."""
        every = set(self.group_of)
        groups = [{u for u in every if self.group_of[u] == group} for group in set(self.group_of.values())]
        roles = {role for _, role in self.cells if role}
        carrying = frozenset().union(*self.carry.values()) if self.carry else frozenset()
        for units in ({unit} for unit in every), groups, [every]:
            for each in units:
                more = OF_SEVERAL * (len(each) > 1) + OF_SEVERAL * (each == every)
                yield self.counts(each), EVERY_ROLE + more + WHOLE * (each == every)
                yield self.counts(each, carrying), SOME_ROLES + more
                for role in roles:
                    yield self.counts(each, {role}), ONE_ROLE + more
                yield self.counts(each, roles - LEADING), ONE_ROLE + more
                for family, carriers in self.carry.items():
                    yield self.counts(each, carriers), SOME_ROLES + more
                    if self.beside_work:
                        yield self.of(each, "of the family", None, family), OF_WORK + more


def whose_at(
    people: pd.DataFrame,
    work: pd.DataFrame,
    group_of: Mapping[str, str],
    carry: Mapping[str, frozenset[str]],
    month: date,
    *,
    beside_work: bool,
) -> Whose:
    """The people of a month from rows by unit, month end and role, and which units have which work.

    `beside_work`: of roles that carry none there are none by definition, which everybody knows.
    """
    carrying = frozenset().union(*carry.values()) if carry else frozenset()
    cells = {
        (str(row["unit"]), role): n
        for row in _at(people, month)
        if (n := plain(row["numerator"])) is not None
        and (n or isinstance(row["role"], str))
        and ((role := _role(row)) in carrying or not (role and beside_work and carrying))
    }
    with_work: dict[str, set[str]] = {}
    for row in _at(work, month):
        with_work.setdefault(str(row["work_family"]), set()).add(str(row["unit"]))
    return Whose(
        cells, group_of, {name: frozenset(units) for name, units in with_work.items()}, carry, beside_work
    )


def _role(row: Mapping[str, object]) -> str:
    """The role of a row; "" where it was not said."""
    return row["role"] if isinstance(row["role"], str) else ""


def _at(frame: pd.DataFrame, month: date) -> list[dict[str, object]]:
    if frame.empty:
        return []
    return records(frame[pd.to_datetime(frame["month_end"]).dt.date == month])  # type: ignore[return-value]
