"""Workbooks through the command line and the worker, as a scheduled job and a page would send them."""

import io
import os
import subprocess
import sys
import time
from datetime import date

import openpyxl
import pytest

from contracts import workbook
from contracts.to_rows import example_row
from etl.__main__ import main
from etl.loading import worker
from etl.loading.samples_apart import cannot_mix
from settings import sample
from store import history, jobs, open_store, publications
from store.own_settings import keep_for_samples
from store.sent_together import sent_together


def caseload(open_cases=100, unit="Domestic abuse investigation", month=date(2026, 9, 30)) -> bytes:
    """A caseload workbook of one row, with the template's headings."""
    dataset = workbook("caseload")[0]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = dataset.title
    sheet.append([column.title for column in dataset.columns if column.required])
    row = example_row(dataset, unit=unit, open=open_cases, unallocated=1, month_end=month)
    sheet.append([row[column.name] for column in dataset.columns if column.required])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "a store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    keep_for_samples(open_store())

    def write(name: str, content: bytes) -> str:
        (tmp_path / name).write_bytes(content)
        return str(tmp_path / name)

    return write


def test_load_history_where_undo(place, capsys):
    file = place("september.xlsx", caseload())
    assert main(["load", file, "--by", "A. Analyst"]) == 0
    assert "1 row loaded (load L00001)" in capsys.readouterr().out
    assert main(["where"]) == 0
    assert capsys.readouterr().out.strip().endswith(".duckdb")
    assert main(["undo", "L00001"]) == 0
    assert main(["history"]) == 0
    told = capsys.readouterr().out
    assert "undone" in told
    assert "by A. Analyst" in told and "  1 record  september.xlsx" in told
    assert main(["undo", "L00001"]) == 1


def test_the_same_bytes_again_say_so_and_change_nothing(place, capsys):
    file = place("september.xlsx", caseload())
    main(["load", file])
    assert main(["load", file]) == 0
    assert "already loaded" in capsys.readouterr().out
    assert publications.current(open_store()).id == 1
    assert len(history.loads(open_store())) == 1


@pytest.mark.deep
def test_after_an_undo_the_same_bytes_may_be_sent_again(place):
    file = place("september.xlsx", caseload())
    main(["load", file])
    main(["undo", "L00001"])
    assert main(["load", file]) == 0
    assert [record.state for record in history.loads(open_store())] == ["published", "undone"]


def test_a_refused_file_does_not_hold_back_the_others(place, capsys):
    good = place("good.xlsx", caseload())
    spoiled = place("spoiled.xlsx", caseload(unit="Department of nothing we know"))
    assert main(["load", spoiled, good, good]) == 1
    told = capsys.readouterr().out
    assert "spoiled.xlsx: refused" in told
    assert "Department of nothing we know" in told
    assert "given twice" in told
    assert len(history.loads(open_store())) == 1
    assert publications.current(open_store()).id == 1


def test_check_prints_every_reason_and_loads_nothing(place, capsys):
    spoiled = place("spoiled.xlsx", caseload(unit="Department of nothing we know", open_cases="many"))
    assert main(["check", spoiled]) == 1
    told = capsys.readouterr().out
    assert "Department of nothing we know" in told
    assert "many" in told
    assert history.loads(open_store()) == []


def test_what_cannot_run_ends_with_two(place, capsys):
    assert main(["load", "no such file.xlsx"]) == 2
    assert "no such file.xlsx" in capsys.readouterr().err
    assert main(["template", "nothing"]) == 2
    assert main(["where"]) == 1


def test_a_store_with_samples_refuses_another_force_and_names_the_way(place, capsys):
    main(["load", place("september.xlsx", caseload())])
    assert main(["load", place("other.xlsx", caseload(5)), "--force", "SOUTHSHIRE"]) == 1
    assert "tasks.py start --no-samples --store" in capsys.readouterr().out
    assert cannot_mix(open_store(), sample(), "NORTHSHIRE") is None


def test_the_store_may_be_named_in_the_call(place, tmp_path, capsys):
    keep_for_samples(open_store(tmp_path / "another"))
    assert main(["--store", str(tmp_path / "another"), "load", place("september.xlsx", caseload())]) == 0
    assert len(history.loads(open_store(tmp_path / "another"))) == 1
    assert history.loads(open_store(tmp_path / "a store")) == []


@pytest.mark.deep
def test_several_loads_are_undone_in_one_step(place, capsys):
    units = ("Domestic abuse investigation", "Child abuse investigation")
    files = [place(f"{n}.xlsx", caseload(unit=unit)) for n, unit in enumerate(units)]
    assert main(["load", *files]) == 0
    assert main(["undo", "L00001", "L00002"]) == 0
    assert "Loads L00001, L00002 were undone" in capsys.readouterr().out
    assert publications.current(open_store()).id == 2
    assert sent_together(open_store()) == dict.fromkeys(("L00001", "L00002"), ("L00001", "L00002"))


def test_whoever_reads_only_the_beginning_of_the_history_is_told_nothing_else(place):
    main(["load", place("september.xlsx", caseload())])
    reading, writing = os.pipe()
    os.close(reading)  # as after: history | head -0
    command = [sys.executable, "-m", "etl", "history"]
    done = subprocess.run(command, cwd=worker.ROOT, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_the_workbooks_and_gives_examples(capsys):
    for asked, said in ((["--help"], "etl load caseload.xlsx --by"), (["template", "--help"], "attrition")):
        with pytest.raises(SystemExit):
            main(asked)
        assert said in capsys.readouterr().out


def test_every_template_is_written(place, tmp_path):
    for name in ("caseload", "attrition", "training", "demand", "finance", "people"):
        assert main(["template", name, "-o", str(tmp_path / f"{name}.xlsx")]) == 0
        assert openpyxl.load_workbook(tmp_path / f"{name}.xlsx").sheetnames


def test_a_worker_loads_in_a_process_of_its_own_and_deletes_the_upload(place):
    store = open_store()
    job = worker.start(store, [("september.xlsx", caseload())], "A. Analyst")
    ended = wait(store, job)
    assert (ended.state, ended.loads, ended.publication_id) == (jobs.DONE, ("L00001",), 1)
    assert not list(store.incoming.iterdir())
    undone = wait(store, worker.start_undo(store, "L00001", "A. Analyst"))
    assert undone.state == jobs.DONE
    assert history.loads(store)[0].state == "undone"


def test_a_worker_that_is_killed_is_told_as_interrupted(place, monkeypatch):
    store = open_store()
    monkeypatch.setenv("PPU_FAULT", "warehouse_built")
    ended = wait(store, worker.start(store, [("september.xlsx", caseload())], "A. Analyst"))
    assert ended.state == jobs.INTERRUPTED
    assert "Nothing was changed" in ended.message
    assert worker.status(store, "nosuchjob") is None


def wait(store, job, seconds=90):
    """The job's status once it has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        said = worker.status(store, job)
        if said.state != jobs.RUNNING:
            for process in worker._STARTED:
                process.wait(30)
            return said
        time.sleep(0.1)
    raise AssertionError(said)


def test_a_worker_says_that_it_has_begun_before_it_reads_what_a_load_needs():
    light = "etl.command_line.command, etl.loading.worker"
    heavy = "('pandas', 'duckdb', 'etl.loading.load')"
    seen = f"import sys, {light}; print([n for n in {heavy} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", seen], cwd=worker.ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
