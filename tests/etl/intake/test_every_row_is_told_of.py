"""Counts add up for every sheet of samples and public files: loaded, held back and ignored make all read."""

import os
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import settings
from etl.checking.check_file import checked
from etl.opening.gate import gate
from etl.opening.read import Unread, read
from etl.samples import writing as samples
from tests.etl.intake.workbooks import TODAY

PUBLIC = [
    Path(os.environ.get(name, folder))
    for name, folder in (("PPU_MESSY_FILES", "messy"), ("PPU_REAL_FILES", "real"))
]
FILES = sorted(
    p for folder in PUBLIC for p in folder.glob("*") if p.name not in ("manifest.csv", "README.md")
)
without_files = pytest.mark.skipif(
    not FILES, reason="set PPU_MESSY_FILES and PPU_REAL_FILES to their folders"
)


@pytest.fixture(scope="module")
def sample_files(tmp_path_factory) -> list[Path]:
    """The workbooks of the last two sample months, with a late or corrected one where there is one."""
    return samples.write(tmp_path_factory.mktemp("samples"), months=2, end="2026-09")


def add_up(report) -> None:
    for sheet in report.sheets:
        assert sheet.rows_read == sheet.rows_loaded + sheet.rows_held + sheet.rows_ignored, sheet.sheet
        assert len(sheet.ignored) == len({row for row, _ in sheet.ignored}) == sheet.rows_ignored
        assert all(reason for _, reason in sheet.ignored)


def filled_rows(data: bytes) -> dict[str, int]:
    """How many rows of each sheet hold anything, by another way of reading."""
    book = openpyxl.load_workbook(BytesIO(data))
    return {
        page.title: sum(any(c not in (None, "") for c in row) for row in page.iter_rows(values_only=True))
        for page in book.worksheets
    }


def test_every_row_of_the_samples_is_loaded_or_listed(sample_files):
    assert len(sample_files) >= 6
    for path in sample_files:
        data = path.read_bytes()
        (file,) = checked(settings.sample(), [(path.name, data)], today=TODAY)
        assert file.report.sheets, path.name
        add_up(file.report)
        counted = filled_rows(data)
        for sheet in file.report.sheets:
            assert sheet.rows_read + 1 == counted[sheet.sheet], (path.name, sheet.sheet)  # and its headings


@without_files
@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name[:50])
def test_every_sheet_of_a_public_file_is_read_or_named(path):
    data = path.read_bytes()
    (file,) = checked(settings.sample(), [(path.name, data)], today=TODAY)
    add_up(file.report)
    told = gate(data)
    book = Unread(told.fault) if told.fault else read(told.kind, data)
    if isinstance(book, Unread):
        assert [b.code for b in file.report.breaches] == [book.fault]
        return
    assert file.report.sheets or file.report.breaches
    words = " ".join((*file.report.said, *(f'"{s.sheet}"' for s in file.report.sheets)))
    names = [sheet.name for sheet in book.sheets if sheet.rows] + [name for name, _ in book.passed_over]
    assert [name for name in names if f'"{name}"' not in words] == []
