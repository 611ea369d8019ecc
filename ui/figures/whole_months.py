"""In which months every unit in view that was expected sent a figure: only those are summed over units."""

from datetime import date

import pandas as pd

from ui.page.open_page import Page

WAITED = 12
"""Months for which a unit that has stopped sending a family of work is still waited for."""


def whole_months(page: Page, by_unit: pd.DataFrame, *, has_the_work: bool = False) -> frozenset[date]:
    """The month ends that no unit in view is missing from; a unit is expected while it stands.

    `by_unit` is the measure by unit and month. `has_the_work`: of a family of work, a unit is expected that
    sent it in the twelve months to that month, or later; who never had that work is not waited for.
    """
    sent = _sent(by_unit)
    expected = {month: {u.code for u in page.units if u.is_expected(month)} for month in page.months}
    if has_the_work:
        expected = {
            month: {code for code in codes if _until(sent.get(code)) >= pd.Timestamp(month)}
            for month, codes in expected.items()
        }
    return frozenset(m for m, codes in expected.items() if codes and all(m in sent.get(c, ()) for c in codes))


def _sent(by_unit: pd.DataFrame) -> dict[str, set[date]]:
    """The month ends for which each unit has a figure."""
    found: dict[str, set[date]] = {}
    if by_unit.empty:
        return found
    rows = by_unit[by_unit["units"] > 0]
    for unit, month in zip(rows["unit"], pd.to_datetime(rows["month_end"]).dt.date, strict=True):
        found.setdefault(str(unit), set()).add(month)
    return found


def _until(months: set[date] | None) -> pd.Timestamp:
    """The last month end at which the work is still waited for."""
    if not months:
        return pd.Timestamp.min
    return pd.Timestamp(max(months)) + pd.offsets.MonthEnd(WAITED - 1)
