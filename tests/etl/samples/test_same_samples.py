"""One seed and one last month give the same bytes; the month in git is what the command writes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import settings
from etl.samples import settings_for, write
from etl.samples.forces import MOST, NAMES

ROOT = Path(__file__).parents[3]


def _bytes(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.xlsx"))}


def test_the_same_seed_and_end_give_the_same_bytes_and_another_seed_does_not(tmp_path):
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        write(tmp_path / name, months=2, end="2026-10", seed=seed)
    one, two, three = (_bytes(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two
    assert one.keys() == three.keys() and one != three


def test_the_clock_is_not_in_the_bytes(tmp_path, monkeypatch):
    write(tmp_path / "now", months=1, end="2026-10")
    monkeypatch.setattr("time.localtime", lambda *_: time.struct_time((2031, 5, 6, 7, 8, 9, 1, 126, 0)))
    write(tmp_path / "later", months=1, end="2026-10")
    assert _bytes(tmp_path / "now") == _bytes(tmp_path / "later")


@pytest.mark.deep
def test_a_month_is_the_same_whether_it_is_made_alone_or_with_those_before(tmp_path):
    write(tmp_path / "alone", months=1, end="2026-10")
    write(tmp_path / "year", months=12, end="2026-10")
    alone, year = _bytes(tmp_path / "alone"), _bytes(tmp_path / "year")
    assert alone == {name: year[name] for name in alone}


def test_the_month_in_git_is_what_the_command_writes(tmp_path):
    write(tmp_path, months=1, end="2026-10")
    assert _bytes(tmp_path) == _bytes(ROOT / "data" / "samples")


def test_twenty_five_months_are_made(tmp_path):
    written = write(tmp_path, end="2026-10")
    assert len({path.parent for path in written}) == 25
    assert len(written) == 25 * 3 + 2


def test_every_invented_force_has_a_name_of_its_own_and_settings_that_load(tmp_path):
    assert len(set(NAMES)) == MOST == 43
    every = settings_for(3, tmp_path)
    assert list(every) == ["NORTHSHIRE", "EASTMARSH", "WESTMERE"]
    for folder, code in (("eastmarsh", "EASTMARSH"), ("westmere", "WESTMERE")):
        held = settings.load(tmp_path / folder).force(code)
        assert held.synthetic and held.name.split()[0].upper() == code


def test_several_forces_lie_in_folders_of_their_own_with_other_people(tmp_path):
    write(tmp_path, months=1, forces=2, end="2026-10")
    found = _bytes(tmp_path)
    name = "2026-10/PPU caseload Oct 2026.xlsx"
    assert found[f"northshire/{name}"] != found[f"eastmarsh/{name}"]
    assert (tmp_path / "settings" / "eastmarsh" / "units.toml").exists()


@pytest.mark.parametrize(("given", "code"), [([], 0), (["--months", "0"], 2), (["--end", "October"], 2)])
def test_the_command_says_what_it_did_or_why_not(tmp_path, given, code):
    command = [
        sys.executable,
        "-m",
        "etl.samples",
        "-o",
        str(tmp_path),
        "--months",
        "1",
        "--end",
        "2026-10",
        *given,
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**os.environ}, check=False)
    assert done.returncode == code
    assert ("3 synthetic workbooks" in done.stdout) if code == 0 else ("Could not make" in done.stderr)
