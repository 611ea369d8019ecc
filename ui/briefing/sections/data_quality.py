"""Data quality: what came in, what was held back and accepted, and what the checks found."""

import pandas as pd

from contracts import SAYS, TO_DO
from exports.document import Block
from ui.briefing.seen import Seen, findings, table
from ui.figures import decided
from ui.findings import found as words
from ui.overview import overview, reliable
from ui.parts import states
from ui.parts.wording import month_name

NOTHING = "The checks across sheets and months found nothing."
MEASURES = [*overview.CARDS, *(name for name, _ in overview.COLUMNS)]


def blocks(seen: Seen) -> tuple[Block, ...]:
    """What the month rests on; in a full pack each finding with what to do."""
    page = seen.page
    told = (states.stale_words(page), states.partial_words(page), *decided.said(page))
    if seen.is_brief:
        found = len(page.status.findings)
        return findings(*told, words.summary(page.status.findings) if found else NOTHING)
    rests = pd.DataFrame(reliable.rests_on(page, MEASURES), columns=["What it rests on", "What there is"])
    shown = table(f"Can this month be relied on? {month_name(page.month)}", rests)
    if not page.status.findings:
        return (*findings(*told), *shown)
    listed = words.listed(page.status.findings, SAYS, TO_DO, page.unit_title)
    return (*findings(*told), *shown, *table(words.summary(page.status.findings), listed))
