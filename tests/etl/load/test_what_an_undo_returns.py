"""An undo says which figures it brings back, before it is done and after, and the two are the same."""

from datetime import date

import pytest

from etl.__main__ import main
from etl.loading.cannot_undo import CannotUndo
from etl.loading.what_returns import after_undo, before_undo
from store import history, publications
from tests.etl.load.test_publish import everything

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


def work(month, **open_by_unit):
    return [
        {"month_end": month, "unit": unit, "open": cases, "new": 3, "closed": 2, "unallocated": 0}
        for unit, cases in open_by_unit.items()
    ]


def told(returns):
    return {
        (each.metric, each.unit, each.month_end): (each.now, each.after)
        for each in returns.figures
        if each.metric == "pressure/open"
    }


def test_a_correction_of_an_earlier_month_returns_what_it_replaced_and_nothing_else(loads):
    loads.load(caseload=work(AUGUST, DA1=80, CA1=30))
    wrong = loads.load(caseload=work(AUGUST, DA1=800))
    loads.load(caseload=work(SEPTEMBER, DA1=90, CA1=40))
    expected = {
        ("pressure/open", "", AUGUST): ("830", "110"),
        ("pressure/open", "DA1", AUGUST): ("800", "80"),
    }
    before = before_undo(loads.store, [wrong])
    assert told(before) == expected
    assert {each.month_end for each in before.figures} == {AUGUST}
    assert before.others  # the residual of September rests on August's open work
    loads.undo(wrong)
    after = after_undo(loads.store, publications.current(loads.store).id)
    assert after == before


def test_to_ask_changes_nothing_in_the_store(loads):
    loads.load(caseload=work(AUGUST, DA1=80))
    wrong = loads.load(caseload=work(AUGUST, DA1=800))
    files = sorted(path.name for path in loads.store.path.rglob("*"))
    stood = everything(loads)
    before_undo(loads.store, [wrong])
    assert everything(loads) == stood
    assert sorted(path.name for path in loads.store.path.rglob("*")) == files


def test_a_month_that_nobody_else_sent_goes_back_to_no_return(loads):
    only = loads.load(caseload=work(AUGUST, DA1=80))
    assert told(before_undo(loads.store, [only]))["pressure/open", "DA1", AUGUST] == ("80", "no return")


def test_loads_undone_in_one_step_are_told_together(loads):
    one = loads.load(caseload=work(AUGUST, DA1=80))
    two = loads.load(caseload=work(SEPTEMBER, DA1=90))
    assert len(told(before_undo(loads.store, [one, two]))) == 4


def test_a_load_that_is_not_there_is_named_as_the_undo_does(loads):
    loads.load(caseload=work(AUGUST, DA1=80))
    with pytest.raises(CannotUndo, match="no load L00099"):
        before_undo(loads.store, ["L00099"])


def test_without_both_files_nothing_is_said_of_what_changed(loads):
    loads.load(caseload=work(AUGUST, DA1=80))
    assert after_undo(loads.store, 1) is None


def test_the_command_line_shows_what_would_return_and_then_what_did(loads, monkeypatch, capsys):
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    loads.load(caseload=work(AUGUST, DA1=80))
    wrong = loads.load(caseload=work(AUGUST, DA1=800))
    assert main(["undo", wrong, "--show"]) == 0
    shown = capsys.readouterr().out
    assert "Open work, investigations, DA1, August 2026: 800 now, 80 after" in shown
    assert "Nothing was changed." in shown
    assert [record.state for record in history.loads(loads.store)] == ["published", "published"]
    assert main(["undo", wrong, "--by", "me"]) == 0
    did = capsys.readouterr().out
    assert "Open work, investigations, DA1, August 2026: 800 before, 80 now" in did
