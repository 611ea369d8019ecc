"""The upload page offers the workbook of a unit's next month: only of units that the reader may see."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from store import open_store
from store.own_settings import keep_for_samples
from tests.etl.load.conftest import Loads
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD, text
from ui.upload import upload_unit_book

CHOICE = "Unit to fill in for"
DA1, MASH1 = "Domestic abuse investigation", "Safeguarding hub"


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A store to which one unit has sent a month."""
    place = tmp_path_factory.mktemp("sent")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(place / "keys"))
        made = Loads(keep_for_samples(open_store(place / "store")))
        made.load(caseload=[{"unit": "DA1", "month_end": date(2026, 8, 31)}])
        made.load(demand=[{"unit": None, "month_end": date(2026, 8, 31), "category": "rape"}])
    return made.store


@pytest.fixture
def upload(sent, monkeypatch):
    """The upload page on that store, as a reader sees it."""

    def open_it(reader=None, store=sent):
        st.cache_data.clear()
        st.cache_resource.clear()
        monkeypatch.setenv("PPU_STORE", str(store.path))
        if reader:
            monkeypatch.setattr(access, "identify", lambda: reader)
        return at_page(AppTest.from_file(str(DASHBOARD), default_timeout=60), "data/upload")

    return open_it


def choice(app):
    """The box to choose a unit in; None where nothing is offered."""
    return next((box for box in app.selectbox if box.label == CHOICE), None)


def test_a_unit_is_chosen_what_its_workbook_holds_is_said_and_it_can_be_taken(upload, monkeypatch):
    taken = []

    def button(label, **how):
        if how["key"] == "unit_book_taken":
            taken.append((label, how))

    monkeypatch.setattr(upload_unit_book.st, "download_button", button)
    app = upload()
    assert {DA1, MASH1, "Rest of force"} <= set(choice(app).options) and taken == []
    choice(app).select("DA1").run()
    assert "Caseload: 1 row of August 2026. To be typed: Open; Unallocated; New; Closed" in text(app)
    ((label, how),) = taken
    assert label == "Download Domestic Abuse Investigation Team, September 2026"
    assert how["file_name"] == "DA1-2026-09.xlsx"
    book = openpyxl.load_workbook(BytesIO(how["data"]()))
    assert (book["Caseload"]["C2"].value, book["Caseload"]["D2"].value) == ("domestic abuse", None)
    choice(app).select("MASH1").run()
    assert f"{MASH1} has sent nothing yet, so there is nothing to fill in." in text(app)
    assert len(taken) == 1


def reader(*units, internal=True):
    scope = frozenset(("NORTHSHIRE", unit) for unit in units) or None
    return access.Reader("A Reader", "data officer", scope, internal)


def test_only_units_that_the_reader_may_see_are_offered(upload):
    assert choice(upload(reader("DA1", "CA1"))).options == ["Child abuse investigation", DA1]


def test_who_sees_every_unit_is_offered_the_demand_and_money_of_the_force(upload):
    app = upload()
    assert choice(app).options[0] == upload_unit_book.BESIDE
    choice(app).select("Whole force").run()
    assert "Demand: 1 row of August 2026. To be typed: Count; Published or extracted on." in text(app)
    assert upload_unit_book.BESIDE not in choice(upload(reader("DA1"))).options


def test_outside_the_force_none_is_offered(upload):
    assert choice(upload(reader(internal=False))) is None


def test_before_the_first_return_none_is_offered(upload, tmp_path):
    assert choice(upload(store=keep_for_samples(open_store(tmp_path / "empty")))) is None
