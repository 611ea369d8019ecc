"""Training and One unit through the dashboard: what is projected, what is hidden, what is said instead."""

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
    """The text of a page on a made store: `opened("workforce/training", internal=False, unit="DA1")`."""
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "key"))

    def open_it(page, internal=True, made=None, dropped=(), units=None, **address):
        store = tmp_path / "store"
        if not store.exists():
            publish(store, made or Made(months=14))
            for table in dropped:
                _drop(store, table)
        st.cache_data.clear()
        st.cache_resource.clear()
        scope = None if units is None else frozenset((FORCE, unit) for unit in units)
        reader = access.Reader("A Reader", "manager", scope=scope, internal=internal)
        monkeypatch.setattr(access, "identify", lambda: reader)
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return text(at_page(app, page))

    return open_it


def _drop(store, table):
    (file,) = (store / "published").glob("*.duckdb")
    with duckdb.connect(str(file)) as con:
        con.execute(f"drop table {table}")


def text(app):
    assert not app.exception, [e.message for e in app.exception]
    html = [e.proto.body for e in app.main if e.type == "html" and "<style" not in e.proto.body]
    said = "\n".join([*html, *(e.value for e in app.caption)])
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", said)))


def test_training_shows_the_weeks_the_year_ahead_the_seats_and_what_they_rest_on(opened):
    said = opened("workforce/training", unit="DA1")
    assert "12 of 20 people in date now; with nothing renewed about 5 in September 2027" in said
    assert "seats a month reach the target by September 2027: " in said
    assert "What is assumed of Trauma-informed practice" in said
    assert "Set by Head of Public Protection (invented)" in said
    assert "29 Dec 2026 6 4 1 3" in said
    assert "1 course record expires before the place booked" in said


def test_all_units_have_a_row_each_and_their_targets(opened):
    said = opened("workforce/training")
    assert "seats a month reach 8 units' targets by September 2027" in said
    assert "96 of 160 people in date now" in said
    assert "Safeguarding hub 20 12 of 20, 60%" in said


def test_a_reader_outside_the_force_is_not_given_weeks_or_units_of_a_few_people(opened):
    said = opened("workforce/training", internal=False, unit="DA1")
    assert "shown inside the force only" in said
    assert "seats a month" not in said and "Week to" not in said


def test_a_reader_of_one_unit_is_given_that_unit_alone(opened):
    said = opened("workforce/training", units=("RASSO1",))
    assert "12 of 20 people" in said and "Safeguarding hub" not in said


def test_nothing_is_projected_where_too_few_people_are_matched(opened):
    said = opened("workforce/training", made=Made(months=14, match_limit=1.0), unit="DA1")
    assert "seats a month" not in said and "12 of 20" not in said


def test_a_file_published_before_says_when_it_will_be_counted(opened):
    said = opened("workforce/training", dropped=("course_ahead", "unit_left"))
    assert "No projection to show. It is counted when figures are next published" in said
    assert "Who left is not shown." in opened("units/one_unit", unit="DA1")


def test_one_unit_says_who_left_and_where_to(opened):
    said = opened("units/one_unit", unit="DA1")
    assert "9 people left: 7 moved unit and 2 left the force" in said
    assert "Another unit of public protection 7" in said
    assert "Each measure has a scale of its own" in said


def test_one_unit_hides_small_groups_of_leavers_outside_the_force(opened):
    said = opened("units/one_unit", internal=False, unit="DA1")
    assert "Where to and why are not shown." in said
    assert "Where those who left the unit went" not in said and "protection 7" not in said


def test_a_unit_that_nobody_left_says_so(opened):
    assert "Nobody left the unit in 12 months" in opened("units/one_unit", unit="CA1")
