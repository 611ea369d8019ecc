"""Attrition: who joins, who leaves, from what, and why."""

from exports.document import Block
from ui.briefing.seen import Seen, as_frame, chart, findings, paragraphs, table
from ui.findings import attrition as words
from ui.findings import leaving as rates
from ui.findings.unit_left import INSIDE_ONLY
from ui.parts.wording import month_name
from ui.workforce import attrition, joiners_leavers, leaving


def blocks(seen: Seen) -> tuple[Block, ...]:
    """The three rates, the flows; in a full pack the units, and why people left."""
    page = seen.page
    if page.status.of("people") is None:
        return paragraphs("No People return for this month: nothing can be said of who leaves.")
    found = [leaving.left(page, name, verb, seen.unit) for name, verb in words.RATES]
    known = any(each.known for each in found)
    drawn = chart(rates.rates(found)) if known else ()
    head = (*findings(attrition.headline(page)), *drawn)
    if seen.is_brief:
        return head
    flows = joiners_leavers.flow_models(page, seen.unit)
    none = () if flows else paragraphs(words.MONTHS_HIDDEN if not page.reader.internal else "")
    caption = f"Leaving by unit, 12 months to {month_name(page.month)}"
    columns, rows = attrition.rates_table(page)
    return (
        *head,
        *(none or (b for model in flows.values() for b in chart(model, 0))),
        *table(caption, as_frame(columns, rows)),
        *_why(seen),
    )


def _why(seen: Seen) -> tuple[Block, ...]:
    recorded, frame = attrition.why_left(seen.page, seen.unit)
    if not frame.empty and words.none_shown(frame):
        return paragraphs(recorded, f"Why people left is not shown. {INSIDE_ONLY}")
    title = f"Why people left their unit, 12 months to {month_name(seen.page.month)}"
    return (*paragraphs(recorded), *table(title, frame, 0))
