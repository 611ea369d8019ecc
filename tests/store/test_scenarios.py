"""Scenarios are kept as they were saved: none is rewritten, a rerun stands beside the one it reran."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from store import audit, scenarios
from store.control import open_control, reading
from store.scenarios import Draft
from store.written import NotWritten

ANSWER = {"id": "funded", "title": "Funded posts", "value": 30.0, "source": "Establishment, September 2026"}
DRAFT = Draft(
    "Six more posts", "NORTHSHIRE", ("DA1",), date(2026, 9, 30), 4, "0004.duckdb", {"answers": [ANSWER]}, 7,
    {"changed": {"deployable": [20.0, 21.5]}},
)  # fmt: skip


def test_a_scenario_is_kept_whole_and_read_again(store):
    number = scenarios.save(store, DRAFT, by="A. Manager")
    (saved,) = scenarios.standing(store, "NORTHSHIRE")
    assert (saved.id, saved.by, saved.draft) == (number, "A. Manager", DRAFT)
    assert saved.at.endswith("Z") and scenarios.standing(store, "OTHER") == ()


def test_a_rerun_is_a_row_of_its_own_that_names_the_old_one_and_both_stand(store):
    first = scenarios.save(store, DRAFT, by="A. Manager")
    again = replace(DRAFT, month_end=date(2026, 10, 31), publication_id=5, rerun_of=first)
    second = scenarios.save(store, again, by="B. Manager")
    newest, oldest = scenarios.standing(store, "NORTHSHIRE")
    assert (newest.id, newest.draft.rerun_of, oldest.id, oldest.draft) == (second, first, first, DRAFT)
    with pytest.raises(NotWritten, match="no longer there"):
        scenarios.save(store, replace(again, rerun_of=99), by="B. Manager")


def test_withdrawing_is_recorded_and_happens_once(store):
    number = scenarios.save(store, DRAFT, by="A. Manager")
    scenarios.withdraw(store, number, by="C. Chief")
    assert scenarios.standing(store, "NORTHSHIRE") == ()
    (gone,) = scenarios.every(store, "NORTHSHIRE")
    assert gone.withdrawn_by == "C. Chief" and gone.withdrawn_at and gone.draft == DRAFT
    with pytest.raises(NotWritten, match="no longer there"):
        scenarios.withdraw(store, number, by="C. Chief")


def test_saving_and_withdrawing_are_in_the_audit(store):
    scenarios.withdraw(store, scenarios.save(store, DRAFT, by="A. Manager"), by="C. Chief")
    with reading(store) as con:
        lines = [tuple(row) for row in con.execute("SELECT who, verb, what FROM audit ORDER BY seq")]
        assert audit.first_broken_line(con) is None
    assert lines[-2:] == [
        ("A. Manager", "collection", "scenario 1"),
        ("C. Chief", "alteration", "withdrawal of scenario 1"),
    ]


@pytest.mark.parametrize(
    ("change", "by", "why"),
    [
        ({"name": "  "}, "A. Manager", "The name of the scenario is empty"),
        ({"name": "After NP/014/26"}, "A. Manager", "reads like a reference"),
        ({}, "", "Your name is empty"),
        (
            {"inputs": {"answers": [ANSWER | {"source": ""}]}},
            "A. Manager",
            "source of “Funded posts” is empty",
        ),
        ({"inputs": {"answers": [ANSWER | {"source": "told by a.b@c.d"}]}}, "A. Manager", "a.b@c.d"),
    ],
)
def test_words_that_cannot_be_kept_are_refused_and_nothing_is_saved(store, change, by, why):
    with pytest.raises(NotWritten, match=why):
        scenarios.save(store, replace(DRAFT, **change), by=by)
    assert scenarios.every(store, "NORTHSHIRE") == ()


@pytest.mark.parametrize(
    "source",
    [
        "Published: full cost, of the roles in post. Finance paper CO/2025/114",
        "Published: " + "a long paper, " * 20,
    ],
    ids=["a reference of a paper", "longer than may be typed"],
)
def test_what_the_product_filled_in_is_kept_as_it_is_and_the_same_words_typed_are_refused(store, source):
    draft = replace(DRAFT, inputs={"answers": [ANSWER | {"source": source}]})
    number = scenarios.save(store, replace(draft, filled=frozenset({"funded"})), by="A. Manager")
    assert scenarios.standing(store, "NORTHSHIRE")[0].draft == draft and number == 1
    with pytest.raises(NotWritten):
        scenarios.save(store, replace(draft, filled=frozenset({"deployable"})), by="A. Manager")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE scenario SET name = 'another'",
        "UPDATE scenario SET result = '{}', withdrawn_by = 'x', withdrawn_at = 'y'",
        "DELETE FROM scenario",
        "INSERT OR REPLACE INTO scenario SELECT * FROM scenario",
    ],
)
def test_no_row_is_rewritten_deleted_or_replaced(store, change):
    scenarios.save(store, DRAFT, by="A. Manager")
    con = open_control(store)
    with pytest.raises(sqlite3.IntegrityError, match="withdrawn"):
        con.execute(change)
    con.close()
    assert scenarios.standing(store, "NORTHSHIRE")[0].draft == DRAFT
