"""Empty posts beside who leaves: each unit's vacancy and the rest of the force's."""

import pandas as pd

from ui.figures.kept import once
from ui.findings import vacancy as words
from ui.findings.series import rows_at
from ui.page.open_page import Page
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name
from ui.workforce import staffing

OWN = "staffing/vacancy_rate"


def vacancy(page: Page) -> None:
    """Vacancy over time beside the rest of the force, and unit by unit at the month end."""
    if page.month is None:
        return
    section("Empty posts, beside the rest of the force", "Vacant share of funded posts, FTE.")
    staffing.beside_rest(page)
    table = _table(page)
    title = f"Vacant posts by unit and in the rest of the force, {month_name(page.month)}"
    plain_table(table, title, 1)
    downloads(table, title, "vacancy", page_notes(page))


@once
def _table(page: Page) -> pd.DataFrame:
    own = rows_at(page.metric(OWN, only=page.month), page.month)
    rest = rows_at(page.metric(staffing.REST, by=("month_end",), only=page.month, benchmark=True), page.month)
    return words.table(own, rest, {unit.code: unit.title for unit in page.units})
