"""Demand, budgets and costs behind a figure and on the returns page, from drawn tables."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from contracts import DATASETS
from contracts.to_duckdb import create_table
from contracts.to_rows import canonical_row
from tests.tables import insert
from ui.returns.beside_words import seen, table

QUERIES = Path(__file__).parents[2] / "ui" / "figures" / "queries"
SEPTEMBER, MARCH = date(2026, 9, 30), date(2026, 3, 31)
DRAWN = {
    "demand": [
        {"unit": None, "row_number": 5},
        {"unit": "CA1", "row_number": 6},
        {"unit": "DA1", "row_number": 7},
        {"unit": None, "month_end": date(2026, 8, 31), "row_number": 8},
    ],
    "budget": [
        {"unit": None, "year_ending": date(2027, 3, 31), "row_number": 2},
        {"unit": None, "year_ending": MARCH, "row_number": 3},
    ],
    "post_cost": [
        {"valid_from": date(2025, 9, 1), "row_number": 2},
        {"valid_from": date(2026, 9, 1), "row_number": 3},
        {"valid_from": date(2026, 10, 1), "row_number": 4},
        {"valid_from": date(2025, 9, 1), "role": "manager", "row_number": 5},
    ],
}


@pytest.fixture
def published():
    """The three tables as a published file has them, under the name that pages read it by."""
    con = duckdb.connect(":memory:")
    con.execute("ATTACH ':memory:' AS w")
    con.execute("USE w")
    for name, rows in DRAWN.items():
        dataset = DATASETS[name]
        con.execute(create_table(dataset))
        con.execute(f'ALTER TABLE "{name}" ADD COLUMN IF NOT EXISTS month_end DATE')
        made = [
            canonical_row(dataset, row["row_number"], **{k: v for k, v in row.items() if k != "row_number"})
            for row in rows
        ]
        insert(con, name, [{"month_end": row[dataset.dated_by], **row} for row in made])
    return con


def behind(con, month, *units):
    asked = {"force": "NORTHSHIRE", "units": list(units), "month": month, "months": [month]}
    sql = (QUERIES / "trace_rows_beside.sql").read_text("utf-8")
    found = con.execute(sql, {**asked, "datasets": list(DRAWN)}).fetchall()
    return [(name, of_unit, numbers) for name, _, _, _, of_unit, numbers in found]


def test_a_figure_rests_on_the_month_the_year_and_the_newest_cost_of_each_post(published):
    assert behind(published, SEPTEMBER, "CA1") == [
        ("budget", False, [2]),
        ("demand", False, [5]),
        ("demand", True, [6]),
        ("post_cost", False, [3]),
        ("post_cost", False, [5]),
    ]


def test_the_last_day_of_a_financial_year_is_of_that_year(published):
    assert ("budget", False, [3]) in behind(published, MARCH)


def test_units_sent_for_the_same_days_by_the_same_load_stand_in_one_row():
    units = {"CA1": "Child abuse", "DA1": "Domestic abuse"}
    span = (date(2026, 8, 31), SEPTEMBER, 2, "2026-10-05T09:00:00Z", "L00007")
    rows = [("demand", unit, *span) for unit in ("*", "CA1", "DA1", "VA1")]
    ((sheet, of, _, many, load),) = table(seen(rows, units), units).values.tolist()
    assert (sheet, of, many) == ("Demand", "The whole force, Child abuse and Domestic abuse", "2 months")
    assert load == "L00007, 5 October 2026"
