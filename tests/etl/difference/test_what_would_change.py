"""Rows, people, units and findings that files would change, before anything of them is saved."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

import pytest

from etl.command_line.print_difference import lines
from etl.difference import candidate
from etl.difference.compare import compare
from etl.difference.model import Base
from etl.difference.ranges import range_before
from etl.difference.written import from_text, to_text
from etl.loading.decisions import all_accepted
from etl.loading.load import load
from metrics.catalogue import METRICS
from settings import sample
from settings.model import Settings
from store import history, publications
from tests.etl.difference.conftest import a_file

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
OK = all_accepted("drawn in a test")


def cases(month, **still_open):
    return a_file(
        "caseload",
        [{"month_end": month, "unit": unit, "open": n, "unallocated": 0} for unit, n in still_open.items()],
        f"cases {month:%b}.csv",
    )


def staff(month, **refs):
    rows = [
        {"month_end": month, "unit": unit, "person_ref": ref} for unit, those in refs.items() for ref in those
    ]
    return a_file("people", rows, f"people {month:%b}.csv")


@pytest.fixture
def august(store):
    sent = [cases(AUGUST, DA1=118, CA1=60, MASH1=30), staff(AUGUST, DA1=["1", "2", "3"], CA1=["4"])]
    assert len(load(store, sent, "me", OK).loads) == 2
    return store


SENT = [cases(SEPTEMBER, DA1=118, CA1=64), staff(SEPTEMBER, DA1=["1", "4"], CA1=["5"])]


def everything_in(store):
    return {
        str(p.relative_to(store.path)) for p in store.path.rglob("*") if p.suffix in (".parquet", ".duckdb")
    }


def test_rows_people_and_units_are_beside_the_month_before_and_nothing_is_saved(august, monkeypatch):
    before = everything_in(august), len(history.loads(august)), publications.current(august)
    found = compare(august, SENT)
    assert (everything_in(august), len(history.loads(august)), publications.current(august)) == before
    assert from_text(to_text(found)) == found

    rows = {(r.dataset, r.unit): (r.compared, r.new, r.changed, r.gone, r.same) for r in found.rows}
    assert rows == {
        ("caseload", "DA1"): (AUGUST, 0, 0, 0, 1),
        ("caseload", "CA1"): (AUGUST, 0, 1, 0, 0),
        ("people", "DA1"): (AUGUST, 1, 0, 2, 1),
        ("people", "CA1"): (AUGUST, 1, 0, 1, 0),
    }
    people = {(p.what, p.from_unit, p.to_unit): p.people for p in found.people}
    assert people == {("gone", "DA1", ""): 2, ("moved", "CA1", "DA1"): 1, ("new", "", "CA1"): 1}
    assert [(gone.title, gone.last_month, gone.datasets) for gone in found.units_gone] == [
        (next(u.title for u in sample().forces[0].units if u.code == "MASH1"), AUGUST, ("caseload",))
    ]
    added = {(f.id, f.unit) for f in found.findings_added}
    assert {("unit_not_in_this_month", "MASH1"), ("caseload_same_as_last_month", "DA1")} <= added
    told = "\n".join(lines(found))
    assert "MASH1: 30 (open cases last month" in told and "1 moved, from CA1 to DA1." in told

    assert len(found.persons) == 4
    without = Settings((replace(sample().forces[0], person_lists=False),))
    monkeypatch.setattr(candidate, "settings_of", lambda store: without)
    assert compare(august, SENT[1:]).persons == ()


def test_a_load_that_was_looked_at_is_loaded_only_where_the_store_has_not_moved(august):
    seen = compare(august, SENT[:1]).base
    assert seen.publication == 1
    assert load(august, SENT[1:], "somebody else", OK).loads
    moved = load(august, SENT[:1], "me", OK, seen=seen)
    assert (moved.moved, moved.loads, len(history.loads(august))) == (True, (), 3)
    other_settings = Base(2, "others")
    assert load(august, SENT[:1], "me", OK, seen=other_settings).moved
    assert load(august, SENT[:1], "me", OK, seen=replace(seen, publication=2)).loads


def test_a_file_that_changes_nothing_is_told_and_compared_with_nothing(august):
    found = compare(august, [cases(AUGUST, DA1=118, CA1=60, MASH1=30)])
    assert found.files == () and found.rows == ()
    assert "already loaded" in found.said[0]
    assert list(lines(found))[-1] == "Nothing would change."


MONTHS = [date(2026, n, monthrange(2026, n)[1]) for n in range(1, 10)]


def test_a_count_of_each_month_has_the_usual_range_of_the_months_before():
    found = range_before(
        METRICS["pressure/new"], dict(zip(MONTHS, [50, 53, 49, 51, 50, 52, 48, 51, 50], strict=True))
    )
    assert (found.kind, found.months) == ("trial", 9)
    assert 40 < found.low < 48 and 53 < found.high < 60


def test_a_stock_has_only_the_lowest_and_highest_of_the_year_before():
    values = {date(2025, 1, 31): 99.0, **dict(zip(MONTHS, [10.0, None, *range(11, 18)], strict=True))}
    values |= {date(2025, n, 28): 12.0 for n in range(10, 13)}
    found = range_before(METRICS["staffing/deployable_fte"], values)
    assert (found.kind, found.low, found.high, found.months) == ("seen", 10.0, 17.0, 11)


def test_nothing_known_before_gives_no_range():
    assert range_before(METRICS["pressure/new"], {}) is None
    assert range_before(METRICS["staffing/deployable_fte"], {AUGUST: None}) is None
