"""A training matrix and a list of booked places are one return; the same record in both is not."""

import datetime as dt
from pathlib import Path

import settings
from etl.checking.check_file import check
from etl.samples.workbook import Sheet, write

ABOVE = ("Training (SYNTHETIC)", "As at 31/10/2026")
HEADINGS = ("Staff number", "Team", "Course title", "Date completed", "Overall status", "Course date")
DONE = dt.date(2025, 3, 12)
MATRIX = Sheet(
    "Training matrix",
    ABOVE,
    ("Staff number", "Team", "Trauma-informed practice", "DA Matters"),
    (("61001", "DAIT", DONE, None), ("61002", "DAIT", None, DONE)),
)


def _report(folder: Path, *rows: tuple):
    path = folder / "training.xlsx"
    write(path, (MATRIX, Sheet("Bookings", ABOVE, HEADINGS, rows)))
    return check(None, settings.sample(), [(path.name, path.read_bytes())], today=dt.date(2026, 11, 23))[0]


def test_booked_places_may_stand_beside_the_matrix(tmp_path):
    report = _report(tmp_path, ("61001", "DAIT", "DA Matters", None, "Booked", dt.date(2026, 12, 3)))

    assert report.ok
    assert [sheet.rows_loaded for sheet in report.sheets] == [2, 1]


def test_a_record_that_is_in_both_is_refused(tmp_path):
    report = _report(tmp_path, ("61001", "DAIT", "Trauma-informed practice", DONE, None, None))

    assert "sheet_twice" in [breach.code for breach in report.breaches]
