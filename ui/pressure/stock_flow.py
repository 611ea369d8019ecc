"""Stock and flow on the pressure page: whether the counts of two months and the flows between them agree."""

import pandas as pd

from metrics.catalogue import METRICS
from ui.figures.kept import once
from ui.findings import stock_flow as words
from ui.findings.series import things
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.parts.wording import month_name

FLOWS = "trust/in_less_out"
BY = ("unit", "month_end", "work_family")


def stock_and_flow(page: Page, family: str) -> None:
    """Open last month, in less out, and open now by unit, with what is left over."""
    table = _table(page, family)
    if table is None:
        states.note(
            "It needs the caseload of two months that follow each other.",
            lead=f"{METRICS[FLOWS].title} cannot be set against open work.",
        )
        return
    section(words.title(table), words.SUB)
    caption = f"Stock and flow by unit, {things(family)}, {month_name(page.month)}"
    plain_table(table, caption, 0)
    downloads(table, caption, "stock_flow", page_notes(page))


@once
def _table(page: Page, family: str) -> pd.DataFrame | None:
    """None where two months do not follow each other."""
    where = {"work_family": (family,)}
    flows = page.metric(FLOWS, by=BY, only=page.month, where=where)
    if page.previous is None or page.month is None or not words.has_any(flows, page.month, family):
        return None
    open_work = page.metric("pressure/open", by=BY, where=where)
    titles = {unit.code: unit.title for unit in page.units}
    return words.table(open_work, flows, (page.previous, page.month), family, titles)
