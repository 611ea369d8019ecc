"""New cases month by month, by unit and kind of work, with the months in which a unit was not heard from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ui.case.approved import kind_of
from ui.findings.series import plain
from ui.page.open_page import Page

BY = ("unit", "month_end", "work_family", "work_type")
YEAR = 12
Months = Sequence[float | None]


@dataclass(frozen=True)
class NewWork:
    """New cases by unit and kind, one for each of `months` in order; None where a unit sent no return."""

    months: tuple[date, ...]
    by_unit: Mapping[str, Mapping[str, Months]]

    def whole_year(self, unit: str) -> bool:
        """Whether every one of the last twelve months is known of a unit."""
        kinds = self.by_unit.get(unit, {})
        return bool(kinds) and all(_of_year(values) is not None for values in kinds.values())

    def year(self, units: Iterable[str]) -> dict[str, float]:
        """New cases of the last twelve months by kind, the most first; a month not known counts none."""
        sums: dict[str, float] = {}
        for unit in units:
            for kind, values in self.by_unit.get(unit, {}).items():
                sums[kind] = sums.get(kind, 0.0) + sum(value or 0.0 for value in values[-YEAR:])
        return {kind: n for kind, n in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])) if n}

    def together(self, units: Sequence[str]) -> dict[str, Months]:
        """The units added up by kind; a month is known where it is known of all of them."""
        heard = [all(self._heard(unit, at) for unit in units) for at in range(len(self.months))]
        kinds = sorted({kind for unit in units for kind in self.by_unit.get(unit, {})})
        return {
            kind: [self._sum(units, kind, at) if heard[at] else None for at in range(len(self.months))]
            for kind in kinds
        }

    def _heard(self, unit: str, at: int) -> bool:
        return any(values[at] is not None for values in self.by_unit.get(unit, {}).values())

    def _sum(self, units: Sequence[str], kind: str, at: int) -> float | None:
        held = [self.by_unit[unit][kind][at] for unit in units if kind in self.by_unit.get(unit, {})]
        return None if any(value is None for value in held) else sum(value or 0.0 for value in held)


def _of_year(values: Months) -> float | None:
    last = values[-YEAR:]
    known = [value for value in last if value is not None]
    return sum(known) if len(last) == len(known) == YEAR else None


def new_work(page: Page, families: Sequence[str]) -> NewWork:
    """New cases of those families up to the chosen month, of the units in view.

    A unit that sent a return and no line for a kind had none of it in the month.
    """
    frame = page.metric("pressure/new", by=BY, where={"work_family": tuple(families)})
    if frame.empty or not page.months:
        return NewWork((), {})
    ends = pd.date_range(page.months[0], page.month, freq="ME")
    months = tuple(end.date() for end in ends)
    rows = frame.assign(at=pd.to_datetime(frame["month_end"]).map({end: n for n, end in enumerate(ends)}))
    return NewWork(months, {str(unit): _kinds(held, len(months)) for unit, held in rows.groupby("unit")})


def _kinds(rows: pd.DataFrame, months: int) -> dict[str, Months]:
    """A unit's counts by kind: 0 in a month with lines of other kinds alone, None in one without any."""
    heard = {int(at) for at in rows["at"]}
    names = [kind_of(str(f), str(t)) for f, t in zip(rows["work_family"], rows["work_type"], strict=True)]
    empty: list[float | None] = [0.0 if at in heard else None for at in range(months)]
    found: dict[str, list[float | None]] = {name: list(empty) for name in names}
    for name, at, value in zip(names, rows["at"], rows["numerator"], strict=True):
        found[name][int(at)] = plain(value)
    return dict(found)
