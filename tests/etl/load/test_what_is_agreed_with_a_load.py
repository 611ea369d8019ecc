"""A word agreed with a load is remembered with it: next month is not asked, and a rebuild reads the same."""

from dataclasses import replace
from datetime import date

import pytest

from etl.__main__ import main
from etl.loading.decisions import Decisions
from etl.loading.load import load
from settings import sample
from settings.model import Alias
from settings.remembered import with_remembered
from store import matches, open_store, publications
from store.warehouse import connect
from tests.etl.load.test_command_line import caseload, place  # noqa: F401

FORCE = "NORTHSHIRE"
OCTOBER = date(2026, 10, 31)
FALCON = Alias(list_name="units", code="CA1", text="Team Falcon")


def falcon(cases=100, unit="Team Falcon", **month) -> bytes:
    return caseload(cases, unit, **month)


def published(sql):
    reader = connect(open_store())
    try:
        return reader.cursor().execute(sql).fetchall()
    finally:
        reader.close()


def open_work():
    return dict(published('SELECT unit, sum("open") FROM caseload GROUP BY unit'))


def kept():
    return [(m.list_name, m.text, m.code, m.how, m.by) for m in matches.remembered(open_store())]


def test_an_unknown_word_is_refused_with_what_to_type_and_taken_with_an_answer(place, capsys):  # noqa: F811
    file = place("september.xlsx", falcon())
    assert main(["load", file]) == 1
    told = capsys.readouterr().out
    assert "Unit “Team Falcon” (Caseload, 1 row)." in told and '--match "units:Team Falcon=CODE"' in told
    assert "DA1" in told and "leave out" in told and kept() == []

    assert main(["check", file, "--match", "units:Team Falcon=CA1"]) == 0
    assert kept() == []  # a check keeps nothing
    assert main(["load", file, "--match", "units:Team Falcon=CA1", "--by", "S Patel"]) == 0
    assert kept() == [("units", "Team Falcon", "CA1", "stated", "S Patel")]
    assert open_work() == {"CA1": 100}


def test_next_month_is_not_asked(place, capsys):  # noqa: F811
    september = place("september.xlsx", falcon())
    main(["check", september, "--match", "units:Team Falcon=CA1"])
    said = capsys.readouterr().out
    assert "read as you say: “Team Falcon” as" in said and "agreed before" not in said
    main(["load", september, "--match", "units:Team Falcon=CA1"])
    capsys.readouterr()
    assert main(["check", place("october.xlsx", falcon(120, month=OCTOBER, unit="team falcon"))]) == 0
    assert "read as agreed before: “team falcon” as" in capsys.readouterr().out


def test_a_slip_is_told_loaded_and_remembered(place, capsys):  # noqa: F811
    assert main(["load", place("september.xlsx", falcon(unit="Child abuse investgation")), "--by", "me"]) == 0
    assert "“Child abuse investgation” was read as Child abuse investigation" in capsys.readouterr().out
    assert kept() == [("units", "Child abuse investgation", "CA1", "close", "me")]
    assert open_work() == {"CA1": 100}
    main(["rebuild"])
    assert open_work() == {"CA1": 100} and published("SELECT sum(rows_held) FROM load") == [(0,)]


def test_an_answer_is_kept_only_with_a_load_that_has_use_for_it(place):  # noqa: F811
    spoiled = caseload("many", "Team Falcon")
    assert main(["load", place("spoiled.xlsx", spoiled), "--match", "units:Team Falcon=CA1"]) == 1
    assert kept() == []
    good = place("good.xlsx", caseload())
    assert main(["load", good, "--match", "units:Team Falcon=CA1"]) == 0
    assert kept() == []


def test_a_word_agreed_while_files_are_read_is_read_by_that_load_too(place, monkeypatch):  # noqa: F811
    """Two people load at once: the second has read its files before the first has agreed on a word."""
    store = open_store()
    real = __import__("etl.loading.load", fromlist=["checked"]).checked
    calls = []

    def slow(settings, files, *rest, **named):
        read = real(settings, files, *rest, **named)
        if not calls:
            calls.append(1)
            load(store, [("first.xlsx", falcon())], "first", Decisions(words=(FALCON,)))
        return read

    monkeypatch.setattr("etl.loading.load.checked", slow)
    load(store, [("second.xlsx", caseload(50))], "second")
    assert open_work() == {"CA1": 100, "DA1": 50}
    assert published("SELECT sum(rows_held) FROM load") == [(0,)]


def test_what_was_agreed_is_part_of_the_settings_that_a_publication_names(place):  # noqa: F811
    import settings as door

    store = open_store()
    load(store, [("september.xlsx", falcon())], "me", Decisions(words=(FALCON,)))
    named = door.digest(with_remembered(sample(), FORCE, [FALCON]))
    assert publications.current(store).settings_hash == named


@pytest.mark.parametrize("text", ["DC Smith", "Jones 4417"])
def test_what_may_be_a_person_is_not_remembered_even_when_stated(place, text):  # noqa: F811
    file = place("september.xlsx", falcon(unit=text))
    assert main(["load", file, "--match", f"units:{text}=CA1"]) == 2
    assert kept() == []


def test_answers_reach_a_worker_as_plain_lists():
    from etl.loading.decisions import from_plain

    decided = Decisions(words=(FALCON, replace(FALCON, text="Team Kestrel")))
    assert from_plain(decided.plain()) == decided


def test_a_word_that_is_remembered_is_not_read_otherwise_behind_the_back_of_earlier_rows(place, capsys):  # noqa: F811
    main(["load", place("september.xlsx", falcon()), "--match", "units:Team Falcon=CA1"])
    october = place("october.xlsx", falcon(120, month=OCTOBER))
    capsys.readouterr()
    assert main(["load", october, "--match", "units:Team Falcon=DA1"]) == 2
    assert "is remembered as CA1. To read it otherwise, change that first" in capsys.readouterr().out
    other = Decisions(words=(replace(FALCON, code="DA1"),))
    refused = load(open_store(), [("october.xlsx", falcon(120, month=OCTOBER))], "me", other).refused
    assert "is remembered as CA1" in refused[0].why[0] and open_work() == {"CA1": 100}
