"""The overview's panel of signals, through the dashboard, on a made store."""

import re
from datetime import date

import duckdb
import pytest
import streamlit as st

from tests.ui.made_warehouse import FORCE, Made
from tests.ui.test_pages import PAGES, opened, text  # noqa: F401

LAST = date(2026, 9, 30)


@pytest.fixture
def changed(opened, monkeypatch, tmp_path):  # noqa: F811
    """Open the overview on figures that a test changes first: `changed(sql)`."""
    from tests.ui import made_warehouse

    built = made_warehouse.built

    def open_it(*statements, made=Made(), **address):  # noqa: B008
        def and_change(made):
            path = tmp_path / "changed.duckdb"
            path.write_bytes(built(made))
            with duckdb.connect(str(path)) as con:
                for statement in statements:
                    con.execute(statement)
            return path.read_bytes()

        monkeypatch.setattr(made_warehouse, "built", and_change)
        return text(opened(PAGES[0], made, **address))

    yield open_it
    st.cache_data.clear()
    st.cache_resource.clear()


STEADY = (
    "update figure set numerator = 40 + 3 * (month(month_end) % 2) where metric in ('pressure/new', "
    "'pressure/closed')",
    "update figure set numerator = 3 - 6 * (month(month_end) % 2) where metric = 'pressure/net_change'",
    "delete from figure where metric = 'attrition/leavers_month'",
)
STEP = (
    "update figure set numerator = 90 where metric = 'pressure/new' and unit = 'DA1' "
    f"and month_end = date '{LAST}'"
)


def test_a_signal_is_told_with_its_range_and_the_page_that_proves_it(changed):
    said = changed(*STEADY, STEP)
    assert "What changed, and so what" in said
    assert (
        "Unusually high.</span> Domestic abuse investigation: 90 new investigations in September 2026."
        in said
    )
    assert re.search(r"Usual range \d+ to \d+ a month\. Not unusual the month before\. ", said)
    assert 'href="one-unit?month=2026-09&amp;unit=DA1"' in said
    assert "1 signal this month; fewer than one expected by chance." in said


def test_nothing_unusual_is_a_finding(changed):
    said = changed(*STEADY)
    assert "Nothing unusual this month." in said
    assert "0 signals this month; fewer than one expected by chance. 24 charts judged." in said
    assert "Unusually" not in said and "Sustained" not in said


def test_a_missing_last_month_gives_no_verdict(changed):
    gone = f"delete from figure where metric = 'pressure/new' and unit = 'DA1' and month_end = date '{LAST}'"
    said = changed(*STEADY, gone)
    assert "No verdict on 1 chart: the last month is missing (Domestic abuse investigation)." in said


def test_a_first_month_claims_nothing(changed):
    said = changed(*STEADY, made=Made(months=1))
    assert "No chart has enough months to be judged yet" in said
    assert "Nothing unusual" not in said


def test_a_card_says_how_long_a_line_has_been_passed(changed):
    run = (
        f"insert into line_run values ('pressure/open_per_deployable_carrier', '{FORCE}', 'DA1', "
        f"'investigations', date '{LAST}', 18, 9, 12, 4, 7, date '2026-06-30')"
    )
    said = changed(*STEADY, run)
    assert "1 unit over its local line, for 4 months" in said
    assert "<li>Over the local line for 4 months</li>" in said


def test_a_file_published_before_there_were_runs_says_nothing_of_them(changed):
    assert "local line" not in changed(*STEADY, "drop table line_run")
