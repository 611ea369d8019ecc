"""A purge beside files that are gone, damaged or in use: it goes on, or says what stops it."""

import shutil
import sqlite3

import pytest

from etl.__main__ import main
from etl.doctoring import of_place
from etl.doctoring.examine import examine
from etl.publishing import plan as planning
from etl.publishing.publish import not_as_accepted
from etl.retention.purge import purge, to_go
from store import labels, labels_left, publications, purges
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
    assert main(["--store", str(kept.store.path), "doctor", "--quick"]) == 0  # its start ended the purge
    assert GONE not in known(kept)


@pytest.mark.parametrize(
    ("load", "dataset", "code"), [("L00001", "people", "emptied_gone"), ("L00003", "training", "closed_gone")]
)
def test_after_a_purge_a_file_without_rows_is_not_needed_and_no_undo_is_advised_that_is_refused(
    purged, tmp_path, load, dataset, code
):
    shutil.copytree(purged.store.path, tmp_path / "store")
    kept = Kept(tmp_path / "store")
    lost = file_of(kept, load, dataset)
    lost.unlink()
    told = {each.code: each for each in examine(kept.store, quick=True).findings}
    assert code in told and "etl undo" not in told[code].mend
    assert not_as_accepted(kept.store) == ([] if code == "emptied_gone" else [lost.name])
    with reading(kept.store) as con:
        plan = planning.make(con, planning.Change(everything=True))
    assert (lost.name in plan.files(dataset, plan.groups)) == (code != "emptied_gone")


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
