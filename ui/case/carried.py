"""Whose people and work a scenario is of: the units that have the work, and the roles that carry it there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.disclosure import NotShown
from metrics.catalogue import METRICS
from ui.figures.kept import once
from ui.figures.world import Unit
from ui.findings.scenario.starts import Start, in_part
from ui.findings.series import at, plain, rows_at, rows_at_any, things
from ui.page.open_page import Page
from ui.parts.wording import join

MONTH = ("month_end",)
NEW, YEAR = "pressure/new", 12


@dataclass(frozen=True)
class Carried:
    """The units that have work of the family, and the roles that carry it by the force's settings; no roles:
    the settings name none, so every role counts. `asked` is how many units were asked for.
    """

    family: str
    units: tuple[Unit, ...]
    roles: tuple[str, ...]
    asked: int

    @property
    def one(self) -> str | None:
        """The code of the one unit; None for several."""
        return self.units[0].code if len(self.units) == 1 else None

    @property
    def where(self) -> str:
        """Whose figures, in words."""
        if self.one:
            return self.units[0].title
        if len(self.units) < self.asked:
            return f"{len(self.units)} of {self.asked} units in view, those with {things(self.family)}"
        return f"{len(self.units)} units in view"

    @property
    def work(self) -> str:
        """Whose work, and which."""
        return self.where if 1 < len(self.units) < self.asked else f"{self.where}, {things(self.family)}"

    @property
    def people(self) -> str:
        """Whose people: the roles that carry the work, and where."""
        roles = f"{join([f'{role}s' for role in self.roles])}, " if self.roles else ""
        return f"{roles}{self.where}"

    def without(self, some: "Carried") -> tuple[str, ...]:
        """Titles of the units that are not among those of another."""
        return tuple(each.title for each in self.units if each not in some.units)

    def read(
        self, page: Page, metric: str, months: Sequence[date] = (), by: Sequence[str] = MONTH
    ) -> pd.DataFrame:
        """A measure of them, of their people in those roles: of the chosen month, or where `months` are asked
        of every month up to it.
        """
        split, where = METRICS[metric].dimensions, {}
        if "role" in split and self.roles:
            where["role"] = self.roles
        if "work_family" in split:
            where["work_family"] = (self.family,)
        if not self.one:
            where["unit"] = tuple(each.code for each in self.units)
        only = None if months else page.month
        return page.metric(metric, by=tuple(by), only=only, where=where, unit=self.one)

    def whole(self, page: Page, found: Start, metric: str, months: Sequence[date] = ()) -> Start:
        """The start where every unit is in it in every month; else none, and which are not: what one start is
        of, all are of.
        """
        if found.answer is None or not page.month:
            return found
        frame, asked = self.read(page, metric, months), tuple(months) or (page.month,)
        if all(at(frame, end, "units") == len(self.units) for end in asked):
            return found
        return in_part(found, self._gone(page, metric, asked), len(self.units))

    def _gone(self, page: Page, metric: str, months: Sequence[date]) -> tuple[str, ...]:
        """Titles of the units of which a month is not known."""
        frame = self.read(page, metric, months, (*MONTH, "unit"))
        known = {each.code: _months_of(rows_at_any(frame, unit=each.code), months) for each in self.units}
        return tuple(each.title for each in self.units if known[each.code] < len(months))


def _months_of(rows: pd.DataFrame, months: Sequence[date]) -> int:
    """Of how many of the months there is a figure, shown or not."""
    held = [(at(rows, end, "numerator"), at(rows, end, "denominator")) for end in months]
    return sum(all(isinstance(v, NotShown) or plain(v) is not None for v in pair) for pair in held)


@once
def carried_of(page: Page, unit: str | None, family: str) -> Carried:
    """Of the units asked for that stand at the month, those with work of the family in twelve months.

    All of them where no work at all was sent; none where all that was sent is other work.
    """
    month = page.month
    asked = tuple(u for u in page.units if unit in (None, u.code) and month and u.is_expected(month))
    held = page.force_settings.carriers if page.force_settings else ()
    roles = {each.role for each in held if month and each.work_family == family and each.holds_on(month)}
    work = _work(page, unit)
    having = tuple(each for each in asked if (each.code, family) in work)
    known = {code for code, _ in work}
    units = having if any(each.code in known for each in asked) else asked
    return Carried(family, units, tuple(sorted(roles)), len(asked))


def _work(page: Page, unit: str | None) -> set[tuple[str, str]]:
    """Units and the families of work that they had in the twelve months up to the chosen one."""
    frame = page.metric(NEW, by=("unit", "month_end", "work_family"), unit=unit)
    year = [end.date() for end in pd.date_range(end=pd.Timestamp(page.month), periods=YEAR, freq="ME")]
    return {
        (str(code), str(family))
        for end in year
        for code, family in zip(
            *(rows_at(frame, end).get(n, ()) for n in ("unit", "work_family")), strict=True
        )
    }
