"""What a word was agreed to mean is listed, changed and removed; what rests on it is told before."""

from datetime import date

import pytest

from etl.__main__ import main
from etl.loading.decisions import Decisions
from etl.loading.load import load
from etl.publishing.publish import settings_of
from etl.words.cannot_change import CannotChange
from etl.words.change_match import change
from etl.words.rests_on import rests_on
from settings.model import Alias
from settings.remembered import LEFT_OUT
from store import matches, open_store, publications
from store.audit import first_broken_line
from store.control import reading
from tests.etl.load.test_command_line import caseload, place  # noqa: F401
from tests.etl.load.test_what_is_agreed_with_a_load import FALCON, falcon, open_work, published

AUGUST = date(2026, 8, 31)


@pytest.fixture
def store(place):  # noqa: F811
    """Two months of a team that nobody has set, of whom was agreed that it is CA1; one month of DA1."""
    held = open_store()
    falcons = [("august.xlsx", falcon(90, month=AUGUST)), ("september.xlsx", falcon(100))]
    load(held, [*falcons, ("other.xlsx", caseload(50))], "S Patel", Decisions(words=(FALCON,)))
    return held


def the_match(store):
    (match,) = matches.remembered(store)
    return match


def covered():
    return published("SELECT unit, month_end::VARCHAR, rows_held FROM coverage ORDER BY ALL")


def test_matches_are_listed_with_who_and_when(store, capsys):
    assert main(["matches"]) == 0
    told = capsys.readouterr().out
    assert "units:Team Falcon=CA1" in told and "(Child abuse investigation)" in told and "by S Patel" in told


def test_what_rests_on_a_match_is_told_before_it_is_removed(store, capsys):
    before = publications.current(store)
    assert main(["matches", "--remove", "units:team falcon"]) == 0
    told = capsys.readouterr().out
    assert "2 loaded rows hold it: Caseload, August 2026 to September 2026" in told
    assert "these figures of Child abuse investigation are missing" in told
    assert "Nothing was changed. Add --yes to do it." in told
    assert publications.current(store) == before and the_match(store).code == "CA1"


def test_a_match_that_is_removed_holds_its_rows_back_as_settings_do_and_gives_them_back(store, capsys):
    assert main(["matches", "--remove", "units:Team Falcon", "--yes", "--by", "me"]) == 0
    assert "Published as publication 2" in capsys.readouterr().out
    assert open_work() == {"DA1": 50} and published("SELECT sum(rows_held) FROM load") == [(2,)]
    assert published("SELECT DISTINCT detail FROM finding WHERE id LIKE 'etl.%'") == [
        ("caseload: unit “Team Falcon”",)
    ]
    assert matches.remembered(store) == ()
    load(store, [("october.xlsx", falcon(7, month=date(2026, 10, 31)))], "me", Decisions(words=(FALCON,)))
    assert open_work() == {"CA1": 197, "DA1": 50} and published("SELECT sum(rows_held) FROM load") == [(0,)]


def test_a_match_that_is_changed_moves_its_rows_and_what_its_loads_speak_for(store):
    made = change(store, the_match(store), "DA1", "A Analyst")
    assert made is not None and the_match(store).by == "A Analyst"
    # September of DA1 was sent later by another load, which holds: nothing is added together.
    assert published('SELECT unit, month_end::VARCHAR, "open" FROM caseload ORDER BY ALL') == [
        ("DA1", "2026-08-31", 90),
        ("DA1", "2026-09-30", 50),
    ]
    assert covered() == [("DA1", "2026-08-31", 0), ("DA1", "2026-09-30", 0)]
    change(store, the_match(store), "CA1", "A Analyst")
    assert open_work() == {"CA1": 190, "DA1": 50}
    main(["rebuild"])
    assert open_work() == {"CA1": 190, "DA1": 50}


def test_an_undo_after_a_change_gives_back_what_the_later_load_replaced(store):
    change(store, the_match(store), "DA1", "me")
    main(["undo", "L00003"])
    assert open_work() == {"DA1": 190}


def test_rows_that_are_loaded_are_not_left_out_behind_the_back_of_their_load(store):
    with pytest.raises(CannotChange, match="Undo the loads that hold them"):
        change(store, the_match(store), LEFT_OUT, "me")
    assert open_work() == {"CA1": 190, "DA1": 50}


def test_nothing_rests_on_a_match_that_the_settings_say_as_well_nor_on_a_heading(store):
    with_name = Alias(list_name="units", code="DA1", text=caseload.__defaults__[1])
    heading = Alias(list_name="column:caseload", code="open", text="Jobs running")
    from store.control import transaction
    from store.matches import Agreed

    with transaction(store) as con:
        matches.write(con, "NORTHSHIRE", [Agreed(with_name), Agreed(heading)], "me")
    for match in matches.remembered(store):
        if match.word in (with_name, heading):
            assert rests_on(store, match).rows == 0
            made = publications.current(store)
            assert change(store, match, None, "me") is None and publications.current(store) == made
    assert [m.text for m in matches.remembered(store)] == ["Team Falcon"]


def test_a_match_that_somebody_else_changed_meanwhile_is_not_changed_again(store):
    match = the_match(store)
    change(store, match, "DA1", "somebody else")
    with pytest.raises(CannotChange, match="by somebody else"):
        change(store, match, None, "me")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["--remove", "units:Team Kestrel"], "is not remembered"),
        (["--change", "units:Team Falcon=XX9"], "units has no XX9"),
        (["--remove", "Team Falcon"], "is not a match"),
    ],
)
def test_what_cannot_be_read_says_what_to_type(store, capsys, typed, says):
    assert main(["matches", *typed]) == 2
    assert says in capsys.readouterr().out


def test_every_change_stands_in_the_audit(store):
    change(store, the_match(store), "DA1", "A Analyst")
    change(store, the_match(store), None, "B Analyst")
    with reading(store) as con:
        lines = [
            tuple(r)
            for r in con.execute("SELECT who, verb FROM audit WHERE what LIKE 'matches of%' ORDER BY seq")
        ]
        assert first_broken_line(con) is None
    assert lines[-2:] == [("A Analyst", "alteration"), ("B Analyst", "erasure")]
    assert settings_of(store).forces[0].remembered == ()
