"""Promises kept: posts that stand on a decision or on money that ends, beside the people who are in them."""

from exports.document import Block
from ui.briefing.seen import Seen, chart, findings, paragraphs, table
from ui.case.promised import not_sent, promised_of
from ui.findings.demand import money_ends, promised
from ui.findings.demand.columns_shown import hidden_said
from ui.parts.wording import month_name


def blocks(seen: Seen) -> tuple[Block, ...]:
    """What was promised and delivered, and when its money ends; post by post in a full pack."""
    page = seen.page
    if page.month is None or page.status.of("establishment") is None:
        return paragraphs(not_sent(page))
    rows = promised_of(page)
    ends = (money_ends.ended_said(rows, page.month), money_ends.ending_said(rows, page.month)) if rows else ()
    head = (*findings(*promised.said(rows), *ends), *paragraphs(not_sent(page)))
    if seen.is_brief or not rows:
        return head
    month, kept, money = month_name(page.month), promised.table(rows), money_ends.ends_table(rows)
    return (
        *head,
        *(
            table(f"Posts promised and posts delivered, {month}", kept, 1, hidden_said(kept))
            if len(kept)
            else ()
        ),
        *chart(money_ends.ending_chart(rows, page.month)),
        *(table(f"Posts whose money ends, {month}", money, 1, hidden_said(money)) if len(money) else ()),
    )
