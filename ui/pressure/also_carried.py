"""The other work that the carriers of a family carry in the units in view: it takes of the same hours."""

from ui.findings.series import rows_at
from ui.page.open_page import Page

BY = ("unit", "month_end", "work_family")


def also_carried(page: Page, family: str, unit: str | None) -> list[str]:
    """The other families of the same roles, as set for the month, that the unit (or any in view) has."""
    held = page.force_settings.carriers if page.force_settings and page.month else ()
    now = [each for each in held if each.holds_on(page.month)]
    roles = {each.role for each in now if each.work_family == family}
    others = {each.work_family for each in now if each.role in roles} - {family}
    rows = rows_at(page.metric("pressure/open", by=BY, only=page.month), page.month)
    units = {unit} if unit else {each.code for each in page.units}
    pairs = zip(rows.get("unit", ()), rows.get("work_family", ()), strict=True)
    return sorted(others & {str(name) for code, name in pairs if code in units})
