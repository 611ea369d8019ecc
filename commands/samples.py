"""The sample months: made by the project's own generator and loaded the way any month is."""

import re
import shutil
import tempfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from commands.install import RUN, install
from commands.places import ROOT
from commands.run import quietly, show

WAITING = ROOT / "data" / "to-upload"
# 37 seconds of processor for 24 months, about half of it on two at once (measured 2026-11-23).
TAKES = "half a minute on a quiet computer, some minutes on a busy or slow one"
SAYS_SO_OFTEN = 4  # months between two lines
_FILE = re.compile(r"(?P<checked>Checked )?\(?(?P<done>\d+) of \d+ files?\)?")


def samples(rest: Sequence[str]) -> int:
    """Write the sample workbooks; the choices are those of `python -m etl samples`."""
    return show([install([RUN]), "-m", "etl", "samples", *_from_here(rest)])


def _from_here(rest: Sequence[str]) -> list[str]:
    """A folder after -o is relative to where one stands, while the command runs in the project's folder."""
    after = {place + 1 for place, part in enumerate(rest) if part == "-o"}
    return [str(Path(part).absolute()) if place in after else part for place, part in enumerate(rest)]


def fill_if_empty(python: Path, environment: Mapping[str, str]) -> None:
    """Load the sample months into a store into which nothing has ever been loaded; leave any other alone."""
    history = quietly([python, "-m", "etl", "history"], lambda said: "The store cannot be used.", environment)
    if history.startswith("Nothing has been loaded"):
        _fill(python, environment)


def _fill(python: Path, environment: Mapping[str, str]) -> None:
    print("Making 25 months of Northshire Police, an invented force (some seconds) ...", flush=True)
    made = Path(tempfile.mkdtemp(prefix="northshire-"))
    try:
        quietly([python, "-m", "etl", "samples", "-o", made], lambda said: "The samples could not be made.")
        *months, newest = sorted(folder for folder in made.iterdir() if folder.is_dir())
        files = [file for month in months for file in _workbooks(month)]
        load: list[str | Path] = [python, "-m", "etl", "load", "--samples", *files, "--by", "tasks.py start"]
        print(f"Loading {len(months)} of them ({TAKES}) ...", flush=True)
        asked = [*load, "--progress", "--accept", "Sample data, invented."]
        far = Progress([len(_workbooks(month)) for month in months])
        quietly(asked, lambda said: "The sample months could not all be loaded.", environment, far.hear)
        _let_wait(newest)
        print(
            f"Loaded {len(months)} months. The newest waits in data/to-upload/ for you to upload.", flush=True
        )
    finally:
        shutil.rmtree(made, ignore_errors=True)


class Progress:
    """Hears how many files are checked and kept, and prints how many months that is.

    `files` holds how many there are of each month, in their order.
    """

    def __init__(self, files: Sequence[int]) -> None:
        self.ends = list(accumulate(files))
        self.told = {"Checking": 0, "Loading": 0}

    def hear(self, line: str) -> None:
        """Take one line of `etl load --progress`."""
        found = _FILE.search(line)
        if found:
            self._of_files("Checking" if found["checked"] else "Loading", int(found["done"]))
        elif "Working out the figures" in line:
            print("  Working out the figures ...", flush=True)

    def _of_files(self, what: str, files: int) -> None:
        months = bisect_right(self.ends, files)
        if months - self.told[what] >= SAYS_SO_OFTEN or (months == len(self.ends) > self.told[what]):
            self.told[what] = months
            print(f"  {what}: {months} of {len(self.ends)} months.", flush=True)


def _workbooks(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix in (".xlsx", ".ods"))


def _let_wait(folder: Path) -> None:
    WAITING.mkdir(parents=True, exist_ok=True)
    for file in _workbooks(folder):
        shutil.copy(file, WAITING)
