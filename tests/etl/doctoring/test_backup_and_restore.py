"""A backup is a store again with the same figures; a damaged one is refused and named, and costs nothing."""

import hashlib
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import date

import pytest
from filelock import FileLock

from etl.backing_up import backup as backing_up
from etl.backing_up import kept as kept_files
from etl.backing_up import restore as restoring
from etl.backing_up.manifest import Held, Manifest, NotABackup, to_text
from etl.backing_up.restore import CannotRestore, restore
from etl.checking.check_apart import ROOT
from etl.doctoring.examine import examine
from etl.faults import OF_A_RESTORE
from store import Store, audit, document_files, documents, history, keys, labels, place, publications
from store.control import open_control, reading
from store.documents import NewDocument
from store.lock import writing
from store.own_settings import settings_of
from tests.etl.faults.rights import Disk, only_to_read
from tests.etl.load.test_command_line import caseload

from .conftest import flip


def left_beside(patient, names):
    """What lies beside the store; but the lock of restores, which stays there."""
    return [path.name for path in patient.folder.glob(names) if not path.name.endswith(".restore.lock")]


@pytest.fixture(params=["a backup", "a backup.zip"])
def kept(request, patient):
    """A backup of each kind."""
    to = patient.folder / request.param
    assert patient.run("backup", str(to), "--by", "me") == 0
    return to


def test_a_restored_store_has_the_same_figures_and_the_doctor_finds_nothing(patient, kept, capsys):
    before = patient.figures()
    elsewhere = patient.folder / "elsewhere"
    assert patient.run("--store", str(elsewhere), "restore", str(kept)) == 0
    restored = type(patient)(Store(elsewhere), patient.folder)
    assert restored.figures() == before
    assert restored.codes() == set()
    assert [r.file_name for r in history.loads(restored.store)] == ["september.xlsx", "august.xlsx"]
    assert "Nothing is wrong" in capsys.readouterr().out


def test_what_was_backed_up_and_restored_stands_in_the_audit(patient):
    patient.run("backup", str(patient.backup), "--by", "me")
    patient.run("restore", str(patient.backup), "--replace", "--by", "somebody")
    with reading(patient.store) as con:
        assert audit.first_broken_line(con) is None
        told = [
            tuple(row) for row in con.execute("SELECT who, verb, what FROM audit ORDER BY seq DESC LIMIT 1")
        ]
    assert told == [("somebody", "alteration", "restore")]
    (aside,) = patient.folder.glob("a store.before-*")
    with reading(Store(aside)) as con:
        told = [row["what"] for row in con.execute("SELECT what FROM audit ORDER BY seq DESC LIMIT 1")]
    assert told == ["backup"]


def test_the_key_stays_out_unless_it_is_asked_for(patient):
    patient.run("backup", str(patient.backup))
    secret = next(keys.key_folder().iterdir()).read_text()
    assert not any(secret.encode() in f.read_bytes() for f in patient.backup.rglob("*") if f.is_file())
    patient.run("backup", str(patient.folder / "with key"), "--keys")
    shutil.rmtree(keys.key_folder())
    assert patient.codes() == {"key_gone"}
    assert patient.run("restore", str(patient.folder / "with key"), "--replace") == 0
    (file,) = keys.key_folder().iterdir()
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == (secret, 0o600)


def test_another_key_of_the_same_name_is_not_overwritten(patient, capsys):
    patient.run("backup", str(patient.backup), "--keys")
    file = next(keys.key_folder().iterdir())
    file.write_text("ab" * 32)
    assert patient.run("restore", str(patient.backup), "--replace") == 2
    assert "another key" in capsys.readouterr().out
    assert file.read_text() == "ab" * 32


def test_a_backup_overwrites_nothing_and_does_not_lie_in_the_store(patient, kept, capsys):
    assert patient.run("backup", str(kept)) == 2
    assert patient.run("backup", str(patient.store.path / "b")) == 2
    assert patient.run("backup", str(patient.folder / "no such folder" / "b")) == 2
    told = capsys.readouterr().out
    assert "no backup is overwritten" in told and "inside the store" in told and "Make it" in told


def test_a_store_is_not_restored_over_another_unless_that_is_moved_aside(patient, kept, capsys):
    patient.change()
    assert patient.run("restore", str(kept)) == 2
    assert "--replace" in capsys.readouterr().out and patient.changed()
    assert patient.run("restore", str(kept), "--replace") == 0
    assert not patient.changed() and patient.codes() == set()
    (aside,) = patient.folder.glob("a store.before-*")
    assert type(patient)(Store(aside), patient.folder).changed()
    assert left_beside(patient, ".a store*") == []


def test_loads_that_the_backup_does_not_have_are_named(patient, capsys):
    patient.run("backup", str(patient.backup))
    (patient.folder / "july.xlsx").write_bytes(caseload(7, month=date(2026, 7, 31)))
    assert patient.run("load", str(patient.folder / "july.xlsx")) == 0
    capsys.readouterr()
    patient.run("restore", str(patient.backup), "--replace")
    assert "loaded after the backup: july.xlsx (load L00003)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["control.sqlite", "manifest.json", "published/*", "accepted/*", "samples.txt"]
)
def test_one_flipped_bit_in_a_backup_is_refused_and_named(patient, name):
    patient.run("backup", str(patient.backup))
    file = next(patient.backup.glob(name))
    flip(file)
    with pytest.raises(NotABackup, match=file.name):
        restore(patient.backup, Store(patient.folder / "elsewhere"), "me")
    assert left_beside(patient, "*elsewhere*") == []


def test_a_packed_backup_with_a_flipped_bit_is_refused_and_leaves_the_store(patient):
    kept = patient.folder / "a backup.zip"
    patient.run("backup", str(kept))
    with zipfile.ZipFile(kept) as packed:
        # past the name of each file and what stands beside it, into what was packed
        places = {i.filename: i.header_offset + 60 + len(i.filename) for i in packed.infolist()}
    whole, figures = kept.read_bytes(), patient.figures()
    for name, at in places.items():
        flip(kept, at)
        with pytest.raises(NotABackup, match=name if name != "manifest.json" else "manifest|unpacked"):
            restore(kept, patient.store, "me", replace=True)
        kept.write_bytes(whole)
    for cut in (0, 10, len(whole) // 2, len(whole) - 1):
        kept.write_bytes(whole[:cut])
        with pytest.raises(NotABackup):
            restore(kept, patient.store, "me", replace=True)
    assert patient.figures() == figures and patient.codes() == set()


@pytest.mark.parametrize("flips", [10, pytest.param(300, marks=pytest.mark.deep)])
def test_a_bit_flipped_anywhere_in_a_packed_backup_is_refused_or_changes_nothing(patient, flips):
    kept, chance = patient.folder / "a backup.zip", random.Random(flips)
    patient.run("backup", str(kept))
    whole, figures = kept.read_bytes(), patient.figures()
    for n in range(flips):
        flip(kept, chance.randrange(len(whole)))
        there = type(patient)(Store(patient.folder / f"there {n}"), patient.folder)
        try:
            restore(kept, there.store, "me")
        except NotABackup:
            assert not there.store.path.exists()
        else:
            assert there.figures() == figures and there.codes() == set()
        kept.write_bytes(whole)


def test_a_backup_that_names_files_outside_a_store_is_refused(patient):
    patient.run("backup", str(patient.backup))
    file = patient.backup / "manifest.json"
    for name in ("../outside", "accepted/../../outside", "/etc/passwd", "settings/..", "accepted/a/b"):
        said = json.loads(file.read_text())
        said["files"][name] = {"bytes": 1, "sha256": "0"}
        said.pop("sha256")
        files = {n: Held(**h) for n, h in said["files"].items()}
        file.chmod(0o600)
        file.write_text(to_text(Manifest(**{**said, "files": files, "left_out": tuple(said["left_out"])})))
        with pytest.raises(NotABackup, match="no store has"):
            restore(patient.backup, Store(patient.folder / "elsewhere"), "me")


def test_no_backup_is_made_of_a_damaged_store(patient, capsys):
    flip(patient.accepted)
    assert patient.run("backup", str(patient.backup)) == 2
    assert "is damaged" in capsys.readouterr().out
    assert not list(patient.folder.glob("*a backup*"))
    with pytest.raises(backing_up.CannotBackUp, match=r"control\.sqlite"):
        backing_up.backup(Store(patient.folder / "nowhere"), patient.backup, "me")


def test_what_is_taken_away_while_it_is_copied_begins_the_copy_anew(patient, monkeypatch):
    """A publication comes and another goes while the backup is between the database and the files."""
    copy, moved = backing_up._files, []

    def load_meanwhile(store, control):
        if not moved:
            moved.append(patient.published)
            monkeypatch.setattr(publications, "KEEP", 1)
            patient.run("undo", "L00002")
        return copy(store, control)

    monkeypatch.setattr(backing_up, "_files", load_meanwhile)
    assert patient.run("backup", str(patient.backup)) == 0
    assert moved and not moved[0].exists()
    elsewhere = type(patient)(Store(patient.folder / "elsewhere"), patient.folder)
    restore(patient.backup, elsewhere.store, "me")
    assert elsewhere.figures() == patient.figures() and elsewhere.codes() == set()


def test_a_backup_is_made_while_a_load_holds_the_lock_and_waits_for_nobody(patient):
    with writing(patient.store):
        assert patient.run("backup", str(patient.backup)) == 0
    restore(patient.backup, Store(patient.folder / "elsewhere"), "me")


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is set as Unix has it")
def test_a_backup_is_reported_as_made_where_the_store_has_no_room_to_note_it(patient, monkeypatch, capsys):
    note, disk = backing_up._note, Disk()

    def full(*said):
        disk.fill()
        try:
            return note(*said)
        finally:
            disk.empty()

    monkeypatch.setattr(backing_up, "_note", full)
    assert patient.run("backup", str(patient.backup)) == 0
    assert "The audit does not tell of this backup" in capsys.readouterr().out
    restore(patient.backup, Store(patient.folder / "elsewhere"), "me")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set as Unix has them")
@pytest.mark.parametrize("in_use", [True, False])
def test_a_store_that_may_only_be_read_is_looked_over_and_backed_up(patient, in_use):
    labels.remember(patient.store, [("NORTHSHIRE", "k", "PC 4417")])
    with closing(open_control(patient.store)) as somebody:
        somebody.execute("SELECT 1 FROM load").fetchone()
        if in_use:
            patient.change()
        else:
            somebody.close()
        with only_to_read(patient.store.path):
            seen = examine(patient.store, quick=True)
            assert {each.code for each in seen.wrong} == {"not_writable"} and seen.loads == 2
            assert labels.label_of(patient.store, "NORTHSHIRE", ["k"]) == {"k": "PC 4417"}
            assert stat.S_IMODE(patient.store.labels.stat().st_mode) == 0o444  # a read sets no rights
            assert not backing_up.backup(patient.store, patient.backup, "me").noted
    restored = type(patient)(Store(patient.folder / "elsewhere"), patient.folder)
    restore(patient.backup, restored.store, "me")
    assert restored.changed() is in_use
    assert labels.label_of(restored.store, "NORTHSHIRE", ["k"]) == {"k": "PC 4417"}


def test_a_disk_that_is_full_is_not_called_damage(patient, monkeypatch):
    disk = Disk()
    disk.fill()
    try:
        with pytest.raises(backing_up.CannotBackUp, match="how much space is left"):
            backing_up._copy_database(patient.store.control, patient.folder / "copy")
    finally:
        disk.empty()


@pytest.mark.parametrize("fault", OF_A_RESTORE)
def test_a_restore_killed_at_any_step_leaves_the_earlier_store_or_the_restored_one(patient, fault):
    patient.run("backup", str(patient.backup))
    patient.change()
    killed = subprocess.run(
        [sys.executable, "-m", "etl", "--store", str(patient.store.path), "restore", str(patient.backup),
         "--replace"],
        cwd=ROOT, env={**os.environ, "PPU_FAULT": fault}, capture_output=True,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    place._opened.clear()
    place.open_store(patient.store.path)  # as the next start would
    restored = fault in ("restore_aside", "restore_in_place")
    assert patient.changed() is not restored
    assert patient.codes() == set()
    assert settings_of(patient.store).forces
    assert patient.run("restore", str(patient.backup), "--replace") == 0
    assert not list(patient.folder.glob(".a store.restored-*"))


def test_two_restores_to_one_place_at_once_are_one(patient, monkeypatch):
    patient.run("backup", str(patient.backup))
    elsewhere = Store(patient.folder / "elsewhere")
    told = []

    def somebody_else(name):
        if name == "restore_half_copied":
            with pytest.raises(CannotRestore, match="Somebody else") as said:
                restore(patient.backup, elsewhere, "B")
            told.append(said)

    monkeypatch.setattr(restoring, "point", somebody_else)
    restore(patient.backup, elsewhere, "A")
    assert told and type(patient)(elsewhere, patient.folder).codes() == set()
    assert left_beside(patient, "*elsewhere*") == ["elsewhere"]


def test_a_store_that_was_begun_while_another_was_copied_there_is_not_moved_aside(patient, monkeypatch):
    patient.run("backup", str(patient.backup))
    elsewhere = Store(patient.folder / "elsewhere")
    begin = {"restore_half_copied": lambda: place.open_store(elsewhere.path)}
    monkeypatch.setattr(restoring, "point", lambda name: begin.get(name, str)())
    with pytest.raises(CannotRestore, match="--replace"):
        restore(patient.backup, elsewhere, "me")
    assert left_beside(patient, "*elsewhere*") == ["elsewhere"] and history.loads(elsewhere) == []


def test_a_room_that_loses_a_file_while_it_is_filled_does_not_become_the_store(patient, monkeypatch):
    labels.remember(patient.store, [("NORTHSHIRE", "k", "PC 4417")])
    patient.run("backup", str(patient.backup))

    def lose(name):
        if name == "restore_half_copied":
            next(patient.folder.glob(".elsewhere.restored-*/labels.sqlite")).unlink()

    monkeypatch.setattr(restoring, "point", lose)
    with pytest.raises(CannotRestore, match=r"labels\.sqlite was taken away"):
        restore(patient.backup, Store(patient.folder / "elsewhere"), "me")
    assert left_beside(patient, "*elsewhere*") == []


def bomb(patient, name, said):
    """A small .zip that says `said` bytes of a name and holds 40 MB of it."""
    kept = patient.folder / "bomb.zip"
    files = {"control.sqlite": Held(said, "0" * 64)}
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, bytes(40_000_000))
        if name != "manifest.json":
            packed.writestr("manifest.json", to_text(Manifest("2026-11-23T00:00:00Z", "me", 1, files)))
    return kept


def test_what_unpacks_to_more_than_the_list_says_is_not_written(patient, monkeypatch):
    sizes, copy = [], kept_files.copy

    def copied(*said):
        sizes.append(copy(*said).bytes)
        return Held(sizes[-1], "0")

    monkeypatch.setattr(kept_files, "copy", copied)
    elsewhere = Store(patient.folder / "elsewhere")
    with pytest.raises(NotABackup, match="is damaged"):
        restore(bomb(patient, "control.sqlite", 5), elsewhere, "me")
    assert sizes == [6]
    with pytest.raises(NotABackup, match="longer than"):
        restore(bomb(patient, "manifest.json", 5), elsewhere, "me")
    with pytest.raises(CannotRestore, match="MB are left"):
        restore(bomb(patient, "control.sqlite", 10**18), elsewhere, "me")


def test_a_damaged_or_another_key_is_found_before_anything_is_kept(patient):
    patient.run("backup", str(patient.backup), "--keys")
    shutil.rmtree(keys.key_folder())
    said = json.loads((patient.backup / "manifest.json").read_text())
    (name,) = (name for name in said["files"] if name.startswith("keys/"))
    flip(patient.backup / name)
    with pytest.raises(NotABackup, match="keys/"):
        restore(patient.backup, Store(patient.folder / "elsewhere"), "me")
    (patient.backup / name).write_text("ab" * 32)
    held = Held(64, hashlib.sha256(b"ab" * 32).hexdigest())
    (patient.backup / "manifest.json").chmod(0o600)
    for more in ({name: held}, {name: held, "keys/second.key": held}):
        files = {n: Held(**h) for n, h in said["files"].items()} | more
        made = Manifest(said["made_at"], said["made_by"], said["publication"], files)
        (patient.backup / "manifest.json").write_text(to_text(made))
        with pytest.raises(NotABackup, match=r"keys/|more than one key"):
            restore(patient.backup, Store(patient.folder / "elsewhere"), "me")
    assert left_beside(patient, "*elsewhere*") == [] and not keys.key_folder().exists()


def test_what_a_killed_backup_left_goes_with_the_next_and_that_of_a_living_one_stays(patient):
    dead, alive = (patient.folder / f".a backup.{name}.part" for name in ("dead", "alive"))
    for room in (dead, alive):
        room.mkdir()
        (room / "labels").write_text("PC 4417")
        (room / "lock").touch()
    with FileLock(alive / "lock"):
        assert patient.run("backup", str(patient.backup), "--keys") == 0
    assert not dead.exists() and (alive / "labels").exists()
    assert sorted(path.name for path in patient.folder.glob("*a backup*")) == [alive.name, "a backup"]


def test_documents_that_were_handed_over_are_looked_over_backed_up_and_put_back(patient, capsys):
    publication = publications.current(patient.store).id
    made = NewDocument(
        "A brief", "chief officer", "NORTHSHIRE", ("DA1",), date(2026, 9, 30), "internal", "OFFICIAL",
        publication, (), {"brief.pdf": b"%PDF-1.7 " + bytes(range(200))},
    )  # fmt: skip
    number = documents.keep(patient.store, made, "J Patel")
    assert patient.run("backup", str(patient.backup)) == 0
    [file] = documents.every(patient.store, "NORTHSHIRE")[0].files
    flip(patient.store.documents / file.file)
    assert patient.codes() == {"document_damaged"}
    assert patient.run("restore", str(patient.backup), "--damaged") == 0
    assert patient.codes() == set() and document_files.content(patient.store, file) == made.files["brief.pdf"]
    shutil.rmtree(patient.store.documents)
    assert patient.run("restore", str(patient.backup), "--replace") == 0
    assert document_files.content(patient.store, file) == made.files["brief.pdf"] and number == 1
