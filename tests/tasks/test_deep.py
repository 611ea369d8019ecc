"""`test --deep` asks for the long tests, then for the ordinary ones on the next DuckDB."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from commands import quality
from commands.install import NEXT, VENV
from commands.places import ROOT


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None, int]]:
    """Which Python ran pytest, and with what PPU_DEEP; the first run fails."""
    seen: list[tuple[str, str | None, int]] = []

    def show(command, environment=None):
        seen.append((str(command[0]), (environment or {}).get("PPU_DEEP"), command.count("tests/browser")))
        return 1 if len(seen) == 1 else 0

    monkeypatch.setattr(quality, "install", lambda locks, venv=VENV: Path("next" if NEXT in locks else "own"))
    monkeypatch.setattr(quality, "show", show)
    monkeypatch.setattr(quality, "compile_sources", lambda python: None)
    return seen


def test_an_ordinary_run_is_one_run(runs: list) -> None:
    assert quality.test(False, []) == 1
    assert runs == [("own", None, 0)]


def test_a_deep_run_goes_on_to_the_next_duckdb_and_tells_of_either(runs: list) -> None:
    assert quality.test(True, []) == 1
    assert runs == [("own", "1", 0), ("next", "", 1)]


@pytest.mark.parametrize(
    ("deep", "kills"),
    [("", ["1"]), pytest.param("1", [str(n) for n in range(1, 11)], marks=pytest.mark.deep)],
)
def test_the_long_tests_are_there_only_when_asked_for(deep: str, kills: list[str]) -> None:
    command = [sys.executable, "-m", "pytest", "tests/etl/faults/test_kills.py", "--collect-only", "-q"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider"],
        cwd=ROOT,
        env={**os.environ, "PPU_DEEP": deep},
        capture_output=True,
        text=True,
    )
    assert re.findall(r"at_random\w+\[(\d+)\]", done.stdout) == kills
