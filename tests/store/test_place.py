"""Opening a store."""

import shutil
from pathlib import Path

import pytest

from store import Store, clean, control, open_store, place, publications
from store.control import reading, transaction
from store.lock import StoreBusy, writing
from store.publications import Publication
from store.warehouse import connect


def published(store, number: int) -> Publication:
    made = Publication(number, f"warehouse-{number:06d}.duckdb", "s", "h", "t", "me", "")
    (store.published / made.file).write_bytes(b"")
    with transaction(store) as con:
        publications.add(con, made)
    return made


def test_an_empty_store_has_no_publication_and_no_reader(store):
    assert publications.current(store) is None
    assert connect(store) is None


def test_opening_twice_changes_nothing(store):
    assert control.migrate(store) == control.migrate(store) == len(list(control.MIGRATIONS.glob("*.sql")))


def test_a_store_of_a_newer_version_is_refused_in_words(store):
    with reading(store) as con:
        con.execute("PRAGMA user_version = 99")
    with pytest.raises(place.StoreProblem, match="newer version"):
        control.migrate(store)


def test_the_store_is_where_the_environment_says(tmp_path, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "chosen"))
    assert open_store().path == (tmp_path / "chosen").resolve()


def test_a_file_that_nothing_refers_to_is_removed_at_start(store):
    kept = published(store, 1)
    for folder in (store.accepted, store.published):
        (folder / "left-by-a-kill.tmp").write_bytes(b"half")
    clean.at_start(store)
    assert [f.name for f in store.published.iterdir()] == [kept.file]
    assert not list(store.accepted.iterdir())


def test_while_somebody_writes_nothing_is_removed(store):
    half = store.published / "being-written.tmp"
    half.write_bytes(b"half")
    with writing(store):
        clean.at_start(store)
        assert half.exists()
        with pytest.raises(StoreBusy, match="Nothing was changed"), writing(store, wait_seconds=0):
            pass


def test_the_last_ten_publications_and_those_cited_are_kept(store):
    for number in range(1, 14):
        published(store, number)
    publications.cite(store, 2, "briefing of 3 November")
    clean.at_start(store)
    kept = sorted(int(Path(f.name).stem[-6:]) for f in store.published.iterdir())
    assert kept == [2, *range(4, 14)]
    assert publications.current(store).id == 13


def test_a_published_file_that_is_gone_is_named_with_the_way_out(store):
    made = published(store, 1)
    (store.published / made.file).unlink()
    with pytest.raises(place.StoreProblem, match="etl rebuild"):
        connect(store)


def test_a_store_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(place.StoreProblem, match="cannot be written"):
        open_store(tmp_path / "file")


def test_a_removed_store_is_made_again(store):
    shutil.rmtree(store.path)
    assert isinstance(open_store(store.path), Store)
    assert publications.current(store) is None
