"""The overview, pressure and one-unit pages in each state, through the dashboard, on a made store."""

from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.depth import one_of
from tests.pages.opening import at_page
from tests.ui.made_warehouse import Made, publish
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
PAGES = ("pages/overview/overview.py", "pages/units/pressure.py", "pages/units/one_unit.py")
BANNED = ("invalid", "please", "sorry", "forbidden", "oops", "error occurred")


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Open a page on a store made for the test: `opened(page, Made(...), month="2026-09")`."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "pages"))

    def open_it(page, made=None, **address):
        st.cache_data.clear()
        st.cache_resource.clear()
        if made is not None:
            publish(tmp_path / "pages", made)
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return at_page(app, page.removeprefix("pages/").removesuffix(".py"))

    return open_it


def text(app):
    """Everything the page says, the style sheet left out."""
    assert not app.exception, app.exception[0].message
    html = [e.proto.body for e in app.main if e.type == "html"]
    said = [e.value for e in app.markdown] + [e.value for e in app.caption]
    return "\n".join(part for part in html + said if "<style" not in part)


@pytest.mark.parametrize("page", one_of(PAGES, 1))
def test_a_full_month_is_shown_with_force_units_and_month(opened, page):
    said = text(opened(page, Made()))
    assert "<h1>" in said
    assert "Northshire Police (synthetic data)" in said
    assert "8 units" in said
    assert "month ending 30 September 2026" in said
    assert not [word for word in BANNED if word in said.lower()]


@pytest.mark.parametrize("page", one_of(PAGES, 2))
def test_an_empty_store_says_what_to_send_and_where(opened, page):
    said = text(opened(page))
    assert "No returns have been loaded yet" in said
    assert "Caseload and Establishment alone" in said


@pytest.mark.parametrize("page", one_of(PAGES, 3))
def test_one_month_shows_no_change_and_says_why(opened, page):
    said = text(opened(page, Made(months=1)))
    assert "first month loaded" in said
    assert "on August" not in said


@pytest.mark.parametrize("page", one_of(PAGES, 4))
def test_data_that_are_two_months_old_say_so_and_stay(opened, page):
    said = text(opened(page, Made(last=date(2026, 7, 31))))
    assert "Data to 31 July 2026, 2 months old" in said
    assert "August 2026 and September 2026 returns have not been loaded" in said
    assert "month ending 31 July 2026" in said


@pytest.mark.parametrize("page", one_of(PAGES, 5))
def test_units_that_did_not_send_a_return_are_named(opened, page):
    said = text(opened(page, Made(without_units=("VA1",))))
    assert "7 of 8 units" in said
    assert "No return from Adults at risk" in said


def test_an_address_with_unknown_values_gives_the_defaults(opened):
    app = opened(PAGES[0], Made(), month="1999-13", units="NOPE")
    assert "month ending 30 September 2026" in text(app)
    assert app.query_params.get("units", ["all"]) in (["all"], "all")


def test_an_address_opens_its_month_and_its_units(opened):
    app = opened(PAGES[0], Made(), month="2026-03", units="MASH")
    said = text(app)
    assert "month ending 31 March 2026" in said
    assert "1 of 8 units" in said
    assert "open referrals for each deployable referral officer" in said


def test_the_chosen_month_survives_moving_to_another_page(opened):
    app = opened(PAGES[1], Made(), month="2026-03")
    assert "month ending 31 March 2026" in text(app)
    assert app.query_params["month"] in ("2026-03", ["2026-03"])


def test_a_month_that_was_not_sent_is_not_offered_and_not_guessed(opened):
    app = opened(PAGES[0], Made(gap=date(2026, 8, 31)))
    assert "2026-08" not in app.selectbox(key="filter_month").options
    assert "up" not in text(app).split("</h1>")[0] or "July" in text(app).split("</h1>")[0]


@pytest.mark.parametrize(
    ("without", "says"),
    [("caseload", "No Caseload return yet"), ("establishment", "No Establishment return yet")],
)
def test_a_sheet_that_is_not_in_is_named(opened, without, says):
    assert says in text(opened(PAGES[0], Made(without_datasets=(without,))))


def test_pressure_without_a_caseload_stops_with_the_way_on(opened):
    said = text(opened(PAGES[1], Made(without_datasets=("caseload",))))
    assert "No Caseload return yet for September 2026" in said


def test_one_unit_shows_the_unit_of_the_address(opened):
    app = opened(PAGES[2], Made())
    app.query_params["unit"] = "MOSOVO1"
    app.run()
    assert "<h1>Sex offender management: " in text(app)


def test_families_are_chosen_never_added(opened):
    app = opened(PAGES[1], Made())
    app.selectbox(key="filter_family").set_value("registered offenders").run()
    said = text(app)
    assert "open registered offenders for each deployable offender manager" in said
    assert "Domestic abuse investigation" not in said.split("How evenly")[0].split("<h1>")[1]


@pytest.mark.parametrize("page", one_of(PAGES, 6))
def test_a_reader_outside_internal_mode_sees_no_small_group_of_people(opened, monkeypatch, page):
    import access

    outside = access.Reader("A Commissioner", "manager", scope=None, internal=False)
    monkeypatch.setattr(access, "identify", lambda: outside)
    said = text(opened(page, Made()))
    assert "Groups of under 5 people read" in said


def test_a_role_that_does_not_open_a_page_is_told_so_and_sees_nothing(opened, monkeypatch):
    import access
    from ui.page.open_page import open_page

    nobody = access.Reader("Nobody", "no role", scope=None)
    monkeypatch.setattr(access, "identify", lambda: nobody)
    app = AppTest.from_function(open_one).run()
    assert "This page is for other roles" in text(app)
    assert open_page is not None


def open_one():
    import streamlit as st

    from ui.page.open_page import open_page

    open_page("units/pressure")
    st.write("the page itself")
