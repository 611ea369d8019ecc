"""The workforce, benchmark and data pages in each state, through the dashboard, on a made store."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.depth import one_of
from tests.pages.opening import at_page
from tests.ui.made_warehouse import Made, publish
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
MONTHLY = ("workforce/training", "workforce/staffing", "workforce/attrition")
OTHERS = ("case/benchmarks", "data/upload", "data/returns", "data/definitions", "data/trace")
BANNED = ("invalid", "please", "sorry", "forbidden", "oops", "error occurred", "nan", "none%")


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Open a page on a store made for the test: `opened("workforce/training", Made(...), unit="DA1")`."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "key"))

    def open_it(page, made=None, **address):
        st.cache_data.clear()
        st.cache_resource.clear()
        if made is not None:
            publish(tmp_path / "store", made)
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return at_page(app, page)

    return open_it


def text(app):
    """Everything the page says, the style sheet left out."""
    assert not app.exception, [e.message for e in app.exception]
    html = [e.proto.body for e in app.main if e.type == "html"]
    said = [e.value for e in app.markdown] + [e.value for e in app.caption]
    return "\n".join(part for part in html + said if "<style" not in part)


def h1(said):
    """The head of the page, of which there is exactly one."""
    assert said.count("<h1>") == 1
    return unescape(said.split("<h1>")[1].split("</h1>")[0])


@pytest.mark.parametrize("page", MONTHLY + OTHERS)
@pytest.mark.parametrize(
    "made",
    [None, pytest.param(Made(), marks=pytest.mark.deep), Made(months=1)],
    ids=["no data", "full", "one month"],
)
def test_a_page_has_one_head_and_no_word_that_blames(opened, page, made):
    said = text(opened(page, made))
    assert h1(said)
    assert not [word for word in BANNED if f" {word} " in f" {said.lower()} "]


@pytest.mark.parametrize("page", one_of(MONTHLY, 1))
def test_an_empty_store_says_what_to_send_and_where(opened, page):
    assert "No returns have been loaded yet" in text(opened(page))


@pytest.mark.parametrize("page", one_of(MONTHLY, 2))
def test_a_month_is_shown_with_force_units_and_month(opened, page):
    said = text(opened(page, Made()))
    assert "Northshire Police (synthetic data) · 8 units · month ending 30 September 2026" in said


@pytest.mark.parametrize("page", one_of(MONTHLY, 3))
def test_one_month_says_that_there_is_nothing_to_compare(opened, page):
    assert "first month loaded" in text(opened(page, Made(months=1)))


@pytest.mark.parametrize("page", one_of(MONTHLY, 4))
def test_figures_that_are_old_say_so_and_stay(opened, page):
    said = text(opened(page, Made(last=date(2026, 7, 31))))
    assert "Data to 31 July 2026, 2 months old" in said and "month ending 31 July 2026" in said


@pytest.mark.parametrize("page", one_of(MONTHLY, 5))
def test_units_that_did_not_send_are_named(opened, page):
    assert "No return from Adults at risk" in text(opened(page, Made(without_units=("VA1",))))


@pytest.mark.parametrize("page", one_of(MONTHLY, 6))
def test_one_unit_of_the_address_is_shown_alone(opened, page):
    app = opened(page, Made(), units="MASH")
    assert "1 of 8 units" in text(app)
    app.query_params["unit"] = "MASH1"
    app.run()
    assert app.selectbox(key="filter_unit").value == "MASH1" and text(app)


@pytest.mark.parametrize("page", one_of(MONTHLY, 7))
def test_values_nobody_knows_in_the_address_give_the_defaults(opened, page):
    app = opened(page, Made(), month="1999-13", units="NOPE", unit="NOPE", by="NOPE", show="NOPE")
    assert "month ending 30 September 2026" in text(app)


@pytest.mark.parametrize(
    ("page", "dataset", "title"),
    [
        ("workforce/training", "training", "Training"),
        ("workforce/staffing", "establishment", "Establishment"),
        ("workforce/attrition", "people", "People"),
    ],
)
def test_a_sheet_that_is_not_in_is_named_with_the_way_on(opened, page, dataset, title):
    said = text(opened(page, Made(without_datasets=(dataset,))))
    assert f"No {title} return yet for September 2026" in said


@pytest.mark.parametrize("page", one_of(MONTHLY, 8))
def test_outside_internal_mode_small_groups_are_hidden_and_it_is_said(opened, monkeypatch, page):
    import access

    outside = access.Reader("A Reader", "manager", scope=None, internal=False)
    monkeypatch.setattr(access, "identify", lambda: outside)
    assert "Groups of under 5 people read" in text(opened(page, Made()))


@pytest.mark.parametrize("page", one_of(MONTHLY + OTHERS))
def test_a_role_that_does_not_open_the_page_cannot_reach_it(opened, monkeypatch, page):
    import access

    monkeypatch.setattr(access, "identify", lambda: access.Reader("A Reader", "no role", scope=None))
    monkeypatch.setattr(access, "may_open", lambda reader, page_id: page_id == "overview/overview")
    with pytest.raises(ValueError, match="navigation"):
        opened(page, Made())


def test_without_a_home_office_file_the_page_says_where_to_get_one(opened):
    said = text(opened("case/benchmarks", Made()))
    assert "GOV.UK" in said and "Police workforce statistics" in said


def test_the_force_stands_beside_its_region_and_all_forces_with_source_and_date(opened):
    old, new = date(2025, 9, 30), date(2026, 9, 30)
    strength = (
        ("Northshire", "North", old, 1000.0),
        ("Northshire", "North", new, 950.0),
        ("Brook", "North", old, 500.0),
        ("Brook", "North", new, 500.0),
        ("Cove", "South", old, 500.0),
        ("Cove", "South", new, 590.0),
    )
    said = text(opened("case/benchmarks", Made(strength=strength)))
    assert h1(said) == "Northshire had 950.0 FTE officers on 30 September 2026"
    assert "Northshire down 5.0% since 2025; all forces up 2.0%" in said
    assert "North" in said and "from the Home Office, figures to 30 September 2026" in said
    # The set of the sample force has none of these forces, and says so; which they are is told.
    assert "None of the forces of the set is in the tables loaded here" in said
    assert "Five forces (invented set): 5 forces, Cleveland" in said


def test_the_returns_page_puts_late_months_first(opened):
    assert (
        h1(text(opened("data/returns", Made(last=date(2026, 8, 31))))) == "No returns yet for September 2026"
    )


def test_the_returns_page_names_the_unit_and_sheet_that_has_not_come(opened):
    said = text(opened("data/returns", Made(months=2, without_units=("VA1",))))
    assert "Caseload, September 2026: no return from Adults at risk." in said


def test_every_kind_of_sheet_that_figures_rest_on_is_listed_with_its_units(opened):
    said = text(opened("overview/overview", Made(without_units=("VA1",))))
    panel = said.split("Can I rely on this month?")[1].split("</dl>")[0]
    assert "<dt>Movements (optional)</dt><dd>not in<" in panel
    assert "<dt>Investigators (optional)</dt>" in panel and "<dt>Unavailable</dt>" in panel
    assert "7 of 8 units, without Adults at risk" in panel


@pytest.mark.parametrize("page", ["overview/overview", "units/one_unit"])
def test_a_training_record_that_is_carried_on_says_its_day_and_tells_no_change(opened, page):
    said = unescape(text(opened(page, Made(months=3, no_training=(date(2026, 9, 30),)))))
    card = said.split("Trauma-informed, in date, of all in post</p>")[1].split("</li>")[0]
    assert "record of 31 August 2026" in card and "no training return for September 2026" in card
    assert " on August" not in card
    assert not re.search("trauma-informed, in date, of all in post (rose|fell)", said)


def test_no_change_is_told_since_a_month_without_its_return(opened):
    said = unescape(text(opened("overview/overview", Made(months=3, no_training=(date(2026, 8, 31),)))))
    assert "no training return for August 2026" in said and "record of" not in said


@pytest.mark.parametrize(
    "made, units, said_so", [(True, None, True), (False, None, False), (True, "MASH", False)]
)
def test_a_card_says_where_somebody_in_two_units_is_counted_in_each(opened, made, units, said_so):
    where = {"units": units} if units else {}
    said = text(opened("workforce/training", Made(months=2, in_two_units=made), **where))
    card = said.split("Trauma-informed, in date, of all in post</p>")[1].split("</li>")[0]
    assert ("people, 1 person in two units in each" in card) == said_so


@pytest.mark.parametrize(
    "made, said",
    [(True, "1 person is in two units or more, so that the units add up to 266"), (False, "each in one")],
)
def test_attrition_counts_somebody_in_two_units_once(opened, made, said):
    assert said in text(opened("workforce/attrition", Made(months=2, in_two_units=made)))


def test_pressure_shows_whether_open_work_follows_from_what_came_and_went(opened):
    said = text(opened("units/pressure", Made(months=2)))
    assert "Stock and flow by unit, investigations, September 2026" in said
    assert "Not explained" in said and "two months that follow" not in said


def test_findings_are_as_many_rows_as_are_told(opened):
    said = text(opened("overview/overview", Made()))
    assert "<dt>Findings across sheets</dt><dd>1</dd>" in said
    assert "What the checks found: 1 finding in 1 unit" in said
    assert "three cases" in said.split("<caption>What the checks found")[1].split("</table>")[0]


def test_definitions_are_found_by_their_words(opened):
    app = opened("data/definitions", Made())
    app.text_input(key="q").set_value("trauma-informed").run()
    assert h1(text(app)).startswith("“trauma-informed” is in ")
    app.text_input(key="q").set_value("zebra crossing").run()
    assert "No measure holds these words" in text(app)


def test_the_columns_of_each_sheet_can_be_read_and_templates_taken(opened):
    app = opened("data/definitions", Made(), show="sheets")
    assert "Oldest unallocated, days" in text(app)
    app = opened("data/definitions", show="templates")
    assert len(app.get("download_button")) == 5


def test_without_the_functions_table_the_page_says_which_file_shows_the_share_in_public_protection(opened):
    said = text(opened("case/benchmarks", Made()))
    assert "open-data-table-police-workforce-functions" in said and "FTE officers in public" not in said


def test_the_share_of_officers_in_public_protection_names_its_numerator_and_its_denominator(opened):
    day = date(2025, 3, 31)
    functions = (
        ("Northshire", day, "Public protection", "Child abuse", 90.0),
        ("Northshire", day, "Investigations", "Public Protection", 10.0),
        ("Northshire", day, "Local policing", "Response", 900.0),
        ("Brook", day, "Public Protection", "Public Protection", 60.0),
        ("Brook", day, "Local policing", "Response", 340.0),
        ("Cove", day, "Public Protection", "Public Protection", None),
        ("Cove", day, "Local policing", "Response", 100.0),
    )
    said = text(opened("case/benchmarks", Made(functions=functions)))
    assert (
        "Northshire had 100.0 of its 1,000.0 FTE officers in public protection on 31 March 2025: 10.0%; "
        "the middle one of 2 forces is 12.5%." in said
    )
    assert "from the Home Office, figures to" in said
