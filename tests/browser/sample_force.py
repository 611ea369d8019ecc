"""A store with sample months loaded as `tasks.py start` loads them: the newest month waits to be uploaded."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.serving import ROOT

END = "2026-10"


def fill(folder: Path, months: int = 3) -> Path:
    """Make the months under `folder`, load all but the newest into `folder/store`; gives that store."""
    made, store = folder / "made", folder / "store"
    _etl(folder, "samples", "-o", made, "--months", months, "--end", END)
    earlier = [file for month in sorted(made.iterdir())[:-1] for file in sorted(month.glob("*.xlsx"))]
    _etl(folder, "load", "--samples", *earlier, "--by", "a test", "--accept", "Sample data, invented.")
    return store


def waiting(folder: Path) -> list[Path]:
    """The workbooks of the newest month: attrition, caseload and training."""
    return sorted((folder / "made" / END).glob("*.xlsx"))


def _etl(folder: Path, *asked: object) -> None:
    """The project's own command line, on the store and with the keys that the dashboard will use."""
    environment = {**os.environ, "PPU_STORE": str(folder / "store"), "PPU_KEY_DIR": str(folder / "keys")}
    command = [sys.executable, "-m", "etl", *map(str, asked)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} gave {done.returncode}:\n{done.stdout}{done.stderr}")
