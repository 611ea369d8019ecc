"""The head of a page and the title of a chart are read at a glance: fifteen words at most."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.made_warehouse import Made, publish
from ui.figures import status
from ui.page.menu import PAGES

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
MOST = 15
TITLE = re.compile(r'<h1>(.*?)</h1>|<h\d class="ppu-ct"[^>]*>(.*?)</h\d>', re.DOTALL)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store in which everything that a page can say is known."""
    place = tmp_path_factory.mktemp("titles") / "store"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PPU_KEY_DIR", str(place.parent / "keys"))
        publish(place, Made(months=24))
    return place


@pytest.mark.deep
@pytest.mark.parametrize(
    "unit",
    ["", pytest.param("DA1", marks=pytest.mark.deep), pytest.param("MASH1", marks=pytest.mark.deep)],
    ids=["all units", "work", "hub"],
)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url_path)
def test_no_title_is_longer_than_fifteen_words(store, page, unit, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(store))
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    st.cache_data.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    if unit:
        app.query_params["unit"] = unit
    app.run()
    if page is not PAGES[0]:
        app.switch_page(page.file).run()
    assert not app.exception, [e.message for e in app.exception]
    html = "\n".join(e.proto.body for e in app.main if e.type == "html")
    found = [unescape(re.sub(r"<[^>]+>", " ", one or other)) for one, other in TITLE.findall(html)]
    assert found
    assert [title for title in found if len(title.split()) > MOST] == []
