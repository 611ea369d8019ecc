"""The attrition page through the dashboard: what each reader sees of time in a unit, rates and units."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from tests.pages.opening import at_page
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """The text of the page on a made store, for a reader: `opened(units=("DA1",), internal=False)`."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "key"))
    publish(tmp_path / "store", Made(months=14))

    def open_it(units=None, internal=True, **address):
        st.cache_data.clear()
        st.cache_resource.clear()
        scope = None if units is None else frozenset((FORCE, unit) for unit in units)
        reader = access.Reader("A Reader", "manager", scope=scope, internal=internal)
        monkeypatch.setattr(access, "identify", lambda: reader)
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return text(at_page(app, "workforce/attrition"))

    return open_it


def text(app):
    assert not app.exception, [e.message for e in app.exception]
    html = [e.proto.body for e in app.main if e.type == "html" and "<style" not in e.proto.body]
    said = "\n".join([*html, *(e.value for e in app.caption)])
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", said)))


def test_a_reader_of_all_units_sees_the_force_a_type_beside_it_and_the_test(opened):
    said = opened(beside="DA")
    assert "Half have left their unit 24 months after joining" in said
    assert "People leave Domestic abuse investigation sooner than the other units" in said
    assert "18 people left, at whatever time since joining, and 11.5 would have left" in said
    assert "Within 24 months " in said and "% move unit" in said
    assert "3 stays are left out" in said


def test_a_type_with_too_few_leavers_is_not_tested_and_it_is_said(opened):
    said = opened(beside="RASSO")
    assert "are not tested against each other: it takes at least 10 leavers in each" in said
    assert "log-rank" not in said


def test_a_reader_of_one_unit_sees_its_type_alone_where_it_is_the_only_one_of_that_type(opened):
    said = opened(units=("DA1",))
    assert "Half have left Domestic abuse investigation 24 months after joining" in said
    assert "All units: half" not in said
    assert "sooner than" not in said
    assert "Nothing to compare" in said


def test_a_reader_of_a_unit_without_a_curve_is_told_whom_curves_are_for(opened):
    said = opened(units=("MASH1",))
    assert "No time in unit to show." in said
    assert "24 months after joining" not in said


def test_for_publication_steps_are_joined_and_destinations_left_out(opened):
    said = opened(internal=False, beside="DA")
    assert "Steps are joined until 5 people have left" in said
    assert "Where fewer than 10 were at risk there is no curve" in said
    assert "Where people go is shown inside the force only" in said
    assert "gone to another unit within" not in said
    assert "3 stays" not in said


def test_units_are_compared_by_a_funnel_and_a_few_of_them_by_intervals(opened):
    assert "8 units, and none lies outside what chance alone gives (99.8% limits)" in opened()
    few = opened(units=("DA1", "MASH1", "VA1"))
    assert "No unit can be told apart from all units together" in few
    assert "Too few units for a funnel" in few


def test_the_comparison_is_of_the_rate_that_is_chosen(opened):
    said = opened(left="force")
    assert "Left the force: units beside each other" in said
    assert "Nothing to compare" in said
    assert "no 12-month figure" in said


def test_joiners_and_leavers_are_judged_by_the_chart_that_their_measure_names(opened):
    said = opened()
    assert "Leavers of the unit: people a month" in said
    assert "People joining and leaving units Each beside its usual range" in said
    one = opened(unit="DA1")
    assert "Leavers of the unit: people a quarter" in one


def test_for_publication_no_month_of_joiners_or_leavers_is_shown_and_why(opened):
    said = opened(internal=False)
    assert "Joiners and leavers of each month are not shown." in said
    assert "Leavers of the unit: people" not in said


def test_what_a_year_less_the_year_before_would_tell_is_not_shown_nor_handed_over(opened, tmp_path):
    """Nobody, six, then eight in twelve months: two in the newest month."""
    with duckdb.connect(str(next((tmp_path / "store").rglob("made.duckdb")))) as con:
        ends = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))
        for month, left in zip(ends, (0, 6, 8), strict=True):
            con.execute(
                "update figure set numerator = ? where metric = 'attrition/left_unit_12m' and unit = 'DA1' "
                "and month_end = ?",
                [left, month],
            )
    assert re.search(r"Left the unit in 12 months 15% 8 of 53", opened(unit="DA1"))
    said = opened(unit="DA1", internal=False)
    assert re.search(r"Left the unit in 12 months not shown", said)
    assert "8 of" not in said.split("Left public protection in 12 months")[0]


def test_every_denominator_is_given_and_the_one_shown_is_named(opened):
    said = opened(unit="DA1")
    assert "Mean of 13 month ends (shown)" in said
    assert "Mean of start and end" in said and "At the start" in said
    assert "12.0% of 62.0" in said


def test_a_file_published_before_time_in_unit_was_counted_says_how_to_have_it(opened, tmp_path):
    with duckdb.connect(str(next((tmp_path / "store").rglob("made.duckdb")))) as con:
        con.execute("drop table tenure")
    assert "counted when figures are next published" in opened()
