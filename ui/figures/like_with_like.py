"""Which units a total covers, and whether two months may be compared: only with the same units in both."""

from collections.abc import Collection, Mapping
from datetime import date

import pandas as pd

from metrics.model import Metric
from ui.figures.whole_months import WAITED, whole_months
from ui.page.open_page import Page
from ui.parts.wording import plural

By = Mapping[date, frozenset[str]]


def covered(page: Page, metric: Metric, family: str | None = None) -> By:
    """The units with a figure at each month end, of those in view."""
    frame = _by_unit(page, metric, family)
    found: dict[date, set[str]] = {}
    if frame.empty:
        return {}
    rows = frame[frame["units"] > 0]
    for unit, month in zip(rows["unit"], pd.to_datetime(rows["month_end"]).dt.date, strict=True):
        found.setdefault(month, set()).add(str(unit))
    return {month: frozenset(units) for month, units in found.items()}


def _by_unit(page: Page, metric: Metric, family: str | None) -> pd.DataFrame:
    if family is None and "work_family" in metric.not_added_over:
        return pd.DataFrame()  # families are never added: without one there is no total
    if family:
        return page.metric(
            metric.id, by=("unit", "month_end", "work_family"), where={"work_family": (family,)}
        )
    if "work_family" in metric.not_added_over:
        # No family speaks for the units, as where no caseload was sent: there is no total to speak of.
        return pd.DataFrame()
    return page.metric(metric.id)


def not_alike(now: Collection[str], before: Collection[str], on: date) -> str:
    """Why a total is not compared with that of an earlier month; "" where the same units are in both."""
    if not now or not before or set(now) == set(before):
        return ""
    if len(now) == len(before):
        return f"not compared: other units than in {on:%B}"
    return f"not compared: {plural(len(now), 'unit')}, {len(before)} in {on:%B}"


def no_comparison(page: Page, metric: Metric, family: str | None = None) -> str:
    """The same of a measure over the units in view, at the chosen month and the one before it."""
    if metric.whose != "units" or page.month is None or page.previous is None:
        return ""
    by = covered(page, metric, family)
    return not_alike(by.get(page.month, ()), by.get(page.previous, ()), page.previous)


def which_units(page: Page, metric: Metric, family: str | None = None) -> str:
    """`7 of 8 units`, where a unit that is expected is not in the month's total; "" where all are."""
    if metric.whose != "units" or page.month is None:
        return ""
    by = covered(page, metric, family)
    now = by.get(page.month, frozenset())
    expected = {unit.code for unit in page.units if unit.is_expected(page.month)}
    if not now or page.month in whole_months(page, _by_unit(page, metric, family), has_the_work=bool(family)):
        return ""
    have_the_work = frozenset().union(*(by.get(month, ()) for month in page.months[-WAITED:]))
    waited_for = expected & have_the_work if family else expected
    return f"{len(now)} of {plural(len(waited_for | now), 'unit')}"


def like_months(page: Page, metric: Metric, family: str | None = None) -> frozenset[date] | None:
    """The month ends whose total may stand in one line with the chosen month's; None where every one may.

    Those that cover the same units, and those in which every unit there was is in.
    """
    if metric.whose != "units" or page.month is None:
        return None
    by = covered(page, metric, family)
    whole = whole_months(page, _by_unit(page, metric, family), has_the_work=bool(family))
    now = by.get(page.month)
    return frozenset(month for month, units in by.items() if units == now or month in whole)
