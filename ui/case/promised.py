"""Posts that stand on a decision or on money that ends, of the units in view."""

from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from analysis.disclosure import NotShown, Suppressed
from ui.figures import session
from ui.figures.kept import once
from ui.findings.demand.delivered import Delivery
from ui.findings.demand.promised import Promise, refs_of
from ui.findings.series import at, marked, rows_at
from ui.page.open_page import Page
from ui.parts.wording import join

IN_POST = "staffing/in_post_fte"


class _Row(NamedTuple):
    """One row of the query."""

    unit: str
    role: str
    worker_type: str
    funded: float
    by_decision: float | None
    time_limited: float | None
    held: Any
    starts: Any
    source: str | None
    ends: date | None
    ref: str | None
    named: date | None
    first: date

    @property
    def posts(self) -> dict[str, str]:
        """Of which role and worker type they are."""
        return {"role": self.role, "worker_type": self.worker_type}


@once
def promised_of(page: Page) -> tuple[Promise, ...]:
    """Each such row of Establishment at the page's month, with who is in post of the same unit and role."""
    asked = {"force": page.force, "month": page.month, "units": [code for _, code in page.scope]}
    return tuple(_promise(page, _Row(*row)) for row in session.query("promised", asked, page.world.file))


def not_sent(page: Page) -> str:
    """Which units' Establishment has not come for the month; "" where all of it has."""
    came = page.status.of("establishment")
    if came is None or page.month is None:
        return "No Establishment return for this month: nothing can be said of posts promised."
    standing = [u for u in page.units if u.is_expected(page.month)]
    gone = [u.title for u in standing if not page.status.has("establishment", u.code)]
    return f"Establishment of {join(gone)} has not come, so no post of it is among these." if gone else ""


def _starts(page: Page, row: _Row) -> float | NotShown | None:
    """FTE with a start agreed: a person or two in posts that are named, so not shown outside the force."""
    return row.starts if page.reader.internal or row.starts is None else Suppressed()


def _promise(page: Page, row: _Row) -> Promise:
    in_post = _in_post_now(page, row)
    return Promise(
        page.unit_title(row.unit),
        row.role,
        row.worker_type,
        float(row.funded),
        in_post,
        row.held,
        _starts(page, row),
        row.source or "",
        row.ends,
        refs_of(row.ref),
        _delivery(page, row, in_post),
        row.by_decision,
        row.time_limited,
    )


def _in_post_now(page: Page, row: _Row) -> Any:
    """FTE in those posts at the month end. A role without anybody is 0 where who is in the unit is known."""
    found = _in_post(page, row.unit, page.month)
    if not rows_at(found, page.month, **row.posts).empty:
        return at(found, page.month, **row.posts)
    unit = page.metric(IN_POST, by=("month_end",), only=page.month, unit=row.unit)
    return 0.0 if at(unit, page.month, "units") else None


def _delivery(page: Page, row: _Row, now: Any) -> Delivery | None:
    """Who was in those posts at each month end since a return first named the decision.

    `now`: as told for the month, so that nothing is said of a month whose figure is not shown.
    """
    if row.named is None:
        return None
    months = tuple(month for month in page.months if month >= row.named)
    levels = (*marked(_in_post(page, row.unit, None), months, **row.posts)[:-1], now)
    return Delivery(float(row.funded), tuple(zip(months, levels, strict=True)), row.named == row.first)


def _in_post(page: Page, unit: str, only: date | None) -> pd.DataFrame:
    """FTE in post of one unit by month, role and worker type, as it may be shown."""
    return page.metric(IN_POST, by=("month_end", "role", "worker_type"), only=only, unit=unit)
