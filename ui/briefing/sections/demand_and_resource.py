"""Demand and resource: the share of the force's demand beside its shares of people and of money."""

from dataclasses import replace

from charts.dumbbell import Dumbbell
from exports.document import Block
from ui.briefing.seen import Seen, chart, findings, paragraphs, table
from ui.case.sent_beside import incidents_of, spending_of
from ui.case.shares import shares_of
from ui.findings.demand import charts, how_far_apart, sent_beside, tables, words
from ui.findings.demand.model import Shares
from ui.parts.wording import month_name


def blocks(seen: Seen) -> tuple[Block, ...]:
    """The answer and the shares; in a full pack each with its parts, over time, and by kind of crime."""
    shares = shares_of(seen.page)
    needed = words.still_needed(shares)
    head = (
        *findings(
            words.headline(shares), words.beside(shares), words.at_most(shares), words.not_counted(shares)
        ),
        *paragraphs(f"Not sent yet: {' '.join(needed)}" if needed else ""),
        *chart(
            _together(how_far_apart.dumbbell(shares)) if seen.is_brief else how_far_apart.dumbbell(shares)
        ),
    )
    if seen.is_brief:
        return head
    month = month_name(shares.month)
    return (
        *head,
        *paragraphs(words.people_basis(shares)),
        *table(
            f"Each share with its parts, units together, {month}",
            tables.together_table(shares),
            1,
            tables.together_left_out(shares),
        ),
        *table(
            f"Each share with its parts, unit by unit, {month}",
            tables.units_table(shares),
            1,
            tables.left_out(shares.each),
        ),
        *_spent(seen, shares),
        *paragraphs(words.rule_changed(shares)),
        *chart(charts.over_time(shares)),
        *chart(charts.deployable_over_time(shares)),
        *_indexed(shares),
        *_kinds(shares),
        *_incidents(seen, shares),
        *paragraphs(words.REFERENCE),
    )


def _together(model: Dumbbell | None) -> Dumbbell | None:
    """The units together alone: a brief has no room for each of them."""
    if model is None:
        return None
    first = model.rows[0]
    return replace(model, title=f"{first.name}: shares of demand, people and money", rows=(first,))


def _indexed(shares: Shares) -> tuple[Block, ...]:
    start = charts.default_baseline(shares)
    return () if start is None else chart(charts.indexed(shares, start), 0)


def _spent(seen: Seen, shares: Shares) -> tuple[Block, ...]:
    rows = spending_of(seen.page, shares.month)
    if not rows:
        return ()
    title = f"Budgets and spending, financial year of {month_name(shares.month)}"
    return (*paragraphs(sent_beside.NO_BUDGETS), *table(title, sent_beside.spending_table(rows)))


def _incidents(seen: Seen, shares: Shares) -> tuple[Block, ...]:
    rows = incidents_of(seen.page, shares.demand_month)
    if not rows:
        return ()
    title = f"Incidents recorded, {month_name(shares.demand_month)}"
    return (*paragraphs(sent_beside.NO_CRIMES), *table(title, sent_beside.incidents_table(rows)))


def _kinds(shares: Shares) -> tuple[Block, ...]:
    if not shares.kinds:
        return ()
    title = f"Share of all recorded crime by kind of work, {month_name(shares.demand_month)}"
    by_kind = f"Demand of each kind beside people and money of its units, {month_name(shares.month)}"
    return (
        *table(title, tables.kinds_table(shares.kinds)),
        *(
            (
                *paragraphs(words.BY_UNIT),
                *table(by_kind, tables.by_kind_table(shares), 1, tables.left_out(shares.by_kind)),
            )
            if shares.by_kind
            else ()
        ),
    )
