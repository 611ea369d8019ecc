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


def test_there_is_a_page_for_every_dataset_for_the_measures_types_of_unit_and_what_a_check_says() -> None:
    from contracts import DATASETS

    held = {file.stem for file in (ROOT / "docs" / "reference").glob("*.md")}
    assert held == {*DATASETS, "live_crimes", "sheets", "measures", "unit-types", "what-a-check-says"}


def test_the_page_of_what_a_check_says_holds_every_code_with_its_sentence() -> None:
    from etl.reports.catalogue import codes

    page = (ROOT / "docs" / "reference" / "what-a-check-says.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("| `")]
    assert [line.split("`")[1] for line in lines] == [code.code for code in codes()]
    assert all(len(line.replace("\\|", "").split("|")) == 6 for line in lines)
