"""A held row is put right, checked like any other and counted by a load of its own that can be undone."""

from dataclasses import replace

import pytest

from etl.__main__ import main
from etl.holding import release as releasing
from etl.holding.held_cells import cells_of
from etl.holding.release import CannotRelease, release, still_held
from etl.loading.decisions import Decisions, Holds
from etl.loading.load import load
from etl.publishing.rebuild import rebuild
from settings import sample
from settings.model import Settings
from store.labels import label_of
from tests.etl.intake.workbooks import CASELOAD, CHILD, DOMESTIC, workbook

HOLD = Decisions(holds=(Holds("The unit counts again"),))
ONLINE = [*CHILD[:2], "online child abuse", "lots", 1, 2, 3]
NOWHERE = [CHILD[0], "Nowhere team", "rape", 9, 1, 2, 3]
OPEN = 'SELECT unit, work_type, "open" FROM w.caseload ORDER BY ALL'
BEFORE = [("CA1", "child abuse", 64), ("DA1", "domestic abuse", 120)]


@pytest.fixture
def sent(loads):
    load(loads.store, [("september.xlsx", workbook(Caseload=[CASELOAD, DOMESTIC, CHILD, ONLINE, NOWHERE]))],
         "S Patel", HOLD)  # fmt: skip
    return loads


def row(sent, number):
    return next(each for each in still_held(sent.store) if each.row_number == number)


def test_the_faulty_cell_stands_first_with_what_was_sent_and_a_list_where_there_is_one(sent):
    first = cells_of(sent.store, sample(), row(sent, 4))[0]
    assert (first.field, first.value) == ("open", "lots") and "must be a number" in first.faults[0]
    unit = cells_of(sent.store, sample(), row(sent, 5))[0]
    assert unit.field == "unit" and unit.value == "Nowhere team"
    assert "Multi-Agency Safeguarding Hub" in unit.choices


def test_a_row_put_right_is_counted_with_the_rows_of_its_unit_and_with_no_other_changed(sent):
    done = release(sent.store, row(sent, 4).key, {"open": "31"}, "Counted again", "J Okoro")
    assert sent.ask(OPEN) == sorted([*BEFORE, ("CA1", "online child abuse", 31)])
    assert sent.ask("SELECT DISTINCT row_number FROM w.held_row") == [(5,)]
    sent.undo(done.load_id)
    assert sent.ask(OPEN) == BEFORE
    assert sorted(sent.ask("SELECT DISTINCT row_number FROM w.held_row")) == [(4,), (5,)]


def test_a_unit_that_could_not_be_read_is_spoken_for_once_it_is_chosen(sent):
    release(sent.store, row(sent, 5).key, {"unit": "Safeguarding hub"}, "Asked", "J Okoro")
    assert ("MASH1", "rape", 9) in sent.ask(OPEN)
    assert ("MASH1",) in sent.ask("SELECT unit FROM w.coverage WHERE dataset = 'caseload'")


@pytest.mark.deep
def test_rows_of_one_unit_can_be_released_one_after_the_other(loads):
    twice = [[*ONLINE[:3], "lots", 1, 2, 3], [*ONLINE[:2], "rape", "few", 1, 2, 3]]
    load(loads.store, [("september.xlsx", workbook(Caseload=[CASELOAD, CHILD, *twice]))], "me", HOLD)
    release(loads.store, row(loads, 3).key, {"open": "31"}, "Counted", "me")
    release(loads.store, row(loads, 4).key, {"open": "7"}, "Counted", "me")
    assert loads.ask('SELECT "open" FROM w.caseload ORDER BY 1') == [(7,), (31,), (64,)]
    assert still_held(loads.store) == []


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"open": "many"}, "must be a number"),
        ({}, "is blank"),
        ({"open": "0"}, "more unallocated cases than open"),
    ],
)
def test_what_is_still_wrong_is_said_and_nothing_changes(sent, cells, says):
    with pytest.raises(CannotRelease, match=says):
        release(sent.store, row(sent, 4).key, cells, "Counted again", "J Okoro")
    assert sent.ask(OPEN) == BEFORE


def test_a_row_that_would_stand_twice_is_not_released(sent):
    with pytest.raises(CannotRelease, match="more than once"):
        release(sent.store, row(sent, 4).key, {"open": "31", "work_type": "child abuse"}, "Counted", "me")


def test_without_a_reason_nothing_is_released(sent):
    with pytest.raises(CannotRelease, match="Enter why"):
        release(sent.store, row(sent, 4).key, {"open": "31"}, "  ", "me")


def test_a_person_typed_anew_becomes_the_same_key_as_in_the_other_rows(loads):
    headings = ["Month end", "Unit", "Officer", "Role", "Worker type", "FTE", "Carries work"]
    rest = ["investigator", "officer", 1, "full"]
    rows = [[CHILD[0], "Child abuse investigation", who, *rest] for who in ("4417", "Jane Marlowe")]
    load(loads.store, [("people.xlsx", workbook(People=[headings, *rows]))], "me", HOLD)
    release(loads.store, row(loads, 3).key, {"person_ref": "4418"}, "Asked HR", "me")
    again = [[CHILD[0], "Domestic abuse investigation", "4418", *rest]]
    load(loads.store, [("other.xlsx", workbook(People=[headings, *again]))], "me")
    held = loads.ask("SELECT person_key, count(*) FROM w.people GROUP BY 1 ORDER BY 2")
    assert [n for _, n in held] == [1, 2]


@pytest.mark.deep
def test_a_reference_typed_anew_is_kept_apart_where_the_force_allows_it_and_nowhere_else(loads, monkeypatch):
    headings = ["Month end", "Unit", "Officer", "Role", "Worker type", "FTE", "Carries work"]
    rest = ["investigator", "officer", 1, "full"]
    names = ("4417", "Jane Marlowe", "Ann Other")
    rows = [[CHILD[0], "Child abuse investigation", who, *rest] for who in names]
    load(loads.store, [("people.xlsx", workbook(People=[headings, *rows]))], "me", HOLD)

    def kept() -> set[str]:
        keys = [key for (key,) in loads.ask("SELECT person_key FROM w.people")]
        return set(label_of(loads.store, "NORTHSHIRE", keys).values())

    release(loads.store, row(loads, 3).key, {"person_ref": "4418"}, "Asked HR", "me")
    assert kept() == {"4417", "4418"}
    none = Settings((replace(sample().forces[0], person_lists=False),))
    monkeypatch.setattr(releasing, "settings_of", lambda store: none)
    release(loads.store, row(loads, 4).key, {"person_ref": "4419"}, "Asked HR", "me")
    assert len(loads.ask("SELECT DISTINCT person_key FROM w.people")) == 3
    assert kept() == {"4417", "4418"}


def test_the_command_line_lists_and_releases_held_rows(sent, capsys):
    store = ["--store", str(sent.store.path)]
    assert main([*store, "held"]) == 0
    said = capsys.readouterr().out
    assert 'sheet "Caseload" row 4' in said and "[cell_not_number]" in said
    asked = ["release", row(sent, 4).load_id, "Caseload", "4", "--set", "Open=31", "--reason", "Counted"]
    assert main([*store, *asked]) == 0
    assert "Published as publication 2" in capsys.readouterr().out
    assert main([*store, *asked]) == 1  # released already


def test_a_rebuild_gives_the_same_rows_held_and_released(sent):
    release(sent.store, row(sent, 4).key, {"open": "31"}, "Counted again", "J Okoro")
    before = [sent.ask(f"SELECT * FROM w.{table} ORDER BY ALL") for table in ("held_row", "caseload", "load")]
    rebuild(sent.store, "me")
    after = [sent.ask(f"SELECT * FROM w.{table} ORDER BY ALL") for table in ("held_row", "caseload", "load")]
    assert before == after


def test_undoing_the_load_ends_the_holding_and_its_release_stands(sent):
    release(sent.store, row(sent, 4).key, {"open": "31"}, "Counted again", "J Okoro")
    sent.undo("L00001")
    assert still_held(sent.store) == [] and sent.ask("SELECT count(*) FROM w.held_row") == [(0,)]
    assert sent.ask(OPEN) == [("CA1", "child abuse", 64), ("CA1", "online child abuse", 31)]


MATRIX = [["As at 30/09/2026"], ["Collar number", "Unit", "Trauma-informed practice", "DA Matters"]]


def tracker(*rows):
    return [("tracker.xlsx", workbook(Training=[*MATRIX, *rows]))]


def test_a_row_of_a_matrix_is_put_right_as_a_whole(loads):
    rows = [["4417", "Child abuse investigation", "01/02/2026", None],
            ["Jane Marlowe", "Child abuse investigation", "01/02/2026", "03/04/2026"]]  # fmt: skip
    assert load(loads.store, tracker(*rows), "me", HOLD).loads
    [waiting] = still_held(loads.store)
    assert [cell.field for cell in cells_of(loads.store, sample(), waiting)] == ["person_ref"]
    release(loads.store, waiting.key, {"person_ref": "4418"}, "Asked HR", "me")
    found = loads.ask("SELECT person_key, count(DISTINCT completed_on) FROM w.training GROUP BY 1 ORDER BY 2")
    assert [n for _, n in found] == [1, 2]


def test_two_faulty_cells_of_a_matrix_row_under_one_column_go_back_to_the_workbook(loads):
    rows = [["4417", "Child abuse investigation", "01/02/2026", None],
            ["4418", "Child abuse investigation", "01/02/2099", "03/04/2099"]]  # fmt: skip
    done = load(loads.store, tracker(*rows), "me", HOLD)
    assert done.loads, done.refused
    [waiting] = still_held(loads.store)
    with pytest.raises(CannotRelease, match="Several cells of the row"):
        release(loads.store, waiting.key, {"completed_on": "03/04/2026"}, "Asked", "me")
