"""References as sent are kept only once their load is committed, and can be deleted alone."""

from dataclasses import replace

import pytest

from etl.__main__ import main
from settings import sample
from settings.model import Settings
from store.control import transaction
from store.lock import writing

PERSON = {"people": [{"unit": "DA1", "person_ref": "4417"}]}


@pytest.fixture
def allowing(loads):
    """A store whose force allows lists of people."""
    loads.settings = Settings((replace(sample().forces[0], person_lists=True),))
    return loads


def test_a_load_that_is_not_committed_leaves_no_reference(allowing):
    with writing(allowing.store):
        entry = allowing.entry(**PERSON)
    assert "4417" in {label[2] for sheet in entry.sheets for label in sheet.labels}
    assert not allowing.store.labels.exists()


def test_a_load_that_is_committed_keeps_them_until_they_are_forgotten(allowing, capsys):
    allowing.load(**PERSON)
    assert allowing.store.labels.exists()
    command = ["--store", str(allowing.store.path), "forget-labels"]
    assert main(command) == 0 and "were deleted" in capsys.readouterr().out
    assert not allowing.store.labels.exists()
    assert main(command) == 0 and "There are no references" in capsys.readouterr().out


def test_a_force_that_allows_none_keeps_none(loads):
    loads.settings = Settings((replace(sample().forces[0], person_lists=False),))
    loads.load(**PERSON)
    assert not loads.store.labels.exists()


def test_the_audit_says_which_line_was_changed(loads, capsys):
    loads.load(**PERSON)
    command = ["--store", str(loads.store.path), "audit"]
    assert main(command) == 0 and "as written" in capsys.readouterr().out
    with transaction(loads.store) as con:
        triggers = con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
        for (name,) in triggers.fetchall():
            con.execute(f"DROP TRIGGER {name}")
        con.execute("UPDATE audit SET who = 'somebody else' WHERE seq = 1")
    assert main(command) == 1 and "Line 1 of the audit was changed." in capsys.readouterr().out
