"""A publication that was made is called made, and what stopped one is named for what it is."""

import duckdb
import pytest

from etl.__main__ import main
from etl.loading.undo import undo
from etl.publishing import publish as publishing
from store import clean, publications
from store.place import StoreProblem

CASES = [{"unit": "DA1", "open": 100}]


def test_what_cannot_be_cleaned_afterwards_does_not_undo_the_publication(loads, monkeypatch):
    loads.load(caseload=CASES)

    def refuse(store):
        raise PermissionError("held open")

    monkeypatch.setattr(publishing.clean, "unreferenced", refuse)
    loads.load(caseload=[{"unit": "DA1", "open": 7}])
    assert publications.current(loads.store).id == 2
    assert loads.ask('SELECT "open" FROM caseload') == [(7,)]


def test_an_accepted_file_that_is_gone_is_named_and_not_taken_for_a_full_disk(loads):
    first = loads.load(caseload=CASES)
    loads.load(caseload=[{"unit": "DA1", "open": 7}])
    gone = next(loads.store.accepted.glob(f"{first}-caseload-*"))
    gone.chmod(0o600)
    gone.unlink()
    with pytest.raises(StoreProblem, match=gone.name) as told:
        undo(loads.store, "L00002", "me")
    assert "space" not in str(told.value)
    assert publications.current(loads.store).id == 2


def test_a_damaged_accepted_file_is_named(loads):
    first = loads.load(caseload=CASES)
    loads.load(caseload=[{"unit": "DA1", "open": 7}])
    damaged = next(loads.store.accepted.glob(f"{first}-caseload-*"))
    damaged.chmod(0o600)
    damaged.write_bytes(bytes(damaged.stat().st_size))
    with pytest.raises(StoreProblem, match=damaged.name):
        undo(loads.store, "L00002", "me")


def test_a_fault_of_our_own_is_not_called_a_full_disk(loads, monkeypatch):
    def wrong(store, plan, settings):
        raise duckdb.BinderException("no such column")

    monkeypatch.setattr(publishing, "build_file", wrong)
    with pytest.raises(duckdb.BinderException):
        loads.load(caseload=CASES)


def test_a_store_that_cannot_be_used_ends_with_code_2_and_one_line(tmp_path, monkeypatch, capsys):
    store = tmp_path / "a store"
    store.mkdir()
    (store / "control.sqlite").write_bytes(b"no database" * 500)
    monkeypatch.setenv("PPU_STORE", str(store))
    assert main(["history"]) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told and "put it back from a backup" in told


def test_a_new_upload_is_not_swept_away_before_its_worker_has_begun(loads):
    from store import jobs

    job = jobs.new_job(loads.store)
    clean.unreferenced(loads.store)
    assert (loads.store.incoming / job).is_dir()


def test_what_is_known_of_an_ended_job_is_forgotten_after_a_day(loads, monkeypatch):
    from dataclasses import replace

    from store import jobs

    job = jobs.new_job(loads.store)
    jobs.write(loads.store, replace(jobs.read(loads.store, job), state=jobs.DONE))
    clean.unreferenced(loads.store)
    assert jobs.read(loads.store, job) is not None
    monkeypatch.setattr(jobs.time, "time", lambda: 1e12)
    clean.unreferenced(loads.store)
    assert jobs.read(loads.store, job) is None
    assert list(loads.store.jobs.iterdir()) == []
