"""A purge beside files that are gone, damaged or in use: it goes on, or says what stops it."""

import shutil
import sqlite3

import pytest

from etl.__main__ import main
from etl.doctoring import of_place
from etl.doctoring.examine import examine
from etl.holding.release import CannotRelease, release, still_held
from etl.loading.cannot_undo import CannotUndo
from etl.loading.undo import undo
from etl.publishing import plan as planning
from etl.publishing.publish import not_as_accepted
from etl.publishing.rebuild import rebuild
from etl.retention.purge import purge, to_go
from store import labels, labels_left, place, publications, purges
from store.control import reading, transaction
from store.place import StoreProblem
from tests.etl.retention.conftest import GONE, OLD, STAYS, TODAY, Kept, known


def file_of(kept, load, dataset="people"):
    with reading(kept.store) as con:
        sql = "SELECT file FROM load_sheet WHERE load_id = ? AND dataset = ?"
        return kept.store.accepted / con.execute(sql, (load, dataset)).fetchone()["file"]


def undone(kept, load):
    with transaction(kept.store) as con:
        con.execute("UPDATE load SET state = 'undone' WHERE load_id = ?", (load,))


def cut(path):
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:300])


@pytest.mark.parametrize("harm", [cut, lambda path: path.unlink()])
def test_a_lost_file_of_an_undone_load_is_told_of_and_stops_no_purge(kept, capsys, harm):
    undone(kept, "L00005")
    lost = file_of(kept, "L00005")
    harm(lost)
    found = to_go(kept.store, TODAY)
    assert found.unread == (lost.name,)
    assert ("people", str(OLD)) in {(each.dataset, each.month_end) for each in found.rows}
    assert main(["--store", str(kept.store.path), "purge", "--show"]) == 0
    assert lost.name in capsys.readouterr().out


def test_a_lost_file_of_an_undone_load_holds_nobody(kept):
    through = {"NORTHSHIRE": str(OLD)}
    keys = known(kept)
    pair = ("NORTHSHIRE", keys[STAYS])
    assert pair not in labels_left.without_rows(kept.store, through)
    undone(kept, "L00005")
    file_of(kept, "L00005").unlink()
    assert pair in labels_left.without_rows(kept.store, through)


def test_a_damaged_file_of_a_load_that_stands_is_named_before_anything_is_read(kept, capsys):
    harmed = file_of(kept, "L00001")
    cut(harmed)
    for ask in (to_go, lambda store, today: purge(store, "me", today)):
        with pytest.raises(StoreProblem, match=harmed.name):
            ask(kept.store, TODAY)
    assert main(["--store", str(kept.store.path), "purge"]) == 2
    said = capsys.readouterr().err
    assert harmed.name in said and str(kept.store.path) not in said and "rebuild" not in said


@pytest.mark.deep
def test_a_purge_whose_references_could_not_go_says_so_and_the_doctor_too(kept, capsys, monkeypatch):
    def in_use(*_):
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(labels, "forget", in_use)
        assert main(["--store", str(kept.store.path), "purge"]) == 2
    assert "not all deleted" in capsys.readouterr().err
    assert GONE in known(kept)
    assert main(["--store", str(kept.store.path), "doctor", "--quick"]) == 1  # which changes nothing
    assert "references as sent that go with them were not" in capsys.readouterr().out
    place.forget_opened(kept.store.path)  # the next command, as a process of its own
    assert main(["--store", str(kept.store.path), "history"]) == 0
    assert main(["--store", str(kept.store.path), "doctor", "--quick"]) == 0
    assert GONE not in known(kept)


@pytest.fixture
def after(purged, tmp_path, monkeypatch):
    """The store after a purge, to change."""
    shutil.copytree(purged.store.path.parent, tmp_path / "copy")
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "copy" / "keys"))
    return Kept(tmp_path / "copy" / "store")


def held_file_of(kept, load):
    with reading(kept.store) as con:
        sql = "SELECT file FROM held_sheet WHERE load_id = ?"
        return kept.store.accepted / con.execute(sql, (load,)).fetchone()["file"]


@pytest.mark.parametrize("file_of_it", [file_of, held_file_of])
def test_after_a_purge_a_file_without_rows_is_not_needed(after, file_of_it, capsys):
    """Neither one of accepted rows nor one of rows that had been held back."""
    lost = file_of_it(after, "L00001")
    lost.unlink()
    told = {each.code: each for each in examine(after.store, quick=True).findings}
    assert "emptied_gone" in told and not any(each.wrong for each in told.values())
    assert not_as_accepted(after.store) == []
    with reading(after.store) as con:
        plan = planning.make(con, planning.Change(everything=True))
    assert lost.name not in plan.files("people", plan.groups)
    assert main(["--store", str(after.store.path), "held"]) == 0
    (row,) = still_held(after.store)
    with pytest.raises(CannotRelease, match="What was held of the row was deleted"):
        release(after.store, row.key, {"fte": "1"}, "HR said so", "me")


def test_a_load_of_closed_months_whose_rows_are_lost_is_undone_and_the_deleted_months_figures_stay(
    after, purged, capsys
):
    """Each sentence names the command, and the command does it: undo is refused while the file is whole."""
    lost = file_of(after, "L00003", "training")
    with pytest.raises(CannotUndo, match="rows of its month were deleted on"):
        undo(after.store, "L00003", "me")
    cut(lost)
    told = {each.code: each for each in examine(after.store, quick=True).wrong}
    assert "`python -m etl undo L00003`" in told["closed_damaged"].mend
    with pytest.raises(StoreProblem, match=rf"{lost.name}.* restore BACKUP --damaged.* etl undo L00003`"):
        rebuild(after.store, "me")
    assert main(["--store", str(after.store.path), "undo", "L00003"]) == 0
    assert rebuild(after.store, "me") and examine(after.store, quick=True).wrong == ()
    of_closed = [row for row in purged.figures() if row[3] <= OLD]
    assert of_closed and [row for row in after.figures() if row[3] <= OLD] == of_closed


def test_a_document_that_comes_to_cite_a_publication_meanwhile_keeps_its_file(kept):
    publications.cite(kept.store, 1, "Argument of March")
    none = purges.KeptFigures("figures.duckdb", "")
    asked = purges.Purge("2026-11-23T10:00:00Z", (), (), (), none)
    with pytest.raises(StoreProblem, match="Run it again"), transaction(kept.store) as con:
        purges.write(con, asked, "me")
    with reading(kept.store) as con:
        assert purges.kept_figures(con) is None and [made.id for made in publications.cited(con)] == [1]


def test_the_doctor_tells_of_a_purge_that_did_not_end(kept):
    with reading(kept.store) as con:
        assert list(of_place.purge(kept.store, con)) == []
    with transaction(kept.store) as con:
        con.execute(
            "INSERT INTO purge (id, purged_at, purged_by, figures, figures_sha256) VALUES (1, '', '', '', '')"
        )
    with reading(kept.store) as con:
        (told,) = of_place.purge(kept.store, con)
    assert told.code == "purge_unfinished" and told.wrong
