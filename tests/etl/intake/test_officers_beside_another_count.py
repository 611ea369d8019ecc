"""Officers of 2015 as loaded, beside the same publication as others took it out by hand."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from tests.etl.intake.workbooks import check_bytes

REAL = Path(os.environ.get("PPU_REAL_FILES", "real"))
PUBLISHED = REAL / "ho_police-workforce-tabs-30sep15.ods"
BY_HAND = REAL / "reslab_officer_fte_2015.csv"
DAYS = (date(2014, 9, 30), date(2015, 3, 31), date(2015, 9, 30))
OTHERWISE = {"Metropolitan": "Metropolitan Police", "City of London": "London, City of"}


def by_hand() -> dict[str, tuple[float, ...]]:
    """Officers by force at each of the days. Where a region has a force's name, the force comes after it."""
    with BY_HAND.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {
        OTHERWISE.get(name, name.replace("&", "and")): tuple(map(float, officers)) for name, *officers in rows
    }


def test_every_force_has_the_officers_that_others_read():
    absent = [path.name for path in (PUBLISHED, BY_HAND) if not path.exists()]
    if absent:
        pytest.skip(f"{', '.join(absent)} not at hand; set PPU_REAL_FILES to the folder that holds it")
    file = check_bytes(PUBLISHED.read_bytes(), PUBLISHED.name)
    loaded = {(row["force"], row["as_at"]): row["value"] for row in file.sheets[0].records()}
    forces = {force for force, _ in loaded}
    theirs = by_hand()
    assert len(forces) == 43
    assert forces <= theirs.keys()
    ours = {force: tuple(loaded[force, day] for day in DAYS) for force in forces}
    assert ours == {force: pytest.approx(theirs[force], abs=0.005) for force in forces}
