"""A saved scenario is shown to a policing body where all it starts from is; else it is said to be held."""

from dataclasses import replace
from datetime import date

import duckdb
import pytest
import streamlit as st

import access
from analysis.scenario import Inputs, simulate
from store import open_store, scenarios
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing.choices import Asked
from ui.briefing.compose import compose
from ui.case import scenario_saved, scenario_start
from ui.figures import status
from ui.findings.scenario.kept import rests_on_published
from ui.page import open_page

SEPTEMBER = date(2026, 9, 30)
WORK = "investigations"


@pytest.fixture
def page(tmp_path, monkeypatch):
    """The briefing's page of a store whose force has had people come to it, after `change` was made to it."""
    made = publish(tmp_path / "store", Made(months=13))
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(made))

    def gather(change="select 1"):
        with duckdb.connect(str(made / "published" / "made.duckdb")) as con:
            for name in ("joined", "left"):
                con.execute(
                    "insert into figure by name select ? as metric, "
                    'month_end, "force", unit, 6.0 as numerator, 30.0 as denominator from figure '
                    "where metric = 'attrition/headcount' and unit is not null and unit <> 'REST'",
                    [f"attrition/{name}_public_protection_12m"],
                )
            # Nobody moved between units: leavers of the unit and of public protection are the same people.
            con.execute("update figure set numerator = 6.0 where metric = 'attrition/left_unit_12m'")
            con.execute("delete from figure where metric = 'staffing/deployable_accredited_fte'")
            con.execute(change)
        st.cache_data.clear()
        st.cache_resource.clear()
        st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
        return open_page._gather("case/briefing", access.local_user())

    return gather


def saved(page):
    """A scenario of all units that starts from every figure that is published of them."""
    starts = scenario_start.started(page, None, WORK)
    inputs = Inputs(tuple(each.answer for each in starts.values() if each.answer), (), 12)
    draft = scenario_saved.draft(page, "As it is", None, WORK, inputs, simulate(inputs, 1, 100))
    assert {"in_post", "deployable", "starters", "leavers"} <= rests_on_published(draft.inputs)
    return scenarios.save(open_store(None), draft, by="A Maker")


def told(page):
    """The section of the document for the body, in words."""
    made = compose(page, Asked("body", "pack", None, True, ("scenarios",), made_by="A Maker"))
    assert made.document.head.mode == "publication"
    return str(made.document.sections[0].blocks)


def test_a_scenario_of_figures_that_the_body_may_see_is_shown_to_it(page):
    of = page()
    saved(of)
    text = told(of)
    assert "As it is: " in text and "Assumptions of scenario 1, As it is" in text
    assert "Not shown to readers outside" not in text


def test_a_scenario_that_starts_from_a_small_group_is_held_and_that_is_said(page):
    of = page(
        "update figure set numerator = 2.0, denominator = 2.0 where unit = 'EXP1' and metric = "
        "'attrition/left_public_protection_12m'"
    )
    saved(of)
    text = told(of)
    assert "Assumptions of scenario 1, As it is" not in text
    assert "(a group of under 5 people, or those who joined one unit): 1 saved scenario." in text


def test_a_document_says_which_figures_of_a_scenario_are_others_since(page):
    of = page()
    saved(of)
    assert "different now" not in told(of)
    published = scenario_start.started(of, None, WORK)
    was = replace(published["funded"].answer, value=1000.0, low=1000.0, high=1000.0)
    then = published | {"funded": replace(published["funded"], answer=was)}
    with pytest.MonkeyPatch.context() as only:
        only.setattr(scenario_start, "started", lambda *_: then)
        saved(of)
    assert "Built on September 2026 data of publication 1; different now: “Funded posts”." in told(of)
