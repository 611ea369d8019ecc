"""A disk that fills up half way: it is said, nothing is half done, and with room the same thing succeeds."""

import sys
from datetime import date

import pytest

from etl.__main__ import main
from etl.loading import worker
from etl.loading.load import load
from etl.loading.undo import undo
from etl.publishing import build, publish
from etl.publishing.rebuild import rebuild
from store import annotations, place
from store.jobs import FAILED
from store.place import StoreProblem, open_store
from store.troubles import says
from tests.etl.faults.conftest import cases_in, holds, said_on, sheet
from tests.etl.faults.rights import Disk
from ui.upload import job

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")

AT = {"load": ("accepting", "building", "publishing"), "undo": ("building", "publishing")}
DO = {
    "load": lambda store, tell: load(store, [sheet(200)], "me", tell=tell),
    "undo": lambda store, tell: undo(store, "L00002", "me", tell),
    "rebuild": lambda store, tell: rebuild(store, "me", tell),
}


@pytest.fixture
def disk():
    made = Disk()
    yield made
    made.empty()


class NotStarted:
    """A worker that this process is itself."""

    def poll(self):
        return 0


def filling(disk, at):
    """What the work tells its progress to: at this step the disk is full."""
    return lambda step, *_: disk.fill() if step == at else None


@pytest.mark.parametrize(
    ("do", "at"),
    [
        pytest.param("load", "accepting", marks=pytest.mark.deep),
        pytest.param("load", "building", marks=pytest.mark.deep),
        ("load", "publishing"),
        pytest.param("undo", "publishing", marks=pytest.mark.deep),
        pytest.param("undo", "building", marks=pytest.mark.deep),
        pytest.param("rebuild", "building", marks=pytest.mark.deep),
        pytest.param("rebuild", "publishing", marks=pytest.mark.deep),
    ],
)
def test_it_is_said_and_nothing_is_half_done_and_with_room_it_succeeds(store, disk, do, at):
    if do != "load":
        load(store, [sheet(150, "second.csv")], "me")
    before = holds(store)
    with pytest.raises(StoreProblem) as told:
        DO[do](store, filling(disk, at))
    disk.empty()
    assert str(told.value) == says("disk_full")
    place._opened.clear()
    assert holds(open_store()) == before
    DO[do](store, lambda *_: None)
    assert cases_in(store) == {"load": [200], "undo": [100], "rebuild": [150]}[do]


def test_a_note_that_cannot_be_written_is_said_and_not_half_kept(store, disk):
    def note():
        day = date(2026, 9, 30)
        return annotations.add(
            store, force="NORTHSHIRE", unit="DA1", month_end=day, text="Two desks merged", by="me"
        )

    disk.fill()
    with pytest.raises(StoreProblem) as told:
        note()
    disk.empty()
    assert str(told.value) == says("disk_full")
    note()


def full_half_way(disk, monkeypatch):
    """The disk fills up while the figures are worked out."""
    monkeypatch.setattr(build, "point", lambda name: disk.fill() if name == "warehouse_half_built" else None)


@pytest.mark.deep
def test_the_command_line_says_it_and_ends_with_two(store, disk, monkeypatch, tmp_path, capsys):
    name, data = sheet(200)
    (tmp_path / name).write_bytes(data)
    with monkeypatch.context() as half_way:
        full_half_way(disk, half_way)
        assert main(["load", str(tmp_path / name)]) == 2
    disk.empty()
    assert says("disk_full") in capsys.readouterr().err
    assert main(["load", str(tmp_path / name)]) == 0
    assert cases_in(store) == [200]


def test_the_page_says_it_and_the_figures_stay(store, disk, monkeypatch, page):
    with monkeypatch.context() as here:
        here.setattr(worker.subprocess, "Popen", lambda *rest, **named: NotStarted())
        name = worker.start(store, [sheet(200)], "me")
    full_half_way(disk, monkeypatch)
    done = worker._do

    def until_room(*asked):
        try:
            return done(*asked)
        finally:
            disk.empty()

    monkeypatch.setattr(worker, "_do", until_room)
    assert worker.work(store, name).state == FAILED
    seen = page("data/upload")
    seen.session_state[job.RUNNING] = job.Job(name, "load", ())
    said = said_on(seen.run())
    assert says("disk_full") in said
    assert "Nothing was loaded" in said and "The figures are as they were." in said
    assert cases_in(store) == [100]


@pytest.mark.deep
def test_too_little_room_is_said_before_anything_is_written(store, monkeypatch):
    before = holds(store)
    little = publish.shutil.disk_usage(store.path)._replace(free=7_000_000)
    with monkeypatch.context() as small:
        small.setattr(publish.shutil, "disk_usage", lambda path: little)
        with pytest.raises(StoreProblem, match=r"has 7 MB left and .* Nothing was changed. Make room"):
            load(store, [sheet(200)], "me")
    assert holds(store) == before
    assert load(store, [sheet(200)], "me").loads
