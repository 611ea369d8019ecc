"""The parts of the page on how many people the work needs."""

import pandas as pd

from analysis.gap import GapResult
from ui.case.need import Need, need_of
from ui.findings.need import charts, still_needed, tables
from ui.findings.need import people_needed as words
from ui.findings.need.left_out import left_out_said, without_said
from ui.findings.need.likelihood import SOURCE
from ui.findings.weightings import SOURCE as UNIT_COSTS
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.chart import show_chart
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import join, month_name, number, plural

HOW = (
    "Hours for a case, a working year and hours that go to no case are set by the force, each with a range, "
    "a source, who set it and when: docs/how-to/set-hours-for-a-case.md. Until then posts and people "
    "are shown."
)
HELD = "How many can be deployed is not shown here, so no gap is."
TWO_YEARS = 24
SENTENCES = ("gaps", "sets", "assumptions")  # tables of sentences: cards on a narrow screen
METHOD = (
    "A simulation of {draws} years: new cases vary from year to year and by chance, hours for a case and of "
    "a working year lie anywhere in their ranges, and numbers that come from one source err together."
)


def headline(page: Page, unit: str | None) -> str:
    """The answer in words."""
    return words.headline(need_of(page, unit).result)


def basis(page: Page, unit: str | None) -> str:
    """What the numbers of the page are in, and of whom."""
    return f"full-time equivalent (FTE), {where(page, unit)}"


def where(page: Page, unit: str | None) -> str:
    """Whose need it is."""
    if unit:
        return page.unit_title(unit)
    need = need_of(page, None)
    some = need.result is not None and need.left_out
    return f"{len(need.units)} of {len(page.units)} units in view" if some else "all units in view"


def answer(page: Page, need: Need, result: GapResult) -> None:
    """How many more, how likely, what it hangs on, and what is not in it."""
    said = (words.beside_people, words.beside_posts, words.chances, words.hangs_on)
    for text in (each(result) for each in said):
        if text:
            say(text)
    if need.held:
        states.note(HELD, lead=states.hidden_words())
    elif need.staff.deployable is None:
        states.note(
            "Send People, or Unavailable, for every unit.", lead="How many can be deployed is not known."
        )
    not_in_it(page, need)


def not_in_it(page: Page, need: Need) -> None:
    """Work without approved hours with its count, and units that are left out."""
    for text in (without_said(need.without, page.month), left_out_said(need.left_out)):
        if text:
            say_small(text)


def range_and_gaps(page: Page, unit: str | None, need: Need, result: GapResult) -> None:
    """The need beside posts and people, and the gaps between them."""
    drawn = charts.range_chart(result, where(page, unit), page.month)
    if drawn:
        show_chart(drawn, "need", notes=page_notes(page), decimals=drawn.decimals, level=2)
        say_small(METHOD.format(draws=number(result.inputs.draws)) + _whose(need))
    gaps(page, unit, need)
    _table(
        page, tables.gaps_table(result), f"The gaps, {where(page, unit)}, {month_name(page.month)}", "gaps"
    )
    if text := words.middle_case(result):
        say_small(text)


def _whose(need: Need) -> str:
    roles = need.approved.roles
    return f" Posts and people: {join(f'{role}s' for role in roles)}, who carry this work." if roles else ""


def gaps(page: Page, unit: str | None, need: Need) -> None:
    """From the people who can be used up to the need, as far as it is known."""
    drawn = charts.waterfall(need.staff, need.result, where(page, unit))
    if drawn:
        show_chart(drawn, "gaps_chart", notes=page_notes(page), level=2)


def tornado(page: Page, unit: str | None, result: GapResult) -> None:
    """Which number moves the answer."""
    drawn = charts.tornado(result, where(page, unit))
    if drawn:
        show_chart(drawn, "tornado", notes=page_notes(page), decimals=0, level=2)


def weight_sets(page: Page, unit: str | None, need: Need) -> None:
    """The same work under other hours for a case."""
    section(
        "Does it depend on the hours for a case?", "The same work and people, three ways to weigh a case."
    )
    if text := tables.sets_sentence(need.sets):
        say(text)
    _table(
        page,
        tables.sets_table(need.sets, need.held),
        f"The need under each weight set, {where(page, unit)}",
        "sets",
    )
    say_small(UNIT_COSTS)


def rests_on(page: Page, unit: str | None, need: Need, result: GapResult) -> None:
    """The work from the returns, every assumption, and what it takes to get the same figures again."""
    section("What does it rest on?", "Counts from the returns, and numbers that somebody has set.")
    month = month_name(page.month)
    brings = tables.hours_in_all(result.inputs.work)
    caption = f"New work, {where(page, unit)}, 12 months to {month}, and what it brings in a year: {brings}"
    _table(page, tables.work_table(result.inputs.work), caption, "work")
    say_small(
        "Next year's new work is taken to be like the last twelve months. Give or take: how far that has "
        f"been out in {plural(len(need.work.months), 'month')} of returns, or how uneven the months were, "
        f"whichever is more (one standard deviation).{_too_short(need)}"
    )
    rows = (*result.inputs.assumptions, tables.rho_assumed(result))
    _table(page, tables.assumptions_table(rows), "Every assumption", "assumptions")
    say_small(
        f"{number(result.inputs.draws)} draws, seed {result.inputs.seed}, inputs {result.input_hash[:12]}: "
        f"the same inputs give the same figures. {SOURCE}"
    )


def _too_short(need: Need) -> str:
    """Said where there is no year before the last to set it beside."""
    if len(need.work.months) >= TWO_YEARS:
        return ""
    return " With under two years of returns nothing shows how far years differ, so the range is too narrow."


def _table(page: Page, table: pd.DataFrame, caption: str, key: str) -> None:
    plain_table(table, caption, cards=key in SENTENCES)
    downloads(table, caption, f"need_{key}", page_notes(page))


def without_result(page: Page, unit: str | None, need: Need) -> None:
    """What is needed first, and what can be said already: posts, people, hours there are for a new case."""
    reason = still_needed.why_said(need.result.why_not) if need.result else ""
    states.note(reason or " ".join(need.needed), lead="It needs:" if need.needed else "")
    gaps(page, unit, need)
    for text in need.hours_each:
        say(text)
    if need.without:
        month = month_name(page.month)
        caption = f"New work without approved hours, {where(page, unit)}, up to 12 months to {month}"
        _table(page, tables.without_table(need.without), caption, "without")
    say_small(HOW)
