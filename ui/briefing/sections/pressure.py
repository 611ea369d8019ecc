"""Pressure: who carries how much, what comes in and goes out, demand or capacity, and what waits."""

from contracts.words import OVERDUE_MEANS, WORK_FAMILIES
from exports.document import Block
from ui.briefing.seen import Seen, as_frame, chart, findings, paragraphs, table
from ui.findings import in_hand, workload
from ui.findings.months_over import NONE_SET
from ui.findings.series import main_family, things
from ui.findings.split import DECIMALS
from ui.parts.wording import month_name
from ui.pressure import pressure, pressure_flow, pressure_hours, pressure_split, pressure_unit


def blocks(seen: Seen) -> tuple[Block, ...]:
    """What comes in and what is carried, then what waits."""
    return (*coming(seen), *waiting(seen))


def families(seen: Seen) -> list[str]:
    """The families of work of the units, the largest first; a brief tells of that one alone."""
    page = seen.page
    frame = page.metric("pressure/open", by=pressure.BY_UNIT, only=page.month)
    largest = main_family(frame, page.month)
    held = set(frame.get("work_family", []))
    rest = [name for name in WORK_FAMILIES if name in held and name != largest]
    return [largest, *([] if seen.is_brief else rest)] if largest else []


def _unit(seen: Seen, family: str) -> str | None:
    """The unit that causes and months are of: the one chosen, or the only one with the work."""
    have = pressure_unit.with_the_work(seen.page, family)
    return seen.unit or (have[0] if len(have) == 1 else None)


def coming(seen: Seen) -> tuple[Block, ...]:
    """Work for each who carries it, its flows, and whether it is demand or capacity, by family."""
    found = families(seen)
    if not found:
        return paragraphs("No Caseload return for this month: nothing can be said of open work.")
    each = _in_brief if seen.is_brief else _in_full
    return tuple(block for family in found for block in each(seen, family))


def _said(seen: Seen, family: str) -> list[str]:
    page = seen.page
    causes = [
        pressure_split.sentence(page, family, _unit(seen, family), since)
        for since in pressure_split.comparisons(page).values()
    ]
    over = pressure_flow.over_line(page, family)
    return [pressure.headline(page, family), *causes, over[0] if over else ""]


def _in_brief(seen: Seen, family: str) -> tuple[Block, ...]:
    said = _said(seen, family)
    return (*findings(*said), *chart(pressure.by_unit(seen.page, family)))


def _in_full(seen: Seen, family: str) -> tuple[Block, ...]:
    page = seen.page
    over = pressure_flow.over_line(page, family)
    lines = table(over[1], over[2], 1, *pressure_flow.line_sources(page, family)) if over else ()
    flows = pressure_flow.judged(page, family, _unit(seen, family))
    return (
        *findings(*_said(seen, family)),
        *chart(pressure.by_unit(page, family)),
        *(lines or paragraphs(f"{things(family).capitalize()}: no line is set. {NONE_SET}")),
        *_causes(seen, family),
        *(b for each in flows for b in chart(pressure_flow.flow_chart(page, each, _unit(seen, family)), 0)),
        *_hours(seen, family),
    )


def _causes(seen: Seen, family: str) -> tuple[Block, ...]:
    since = next(iter(pressure_split.comparisons(seen.page).values()), None)
    if since is None:
        return ()
    caption, frame = pressure_split.parts_table(seen.page, family, since)
    model = pressure_split.parts_chart(seen.page, family, _unit(seen, family), since)
    return (*chart(model, DECIMALS), *table(caption, frame, DECIMALS))


def _hours(seen: Seen, family: str) -> tuple[Block, ...]:
    """Work for each hour there is to do it in, where the force has approved hours for a case."""
    found = pressure_hours.gathered(seen.page, family, _unit(seen, family))
    if not any(each.is_known for each in found.by_unit.values()):
        return ()
    model = workload.by_unit(found.by_unit, seen.page.month, family, found.also_in_any)
    return chart(model, workload.DECIMALS)


def waiting(seen: Seen) -> tuple[Block, ...]:
    """What waits and for what, how old it is, and how fast it is worked off, by family."""
    if seen.is_brief:
        return ()
    return tuple(block for family in families(seen) for block in _waits(seen, family))


def _waits(seen: Seen, family: str) -> tuple[Block, ...]:
    page = seen.page
    left, columns, rows = pressure.waiting(page, family)
    caption = f"What waits, {things(family)}, {month_name(page.month)}"
    due = f"Overdue here means: {OVERDUE_MEANS[family]}." if family in OVERDUE_MEANS else ""
    units, whole = pressure_flow.paces(page, family)
    pace = in_hand.table([*units, *([whole] if whole else [])])
    short = in_hand.too_short(units)
    hand = f"Work in hand, {things(family)}, 12 months to {month_name(page.month)}"
    return (
        *paragraphs(left),
        *table(caption, as_frame(columns, rows), 1, due),
        *chart(pressure.age_chart(page, family), 0),
        *(paragraphs(short) if short else table(hand, pace)),
    )
