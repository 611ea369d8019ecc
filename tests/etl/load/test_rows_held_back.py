"""Settings that lose a name hold rows back. What is left of a sheet is no figure then."""

from dataclasses import replace
from datetime import date

import pytest

from etl.publishing.plan import Change
from etl.publishing.publish import publish
from store.lock import writing

FORCE = "NORTHSHIRE"
SEPTEMBER = date(2026, 9, 30)
PEOPLE = [
    {"unit": "DA1", "person_ref": "1", "fte": 1.0},
    {"unit": "DA1", "person_ref": "2", "fte": 0.5},
    {"unit": "CA1", "person_ref": "3", "fte": 1.0},
    {"unit": "CA1", "person_ref": "4", "fte": 1.0},
]
POSTS = [{"unit": unit, "in_post_fte": None} for unit in ("DA1", "CA1")]


def publish_without_the_name_of(loads, code: str) -> None:
    """Publish under settings in which the unit is still there, under another name."""
    (force,) = loads.settings.forces
    units = tuple(replace(u, title="Renamed", names=()) if u.code == code else u for u in force.units)
    changed = replace(loads.settings, forces=(replace(force, units=units),))
    with writing(loads.store):
        publish(loads.store, changed, Change(everything=True), "me", "settings changed")


@pytest.fixture
def held(loads):
    """A month of two teams, of which one's name is lost after it was loaded."""
    loads.load(establishment=POSTS, people=PEOPLE)
    publish_without_the_name_of(loads, "CA1")
    return loads


def in_post(loads) -> dict[str, float]:
    """FTE in post by unit; a unit without a figure is not in it."""
    return dict(
        loads.ask(
            "SELECT unit, sum(numerator) FROM figure WHERE metric = 'staffing/in_post_fte' "
            "AND unit IN ('DA1', 'CA1') GROUP BY unit"
        )
    )


def test_a_team_whose_rows_are_held_back_is_missing_and_not_empty(held):
    assert in_post(held) == {"DA1": 1.5}


def test_rows_held_back_are_counted_where_trust_figures_read_them(held):
    assert held.ask("SELECT dataset, rows_read, rows_loaded, rows_held FROM load ORDER BY dataset") == [
        ("establishment", 2, 1, 1),
        ("people", 4, 2, 2),
    ]
    assert held.ask(
        "SELECT numerator, denominator FROM figure "
        "WHERE metric = 'trust/rows_held_back' AND reason = 'people'"
    ) == [(2.0, 4.0)]


def test_the_finding_names_the_unit_and_the_word_as_it_was_sent(held):
    assert held.ask(
        "SELECT id, unit, month_end, n, detail FROM finding WHERE id LIKE 'etl.%' ORDER BY n"
    ) == [
        ("etl.held_unknown_word", "CA1", SEPTEMBER, 1, "establishment: unit “Child abuse investigation”"),
        ("etl.held_unknown_word", "CA1", SEPTEMBER, 2, "people: unit “Child abuse investigation”"),
    ]


def test_the_name_given_back_gives_the_figures_back(held):
    with writing(held.store):
        publish(held.store, held.settings, Change(everything=True), "me", "settings put right")
    assert in_post(held) == {"DA1": 1.5, "CA1": 2.0}
    assert held.ask("SELECT sum(rows_held) FROM load") == [(0,)]


def test_one_of_two_names_of_a_team_lost_leaves_no_part_of_the_team_as_its_figure(loads):
    (force,) = loads.settings.forces
    unit = next(u for u in force.units if u.code == "CA1")
    name = replace(unit.names[0], text="Child team", valid_from=None, valid_to=None)
    named = replace(unit, names=(*unit.names, name))
    known = replace(
        loads.settings,
        forces=(replace(force, units=tuple(named if u is unit else u for u in force.units)),),
    )
    loads.settings, before = known, loads.settings
    loads.load(people=[PEOPLE[0], PEOPLE[2], {**PEOPLE[3], "unit": "Child team"}])
    assert in_post(loads) == {"DA1": 1.0, "CA1": 2.0}
    with writing(loads.store):
        publish(loads.store, before, Change(everything=True), "me", "settings changed")
    assert in_post(loads) == {}


def test_rows_that_a_later_load_replaced_are_not_held_back_and_leave_the_others_be(loads):
    loads.load(people=PEOPLE)
    loads.load(people=[PEOPLE[2]])
    publish_without_the_name_of(loads, "CA1")
    assert in_post(loads) == {"DA1": 1.5}
    assert loads.ask("SELECT load_id, rows_held FROM load ORDER BY load_id") == [("L00001", 0), ("L00002", 1)]
    assert loads.ask("SELECT unit, n FROM finding WHERE id LIKE 'etl.%'") == [("CA1", 1)]
