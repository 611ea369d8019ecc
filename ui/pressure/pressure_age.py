"""Old work beside what it waits for, and what is overdue, family by family."""

import pandas as pd

from contracts.words import OVERDUE_MEANS
from metrics.catalogue import METRICS
from ui.figures.kept import kept
from ui.findings import old_work as words
from ui.findings.series import things
from ui.page.open_page import Page
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name

OVERDUE = "pressure/overdue"
BESIDE = ("over_180_days", "over_365_days", "awaiting_cps", "awaiting_digital_forensics")
BY = ("unit", "month_end", "work_family")


def beside_waiting(page: Page, family: str) -> None:
    """Age beside awaiting the Crown Prosecution Service and forensics: old is not always neglected."""
    table = kept(page, ("beside waiting", family), lambda: _beside(page, family))
    if table.empty:
        return
    caption = f"Old work beside what it may wait for, open {things(family)}, {month_name(page.month)}"
    plain_table(table, caption)
    downloads(table, caption, "old_work", page_notes(page))


def _beside(page: Page, family: str) -> pd.DataFrame:
    where = {"work_family": (family,)}
    names = ("open", *BESIDE)
    open_work, *frames = (
        page.metric(f"pressure/{name}", by=BY, only=page.month, where=where) for name in names
    )
    titles = {unit.code: unit.title for unit in page.units}
    return words.beside_waiting(frames, open_work, page.month, family, titles)


def overdue(page: Page) -> None:
    """Overdue work of every family in view, each counted in its own way and never added."""
    table = kept(page, ("overdue",), lambda: _overdue(page))
    if table.empty:
        return
    section(
        "What is overdue, by kind of work",
        "What counts as overdue differs, so kinds of work are never added.",
    )
    caption = f"Overdue by kind of work, all units in view, {month_name(page.month)}"
    plain_table(table, caption)
    downloads(table, caption, "overdue", page_notes(page))


def _overdue(page: Page) -> pd.DataFrame:
    frame = page.metric(OVERDUE, by=BY[1:], only=page.month)
    return words.overdue(METRICS[OVERDUE], frame, page.month, OVERDUE_MEANS)
