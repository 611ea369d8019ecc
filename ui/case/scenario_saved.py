"""Saved scenarios on the page: choosing one, saving, rerunning on newer figures, withdrawing, comparing."""

from dataclasses import replace

import streamlit as st

import access
from analysis.scenario import Inputs, Scenario
from analysis.scenario.plain import of_inputs, of_scenario
from store import scenarios
from store.scenarios import Draft, Saved
from store.written import LONGEST_NAME, LONGEST_TEXT, NotWritten
from ui.case import scenario_start
from ui.figures import session
from ui.findings.scenario import kept as words
from ui.findings.scenario import numbers
from ui.one_unit.written_down import answer, done, name_of, refused, stood
from ui.page import filters
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads, page_notes
from ui.parts.plain_table import plain_table
from ui.parts.section import section

NEW = "new"
MOST = 3
HIDDEN = (
    "It starts from figures of small groups, which are not shown to you; so neither are its numbers. Ask "
    "somebody inside the force."
)


def standing(page: Page) -> dict[str, Saved]:
    """The saved scenarios of units that the reader may see, by number in words, the newest first."""
    allowed = {unit for force, unit in access.scope(page.reader, page.settings) if force == page.force}
    whole = {unit.code for unit in page.world.units_of(page.force or "")}
    found = scenarios.standing(session.the_store(), page.force or "")
    return {str(each.id): each for each in found if words.in_reach(each, allowed, whole)}


def choose(page: Page, saved: dict[str, Saved]) -> Saved | None:
    """The saved scenario of the address, or None for a new one."""
    picked = filters.choose(
        "Scenario",
        [NEW, *saved],
        "scenario",
        width=340,
        title=lambda code: "A new one" if code == NEW else _title(page, saved[code]),
    )
    if asked := filters.unknown("scenario"):
        states.note("A new one is shown instead.", lead=f"No scenario that you may see has number {asked}.")
    return saved.get(picked)


def _title(page: Page, saved: Saved) -> str:
    return words.title(saved, scenario_start.units_said(page, saved.draft.units))


def is_hidden(page: Page, saved: Saved) -> bool:
    """Whether a reader outside the force would learn a figure that is hidden from them.

    Judged by what the figures of its own units show this reader now: one that cannot be shown hides the
    scenario. Who came to one unit is counted by the month, which no reader outside is shown; of several units
    it is a figure over twelve months.
    """
    if page.reader.internal:
        return False
    units = saved.draft.units or tuple(u.code for u in page.world.units_of(page.force or ""))
    scope = frozenset((page.force or "", unit) for unit in units)
    then = replace(page, month=saved.draft.month_end, scope=scope)
    starts = scenario_start.started(then, unit_of(saved), family_of(saved))
    return any(starts[name].answer is None for name in words.rests_on_published(saved.draft.inputs))


def unit_of(saved: Saved) -> str | None:
    """The one unit that it was built on; None for several or all."""
    return saved.draft.units[0] if len(saved.draft.units) == 1 else None


def family_of(saved: Saved) -> str:
    """The family of work that it was built on."""
    return str(saved.draft.inputs["family"])


def draft(page: Page, name: str, unit: str | None, family: str, inputs: Inputs, found: Scenario) -> Draft:
    """What is saved of a scenario that was just worked out."""
    whole = {each.code for each in page.world.units_of(page.force or "")}
    mine = {code for _, code in page.scope}
    units = (unit,) if unit else () if mine == whole else tuple(sorted(mine))
    now = session.publication()
    return Draft(
        name, page.force or "", units, page.month, now.id if now else 0, str(page.world.file),
        {**of_inputs(inputs), "family": family}, found.seed, of_scenario(found),
        filled=words.filled(of_inputs(inputs)),
    )  # fmt: skip


def save_form(
    page: Page, unit: str | None, family: str, inputs: Inputs, found: Scenario, begun: Saved | None
) -> None:
    """Save what was worked out, under a name; begun from a saved one, it is built on the same figures."""
    if not access.may_save_scenario(page.reader):
        return
    turn = st.session_state.get("scenarios_turn", 0)
    with st.expander("Save this scenario"), st.form(f"scenario_save_{turn}", border=False):
        name = st.text_input(
            "Name of the scenario", key=f"scenario_name_{turn}", max_chars=LONGEST_TEXT,
            help="What would change, in a few words that name no people and no cases",
        )  # fmt: skip
        by = name_of(page, f"scenario_by_{turn}", LONGEST_NAME)
        if not st.form_submit_button("Save the scenario", key=f"scenario_save_go_{turn}"):
            return
        made = draft(page, name, unit, family, inputs, found)
        if begun is not None:
            same, plain = begun.draft, {**of_inputs(inputs), "family": family_of(begun)}
            made = replace(
                made, units=same.units, month_end=same.month_end, publication_id=same.publication_id,
                publication_file=same.publication_file, inputs=plain,
            )  # fmt: skip
        keep(made, by)


def keep(made: Draft, by: str) -> None:
    """Save a draft, and show the page anew on it; or say why it was not saved."""
    try:
        number = scenarios.save(session.the_store(), made, by=by)
    except NotWritten as reason:
        refused("The scenario was not saved.", reason)
        return
    st.query_params["scenario"] = str(number)
    done("scenarios", f"Saved as scenario {number}. The address of this page leads to it.")


def listed(page: Page, saved: dict[str, Saved]) -> None:
    """Every saved scenario, with who and when; whoever may save may withdraw."""
    section("Saved scenarios", "None is ever changed: a rerun stands beside the one it reran.")
    answer("scenarios")
    if not saved:
        st.write("None yet.")
        return
    may = access.may_save_scenario(page.reader)
    for each in saved.values():
        told = f"{each.draft.name}: {words.built_on(each, scenario_start.units_said(page, each.draft.units))}"
        if stood(
            told, each.by, each.at, f"Withdraw scenario {each.id}" if may else "", f"scenario_gone_{each.id}"
        ):
            _withdraw(page, each)


def _withdraw(page: Page, saved: Saved) -> None:
    try:
        scenarios.withdraw(session.the_store(), saved.id, by=page.reader.name)
    except NotWritten as reason:
        refused("Nothing was withdrawn.", reason)
        return
    st.query_params.pop("scenario", None)
    done("scenarios", f"Scenario {saved.id} is off the list. That it was made, and who withdrew it, is kept.")


def compare(page: Page, saved: dict[str, Saved]) -> None:
    """Up to three saved scenarios beside each other and beside doing nothing; chosen in the address."""
    open_to = {code: each for code, each in saved.items() if not is_hidden(page, each)}
    if not open_to:
        return
    section("Compare", "Up to three saved scenarios, and doing nothing beside them.")
    said = [code for code in st.query_params.get("compare", "").split(",") if code in open_to][:MOST]
    picked = st.multiselect(
        "Scenarios to compare", list(open_to), said, max_selections=MOST, key="scenario_compare",
        format_func=lambda code: _title(page, open_to[code]),
    )  # fmt: skip
    _to_address(picked)
    chosen = [open_to[code] for code in picked]
    if not chosen:
        return
    if text := words.differ(chosen):
        states.note(text)
    frame = words.side_by_side(chosen, lambda codes: scenario_start.units_said(page, codes))
    plain_table(frame, "Scenarios side by side, middle and eight runs in ten", cards=True)
    downloads(frame, "Scenarios side by side", "scenario_compared", page_notes(page))
    _rest_on(page, chosen)


def _rest_on(page: Page, chosen: list[Saved]) -> None:
    """Every number that the scenarios compared rest on, folded, scenario by scenario."""
    with st.expander("What they rest on: each number with its range, source, who gave it and when"):
        for each in chosen:
            table, caption = numbers.table(words.read(each)[0]), f"Assumptions of scenario {each.id}"
            plain_table(table, caption, cards=True)
            downloads(table, caption, f"scenario_assumptions_{each.id}", page_notes(page))


def _to_address(picked: list[str]) -> None:
    if picked:
        st.query_params["compare"] = ",".join(picked)
    else:
        st.query_params.pop("compare", None)
