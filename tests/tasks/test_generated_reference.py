"""docs/reference/ is what the contracts and measures say today."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reference_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "build_reference.py"), "--check"], capture_output=True, text=True
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_there_is_a_page_for_every_dataset_one_for_the_measures_and_one_for_types_of_unit() -> None:
    from contracts import DATASETS

    held = {file.stem for file in (ROOT / "docs" / "reference").glob("*.md")}
    assert held == {*DATASETS, "sheets", "measures", "unit-types"}
