"""The scenarios page: inputs on the left, what they come to on the right, saved ones below."""

from datetime import date
from typing import Any

import streamlit as st

from analysis.scenario import Inputs, Scenario
from store.scenarios import Saved
from ui.case import scenario_rerun, scenario_saved, scenario_settings, scenario_start
from ui.case.scenario_form import Faults, form, open_at
from ui.case.scenario_result import answers, pictures, tables, worked_out
from ui.findings.scenario import kept as words
from ui.findings.scenario import outcome
from ui.page.header import header
from ui.page.open_page import Page
from ui.page.pick_unit import pick_unit
from ui.parts import states
from ui.parts.error_summary import error_summary
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.pressure import pressure

QUESTION = "What would it take, what does it cost, and how sure are we?"
BASIS = "people in FTE, work in cases and hours, money in pounds"
HOW = (
    "Numbers from published figures are filled in with their month; the rest is asked, because no return "
    "gives it. A part whose numbers are not all given is left out and says what it needs."
)
EMPTY = (
    "Fill in what is known and press “Work it out”. The months to come are then drawn with the changes and "
    "doing nothing, each as a fan of 20,000 runs."
)
BEFORE = "This is scenario {} as it was saved, before your change."


def show(page: Page) -> None:
    """The whole page, once there is a month."""
    family = pressure.family(page)
    unit = pick_unit(page)
    saved = scenario_saved.standing(page)
    chosen = scenario_saved.choose(page, saved)
    head: Any = st.container()
    if chosen is not None:
        unit, family = scenario_saved.unit_of(chosen), scenario_saved.family_of(chosen)
    if chosen is not None and scenario_saved.is_hidden(page, chosen):
        header(page, f"Scenario {chosen.id} is not shown", BASIS)
        states.note(scenario_saved.HIDDEN)
    else:
        _both(page, head, unit, family, chosen)
    scenario_saved.listed(page, saved)
    scenario_saved.compare(page, saved)


def _both(page: Page, head: Any, unit: str | None, family: str, chosen: Saved | None) -> None:
    left, right = st.columns([2, 3], gap="large")
    key = _key(page, unit, family, chosen)
    with left:
        _asked(page, key, unit, family, chosen)
    typed: Inputs | None = st.session_state.get(f"{key}_inputs")
    month = chosen.draft.month_end if chosen else page.month
    with right:
        section("What comes out")
        if typed is not None:
            found = worked_out(typed)
            _head(page, head, typed, found, month)
            scenario_saved.save_form(page, unit, family, typed, found, chosen)
            pictures(page, typed, found, month)
        elif chosen is not None:
            typed, found = words.read(chosen)
            say_small(words.built_on(chosen, scenario_start.units_said(page, chosen.draft.units)))
            if st.session_state.get(f"{key}_wrong_said"):
                states.note("What you changed is not worked out yet.", lead=BEFORE.format(chosen.id))
            scenario_rerun.newer(page, chosen)
            scenario_rerun.moved(page, chosen)
            _head(page, head, typed, found, month)
            pictures(page, typed, found, month)
        else:
            _nothing_yet(page, head)
            return
    tables(page, typed, found, month)


def _key(page: Page, unit: str | None, family: str, chosen: Saved | None) -> str:
    """What the form is of: other figures or another saved scenario begin another form."""
    return f"sc_{chosen.id if chosen else 'new'}_{unit or page.group}_{family}_{page.month}_{page.world.file}"


def _asked(page: Page, key: str, unit: str | None, family: str, chosen: Saved | None) -> None:
    """The form; what is wrong with it stands over it, and what was worked out before then goes."""
    section("What goes in", HOW)
    if whose := scenario_start.whose(page, unit, family):
        say_small(whose)
    summary = st.container()
    starts = scenario_start.started(page, unit, family)
    begun = words.read(chosen)[0] if chosen else None
    if any(start.is_hidden for start in starts.values()):
        states.note("Some published figures are of small groups and start empty.", lead="Not shown to you.")
    sent = form(page, key, starts, begun, scenario_settings.line_of(page, unit, family))
    if sent is None:
        if before := st.session_state.get(f"{key}_wrong_said"):
            with summary:
                _wrong(key, before)
        return
    inputs, wrong = sent
    if wrong:
        st.session_state.pop(f"{key}_inputs", None)
        with summary:
            _wrong(key, wrong)
        return
    st.session_state[f"{key}_inputs"] = inputs
    for name in ("wrong_said", "open"):
        st.session_state.pop(f"{key}_{name}", None)


def _wrong(key: str, wrong: Faults) -> None:
    """All that has to be put right; choosing a line opens its part of the form."""
    st.session_state[f"{key}_wrong_said"] = wrong
    if chosen := error_summary(wrong, f"{key}_wrong"):
        open_at(key, chosen)
        st.rerun()


def _nothing_yet(page: Page, head: Any) -> None:
    with head:
        header(page, QUESTION, BASIS)
    say(EMPTY)


def _head(page: Page, head: Any, inputs: Inputs, found: Scenario, month: date) -> None:
    with head:
        header(page, outcome.headline(inputs, found, month), BASIS)
    answers(inputs, found)
