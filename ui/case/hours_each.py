"""What can be said before hours for a case are approved: the hours there are for each new case."""

from collections.abc import Sequence

from settings.hours import Allowance, WorkingTime
from ui.case.new_work import new_work
from ui.findings.need.still_needed import hours_each_said
from ui.findings.series import at, plain, rows_at
from ui.page.open_page import Page

FEWEST = 12  # new cases in a year: hours for each of fewer say nothing


def hours_each(
    page: Page, units: Sequence[str], year: WorkingTime | None, allowances: Sequence[Allowance]
) -> tuple[str, ...]:
    """Hours that today's deployable people have for each new case; none without a working year."""
    if year is None:
        return ()
    share = 1 - sum(each.percent for each in allowances) / 100
    said = [_of_family(page, units, family, year.available_hours * share) for family in _families(page)]
    return tuple(each for each in said if each)


def _families(page: Page) -> list[str]:
    held = page.force_settings.carriers if page.force_settings else ()
    return list(dict.fromkeys(each.work_family for each in held if each.holds_on(page.month)))


def _of_family(page: Page, units: Sequence[str], family: str, hours: float) -> str:
    """The sentence of one family: people of the units that have its work, over its new cases of the year."""
    work = new_work(page, (family,))
    having = tuple(unit for unit in units if work.year([unit]) and work.whole_year(unit))
    cases = sum(work.year(having).values())
    people = _deployable(page, having, family)
    if not having or cases < FEWEST or people is None:
        return ""
    return hours_each_said(family, people, people * hours / cases)


def _deployable(page: Page, units: tuple[str, ...], family: str) -> float | None:
    held = page.force_settings.carriers
    roles = tuple(each.role for each in held if each.work_family == family and each.holds_on(page.month))
    one = units[0] if len(units) == 1 else None
    where = {"role": roles, **({} if one else {"unit": units})}
    frame = page.metric("staffing/deployable_fte", by=("month_end",), only=page.month, where=where, unit=one)
    covered = len(rows_at(frame, page.month)) and at(frame, page.month, "units") == len(units)
    return plain(at(frame, page.month)) if units and covered else None
