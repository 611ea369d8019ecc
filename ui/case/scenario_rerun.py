"""A saved scenario beside the figures of now: what has changed since, and the same scenario on them."""

from dataclasses import replace

import streamlit as st

import access
from analysis.scenario import faults
from store.scenarios import Saved
from ui.case import scenario_saved, scenario_start
from ui.case.scenario_result import worked_out
from ui.findings.scenario import added_posts
from ui.findings.scenario import kept as words
from ui.findings.scenario.numbers import titles
from ui.findings.scenario.starts import Start
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.plain_table import plain_table
from ui.parts.said import say_small

INSTEAD = "Type what is needed above, with its source, and save that under a name of its own."


def newer(page: Page, saved: Saved) -> None:
    """Where it would start from other figures now: said, and the button that reruns it on the newest."""
    told = outdated(page, saved)
    if not told:
        return
    states.note(f"{told} Rerun it? Both are kept.")
    if not access.may_save_scenario(page.reader):
        return
    now = _newest(page)
    if st.button(f"Rerun with {now.month:%B %Y} figures", key=f"scenario_rerun_{saved.id}"):
        _rerun(now, saved)


def moved(page: Page, saved: Saved) -> None:
    """Of a rerun: which of the numbers that it starts from are others than in the one that it reran."""
    before = scenario_saved.standing(page).get(str(saved.draft.rerun_of))
    if before is None or scenario_saved.is_hidden(page, before):
        return
    found = words.moved(words.read(before)[0], words.read(saved)[0])
    if found.empty:
        say_small(f"It starts from the same numbers as scenario {before.id}.")
        return
    plain_table(found, f"What it starts from, scenario {before.id} then and this one now", cards=True)


def outdated(page: Page, saved: Saved) -> str:
    """What has come or changed since it was built, in words; nothing where it would start from the same.

    Judged by the newest month there is, whichever is chosen, and by the figures of its own month as they
    stand now: a correction is newer data too.
    """
    if not _in_view(page, saved):
        return words.older(saved, _newest(page).month, ())
    then = replace(page, month=saved.draft.month_end)
    now = _starts(then, saved)
    return words.older(saved, _newest(page).month, words.changed(saved, now))


def _starts(page: Page, saved: Saved) -> dict[str, Start]:
    """What it would start from on this page, with the cost of the role of the posts that it adds."""
    found = scenario_start.started(page, scenario_saved.unit_of(saved), scenario_saved.family_of(saved))
    held = words.read(saved)[0].by_id.get(added_posts.ADDED)
    return {**found, **added_posts.again(held, scenario_start.costs(page))}


def _newest(page: Page) -> Page:
    """The page on the newest month with a return."""
    months = page.world.months_of(page.force or "")
    return replace(page, month=months[-1]) if months else page


def _in_view(page: Page, saved: Saved) -> bool:
    """Whether the units chosen are those that it was built on; one unit needs to be among them."""
    units, mine = saved.draft.units, {code for _, code in page.scope}
    if len(units) == 1:
        return units[0] in mine
    return mine == set(units or (u.code for u in page.world.units_of(page.force or "")))


def _rerun(page: Page, saved: Saved) -> None:
    if not _in_view(page, saved):
        states.note("Choose the same units under Units first.", lead="It was built on other units.")
        return
    unit = scenario_saved.unit_of(saved)
    inputs, gone = words.rerun(saved, _starts(page, saved))
    if gone:
        states.note(
            f"{page.month:%B %Y} gives no figure for {titles(gone)}. {INSTEAD}", lead="It cannot be rerun."
        )
        return
    if wrong := faults(inputs):
        told = " ".join(text for _, text in wrong)
        states.note(f"With the figures of {page.month:%B %Y}: {told} {INSTEAD}", lead="It cannot be rerun.")
        return
    found = worked_out(inputs, saved.draft.seed)
    made = scenario_saved.draft(page, saved.draft.name, unit, scenario_saved.family_of(saved), inputs, found)
    scenario_saved.keep(replace(made, rerun_of=saved.id), page.reader.name)
