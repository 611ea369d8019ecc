"""However a round ends, what was loaded counts once, and each file is put away once or lies where it was."""

import errno
import os
import signal
import subprocess
import sys

import pytest

from etl.faults import OF_A_WATCH
from etl.loading.load import Answer, LoadResult
from etl.loading.worker import ROOT
from etl.reports.report import FileReport
from etl.watch import one_round, put_away, watching
from etl.watch.folder import Folder, open_folder
from etl.watch.one_watcher import alone
from tests.etl.watch.conftest import caseload


class Died(BaseException):
    """A death in the middle: nothing that would tidy up afterwards hears of it."""


@pytest.mark.parametrize(
    "point", [p if p == "watch_told" else pytest.param(p, marks=pytest.mark.deep) for p in OF_A_WATCH]
)
def test_a_round_that_dies_after_its_load_is_finished_by_the_next(dropped, monkeypatch, point):
    def dies(name):
        if name == point:
            raise Died

    dropped.drop("da.xlsx", caseload())
    with monkeypatch.context() as dying, pytest.raises(Died):
        for module in (one_round, put_away):
            dying.setattr(module, "point", dies)
        dropped.once()
    assert dropped.loads() == ["da.xlsx"]
    assert dropped.waiting() == ([] if point == "watch_moved" else ["da.xlsx"])
    assert dropped.once() == 0
    assert dropped.loads() == ["da.xlsx"] and dropped.publication() == 1
    assert dropped.waiting() == [] and dropped.put("refused") == []
    assert [each for each in dropped.put("done") if each.endswith("xlsx")] in (["da.xlsx"], ["da (2).xlsx"])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.deep
@pytest.mark.parametrize("point", ["control_committed", "accepted_in_place", *OF_A_WATCH])
def test_a_killed_round_frees_the_folder_and_is_finished_by_the_next(dropped, monkeypatch, point):
    dropped.drop("da.xlsx", caseload())
    command = [sys.executable, "-m", "etl", "watch", str(dropped.path), "--once", "--still-for", "0.01"]
    killed = subprocess.run(command, cwd=ROOT, env=os.environ | {"PPU_FAULT": point})
    assert killed.returncode == -signal.SIGKILL
    assert dropped.again() == 0
    assert dropped.loads() == ["da.xlsx"] and dropped.waiting() == []


def test_one_folder_has_one_watcher_and_the_second_says_so(dropped, capsys):
    dropped.drop("da.xlsx", caseload())
    folder = open_folder(dropped.path)
    with alone(folder):
        assert dropped.once() == 2
    assert "is watched already" in capsys.readouterr().out
    assert dropped.waiting() == ["da.xlsx"]
    with alone(folder):  # free again, since the second never had it
        pass


def test_a_report_that_cannot_be_written_is_told_and_the_file_stays_until_it_can(
    dropped, monkeypatch, capsys
):
    def full(self, name, content, mode):
        raise OSError(errno.ENOSPC, "No space left on device")

    dropped.drop("da.xlsx", caseload())
    with monkeypatch.context() as disk:
        disk.setattr(Folder, "write_new", full)
        assert dropped.once() == 2
    said = capsys.readouterr().out
    assert "loaded as L00001, but cannot be put away (No space left on device); it stays" in said
    assert dropped.waiting() == ["da.xlsx"] and dropped.put("done") == []
    assert dropped.once() == 0
    assert dropped.put("done") == ["da.xlsx", "da.xlsx.report.txt"] and dropped.publication() == 1


def answering(monkeypatch, refused=False, meanwhile=lambda: None):
    """Let every load answer at once, after something happened; the names that were loaded, call by call."""
    calls = []

    def load(store, files, *more, **named):
        calls.append([name for name, _ in files])
        meanwhile()
        answers = tuple(Answer(FileReport(name, ""), ("Said.",), refused) for name, _ in files)
        return LoadResult(answers=answers)

    monkeypatch.setattr(one_round, "load", load)
    return calls


def test_ctrl_c_ends_after_the_files_in_hand(dropped, monkeypatch):
    stop = lambda: signal.raise_signal(signal.SIGINT)  # noqa: E731
    calls = answering(monkeypatch, meanwhile=stop)
    monkeypatch.setattr(one_round, "batches", lambda arrivals: [[each] for each in arrivals])
    dropped.drop("a.csv", b"x")
    dropped.drop("b.csv", b"x")
    assert dropped.once() == 0
    assert calls == [["a.csv"]]
    assert dropped.waiting() == ["b.csv"] and "a.csv" in dropped.put("done")


def test_what_is_refused_while_this_is_stopped_is_not_refused_for_good(dropped, monkeypatch, capsys):
    answering(monkeypatch, refused=True, meanwhile=lambda: signal.raise_signal(signal.SIGTERM))
    dropped.drop("a.csv", b"x")
    assert dropped.once() == 0
    assert dropped.waiting() == ["a.csv"] and dropped.put("refused") == []
    assert "being read when this was stopped" in capsys.readouterr().out


def test_rounds_go_on_until_the_end_is_asked_for_and_say_once_what_stays(dropped, monkeypatch, capsys):
    waits = iter([True, True, False])
    monkeypatch.setattr(watching.Stop, "wait", lambda self, seconds: seconds < 1 or next(waits))
    (dropped.path / "a folder").mkdir()
    before = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]
    assert dropped.rounds() == 0
    assert (
        capsys.readouterr().out
        == "a folder: left where it is: it is a folder. Put the files themselves here.\n"
    )
    assert [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)] == before
    assert next(waits, "none left") == "none left"


def test_a_folder_that_goes_while_it_is_watched_ends_the_watch(dropped, monkeypatch, capsys):
    waits = iter([True] * 5)
    monkeypatch.setattr(watching.Stop, "wait", lambda self, seconds: next(waits, False))
    gone = iter([True, True, False, True, True])
    monkeypatch.setattr(Folder, "is_where_it_was", lambda self: next(gone))
    assert dropped.rounds() == 2
    assert "is not where it was" in capsys.readouterr().out
