"""Demand, budgets and costs as loaded: covered by unit or force and by day, and of no month's return."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import DATED_BY_ROW
from etl.checking.check_file import check
from etl.difference.compare import compare
from etl.holding.held_cells import cells_of
from etl.holding.release import release, still_held
from etl.loading import claims
from etl.loading.decisions import Decisions, Holds
from etl.loading.load import load
from etl.publishing.codes import Codes
from settings import sample
from store import coverage
from store.coverage import Claim
from tests.etl.intake.workbooks import workbook
from tests.etl.load.conftest import Loads

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
HEADINGS = ["Month end", "Unit", "Category", "Counts", "Count", "Definition", "Source"]
RULE = "Home Office Counting Rules, April 2025"
STANDS = 'SELECT month_end, unit, "count" FROM demand ORDER BY ALL'


def recorded(count, month=SEPTEMBER, unit=None):
    return {"month_end": month, "unit": unit, "category": "rape", "count": count}


@pytest.fixture
def demand(loads: Loads) -> Loads:
    """Two months of the force and of one unit."""
    both = [recorded(40, m, u) for m in (AUGUST, SEPTEMBER) for u in (None, "CA1")]
    loads.load(demand=both)
    return loads


def test_unit_and_force_sent_again_take_the_place_of_their_own_month_alone_and_an_undo_brings_it_back(demand):
    before = demand.ask(STANDS)
    again = demand.load(demand=[recorded(7, unit="CA1")])
    assert demand.ask(STANDS) == [
        (AUGUST, "CA1", 40), (AUGUST, None, 40), (SEPTEMBER, "CA1", 7), (SEPTEMBER, None, 40),
    ]  # fmt: skip
    demand.undo(again)
    assert demand.ask(STANDS) == before
    demand.load(demand=[recorded(9)])
    assert demand.ask(STANDS)[-2:] == [(SEPTEMBER, "CA1", 40), (SEPTEMBER, None, 9)]


@pytest.mark.deep
def test_none_of_it_makes_a_month_or_a_figure_of_the_dashboard(demand):
    demand.load(caseload=[{"unit": "DA1"}])
    figures = "SELECT * FROM figure WHERE metric NOT LIKE '%demand%' ORDER BY ALL"
    before = demand.ask(figures)
    demand.load(
        demand=[recorded(5, date(2019, 1, 31))],
        budget=[
            {"year_ending": date(2030, 3, 31), "unit": unit, "spent_as_at": None} for unit in (None, "CA1")
        ],
        post_cost=[{"valid_from": date(2025, 9, 1)}],
    )
    assert demand.ask("SELECT DISTINCT month_end FROM figure") == [(SEPTEMBER,)]
    assert demand.ask(figures) == before
    assert demand.ask('SELECT "value" FROM meta WHERE "key" = \'newest_month\'') == [("2026-09-30",)]


@pytest.mark.deep
def test_the_cost_of_a_later_day_stands_beside_the_earlier_one(loads):
    loads.load(post_cost=[{"valid_from": date(2025, 9, 1), "cost_pounds": 58_000}])
    loads.load(post_cost=[{"valid_from": date(2026, 9, 1), "cost_pounds": 60_000}])
    loads.load(post_cost=[{"valid_from": date(2026, 9, 1), "cost_pounds": 61_000}])
    assert loads.ask("SELECT cost_pounds FROM post_cost ORDER BY valid_from") == [(58_000,), (61_000,)]


def sent(*rows):
    return ("demand.xlsx", workbook(Demand=[HEADINGS, *rows]))


def told(loads, file):
    return {b.code: b for b in check(loads.store, sample(), [file])[0].breaches}


def test_another_rule_than_the_one_loaded_and_a_count_far_from_those_loaded_are_told(loads):
    year = [date(2025, m, d) for m, d in ((9, 30), (10, 31), (11, 30), (12, 31))]
    year += [
        date(2026, m, d) for m, d in ((1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31))
    ]
    loads.load(demand=[recorded(400 + n % 5, month) for n, month in enumerate(year)])
    row = [SEPTEMBER, "Whole force", "rape", "recorded crimes", 900, RULE, "extract"]
    assert told(loads, sent(row))["count_unusual"].cells == ("E2",)
    other = told(loads, sent([*row[:4], 402, "Rules of April 2026", row[6]]))
    assert list(other) == ["definition_other"] and RULE in other["definition_other"].says
    assert told(loads, sent([*row[:4], 402, *row[5:]])) == {}


def test_what_would_change_is_told_beside_the_same_month(demand):
    row = ["rape", "recorded crimes", 41, RULE, "Crime system, monthly extract"]
    found = compare(demand.store, [sent([SEPTEMBER, "Whole force", *row], [AUGUST, "Whole force", *row])])
    rows = {
        (each.month_end, each.unit): (each.compared, each.changed, each.gone)
        for each in found.rows
        if each.changed
    }
    assert rows == {(AUGUST, ""): (AUGUST, 1, 0), (SEPTEMBER, ""): (SEPTEMBER, 1, 0)}


FRAMES = st.lists(
    st.sets(
        st.tuples(st.sampled_from([AUGUST, SEPTEMBER]), st.sampled_from([None, "DA1", "CA1"])), min_size=1
    ),
    max_size=4,
)


@given(FRAMES)
def test_who_speaks_for_what_is_as_reckoned_by_hand(loads_drawn):
    codes, made, stands = Codes(sample()), [], {}
    for seq, places in enumerate(loads_drawn, start=1):
        frame = pd.DataFrame(
            [("NORTHSHIRE", *each) for each in places], columns=["force", "month_end", "unit"], dtype=object
        )
        found = claims.scopes(codes, {"demand": [frame]})
        made += [Claim(scope, seq, f"L{seq:05d}") for scope in found]
        stands |= {(month.isoformat(), unit or ""): seq for month, unit in places}
    active = {(c.scope.month_end, c.scope.unit): c.seq for c in coverage.active(made)}
    assert active == stands


def test_queries_that_leave_out_national_tables_leave_these_out_too():
    root = Path(__file__).parents[3]
    queries = [p for layer in ("ui", "etl", "metrics") for p in (root / layer).rglob("*.sql")]
    without = {p.name: p.read_text("utf-8") for p in queries if "'police_'" in p.read_text("utf-8")}
    assert len(without) >= 5
    assert [name for name, text in without.items() if not all(f"'{d}'" in text for d in DATED_BY_ROW)] == []


@pytest.mark.deep
def test_a_row_of_the_whole_force_is_held_back_and_counted_when_it_is_put_right(loads):
    row = [SEPTEMBER, "Whole force", "rape", "recorded crimes", 41, RULE, "extract"]
    lots = [AUGUST, *row[1:4], "lots", *row[5:]]
    load(loads.store, [sent(row, lots)], "me", Decisions(holds=(Holds("Counted again"),)))
    (held,) = still_held(loads.store)
    cells = {cell.field: cell for cell in cells_of(loads.store, sample(), held)}
    assert cells["unit"].value == "Whole force" and "Whole force" in cells["unit"].choices
    assert loads.ask(STANDS) == [(SEPTEMBER, None, 41)]
    release(loads.store, held.key, {"count": "39"}, "Counted", "me")
    assert loads.ask(STANDS) == [(AUGUST, None, 39), (SEPTEMBER, None, 41)]
