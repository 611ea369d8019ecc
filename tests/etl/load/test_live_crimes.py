"""A live list of crimes is loaded as its counts; no reference, name or text of it is anywhere afterwards."""

import csv
import io
import subprocess
from pathlib import Path

import duckdb
import pytest

from etl.__main__ import main
from etl.opening.read import _command, _environment
from store import open_store
from store.own_settings import keep_for_samples
from store.publications import current
from tests.etl.intake.live_lists import CA, MONTH_END, SECRET, Drawn, rows_of
from tests.etl.intake.workbooks import workbook

CASES = [
    Drawn(1, high=True),
    Drawn(2, officer=None),
    Drawn(3, closed=MONTH_END),
    Drawn(4, unit=CA, kind="child abuse", officer="77"),
    Drawn(5, unit=CA, kind="child abuse", closed=MONTH_END),
]


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    keep_for_samples(open_store())
    return tmp_path


def as_csv(rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def published(sql: str) -> list[tuple]:
    store = open_store()
    with duckdb.connect(str(store.published / current(store).file), read_only=True) as con:
        return con.execute(sql).fetchall()


def everything_kept(folder: Path) -> str:
    """Every file's bytes as text, and every value of every table: what is packed cannot be searched."""
    said = [path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file()]
    said += [str(duckdb.sql(f"from read_parquet('{path}')").fetchall()) for path in folder.rglob("*.parquet")]
    tables = published("select table_name from information_schema.tables where table_type = 'BASE TABLE'")
    said += [str(published(f'from "{name}"')) for (name,) in tables]
    return "\n".join(said).casefold()


def test_a_list_is_loaded_through_the_command_line_as_its_counts_and_nothing_else(place, capfd, caplog):
    file, back = place / "live.xlsx", place / "back.xlsx"
    file.write_bytes(workbook(Crimes=rows_of(CASES)))
    main(["check", str(file), "--return", str(back)])
    assert main(["load", str(file), "--by", "A. Analyst"]) == 0
    told = "".join(capfd.readouterr()) + caplog.text
    assert "3 open and 2 closed in the month" in told
    counts = 'unit, work_type, "open", unallocated, "new", closed, high_risk, sheet, row_number'
    where = "Crimes, cases counted by unit and work type"
    assert sorted(published(f"select {counts} from caseload")) == [
        ("CA1", "child abuse", 1, 0, 2, 1, 0, where, 7),
        ("DA1", "domestic abuse", 2, 1, 3, 1, 1, where, 4),
    ]
    assert published('select sum("open") from investigators') == [(2,)]
    file.unlink()
    kept = told.casefold() + everything_kept(place)
    assert where.casefold() in kept  # so that a search that finds nothing is one that could have found it
    assert SECRET.casefold() not in kept


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_the_child_hands_over_holds_counts_alone(kind):
    rows = [*rows_of(CASES), CASES[0].row(), [None, *CASES[1].row()[1:]]]  # also where something is wrong
    data = workbook(Crimes=rows) if kind == "xlsx" else as_csv(rows)
    done = subprocess.run(_command(kind, {}), input=data, capture_output=True, env=_environment(), check=True)
    said = (done.stdout + done.stderr).decode().casefold()
    assert "live_twice" in said and "live_no_reference" in said
    assert SECRET.casefold() not in said and "neighbour" not in said


@pytest.mark.deep
def test_the_same_list_again_changes_nothing(place, capsys):
    for name, title in (("one.xlsx", "Crimes"), ("two.xlsx", "Live")):
        (place / name).write_bytes(workbook(**{title: rows_of(CASES)}))
        assert main(["load", str(place / name)]) == 0
    assert "L00002" not in capsys.readouterr().out
