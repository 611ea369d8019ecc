"""What came with demand and money and enters no share: incidents, and what was spent of the budgets."""

from datetime import date

from ui.case.share_basis import year_of
from ui.figures import session
from ui.figures.kept import once
from ui.findings.demand.sent_beside import WHOLE_FORCE, Incidents, Spending
from ui.page.open_page import Page


@once
def incidents_of(page: Page, month: date) -> tuple[Incidents, ...]:
    """The incidents of a month, of the whole force and of the units in view."""
    rows = session.query("incidents", {**_asked(page), "month": month}, page.world.file)
    return tuple(Incidents(_title(page, unit), *rest) for unit, *rest in rows)


@once
def spending_of(page: Page, month: date) -> tuple[Spending, ...]:
    """What was spent of the budgets of the month's financial year, of the whole force and of the units."""
    rows = session.query("spending", {**_asked(page), "year_ending": year_of(month)}, page.world.file)
    return tuple(Spending(_title(page, unit), *rest) for unit, *rest in rows)


def _asked(page: Page) -> dict[str, object]:
    return {"force": page.force, "units": [code for _, code in page.scope]}


def _title(page: Page, unit: str | None) -> str:
    return WHOLE_FORCE if unit is None else page.unit_title(unit)
