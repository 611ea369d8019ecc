"""Gives files to a caller of their own, in a home and folder of its own, and gathers all that came of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile.answers import HostileFile

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Told:
    """What the caller answered to each file, and what it left behind."""

    answers: dict[str, dict[str, Any]]
    grown: int
    logged: str
    stderr: str
    code: int
    left: tuple[str, ...]


def told_of(files: Sequence[HostileFile], folder: Path, *how: str) -> Told:
    """Make the files under `folder`, have them checked one by one, and say what came of it."""
    given, home = folder / "given", folder / "home"
    given.mkdir(parents=True)
    home.mkdir()
    listed = []
    for number, each in enumerate(files):
        (given / f"{number:03d}").write_bytes(each.make())
        listed.append({"name": each.name, "file": f"{number:03d}", "file_name": each.file_name})
    (given / "list.json").write_text(json.dumps(listed), "utf-8")
    before = _everything(folder)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.hostile.caller", str(given), *how],
        cwd=home,
        env=_environment(home),
        capture_output=True,
        check=False,
    )
    left = tuple(sorted(_everything(folder) - before))
    said = json.loads(done.stdout or "{}")
    return Told(
        said.get("answers", {}),
        said.get("grown", 0),
        said.get("logged", ""),
        done.stderr.decode(errors="replace"),
        done.returncode,
        left,
    )


def _everything(folder: Path) -> set[str]:
    """Every file below the folder, with when and how large it was written last."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {f"{path.relative_to(folder)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in found}


def _environment(home: Path) -> dict[str, str]:
    """A home of its own for whatever might write to one: nothing else here may be touched."""
    own = ("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "PPU_STORE", "PPU_KEY_DIR")
    return {**os.environ, **dict.fromkeys(own, str(home)), "PYTHONPATH": str(ROOT)}
