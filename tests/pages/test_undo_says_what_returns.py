"""Returns says which figures an undo brings back before it is answered; asking undoes nothing."""

from datetime import date
from html import unescape

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from settings import sample
from store import history
from store.own_settings import keep_for_samples
from store.place import open_store
from tests.etl.load.conftest import Loads
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD, text

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """The returns page of a store where one month of one unit was sent again."""
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    loads = Loads(keep_for_samples(open_store(tmp_path / "store")))
    assert loads.settings == sample()
    for open_cases in (80, 800):
        loads.load(caseload=[{"month_end": AUGUST, "unit": "DA1", "open": open_cases, "unallocated": 0}])
    st.cache_data.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    return at_page(app, "data/returns"), loads


def asked(app):
    app.button(key="undo").click().run()
    return unescape(text(app))


def test_the_question_shows_each_figure_as_it_is_and_as_it_would_be(opened):
    app, loads = opened
    said = asked(app)
    assert "Undo this load?" in said
    table = said.split("Figures that would return</caption>")[1].split("</table>")[0]
    assert "Open work, investigations" in table and "Domestic abuse investigation" in table
    assert ">800<" in table and ">80<" in table and "August 2026" in table
    assert {record.state for record in history.loads(loads.store)} == {"published"}


def test_a_load_undone_meanwhile_is_named_in_place_of_the_figures(opened):
    app, loads = opened
    newest = history.loads(loads.store)[0].load_id
    app.session_state["undo_asked"] = ("data/returns", (newest,), "August 2026")
    loads.undo(newest)
    app.run()
    assert f"Load {newest} was undone already, by me." in unescape(text(app))


def test_a_reader_of_one_unit_is_not_told_of_the_others(opened, monkeypatch):
    app, _ = opened
    scope = frozenset({("NORTHSHIRE", "CA1")})
    monkeypatch.setattr(access, "identify", lambda: access.Reader("A", "data officer", scope, internal=True))
    said = asked(app)
    assert "No headline figure will change." in said and "Figures that would return" not in said
