"""The staffing gap: posts, people and who can be used; then how many people the work needs, and how sure."""

from dataclasses import replace

import pandas as pd

from analysis.gap import GapResult
from exports.document import Block, Chart, LiveSheet
from exports.live_gap import live_gap
from ui.briefing.seen import Seen, as_frame, chart, findings, paragraphs, table
from ui.case import people_needed
from ui.case.need import Need, need_of
from ui.findings.need import charts, tables
from ui.findings.need import people_needed as words
from ui.findings.need.fte_range import said_of
from ui.findings.need.left_out import in_it_said, left_out_said, without_said
from ui.parts import states
from ui.parts.wording import month_name, number
from ui.workforce import staffing


def blocks(seen: Seen) -> tuple[Block, ...]:
    """Posts and people, then the need. A brief has one chart: the need beside both, where it is known."""
    first, then = posts(seen), need(seen)
    if seen.is_brief and any(isinstance(block, Chart) for block in then):
        first = tuple(block for block in first if not isinstance(block, Chart))
    return (*first, *then)


def posts(seen: Seen) -> tuple[Block, ...]:
    """From funded posts to people who can be used, beside the rest of the force, by unit."""
    page = seen.page
    if page.status.of("establishment") is None:
        return paragraphs("No Establishment return for this month: nothing can be said of funded posts.")
    model = staffing.bridge_of(page, seen.unit)
    under = staffing.explained(page, seen.unit, model) if model else []
    head = (*findings(staffing.headline(page)), *chart(model))
    if seen.is_brief:
        return head
    columns, rows = staffing.posts_table(page)
    caption = f"Posts and people by unit, {month_name(page.month)}"
    rest = chart(staffing.rest_chart(page))
    return (*head, *paragraphs(*under), *rest, *table(caption, as_frame(columns, rows)))


def need(seen: Seen) -> tuple[Block, ...]:
    """How many people the work needs with its range, or what is needed first to say so."""
    page = seen.page
    if page.status.of("caseload") is None or page.status.of("establishment") is None:
        return paragraphs("How many people the work needs takes a Caseload and an Establishment return.")
    found = need_of(page, seen.unit)
    if found.result is None or found.result.required is None:
        return (
            *findings(words.headline(found.result), *found.hours_each),
            *paragraphs(f"It needs: {' '.join(found.needed)}" if found.needed else "", people_needed.HOW),
        )
    return _answer(seen, found)


def _answer(seen: Seen, found: Need) -> tuple[Block, ...]:
    page, result = seen.page, found.result
    assert result is not None
    where = people_needed.where(page, seen.unit)
    said = (words.beside_people, words.beside_posts, words.chances, words.hangs_on)
    drawn = charts.range_chart(result, where, page.month)
    head = (
        *paragraphs(_whose(seen, found)),
        *findings(words.headline(result), *(each(result) for each in said)),
        *chart(drawn, drawn.decimals if drawn else 0),
        *paragraphs(
            f"{people_needed.HELD} {states.hidden_words()}" if found.held else "",
            without_said(found.without, page.month),
            left_out_said(found.left_out),
        ),
    )
    if seen.is_brief:
        return head
    work = f"New work, {where}, 12 months to {month_name(page.month)}"
    return (
        *head,
        *chart(charts.waterfall(found.staff, result, where)),
        *table(f"The gaps, {where}, {month_name(page.month)}", tables.gaps_table(result)),
        *paragraphs(words.middle_case(result)),
        *chart(charts.tornado(result, where), 0),
        *paragraphs(tables.sets_sentence(found.sets)),
        *table(f"The need under each weight set, {where}", tables.sets_table(found.sets, found.held)),
        *table(work, tables.work_table(result.inputs.work)),
        *table("Every assumption", _assumptions(result)),
        *paragraphs(people_needed.METHOD.format(draws=number(result.inputs.draws))),
    )


def _whose(seen: Seen, found: Need) -> str:
    """Of which units the need is, where the posts and people before it are of more."""
    units = [seen.page.unit_title(code) for code in found.units]
    in_view = len(found.units) + len(found.left_out)
    return "" if seen.unit else in_it_said(units, in_view, found.approved.roles)


def _assumptions(result: GapResult) -> pd.DataFrame:
    return tables.assumptions_table((*result.inputs.assumptions, tables.rho_assumed(result)))


def assumed(seen: Seen) -> tuple[pd.DataFrame, ...]:
    """Every assumption of the need, where there is one."""
    found = _result(seen)
    return (_assumptions(found),) if found and found.required else ()


def _result(seen: Seen) -> GapResult | None:
    """The need, or None where the sheets or the hours for it have not come."""
    page = seen.page
    if page.status.of("caseload") is None or page.status.of("establishment") is None:
        return None
    return need_of(page, seen.unit).result


def live(seen: Seen) -> tuple[LiveSheet, ...]:
    """The middle case as a sheet that recomputes, where there is a need."""
    found = _result(seen)
    if found is None:
        return ()
    need = said_of(found.required, found.required).between if found.required else ""
    sheet = live_gap(found, people_needed.where(seen.page, seen.unit), need)
    if sheet is None:
        return ()
    # Said where the sheet's own need stands, and that is another number than the middle of the range.
    return (
        replace(sheet, notes=(*sheet.notes[:-1], *filter(None, [words.middle_case(found)]), sheet.notes[-1])),
    )
