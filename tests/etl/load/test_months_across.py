"""A sheet with months across is loaded as the returns of its months, and sent again changes nothing."""

from datetime import date

from etl.loading.decisions import Decisions
from etl.loading.load import load
from tests.etl.intake.workbooks import CHILD, DOMESTIC, workbook

FOUR = ("Open", "Unallocated", "New", "Closed")
HEADS = ["Unit", "Work type", *(f"{c} Aug-26" for c in FOUR), *(f"{c} Sep-26" for c in FOUR)]
ROWS = [[*DOMESTIC[1:3], 120, 14, 41, 38, 123, 15, 41, 38], [*CHILD[1:3], 64, 3, 12, 10, 66, 4, 12, 10]]


def sent(store):
    return load(store, [("year.xlsx", workbook(Caseload=[HEADS, *ROWS]))], "S Patel", Decisions())


def test_each_month_is_published_and_the_same_file_again_changes_nothing(loads):
    done = sent(loads.store)
    assert not done.refused, done.refused
    asked = 'SELECT month_end, unit, "open" FROM caseload ORDER BY month_end, unit'
    held = loads.ask(asked)
    assert held == [
        (date(2026, 8, 31), "CA1", 64),
        (date(2026, 8, 31), "DA1", 120),
        (date(2026, 9, 30), "CA1", 66),
        (date(2026, 9, 30), "DA1", 123),
    ]
    sent(loads.store)
    assert loads.ask(asked) == held
