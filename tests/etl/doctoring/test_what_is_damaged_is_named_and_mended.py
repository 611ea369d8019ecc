"""Each fault that a store can have: damage it, do what the doctor says, and the figures are as they were."""

import random
import shlex
import shutil
import sqlite3
from contextlib import closing

import duckdb
import pytest

from etl.doctoring import of_figures
from etl.publishing import publish
from settings import SAMPLE
from store import keys, labels, swap
from store.control import open_control, transaction
from store.durable import sha256_of
from store.place import StoreProblem

from .conftest import flip


@pytest.fixture
def backed_up(patient):
    """A store with a backup that has its key."""
    assert patient.run("backup", str(patient.backup), "--keys") == 0
    return patient


def etl(patient):
    """How a command on this store begins."""
    return f"python -m etl --store {shlex.quote(str(patient.store.path))}"


def said(patient, capsys) -> str:
    capsys.readouterr()
    assert patient.run("doctor", "--quick") == 1
    return capsys.readouterr().out


def remove(file) -> None:
    file.chmod(0o600)
    file.unlink()


@pytest.mark.parametrize(
    ("harm", "code"),
    [(flip, "published_damaged"), pytest.param(remove, "published_gone", marks=pytest.mark.deep)],
)
def test_a_published_file_is_made_again_by_a_rebuild(patient, capsys, harm, code):
    before, file = patient.figures(), patient.published
    harm(file)
    told = said(patient, capsys)
    assert f"[{code}] published/{file.name}" in told and f"{etl(patient)} rebuild" in told
    assert patient.run("rebuild") == 0
    assert patient.codes() == set()
    assert patient.figures() == before


@pytest.mark.parametrize(("harm", "code"), [(flip, "accepted_damaged"), (remove, "accepted_gone")])
def test_accepted_rows_are_put_back_from_a_backup_and_nothing_else_is(backed_up, capsys, harm, code):
    backed_up.change()  # after the backup: it stays as it is
    before, file = backed_up.figures(), backed_up.accepted
    harm(file)
    told = said(backed_up, capsys)
    assert f"[{code}] accepted/{file.name}" in told
    assert "Caseload, 2026-09-30, load L00002 (september.xlsx)" in told and "--damaged" in told
    assert backed_up.run("restore", str(backed_up.backup), "--damaged") == 0
    assert f"Put back: accepted/{file.name}" in capsys.readouterr().out
    assert backed_up.codes() == set() and backed_up.changed()
    assert backed_up.figures() == before


@pytest.mark.deep
def test_without_a_backup_a_load_whose_rows_are_damaged_is_undone_and_sent_again(patient, capsys):
    before = patient.figures()
    flip(patient.accepted)
    assert f"`{etl(patient)} undo L00002`, then load september.xlsx again" in said(patient, capsys)
    assert patient.run("undo", "L00002") == 0
    assert patient.run("load", str(patient.folder / "september.xlsx")) == 0
    assert patient.codes() == set()
    assert "undone_damaged" in patient.told()
    assert patient.figures() == before


def test_a_control_database_with_a_flipped_bit_is_restored(backed_up, capsys):
    before = backed_up.figures()
    data = backed_up.store.control.read_bytes()
    flip(backed_up.store.control, data.index(b"september.xlsx"))  # SQLite itself finds nothing here
    assert backed_up.codes() == {"control_changed"}
    assert "--replace" in said(backed_up, capsys)
    assert backed_up.run("restore", str(backed_up.backup), "--replace") == 0
    assert backed_up.codes() == set()
    assert backed_up.figures() == before


@pytest.mark.parametrize("at", [0, 17, 4096])
def test_a_control_database_that_cannot_be_read_is_named_and_restored(backed_up, at):
    before = backed_up.figures()
    flip(backed_up.store.control, at)
    if at == 4096:
        backed_up.store.control.write_bytes(backed_up.store.control.read_bytes()[:4096] + b"x" * 4096)
    assert backed_up.codes() & {"control_damaged", "control_changed"}
    assert backed_up.run("restore", str(backed_up.backup), "--replace") == 0
    assert backed_up.codes() == set() and backed_up.figures() == before


def test_a_control_database_that_is_gone_is_named_and_restored(backed_up):
    before = backed_up.figures()
    backed_up.store.control.unlink()
    assert backed_up.codes() == {"control_gone"}
    assert backed_up.run("restore", str(backed_up.backup), "--replace") == 0
    assert backed_up.codes() == set() and backed_up.figures() == before


@pytest.mark.parametrize("flips", [25, pytest.param(1500, marks=pytest.mark.deep)])
def test_a_bit_flipped_anywhere_in_the_control_database_is_found_or_changes_no_word_of_it(patient, flips):
    chance, control = random.Random(flips), patient.store.control
    with closing(open_control(patient.store)) as con:
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = list(con.iterdump())
    whole = control.read_bytes()
    for _ in range(flips):
        at = chance.randrange(len(whole))
        flip(control, at)
        if not patient.codes():
            with closing(sqlite3.connect(f"{control.as_uri()}?mode=ro", uri=True)) as con:
                assert list(con.iterdump()) == before, at
        for beside in ("-wal", "-shm"):
            control.with_name(control.name + beside).unlink(missing_ok=True)
        control.write_bytes(whole)


def test_a_changed_line_of_the_audit_is_named_and_restored(backed_up, capsys):
    before = backed_up.figures()
    with closing(open_control(backed_up.store)) as con:
        trigger = con.execute("SELECT sql FROM sqlite_master WHERE name = 'audit_is_not_changed'").fetchone()[
            0
        ]
        con.execute("DROP TRIGGER audit_is_not_changed")
        con.execute("UPDATE audit SET who = 'somebody else' WHERE seq = 2")
        con.execute(trigger)
    assert backed_up.codes() == {"audit_changed"}
    assert "Line 2 of the audit" in said(backed_up, capsys)
    assert backed_up.run("restore", str(backed_up.backup), "--replace") == 0
    assert backed_up.codes() == set() and backed_up.figures() == before


def test_a_line_taken_off_the_end_of_the_audit_is_found(patient):
    with closing(open_control(patient.store)) as con:
        con.execute("DROP TRIGGER audit_is_not_removed")
        con.execute("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    assert "control_changed" in patient.codes()


def test_a_seal_that_is_broken_is_not_renewed_by_the_next_change(patient):
    with closing(open_control(patient.store)) as con:
        con.execute("UPDATE load SET file_name = 'another.xlsx' WHERE load_id = 'L00001'")
    patient.change()
    assert patient.codes() == {"control_changed"}


def test_a_store_from_before_the_seal_is_told_so_until_its_next_change(patient):
    with closing(open_control(patient.store)) as con:
        con.execute("DELETE FROM seal")
    assert patient.codes() == set() and patient.told() == {"control_not_sealed"}
    patient.change()
    assert patient.told() == set()


def test_a_store_of_another_version_is_told_so(patient):
    with closing(open_control(patient.store)) as con:
        have = con.execute("PRAGMA user_version").fetchone()[0]
        con.execute("PRAGMA user_version = 1")
        assert patient.codes() == {"control_older"}
        con.execute("PRAGMA user_version = 99")
        assert patient.codes() == {"control_newer"}
        con.execute(f"PRAGMA user_version = {have}")
    assert patient.codes() == set()


def test_a_record_that_is_not_what_the_audit_says_is_named(patient):
    with transaction(patient.store) as con:
        con.execute("UPDATE load SET sha256 = 'ff' WHERE load_id = 'L00001'")
    assert patient.codes() == {"record_changed"}


def test_coverage_that_does_not_follow_from_the_loads_is_settled_by_a_rebuild(patient):
    before = patient.figures()
    with transaction(patient.store) as con:
        con.execute("UPDATE coverage SET active = 0 WHERE load_id = 'L00002'")
    assert patient.codes() == {"coverage_unsettled"}
    assert patient.run("rebuild") == 0
    assert patient.codes() == set() and patient.figures() == before


def test_figures_that_the_rows_do_not_give_are_made_again(patient):
    before, file = patient.figures(), patient.published
    file.chmod(0o600)
    with duckdb.connect(str(file)) as con:
        con.execute("UPDATE figure SET numerator = numerator + 1 WHERE metric = 'pressure/open'")
    with transaction(patient.store) as con:  # as a fault of our own would have left it
        con.execute("UPDATE publication SET sha256 = ?", (sha256_of(file),))
    assert "figures_differ" in patient.codes(quick=False)
    assert patient.run("rebuild") == 0
    assert patient.figures() == before


@pytest.mark.parametrize("place", ["published/stray.duckdb", "accepted/.half.parquet.tmp"])
def test_what_a_stopped_load_left_is_told_is_harmless_and_goes_at_the_next_start(patient, place):
    (patient.store.path / place).write_bytes(b"half")
    assert patient.codes() == set() and "left_over" in patient.told()
    assert patient.run("history") == 0
    assert patient.told() == set()


def test_a_file_that_is_none_of_ours_is_told_and_left_alone(patient):
    stray = patient.store.path / "notes.txt"
    stray.write_text("mine")
    assert patient.codes() == set() and patient.told() == {"stray_file"}
    stray.unlink()
    assert patient.told() == set()


def test_another_key_is_named_refused_by_the_next_load_and_put_back(backed_up):
    (file,) = keys.key_folder().iterdir()
    right = file.read_bytes()
    file.write_text("cd" * 32)
    assert backed_up.codes() == {"key_other"}
    with pytest.raises(StoreProblem, match="not the one"):
        keys.store_key(backed_up.store)
    file.write_text("no key")
    assert backed_up.codes() == {"key_damaged"}
    file.unlink()
    assert backed_up.codes() == {"key_gone"}
    shutil.copy(backed_up.backup / "keys" / file.name, file)
    file.chmod(0o600)
    assert backed_up.codes() == set() and file.read_bytes() == right


def test_a_key_that_others_can_read_or_that_lies_in_the_store_is_named(patient, monkeypatch, capsys):
    (file,) = keys.key_folder().iterdir()
    file.chmod(0o644)
    assert "chmod 600" in said(patient, capsys)
    file.chmod(0o600)
    inside = patient.store.settings / "keys"
    shutil.copytree(keys.key_folder(), inside)
    monkeypatch.setenv("PPU_KEY_DIR", str(inside))
    assert patient.codes() == {"key_inside"}


def test_a_store_from_before_keys_were_told_apart_says_so_until_its_next_load(patient):
    with transaction(patient.store) as con:
        con.execute("DELETE FROM fact WHERE name = 'key_check'")
    assert patient.codes() == set() and patient.told() == {"key_unknown"}
    keys.store_key(patient.store)
    assert patient.told() == set()


def test_settings_that_cannot_be_read_are_named_and_put_back_from_a_backup(patient, capsys):
    shutil.copytree(SAMPLE, patient.store.settings, dirs_exist_ok=True)
    patient.run("backup", str(patient.backup))
    file = patient.store.settings / "units.toml"
    file.write_bytes(b"[[units\n\xff")
    told = said(patient, capsys)
    assert "[settings_unusable]" in told and "units.toml" in told and "put settings/ back" in told
    shutil.copy(patient.backup / "settings" / "units.toml", file)
    assert patient.codes() == set()


def test_references_as_sent_that_cannot_be_read_are_named_and_forgotten(patient, capsys):
    labels.remember(patient.store, [("NORTHSHIRE", "k", "PC 4417")])
    assert patient.codes() == set()
    patient.store.labels.write_bytes(b"x" * 8192)
    assert "forget-labels" in said(patient, capsys)
    assert patient.run("forget-labels") == 0
    assert patient.codes() == set()


def test_a_full_disk_is_named(patient, monkeypatch, capsys):
    monkeypatch.setattr(publish, "SPARE_BYTES", 10**18)
    assert "[disk_full]" in said(patient, capsys)


def test_a_restore_that_was_stopped_before_the_swap_is_told(patient):
    half = swap.ready(patient.store.path, "20261123T000000Z-abcd.part")
    half.mkdir()
    assert patient.codes() == set() and patient.told() == {"restore_unfinished"}


@pytest.mark.deep
def test_a_published_file_that_takes_its_reader_down_is_called_unreadable(patient, monkeypatch):
    """In a process of its own, which is killed as a damaged file could kill it."""
    monkeypatch.undo()
    monkeypatch.setenv("PPU_KEY_DIR", str(patient.folder / "keys"))
    assert set(of_figures.ask(patient.store)) <= {"other_version"}
    monkeypatch.setenv("PPU_FAULT", "warehouse_half_built")
    assert set(of_figures.ask(patient.store)) <= {"published_unreadable", "other_version"}
