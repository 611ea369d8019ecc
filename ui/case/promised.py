"""Posts that stand on a decision or on money that ends, of the units in view."""

from datetime import date
from typing import Any

import pandas as pd

from ui.figures import session
from ui.figures.kept import once
from ui.findings.demand.delivered import Delivery
from ui.findings.demand.promised import Promise, refs_of
from ui.findings.series import at, marked
from ui.page.open_page import Page


@once
def promised_of(page: Page) -> tuple[Promise, ...]:
    """Each such row of Establishment at the page's month, with who is in post of the same unit and role."""
    asked = {"force": page.force, "month": page.month, "units": [code for _, code in page.scope]}
    return tuple(_promise(page, *row) for row in session.query("promised", asked, page.world.file))


def _promise(page: Page, unit: str, role: str, worker: str, funded: float, held: Any, starts: Any,
             source: str | None, ends: date | None, ref: str | None, named: date | None,
             first: date) -> Promise:  # fmt: skip
    posts = {"role": role, "worker_type": worker}
    in_post = at(_in_post(page, unit, page.month), page.month, **posts)
    return Promise(
        page.unit_title(unit), role, worker, float(funded), in_post, held, starts, source or "", ends,
        refs_of(ref), _delivery(page, unit, float(funded), (named, first), posts, in_post),
    )  # fmt: skip


def _delivery(
    page: Page,
    unit: str,
    funded: float,
    since: tuple[date | None, date],
    posts: dict[str, str],
    now: Any,
) -> Delivery | None:
    """Who was in those posts at each month end since a return first named the decision.

    `since`: that return's month, and the month of the first return of these posts. `now`: as told for the
    month, so that nothing is said of a month whose figure is not shown.
    """
    named, first = since
    if named is None:
        return None
    months = tuple(month for month in page.months if month >= named)
    levels = (*marked(_in_post(page, unit, None), months, **posts)[:-1], now)
    return Delivery(funded, tuple(zip(months, levels, strict=True)), named == first)


def _in_post(page: Page, unit: str, only: date | None) -> pd.DataFrame:
    """FTE in post of one unit by month, role and worker type, as it may be shown."""
    return page.metric("staffing/in_post_fte", by=("month_end", "role", "worker_type"), only=only, unit=unit)
