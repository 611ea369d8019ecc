"""A unit with a corrected month that has sent no work this month keeps no page from opening."""

from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from store.own_settings import keep_for_samples
from store.place import open_store
from tests.etl.load.conftest import Loads
from tests.pages.test_states import DASHBOARD, h1, text
from tests.pages.test_trace import work

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


@pytest.fixture
def corrected(tmp_path, monkeypatch):
    """September of two units, one of them corrected; October of the other alone."""
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    st.cache_data.clear()
    loads = Loads(keep_for_samples(open_store(tmp_path / "store")))
    people = [
        {"unit": unit, "month_end": SEPTEMBER, "person_ref": ref}
        for unit, ref in (("DA1", "1"), ("CA1", "3"))
    ]
    loads.load(caseload=work(SEPTEMBER, DA1=90, CA1=40))
    loads.load(people=people)
    loads.load(caseload=work(SEPTEMBER, DA1=95))
    loads.load(caseload=work(OCTOBER, CA1=41))
    return loads


def test_the_overview_opens_and_leaves_the_mark_out(corrected):
    assert corrected.ask(
        "SELECT count(*) > 0 FROM figure_first WHERE metric = 'pressure/open_per_deployable_carrier'"
    ) == [(True,)]
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.query_params["month"] = "2026-10"
    assert "open investigations" in h1(text(app.run()))
