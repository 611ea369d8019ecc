"""Whatever is dropped in a folder: nothing is followed, opened twice, written over, or written elsewhere."""

import errno
import io
import os
import socket
import stat
import sys
from datetime import date

import pytest

from etl.opening.gate import LARGEST_FILE
from etl.watch import arrivals, folder
from etl.watch.arrivals import Arrival, settled
from etl.watch.folder import FolderProblem, open_folder
from etl.watch.one_watcher import LOCK, alone
from etl.watch.put_away import put_away
from etl.watch.reading import BATCH_FILES, Changed, batches, read
from etl.watch.safe_name import LONGEST_BYTES, safe_name
from tests.etl.watch.test_stopped_and_killed import answering

posix = pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and handles of folders")
SECRET = b"Secret,of,somebody,else\n"
DAY = date(2026, 11, 23)


def arrived(place, name) -> Arrival:
    return Arrival(name, place.look(name))


@posix
def test_links_pipes_sockets_and_second_names_are_refused_unread(dropped, tmp_path, monkeypatch):
    loaded = answering(monkeypatch)
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_bytes(SECRET)
    (dropped.path / "link.csv").symlink_to(elsewhere)
    (dropped.path / "nowhere.csv").symlink_to(tmp_path / "not there")
    (dropped.path / "second name.csv").hardlink_to(elsewhere)
    os.mkfifo(dropped.path / "pipe.csv")
    monkeypatch.chdir(dropped.path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.csv")
    assert dropped.once() == 1
    assert loaded == [] and dropped.waiting() == []
    put = [each for each in dropped.put("refused") if each.endswith(".csv")]
    assert put == ["link.csv", "nowhere.csv", "pipe.csv", "second name.csv", "socket.csv"]
    reports = "".join(dropped.report("refused", each) for each in put)
    assert reports.count("[file_not_its_own]") == 5 and "Secret" not in reports
    assert elsewhere.read_bytes() == SECRET


def test_a_file_that_is_too_large_is_refused_without_being_read(dropped, monkeypatch):
    loaded = answering(monkeypatch)
    with dropped.drop("large.csv").open("wb") as made:
        made.truncate(LARGEST_FILE + 1)
    assert dropped.once() == 1
    assert loaded == [] and "file_too_large" in dropped.report("refused", "large.csv")


def test_what_is_still_being_written_is_left_and_not_refused(dropped, monkeypatch, capsys):
    loaded = answering(monkeypatch)
    passing = ["~$book.xlsx", ".hidden.csv", "book.xlsx.part", "BOOK.TMP", "a.crdownload", "Thumbs.db"]
    for name in [*passing, "book.xlsx", "grows.csv", "still.csv"]:
        dropped.drop(name, b"x")
    look, size = arrivals._look, iter(range(100))

    def growing(place):
        (dropped.path / "grows.csv").write_bytes(b"x" * next(size))
        return look(place)

    monkeypatch.setattr(arrivals, "_look", growing)
    assert dropped.once() == 0
    assert loaded == [["still.csv"]]
    assert dropped.waiting() == sorted([*passing, "book.xlsx", "grows.csv"])
    said = capsys.readouterr().out
    assert "book.xlsx: left where it is: it is open in a spreadsheet program" in said
    assert "grows.csv: left where it is: it is still being written" in said


def test_files_that_come_one_after_the_other_are_waited_for_and_loaded_together(dropped, monkeypatch):
    loaded = answering(monkeypatch)
    dropped.drop("1.csv", b"x")
    coming = iter(["2.csv", "3.csv"])

    def wait(self, seconds):
        name = next(coming, "")
        if name:
            dropped.drop(name, b"x")
        return True

    monkeypatch.setattr("etl.watch.watching.Stop.wait", wait)
    assert dropped.once() == 0
    assert loaded == [["1.csv", "2.csv", "3.csv"]]


@posix
def test_a_file_put_in_the_place_of_another_between_two_looks_is_not_taken_for_it(dropped, tmp_path):
    place = open_folder(dropped.path)
    dropped.drop("a.csv", b"first")
    seen = arrived(place, "a.csv")
    (tmp_path / "other").write_bytes(SECRET)
    (dropped.path / "a.csv").unlink()
    (dropped.path / "a.csv").symlink_to(tmp_path / "other")
    with pytest.raises(OSError):
        read(place, seen)
    (dropped.path / "a.csv").unlink()
    with pytest.raises(Changed):
        read(place, seen)
    dropped.drop("a.csv", b"second")
    with pytest.raises(Changed):
        read(place, seen)


@posix
def test_a_file_written_over_with_its_size_and_time_kept_is_neither_read_nor_put_away(dropped):
    place = open_folder(dropped.path)
    at = dropped.drop("a.csv", b"first")
    seen = arrived(place, "a.csv")
    while place.look("a.csv").st_ctime_ns == seen.seen.st_ctime_ns:  # a clock of files ticks in milliseconds
        with at.open("r+b") as made:
            made.write(b"other")
        os.utime(at, ns=(seen.seen.st_atime_ns, seen.seen.st_mtime_ns))
    with pytest.raises(Changed):
        read(place, seen)
    assert put_away(place, "done", DAY, seen, lambda path, marked: "Report.").stays
    assert dropped.waiting() == ["a.csv"]


def test_a_file_that_is_replaced_after_it_was_read_stays_for_the_next_round(dropped):
    place = open_folder(dropped.path)
    dropped.drop("a.csv", b"first")
    seen = arrived(place, "a.csv")
    dropped.drop("a.csv", b"the second")
    put = put_away(place, "done", DAY, seen, lambda path, marked: "Report.")
    assert put.stays and dropped.waiting() == ["a.csv"]
    assert dropped.put("done") == ["a.csv.report.txt"]


@posix
def test_a_file_that_is_replaced_in_the_moment_of_the_move_is_given_back(dropped, monkeypatch):
    place = open_folder(dropped.path)
    dropped.drop("a.csv", b"first")
    seen = arrived(place, "a.csv")
    rename = os.rename

    def late(old, new, **where):
        monkeypatch.setattr(folder.os, "rename", rename)
        (dropped.path / "b").write_bytes(b"unread")
        (dropped.path / "b").replace(dropped.path / "a.csv")
        rename(old, new, **where)

    monkeypatch.setattr(folder.os, "rename", late)
    put = put_away(place, "done", DAY, seen, lambda path, marked: "Report.")
    assert put.stays and dropped.put("done") == ["a.csv.report.txt"]
    assert (dropped.path / "a.csv").read_bytes() == b"unread"


@posix
def test_a_done_folder_on_another_disk_gets_a_copy_before_the_file_goes(dropped, monkeypatch):
    place = open_folder(dropped.path)
    dropped.drop("a.csv", b"first").chmod(0o640)

    def other_disk(*_, **__):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(folder.os, "rename", other_disk)
    put = put_away(place, "done", DAY, arrived(place, "a.csv"), lambda path, marked: "Report.")
    moved = dropped.path / put.place
    assert (moved.read_bytes(), stat.S_IMODE(moved.stat().st_mode)) == (b"first", 0o640)
    assert not stat.S_IMODE(moved.with_name("a.csv.report.txt").stat().st_mode) & ~0o640
    assert dropped.waiting() == []


def test_nothing_that_stands_is_written_over_whatever_else_has_the_name(dropped):
    place = open_folder(dropped.path)
    day = dropped.path / "done" / DAY.isoformat()
    day.mkdir(parents=True)
    (day / "A.CSV").write_bytes(b"before")
    (day / "a (2).csv.report.txt").write_bytes(b"before")
    dropped.drop("a.csv", b"first")
    put = put_away(place, "done", DAY, arrived(place, "a.csv"), lambda path, marked: f"At {path.name}.")
    assert put.place.endswith("/a (3).csv")
    assert (day / "A.CSV").read_bytes() == (day / "a (2).csv.report.txt").read_bytes() == b"before"
    assert dropped.report("done", "a (3).csv") == "At a (3).csv."


@posix
@pytest.mark.parametrize("where", ["done", "refused", "done/2026-11-23"])
def test_a_link_in_the_place_of_our_folders_is_not_followed(dropped, tmp_path, where):
    place, outside = open_folder(dropped.path), tmp_path / "outside"
    outside.mkdir()
    (dropped.path / where).parent.mkdir(exist_ok=True)
    (dropped.path / where).symlink_to(outside)
    dropped.drop("a.csv", b"first")
    with pytest.raises(FolderProblem, match="must be a folder"):
        put_away(place, where.split("/")[0], DAY, arrived(place, "a.csv"), lambda path, marked: "Report.")
    assert list(outside.iterdir()) == [] and (dropped.path / "a.csv").exists()


@posix
def test_a_lock_that_leads_elsewhere_is_not_opened(dropped, tmp_path):
    other = tmp_path / "other"
    other.write_bytes(SECRET)
    for place in ("symlink_to", "hardlink_to"):
        getattr(dropped.path / LOCK, place)(other)
        with pytest.raises(FolderProblem), alone(open_folder(dropped.path)):
            pass
        (dropped.path / LOCK).unlink()
    assert other.read_bytes() == SECRET


NAMES = [
    "../../etc/passwd", "a\nb.xlsx", "x\x1b[2J.xlsx", "r\u202excod.xlsx", "a" * 240 + ".xlsx", "=1+1.xlsx",
    "é" * 120 + ".csv", "👮🏽‍♀️" * 30, "CON.xlsx", "lpt1", "-rf", "...", "~", " ", "$(rm -rf ~).xlsx",
    "a'\"b.xlsx",
    "\udcff\udcfe.csv", "%PATH%.xlsx", "a?*|<>:.xlsx", ".." , "report.xlsx.",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_put_away_as_one_that_every_system_can_keep_and_show(name):
    made = safe_name(name)
    assert made and made.isprintable() and len(made.encode()) <= LONGEST_BYTES
    assert not set(made) & set("/\\:*?\"'<>|$`%!;~\n")
    assert made[0] not in ".-~ " and made[-1] not in ". "
    assert made.split(".")[0].upper() not in ("CON", "LPT1")
    assert safe_name(made) == made


def test_by_path_the_same_holds_where_the_system_has_no_handles_of_folders(dropped, tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "BY_HANDLE", False)
    loaded = answering(monkeypatch)
    (dropped.path / "done" / date.today().isoformat()).mkdir(parents=True)
    (dropped.path / "done" / date.today().isoformat() / "a.csv").write_bytes(b"before")
    (tmp_path / "elsewhere.csv").write_bytes(SECRET)
    (dropped.path / "second name.csv").hardlink_to(tmp_path / "elsewhere.csv")
    dropped.drop("a.csv", b"x")
    assert dropped.once() == 1
    assert loaded == [["a.csv"]] and dropped.waiting() == []
    assert [each for each in dropped.put("done") if each.endswith(".csv")] == ["a (2).csv", "a.csv"]
    assert dropped.put("refused") == ["second name.csv", "second name.csv.report.txt"]


def test_a_name_in_letters_that_the_output_does_not_have_ends_nothing(dropped, monkeypatch):
    answering(monkeypatch)
    output = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", output)
    dropped.drop("статистика.csv", b"x")
    assert dropped.once() == 0
    assert b"??????????.csv: nothing to change." in output.buffer.getvalue()


def test_more_than_fit_in_memory_are_loaded_in_several_steps(dropped):
    place = open_folder(dropped.path)
    dropped.drop("a.csv", b"x")
    one = arrived(place, "a.csv")
    assert [len(each) for each in batches((one,) * (BATCH_FILES + 1))] == [BATCH_FILES, 1]


def test_an_empty_folder_is_not_waited_for(dropped):
    assert settled(open_folder(dropped.path), 1, lambda seconds: pytest.fail("it waited")).still == ()
