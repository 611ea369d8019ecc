"""What words were agreed to mean is kept for each force with who and when, never what is about a person."""

from datetime import date

import pytest

from settings.model import Alias
from settings.resolve import resolve
from store import matches
from store.audit import first_broken_line
from store.control import reading, transaction
from store.matches import Agreed, tells_of_a_person
from store.own_settings import keep_for_samples, settings_of
from store.place import open_store

FORCE = "NORTHSHIRE"


@pytest.fixture
def store(tmp_path):
    return keep_for_samples(open_store(tmp_path / "a store"))


def agree(store, text, code, list_name="units", how=matches.STATED, by="S Patel"):
    with transaction(store) as con:
        return matches.write(con, FORCE, [Agreed(Alias(list_name=list_name, code=code, text=text), how)], by)


def test_a_match_is_kept_as_it_was_sent_with_who_and_when(store):
    agree(store, "Team Falcon", "CA1")
    (kept,) = matches.remembered(store, FORCE)
    assert (kept.text, kept.code, kept.how, kept.by) == ("Team Falcon", "CA1", "stated", "S Patel")
    assert kept.at.endswith("Z") and not kept.is_heading
    assert matches.remembered(store, "SOUTHSHIRE") == ()


def test_the_settings_of_the_store_hold_what_was_agreed(store):
    agree(store, "Team Falcon", "CA1")
    found = resolve(settings_of(store), FORCE, "units", "team falcon", date(2026, 9, 30))
    assert (found.code, found.how) == ("CA1", "remembered")


def test_a_later_answer_takes_the_place_of_the_earlier_one(store):
    agree(store, "Team Falcon", "CA1")
    agree(store, "TEAM  FALCON", "DA1", by="A Analyst")
    (kept,) = matches.remembered(store)
    assert (kept.text, kept.code, kept.by) == ("TEAM  FALCON", "DA1", "A Analyst")


def test_what_was_agreed_and_forgotten_stands_in_the_audit_without_the_words(store):
    agree(store, "Team Falcon", "CA1")
    with transaction(store) as con:
        (kept,) = matches.of(con)
        assert matches.remove(con, kept, "A Analyst")
        assert not matches.remove(con, kept, "A Analyst")
    with reading(store) as con:
        lines = [tuple(r) for r in con.execute("SELECT who, verb, what, detail FROM audit ORDER BY seq")]
        assert first_broken_line(con) is None
    assert [line[:3] for line in lines] == [
        ("S Patel", "alteration", "matches of NORTHSHIRE"),
        ("A Analyst", "erasure", "matches of NORTHSHIRE"),
    ]
    assert "falcon" not in str(lines).casefold()
    assert matches.remembered(store) == ()


@pytest.mark.parametrize(
    ("list_name", "text"),
    [
        ("units", "DC Smith"),
        ("units", "A/DS Jane Smith"),
        ("units", "Jones 4417"),
        ("courses", "j.smith@force.police.uk"),
        ("column:people", "PC 1234"),
        ("units", "NP/014/26"),
        ("units", "x" * 81),
    ],
)
def test_what_may_be_a_person_or_a_case_is_never_kept(store, list_name, text):
    assert tells_of_a_person(list_name, text)
    assert agree(store, text, "CA1", list_name) == 0
    assert matches.remembered(store) == ()


@pytest.mark.parametrize(
    ("list_name", "text"),
    [
        ("units", "Team 12"),
        ("courses", "ICIDP 2024"),
        ("roles", "DC Detective"),
        ("units", "Missing persons"),
    ],
)
def test_a_team_a_course_or_a_role_is_no_person(list_name, text):
    assert not tells_of_a_person(list_name, text)
