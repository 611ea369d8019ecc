"""Demand beside people and money in each state: all sent, nothing sent, one part, outside internal mode."""

from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from tests.pages.opening import at_page
from tests.pages.test_states import BANNED, h1, text
from tests.ui.made_shares import budget
from tests.ui.made_warehouse import FORCE, UNITS, Made, month_ends, publish
from ui.figures import status

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
PAGE = "case/demand_and_resource"
CRIMES = {"DA1": 40.0, "RASSO1": 10.0}  # a month, of 1,000 recorded
MADE = Made(months=4)
CHANGE = date(2026, 8, 31)


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A store with demand and money, one with neither, one in which a single unit sent a budget."""
    root = tmp_path_factory.mktemp("shares")
    for name in ("all", "nothing", "half"):
        file = publish(root / name, MADE) / "published" / "made.duckdb"
        with duckdb.connect(str(file)) as con:
            _people(con)
            if name == "all":
                _demand(con)
                _promised(con)
            if name != "nothing":
                _money(con, [unit[0] for unit in UNITS] if name == "all" else ["DA1"])
    return root


def _figure(con, metric, unit, month, top, bottom, work_type=None):
    con.execute(
        'insert into figure (metric, "force", unit, month_end, work_type, numerator, denominator) '
        "values (?, ?, ?, ?, ?, ?, ?)",
        [metric, FORCE, unit, month, work_type, top, bottom],
    )


def _people(con):
    """20 FTE in each unit but one of 3, of 400."""
    for month in month_ends(MADE):
        for unit, *_ in UNITS:
            fte = 3.0 if unit == "VA1" else 20.0
            _figure(con, "resource/share_of_people", unit, month, fte, 0.0)
        _figure(con, "resource/share_of_people", None, month, 0.0, 400.0)


def _demand(con):
    for month in month_ends(MADE):
        for unit, crimes in CRIMES.items():
            _figure(con, "resource/share_of_demand", unit, month, crimes, 0.0, "domestic abuse")
        _figure(con, "resource/share_of_demand", None, month, 0.0, 1000.0)
        _figure(con, "resource/recorded_share", None, month, 180.0, 0.0, "domestic abuse")
        _figure(con, "resource/recorded_share", None, month, 0.0, 1000.0)
        rule = "Rules B" if month >= CHANGE else "Rules A"
        con.execute(
            "insert into demand values (?, ?, null, 'all recorded crime', 'recorded crimes', 1000, ?, "
            "'Crime system', 'demand', 'Demand', 5)",
            [FORCE, month, rule],
        )


def _money(con, units):
    for month in month_ends(MADE):
        for unit in units:
            _figure(con, "resource/share_of_money", unit, month, 2_000_000.0, 0.0)
        _figure(con, "resource/share_of_money", None, month, 0.0, 100_000_000.0)
    for unit in (None, *units):
        budget(con, unit, "pay only", 2_000_000 if unit else 100_000_000)


def _promised(con):
    con.executemany(
        'insert into establishment ("force", unit, month_end, "role", worker_type, funded_fte, '
        "funding_source, funding_ends, decision_ref, decision_fte, time_limited_fte) "
        "values (?, ?, ?, 'investigator', ?, ?, ?, ?, ?, ?, ?)",
        [
            [FORCE, "DA1", MADE.last, "officer", 5.0, "Core", None, "D-07", 2.0, None],
            [
                FORCE,
                "RASSO1",
                MADE.last,
                "officer",
                4.0,
                "Grant",
                date(2026, 12, 31),
                "D-08; D-09",
                None,
                None,
            ],
            [FORCE, "CA1", MADE.last, "officer", 9.0, "Core, grant", date(2027, 3, 31), None, None, 6.0],
        ],
    )
    con.execute("delete from figure where metric = 'staffing/in_post_fte'")
    for unit, fte in (("DA1", 6.5), ("RASSO1", 1.0)):
        con.execute(
            'insert into figure (metric, "force", unit, month_end, "role", worker_type, numerator, '
            "denominator) values ('staffing/in_post_fte', ?, ?, ?, 'investigator', 'officer', ?, 0)",
            [FORCE, unit, MADE.last, fte],
        )


@pytest.fixture
def opened(stores, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))

    def open_it(name, page=PAGE, **address):
        monkeypatch.setenv("PPU_STORE", str(stores / name))
        st.cache_data.clear()
        st.cache_resource.clear()
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for key, value in address.items():
            app.query_params[key] = value
        return at_page(app, page)

    return open_it


def said_of(app):
    assert not app.exception
    said = unescape(text(app))
    assert not [word for word in BANNED if f" {word} " in f" {said.lower()} "]
    return said


def test_with_demand_people_and_money_the_headline_sets_the_same_units_side_by_side(opened):
    said = said_of(opened("all"))
    assert h1(said) == (
        "2 units take 5.0% of recorded crime and have 10.0% of the people in post and 4.0% of the budget"
    )
    assert "5.0 points above their share of recorded crime" in said
    assert "1.0 points below their share of recorded crime" in said
    assert "6 units of 8 have sent no recorded crimes" in said
    assert "40 crimes" in said and "1,000 crimes" in said and "£100,000,000" in said and "Rules B" in said


def test_a_change_of_the_counting_rule_breaks_the_line_and_its_index(opened):
    said = said_of(opened("all", baseline="2026-07"))
    assert "The counting rule is another from August 2026 (Rules B)" in said
    assert "Demand, Rules A" in said and "Demand, Rules B" in said and "another rule" in said
    assert "July 2026 = 100" in said
    assert "Share of recorded crime 5.0% in August 2026, 5.0% in September 2026" in said


def test_posts_are_set_beside_who_is_in_them_decision_by_decision(opened):
    said = said_of(opened("all"))
    # 6.5 people stand in the 5 funded posts of D-07, of which it made 2; 1 in the 4 of two decisions.
    assert "1 decision: 2.0 FTE promised, 2.0 FTE of it in post, 0.0 FTE still to come" in said
    assert "2 decisions: 4.0 FTE of funded posts in rows that name a decision, 1.0 FTE of them filled" in said
    assert "All posts are filled in 1 of 2 rows that name a decision" in said
    assert "Named September 2026 or before; in full in that month" in said
    assert "several decisions share these posts" in said and "D-08, D-09 (together)" in said
    assert "4.0 FTE within 3 months, 10.0 FTE within 6 months" in said
    assert "Money ends for 10.0 funded FTE, first in December 2026" in said


def test_without_demand_and_money_the_page_says_what_is_missing_and_what_it_can(opened):
    app = opened("nothing")
    said = said_of(app)
    assert h1(said) == ("Public protection has 35.8% of the people in post; its share of demand is not known")
    assert "Demand: what was recorded each month" in said and "Finance: the budgets" in said
    assert "Establishment of the rest of the force" not in said
    assert "No post of these units stands on a decision" in said
    assert "17%" in said and "no line, target or comparison" in said


def test_a_budget_of_one_unit_is_no_share_of_them_all(opened):
    said = said_of(opened("half"))
    assert "1 of 8 units sent" in said
    assert "of the budget" not in h1(said)


def test_outside_internal_mode_a_unit_of_few_people_is_not_told_nor_found_from_the_rest(opened, monkeypatch):
    outside = access.Reader("A Reader", "manager", scope=None, internal=False)
    monkeypatch.setattr(access, "identify", lambda: outside)
    said = said_of(opened("all"))
    assert "fewer than 5" in said
    assert ">3.0 FTE" not in said and "0.8%" not in said
    # Where all units together are told, a second one is not shown beside the small one.
    assert ">143.0 FTE" not in said or said.count(">20.0 FTE") < 7


def test_where_a_share_comes_from_is_told_and_kinds_of_work_are_not_added_for_it(opened):
    trace = "data/trace"
    assert h1(said_of(opened("all", trace, metric="resource/share_of_money"))) == "Share of money: 16.0%"
    said = h1(said_of(opened("all", trace, metric="resource/recorded_share")))
    assert said.endswith("kinds of work are not added together")
