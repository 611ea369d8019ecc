"""The workbook that the page hands over recomputes: the gap, and each scenario that was saved."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis.gap import Staff, gap_of
from exports.formats import FORMATS
from store import document_files, documents, open_store
from tests.analysis.gap.drawn import inputs
from tests.pages.test_people_needed import _typed
from tests.pages.test_scenarios import saved
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing import making
from ui.briefing.sections import staffing_gap
from ui.briefing.seen import Seen
from ui.case import need
from ui.figures import status
from ui.findings.need import people_needed as words

DASHBOARD = Path(__file__).parents[3] / "dashboard.py"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The workbook of a brief on the gap and a saved scenario, made by pressing the page's button."""
    with pytest.MonkeyPatch.context() as patch:
        store = publish(tmp_path_factory.mktemp("live") / "store", Made(months=13))
        _typed(store / "published" / "made.duckdb")
        patch.setenv("PPU_STORE", str(store))
        patch.setattr(status, "today", lambda: date(2026, 10, 20))
        patch.setattr(need, "DRAWS", 400)
        # The other formats have tests of their own.
        patch.setattr("ui.briefing.production.FORMATS", {"xlsx": FORMATS["xlsx"]})
        patch.setattr("ui.briefing.production.IN_COPY", ())
        st.cache_data.clear()
        st.cache_resource.clear()
        saved(store, units=())
        return openpyxl.load_workbook(io.BytesIO(_made_on_the_page()))


def _made_on_the_page() -> bytes:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=90).run()
    app = app.switch_page("pages/case/briefing.py").run()
    app.multiselect[0].set_value(["staffing_gap", "scenarios"])
    app.text_input(key="briefing_by").set_value("A Maker")
    app.button(key="briefing_go").click().run()
    if making.RUNNING in app.session_state:
        app.session_state[making.RUNNING].wait(120)
    [one] = documents.every(open_store(None), FORCE)
    file = next(each for each in one.files if each.name.endswith(".xlsx"))
    return document_files.content(open_store(None), file)


def formulas(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_it_has_the_gap_and_the_saved_scenario_as_formulas_and_no_formula_elsewhere(book):
    live = {sheet.title for sheet in book if formulas(sheet)}
    assert live == {"Gap", "Scenario 1"}
    assert any("/" in each for each in formulas(book["Gap"]))
    assert len(formulas(book["Scenario 1"])) > 12


@pytest.mark.parametrize("share", [0.07, 0.09, 1.0])
def test_the_sheet_says_the_range_of_the_need_as_the_page_does(monkeypatch, share):
    """A need under 10 FTE is said in halves: never another number on the sheet than on the page."""
    given = inputs(draws=400)
    less = tuple(replace(each, monthly=each.monthly * share) for each in given.work)
    result = gap_of(replace(given, work=less, staff=Staff(500.0, 1.0, 1.0)))
    monkeypatch.setattr(staffing_gap, "_result", lambda seen: result)
    monkeypatch.setattr(staffing_gap.people_needed, "where", lambda page, unit: "all units")
    [sheet] = staffing_gap.live(Seen(None, None))
    said = words.headline(result).removeprefix("The work needs ").partition(",")[0]
    assert said.startswith("between ") and f"The need is {said} in 80 of 100" in sheet.notes[-1]
    assert words.middle_case(result) in " ".join(sheet.notes)
