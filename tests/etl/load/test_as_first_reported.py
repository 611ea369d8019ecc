"""A return that is sent again: what was first reported stays beside what stands, and a rebuild gives both."""

from datetime import date

import pandas as pd
import pytest

from etl.publishing import first_reported
from etl.publishing.rebuild import rebuild
from metrics.catalogue import METRICS
from metrics.engine import read
from metrics.reads import reads_of
from store.warehouse import connect
from tests.etl.load.test_publish import everything

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
SCOPE = frozenset({("NORTHSHIRE", unit) for unit in ("DA1", "CA1", "MASH1")})


def work(month, **open_by_unit):
    """A caseload of one kind of work."""
    return [
        {"month_end": month, "unit": unit, "open": cases, "unallocated": 0}
        for unit, cases in open_by_unit.items()
    ]


def first(loads, by=("unit", "month_end"), metric="pressure/open"):
    """(unit and month, or month) -> open work as first reported, where a figure was corrected."""
    reader = connect(loads.store)
    try:
        found = read(reader.cursor(), metric, SCOPE, by=(*by, "work_family"), as_first=True, where=DOMESTIC)
    finally:
        reader.close()
    return {tuple(str(row[name])[:10] for name in by): row["value"] for row in found.to_dict("records")}


DOMESTIC = {"work_family": ["investigations"]}


def test_a_correction_keeps_the_figure_first_reported_of_its_unit_and_month(loads):
    loads.load(caseload=work(AUGUST, DA1=100))
    loads.load(caseload=work(SEPTEMBER, DA1=90, CA1=40))
    loads.load(caseload=work(SEPTEMBER, DA1=95))
    loads.load(caseload=work(SEPTEMBER, DA1=97))
    # CA1 was not sent again: it is there so that a total is of the same units.
    assert first(loads) == {("DA1", "2026-09-30"): 90, ("CA1", "2026-09-30"): 40}
    assert first(loads, by=("month_end",)) == {("2026-09-30",): 130}
    assert loads.ask("SELECT DISTINCT unit FROM figure_first WHERE metric = 'pressure/open'") == [("DA1",)]


def test_what_was_sent_again_is_named_with_its_first_and_its_present_load(loads):
    one = loads.load(caseload=work(SEPTEMBER, DA1=90, CA1=40))
    loads.load(caseload=work(SEPTEMBER, DA1=95))
    three = loads.load(caseload=work(SEPTEMBER, DA1=97))
    found = loads.ask("SELECT dataset, month_end, unit, first_load_id, load_id FROM correction")
    assert found == [("caseload", SEPTEMBER, "DA1", one, three)]
    ((before,),) = loads.ask("SELECT first_at <= corrected_at FROM correction")
    assert before


def test_the_same_figures_sent_again_are_no_correction_of_a_figure(loads):
    loads.load(caseload=work(SEPTEMBER, DA1=90))
    loads.load(caseload=work(SEPTEMBER, DA1=90))
    assert first(loads) == {}


@pytest.mark.deep
def test_an_undone_load_leaves_no_trace_in_what_was_first_reported(loads):
    wrong = loads.load(caseload=work(SEPTEMBER, DA1=900))
    loads.load(caseload=work(SEPTEMBER, DA1=90))
    correction = loads.load(caseload=work(SEPTEMBER, DA1=95))
    loads.undo(wrong)
    assert first(loads) == {("DA1", "2026-09-30"): 90}
    loads.undo(correction)
    assert first(loads) == {} and loads.ask("SELECT * FROM correction") == []


@pytest.mark.deep
def test_a_unit_that_a_correction_leaves_out_stays_as_it_was(loads):
    loads.load(caseload=work(SEPTEMBER, DA1=90))
    loads.load(caseload=work(SEPTEMBER, CA1=40))
    assert first(loads) == {}


@pytest.mark.parametrize(
    "later",
    [work(AUGUST, DA1=105), pytest.param(work(date(2026, 10, 31), DA1=70), marks=pytest.mark.deep)],
)
def test_what_was_first_reported_is_the_same_built_step_by_step_and_made_again(loads, later):
    loads.load(
        caseload=work(SEPTEMBER, DA1=90, CA1=40),
        people=[{"unit": "DA1", "month_end": SEPTEMBER, "person_ref": "1"}],
    )
    loads.load(caseload=work(AUGUST, DA1=100))
    loads.load(caseload=work(SEPTEMBER, DA1=95))
    loads.load(caseload=later)
    stood = everything(loads)
    assert stood["figure_first"] and stood["correction"]
    rebuild(loads.store, "me")
    assert everything(loads) == stood


@pytest.mark.deep
def test_people_sent_again_change_what_was_first_said_of_every_month_they_reach(loads):
    for month in (AUGUST, SEPTEMBER):
        loads.load(people=[{"unit": "DA1", "month_end": month, "person_ref": ref} for ref in ("1", "2")])
    loads.load(people=[{"unit": "DA1", "month_end": AUGUST, "person_ref": ref} for ref in ("1", "2", "3")])
    told = loads.ask(
        "SELECT DISTINCT month_end FROM figure_first WHERE metric = 'attrition/leavers_month' ORDER BY 1"
    )
    assert told == [(SEPTEMBER,)]  # two were there in August as first reported, and nobody left


@pytest.mark.deep
def test_movements_and_records_of_the_whole_force_can_be_sent_again(loads):
    for training in ("2025-01-10", "2026-01-10"):
        loads.load(
            training=[{"month_end": SEPTEMBER, "person_ref": "1", "unit": None, "completed_on": training}]
        )
    for event in ("leave force", "move"):
        loads.load(
            movements=[
                {"month_end": SEPTEMBER, "person_ref": "1", "event": event, "from_unit": "DA1",
                 "to_unit": "CA1" if event == "move" else None}
            ]
        )  # fmt: skip
    found = loads.ask("SELECT dataset, unit FROM correction ORDER BY ALL")
    assert found == [("movements", "DA1"), ("training", None)]


def month_ends(count):
    """That many month ends up to September 2026, oldest first."""
    return [(pd.Timestamp(SEPTEMBER) - pd.offsets.MonthEnd(back)).date() for back in range(count)][::-1]


def figures(loads, table):
    """Each figure of a table by measure, unit and month: its rows, rounded."""
    found = {}
    for *key, top, bottom in loads.ask(
        "SELECT metric, unit, month_end, work_family, work_type, role, course, reason, worker_type, "
        f"round(numerator, 6), round(denominator, 6) FROM {table} ORDER BY ALL"
    ):
        found.setdefault(tuple(key[:3]), []).append((*key[3:], top, bottom))
    return found


@pytest.mark.parametrize("place", [pytest.param(-1, marks=pytest.mark.deep), -13])
def test_what_is_kept_is_what_stood_before_the_correction_over_whole_years_too(loads, place):
    months = month_ends(27)
    people = [
        {"unit": unit, "month_end": month, "person_ref": str(ref), "training_ref": None}
        for n, month in enumerate(months)
        for unit in ("DA1", "CA1")
        for ref in range(n % 3, 5 + n % 4)
    ]
    cases = [row for n, month in enumerate(months) for row in work(month, DA1=90 + n, CA1=40)]
    record = [{"unit": None, "month_end": months[5], "person_ref": str(ref)} for ref in range(4)]
    loads.load(people=people, caseload=cases, training=record)
    before = figures(loads, "figure")
    loads.load(
        people=[row for row in people if row["month_end"] == months[place] and row["unit"] == "DA1"][2:]
    )
    kept, now = figures(loads, "figure_first"), figures(loads, "figure")
    assert {key[0] for key in kept} > {"attrition/left_unit_12m", "staffing/in_post_fte"}
    assert all(before[key] == rows for key, rows in kept.items())
    changed = {key for key in before if now.get(key) != before[key] and key[0] != "trust/rows_held_back"}
    assert {key for key in changed if gives_a_value(key, before)} == set(kept)


def gives_a_value(key, before):
    """Whether both parts of a figure stood: of a share of the force, beside the whole of the force."""
    metric, _, month = key
    whole = METRICS[metric].whose != "share of force" or (metric, None, month) in before
    return whole and all(None not in row[-2:] for row in before[key])


@pytest.mark.parametrize("metric", first_reported.KEPT, ids=lambda m: m.id)
def test_a_measure_is_reckoned_again_for_every_sheet_that_it_is_counted_from(warehouse, metric):
    for dataset in reads_of(warehouse, metric).datasets:
        assert metric in first_reported.touched_by([dataset])
