"""What `start` refuses, and what it does only once."""

import shutil
import socket
import sys
from collections import namedtuple
from pathlib import Path
from types import ModuleType

import pytest

from commands import samples, start
from commands.places import ROOT, Stop
from commands.room import room
from commands.run import quietly
from etl.__main__ import main


def test_a_taken_port_is_said_with_another_to_try(
    tasks: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert tasks.main(["start", "--port", str(port)]) == 2

    said = capsys.readouterr().err
    assert f"Port {port} is taken." in said
    assert f"--port {port + 1}" in said or f"--port {port - 1}" in said


def test_a_number_that_is_no_port_is_refused() -> None:
    with pytest.raises(Stop, match="from 1 to 65535"):
        start.port_free(70000)


def test_a_full_disk_is_said_with_how_much_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(10**9, 10**9, 5 * 10**6))
    with pytest.raises(Stop, match=r"5 MB are free, 200 MB are needed"):
        room(tmp_path / "not" / "there" / "yet", 200)


def test_the_store_is_the_one_asked_for_else_that_of_the_environment_else_the_projects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "named"))
    assert start.store_path("a place") == tmp_path / "a place"
    assert start.store_path(None) == tmp_path / "named"
    monkeypatch.delenv("PPU_STORE")
    assert start.store_path(None) == ROOT / "data" / "store"


def test_a_wrong_setting_stops_the_start_with_file_line_and_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "install", lambda locks: Path(sys.executable))
    settings = tmp_path / "store" / "settings"
    shutil.copytree(ROOT / "settings" / "sample", settings)
    courses = settings / "courses.toml"
    courses.write_text(
        courses.read_text("utf-8").replace("valid_months = 24", 'valid_months = "two years"', 1)
    )
    line = courses.read_text("utf-8").splitlines().index('valid_months = "two years"') + 1

    with pytest.raises(Stop, match="was not started"):
        start.start(8765, True, str(tmp_path / "store"))

    assert f"courses.toml, line {line}: 'TIP' in [[courses]]: 'valid_months'" in capsys.readouterr().out
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    assert main(["history"]) == 0


def test_before_anything_is_opened_the_store_has_its_folder_for_settings(tmp_path: Path) -> None:
    store = tmp_path / "not yet" / "store"
    start.settings_hold(Path(sys.executable), {"PPU_STORE": str(store)})
    assert (store / "settings").is_dir()


def test_a_store_into_which_something_was_loaded_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def history(command: list[str], *rest: object) -> str:
        asked.append([str(part) for part in command])
        return "L00001  2026-11-02  current"

    monkeypatch.setattr(samples, "quietly", history)
    samples.fill_if_empty(Path("python"), {})
    assert [command[-1] for command in asked] == ["history"]


def test_an_empty_store_gets_all_months_but_the_newest_in_one_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def stand_in(command: list[str], *rest: object) -> str:
        words = [str(part) for part in command]
        commands.append(words)
        if "samples" in words:
            for month in ("2026-08", "2026-09", "2026-10"):
                folder = Path(words[-1]) / month
                folder.mkdir()
                (folder / f"PPU caseload {month}.xlsx").write_bytes(b"x")
        return "Nothing has been loaded." if "history" in words else ""

    monkeypatch.setattr(samples, "quietly", stand_in)
    monkeypatch.setattr(samples, "WAITING", tmp_path / "to-upload")
    samples.fill_if_empty(Path("python"), {"PPU_STORE": "x"})

    loads = [command for command in commands if "load" in command]
    assert len(loads) == 1
    loaded = [Path(part).name for part in loads[0] if part.endswith(".xlsx")]
    assert loaded == ["PPU caseload 2026-08.xlsx", "PPU caseload 2026-09.xlsx"]
    assert [file.name for file in (tmp_path / "to-upload").iterdir()] == ["PPU caseload 2026-10.xlsx"]


def test_how_far_the_samples_are_is_printed_in_months(capsys: pytest.CaptureFixture[str]) -> None:
    far = samples.Progress([3, 4, 3, 3, 3])
    for number in range(1, 17):
        far.hear(f" 20%  Checked {number} of 16 files.")
    for number in range(1, 17):
        far.hear(f" 40%  Keeping the rows of PPU caseload 2 of 9.xlsx ({number} of 16 files).")
    far.hear(" 60%  Working out the figures.")
    assert capsys.readouterr().out.splitlines() == [
        "  Checking: 4 of 5 months.",
        "  Checking: 5 of 5 months.",
        "  Loading: 4 of 5 months.",
        "  Loading: 5 of 5 months.",
        "  Working out the figures ...",
    ]


def test_what_a_command_prints_is_heard_line_by_line_while_it_runs() -> None:
    heard: list[str] = []
    say = "print('one'); print('two')"
    assert quietly([sys.executable, "-c", say], str, heard=heard.append) == "one\ntwo"
    assert heard == ["one", "two"]


def test_a_sample_folder_is_relative_to_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    seen: list[str] = []
    monkeypatch.setattr(samples, "install", lambda locks: Path("python"))
    monkeypatch.setattr(samples, "show", lambda command: seen.extend(map(str, command)) or 0)
    samples.samples(["-o", "here", "--months", "3"])
    assert seen[-4:] == ["-o", str(tmp_path / "here"), "--months", "3"]
