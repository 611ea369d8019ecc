"""Figures that an older version of the product made are made again; those of this version are left alone."""

import pytest

from etl.__main__ import main
from etl.publishing import rebuild
from store import publications

CASES = [{"unit": "DA1", "open": 100}]


@pytest.fixture
def if_older(loads, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(loads.store.path))
    return lambda: main(["rebuild", "--if-older", "--by", "me"])


def test_before_the_first_load_there_is_nothing_to_make_again(loads, if_older):
    assert if_older() == 0
    assert publications.current(loads.store) is None


def test_figures_of_this_version_are_left_alone(loads, if_older, capsys):
    loads.load(caseload=CASES)
    assert if_older() == 0
    assert publications.current(loads.store).id == 1
    assert capsys.readouterr().out == ""


def test_figures_of_another_version_are_made_again(loads, if_older, monkeypatch, capsys):
    loads.load(caseload=CASES)
    monkeypatch.setattr(rebuild, "made_with", lambda: "another version")
    assert if_older() == 0
    assert publications.current(loads.store).id == 2
    assert "Published as publication 2" in capsys.readouterr().out


def test_a_published_file_that_is_gone_is_made_again(loads, if_older):
    loads.load(caseload=CASES)
    (loads.store.published / publications.current(loads.store).file).unlink()
    assert if_older() == 0
    assert loads.ask('SELECT "open" FROM caseload') == [(100,)]
