"""Returns as files, read in this process: what is compared is what was sent, not how it was read."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Any

import pytest

from contracts import DATASETS
from contracts.to_rows import example_row
from etl.checking import check_file
from etl.opening import child
from etl.opening import read as reading_files
from store import open_store
from store.own_settings import keep_for_samples

UNITS = {
    "DA1": "Domestic abuse investigation",
    "CA1": "Child abuse investigation",
    "MASH1": "Safeguarding hub",
}


def a_file(dataset: str, rows: Sequence[Mapping[str, Any]], name: str = "") -> tuple[str, bytes]:
    """A CSV of one sheet: changes to the contract's example row, units by code; no other optional column."""
    given = {column for row in rows for column in row}
    columns = [column for column in DATASETS[dataset].columns if column.required or column.name in given]
    drawn = [example_row(DATASETS[dataset], **_named(row)) for row in rows]
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([column.title for column in columns])
    writer.writerows([[_said(row.get(column.name)) for column in columns] for row in drawn])
    return name or f"{dataset}.csv", out.getvalue().encode()


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: UNITS.get(value, value) if "unit" in name else value for name, value in row.items()}


def _said(value: Any) -> Any:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else value


@pytest.fixture
def store():
    return keep_for_samples(open_store())


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    def read(kind, data, headings):
        return reading_files._workbook(child.read(kind, data))

    monkeypatch.setattr(check_file, "read", read)
