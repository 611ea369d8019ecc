"""What the returns page says, from small tables."""

from datetime import date
from types import SimpleNamespace

import pandas as pd

from ui.findings import loads as load_words
from ui.findings import returns as words

AUG, SEP = date(2026, 8, 31), date(2026, 9, 30)
UNITS = {"DA1": "Domestic abuse", "CA1": "Child abuse"}
EXPECTED = ("caseload", "training", "people")


def load(**changed):
    base = {
        "load_id": "L1",
        "file_name": "caseload.xlsx",
        "months": ("2026-09-30",),
        "loaded_at": "2026-10-06T09:14:00",
        "loaded_by": "data officer",
        "records": 1204,
        "state": "published",
        "standing": "current",
        "active_scopes": 2,
        "undone_at": None,
        "undone_by": None,
    }
    return SimpleNamespace(**{**base, **changed})


def test_a_unit_without_its_return_is_named_and_a_sheet_nobody_sends_is_not_missed():
    seen = words.grid(
        [
            ("caseload", "DA1", AUG),
            ("caseload", "CA1", AUG),
            ("caseload", "DA1", SEP),
            ("training", "*", AUG),
            ("training", "*", SEP),
        ],
        UNITS,
        EXPECTED,
    )
    assert seen.months == (SEP, AUG)
    assert [[c.said for c in row.cells] for row in seen.rows] == [["2 of 3", "2 of 3"], ["1 of 3", "2 of 3"]]
    assert seen.rows[1].cells[0].word == "not in: Caseload"
    assert words.headline(seen) == "September 2026 is without Caseload of 1 unit"
    assert words.gone_said(seen) == ["Caseload, September 2026: no return from Child abuse."]


def test_what_has_not_come_is_counted_in_workbooks_sheets_and_months():
    every = ("caseload", "establishment", "people", "unavailable", "training")
    came = [(name, "*", AUG) for name in every] + [("establishment", "*", SEP), ("people", "*", SEP)]
    no_books = words.grid([*came, ("unavailable", "*", SEP)], UNITS, every)
    assert words.headline(no_books) == "2 workbooks of September 2026 have not come: caseload and training"
    one = words.grid([*came, ("training", "*", SEP), ("caseload", "DA1", SEP)], UNITS, every)
    assert words.headline(one).split("; ") == [
        "The Unavailable sheet of September 2026 has not come",
        "September 2026 is without Caseload of 1 unit",
    ]
    before = [row for row in came if row != ("people", "*", AUG)]
    assert words.headline(words.grid([*before, ("unavailable", "*", SEP)], UNITS, every)).endswith(
        "; 1 earlier month lacks something too"
    )


def test_a_month_that_has_ended_with_nothing_at_all_is_said_first():
    seen = words.grid([("caseload", "DA1", AUG)], UNITS, EXPECTED, late=(SEP,))
    assert words.headline(seen) == "No returns yet for September 2026"
    assert [c.said for c in seen.rows[0].cells] == ["0 of 3", "1 of 3"]
    assert words.gone_said(seen) == ["Caseload, August 2026: no return from Child abuse."]


def test_everything_in_and_nothing_at_all_are_both_said():
    assert (
        words.headline(words.grid([("caseload", "DA1", AUG)], {"DA1": "DA"}, EXPECTED))
        == "Training and People have never been sent; every other expected return is in"
    )
    assert words.headline(words.grid([], UNITS, EXPECTED, late=(SEP,))) == "No returns have been loaded yet"


def test_the_history_says_who_when_and_whether_it_still_holds():
    table = load_words.history(
        [load(), load(state="undone", undone_at="2026-10-07T10:00:00", undone_by="sergeant")]
    )
    assert table.iloc[0].tolist() == [
        "caseload.xlsx",
        "September 2026",
        "6 Oct 2026, 09:14",
        "data officer",
        "1,204",
        "Current",
    ]
    assert table.iloc[1]["Now"] == "Undone 7 Oct 2026, 10:00 by sergeant"


def test_only_loads_that_still_hold_something_can_be_undone():
    assert len(load_words.can_undo([load(), load(state="undone"), load(active_scopes=0)])) == 1
    assert load_words.undo_label(load()) == "caseload.xlsx · September 2026 · loaded 6 Oct 2026, 09:14"


def test_several_months_are_said_as_a_span():
    assert load_words.months_said(("2026-08-31", "2026-09-30")) == "August 2026 to September 2026"
    assert load_words.months_said(()) == "no month"


def test_a_load_that_was_undone_says_by_whom_and_when_and_one_that_stands_says_nothing():
    gone = load(state="undone", undone_at="2026-10-07T10:00:00", undone_by="S Patel")
    assert load_words.undone_said([load()]) == ""
    assert load_words.undone_said([gone]) == "Undone by S Patel on 7 Oct 2026, 10:00."
    assert load_words.undone_said([load(load_id="L2"), gone]) == (
        "Load L1: undone by S Patel on 7 Oct 2026, 10:00."
    )


def ends(count):
    """Month ends, oldest first, up to September 2026."""
    return [(pd.Timestamp(SEP) - pd.offsets.MonthEnd(n)).date() for n in range(count)][::-1]


def test_everything_in_is_said_of_as_many_months_as_it_holds_for():
    every = [(name, "*", month) for month in ends(30) for name in EXPECTED]
    assert words.headline(words.grid(every, UNITS, EXPECTED)) == (
        "Every expected return is in for the last 30 months"
    )
    lacking = [row for row in every if row != ("people", "*", ends(15)[0])]
    assert words.headline(words.grid(lacking, UNITS, EXPECTED)).endswith("for the last 14 months")
    gap = [row for row in every if row[2] != ends(12)[0]]
    assert words.headline(words.grid(gap, UNITS, EXPECTED)).endswith("for the last 11 months")
