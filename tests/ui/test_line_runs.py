"""Months beyond a line are read for the reader's own units of the force that is shown, and no others."""

from datetime import date
from types import SimpleNamespace

import duckdb
import pytest

from tests.ui.made_warehouse import FORCE, build
from ui.figures import line_runs as runs
from ui.figures import session

MONTH = date(2026, 9, 30)
MEASURE = "pressure/open_per_deployable_carrier"


@pytest.fixture
def published(tmp_path, monkeypatch):
    path = build(tmp_path / "made.duckdb")
    con = duckdb.connect()
    con.execute(f"attach '{path}' as w")
    rows = [(MEASURE, of, unit, MONTH) for of, unit in ((FORCE, "DA1"), (FORCE, "VA1"), ("ELSEWHERE", "DA1"))]
    con.executemany(
        "insert into w.line_run values (?, ?, ?, 'investigations', ?, 18, 9, 12, 4, 7, null)", rows
    )
    monkeypatch.setattr(session, "cursor", lambda file: con.cursor())
    runs._read.clear()
    yield str(path)
    runs._read.clear()
    con.close()


def units_read(file, *scope):
    page = SimpleNamespace(
        world=SimpleNamespace(file=file),
        force=FORCE,
        month=MONTH,
        scope=frozenset(scope),
        reader=SimpleNamespace(internal=True),
    )
    return [run.unit for run in runs.line_runs(page)]


def test_the_warehouse_is_asked_for_the_units_of_the_reader_only(published):
    rows = session.query("line_run", {"force": FORCE, "month": MONTH, "units": ["VA1"]}, published)
    assert [row[1] for row in rows] == ["VA1"]
    assert units_read(published, (FORCE, "DA1")) == ["DA1"]
    assert units_read(published, (FORCE, "DA1"), (FORCE, "VA1")) == ["DA1", "VA1"]
    assert units_read(published) == []


def test_a_unit_of_another_force_with_the_same_code_opens_nothing(published):
    assert units_read(published, ("ELSEWHERE", "DA1"), (FORCE, "VA1")) == ["VA1"]
