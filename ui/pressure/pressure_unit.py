"""Which unit the charts over time on the pressure page are for, and its figures month by month."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from metrics.catalogue import METRICS
from metrics.judged import Judged
from metrics.verdicts import DIFFERENCE_OF, Whose, judge
from ui.figures.signals import signals
from ui.figures.whole_months import whole_months
from ui.findings.series import plain, rows_at, rows_at_any
from ui.page import filters
from ui.page.open_page import Page

ALL = "all"


def choose(page: Page, family: str) -> str | None:
    """One unit that has the work, or None for all in view; its code is in the address."""
    have = with_the_work(page, family)
    options = [ALL, *have]
    if len(have) < 2:
        return have[0] if have else None
    picked = filters.choose(
        "Unit, for causes and charts by month",
        options,
        "unit",
        title=lambda code: "All units in view" if code == ALL else page.unit_title(code),
        width=320,
    )
    return None if picked == ALL else picked


def with_the_work(page: Page, family: str) -> list[str]:
    """The units in view that hold work of the family at the month."""
    held = page.metric("pressure/open", by=_BY, only=page.month, where={"work_family": (family,)})
    have = set(rows_at(held, page.month).get("unit", ()))
    return [unit.code for unit in page.units if unit.code in have]


_BY = ("unit", "month_end", "work_family")


def who(page: Page, unit: str | None) -> str:
    """The unit's title, or the words for all in view."""
    return page.unit_title(unit) if unit else "all units in view together"


@dataclass(frozen=True)
class Monthly:
    """A measure of one family of work by month: None for a month that a unit in it did not send."""

    months: tuple[date, ...]
    values: tuple[float | None, ...]


def monthly(page: Page, metric_id: str, family: str, unit: str | None) -> Monthly:
    """The figures of one unit, or the sums over all in view in months that all expected in them sent.

    A smaller sum because a unit did not send is not a fall.
    """
    where = {"work_family": (family,)}
    each = page.metric(metric_id, by=_BY, where=where)
    rows = rows_at_any(each, unit=unit) if unit else page.metric(metric_id, by=_BY[1:], where=where)
    known: dict[date, float | None] = {}
    if not rows.empty:
        sent = whole_months(page, each, has_the_work=True) if unit is None else set(page.months)
        ends = pd.to_datetime(rows["month_end"]).dt.date
        known = {m: plain(v) for m, v in zip(ends, rows["value"], strict=True) if m in sent}
    return Monthly(page.months, tuple(known.get(month) for month in page.months))


def of_unit(page: Page, metric_id: str, family: str, unit: str) -> Judged:
    """A monthly flow of one unit, with the limits that people have begun anew."""
    whose = (metric_id, unit, family)
    found = (s for s in signals(page) if (s.metric, s.unit, s.work_family) == whose)
    return next(found, None) or _judged(page, metric_id, family, unit)


def in_view(page: Page, metric_id: str, family: str) -> Judged:
    """A monthly flow of all units in view together."""
    return _judged(page, metric_id, family, None)


def _judged(page: Page, metric_id: str, family: str, unit: str | None) -> Judged:
    flow = monthly(page, metric_id, family, unit)
    parts = [monthly(page, part, family, unit).values for part in DIFFERENCE_OF.get(metric_id, ())]
    return judge(
        METRICS[metric_id],
        flow.months,
        flow.values,
        whose=Whose(unit, family),
        parts=(parts[0], parts[1]) if parts else None,
    )
