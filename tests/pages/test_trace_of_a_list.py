"""A figure counted from a live list of crimes leads to the file, the list and the first case of a count."""

from html import unescape

import streamlit as st
from streamlit.testing.v1 import AppTest

from etl.loading.load import load
from store import open_store
from store.own_settings import keep_for_samples
from tests.etl.intake.live_lists import MONTH_END, Drawn, rows_of
from tests.etl.intake.workbooks import workbook
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD, h1, text


def test_a_figure_of_a_list_names_the_list_and_its_rows(tmp_path, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    store = keep_for_samples(open_store())
    cases = [Drawn(1), Drawn(2, officer=None), Drawn(3, kind="rape"), Drawn(4, closed=MONTH_END)]
    done = load(store, [("live.xlsx", workbook(Crimes=rows_of(cases)))], "A. Analyst")
    assert not done.refused, done.refused
    st.cache_data.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    for name, value in {"month": "2026-09", "metric": "pressure/unallocated", "unit": "DA1"}.items():
        app.query_params[name] = value
    said = unescape(text(at_page(app, "data/trace")))
    assert h1(said) == "Unallocated work: 1"
    assert "all open cases: 3" in said
    assert "Crimes, cases counted by unit and work type" in said and "live.xlsx" in said
    assert "the row given is that of the first case of each count" in said
