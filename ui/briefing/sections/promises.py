"""Promises kept: posts that stand on a decision or on money that ends, beside the people who are in them."""

from exports.document import Block
from ui.briefing.seen import Seen, chart, findings, paragraphs, table
from ui.case.promised import not_sent, promised_of
from ui.findings.demand import promised
from ui.parts.wording import month_name


def blocks(seen: Seen) -> tuple[Block, ...]:
    """What was promised and delivered, and when its money ends; post by post in a full pack."""
    page = seen.page
    if page.month is None or page.status.of("establishment") is None:
        return paragraphs(not_sent(page))
    rows = promised_of(page)
    ends = (promised.ended_said(rows, page.month), promised.ending_said(rows, page.month)) if rows else ()
    head = (*findings(*promised.said(rows), *ends), *paragraphs(not_sent(page)))
    if seen.is_brief or not rows:
        return head
    caption = f"Posts promised and posts delivered, {month_name(page.month)}"
    return (
        *head,
        *table(caption, promised.table(rows)),
        *chart(promised.ending_chart(rows, page.month)),
    )
