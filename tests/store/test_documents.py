"""Documents that were handed over, kept with their figures."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from store import clean, document_files, documents, publications, recorded
from store.control import reading, transaction
from store.documents import NewDocument
from store.place import StoreProblem
from store.publications import KEEP, Publication
from store.written import NotWritten

FIGURES = ({"measure": "staffing/in_post_fte", "unit": "DA1", "value": 14.5, "said": "14.5 FTE"},)
MADE = NewDocument(
    "Brief for the chief officer",
    "chief officer",
    "NORTHSHIRE",
    ("DA1", "CAIT"),
    date(2026, 9, 30),
    "publication",
    "OFFICIAL",
    1,
    FIGURES,
    {"brief.pdf": b"%PDF-1.7 of ours", "brief.xlsx": b"PK of ours"},
)


def publish(store, number: int) -> None:
    made = Publication(number, f"warehouse-{number:06d}.duckdb", "s", "h", "t", "me", "")
    (store.published / made.file).write_bytes(b"")
    with transaction(store) as con:
        publications.add(con, made)


@pytest.fixture
def kept(store):
    publish(store, 1)
    return documents.keep(store, MADE, "J Patel")


def test_a_document_is_listed_with_its_files_and_opened_as_it_was_handed_over(store, kept):
    [one] = documents.every(store, "NORTHSHIRE")
    assert (one.id, one.title, one.units, one.mode) == (kept, MADE.title, ("CAIT", "DA1"), "publication")
    assert {f.name: document_files.content(store, f) for f in one.files} == MADE.files
    assert documents.figures(store, kept) == FIGURES
    assert documents.every(store, "ELSEWHERE") == ()


def test_the_figures_it_rests_on_are_kept_as_long_as_it_is(store, kept):
    for number in range(2, KEEP + 3):
        publish(store, number)
    clean.at_start(store)
    left = {file.name for file in store.published.iterdir()}
    assert "warehouse-000001.duckdb" in left and "warehouse-000002.duckdb" not in left
    documents.withdraw(store, kept, by="J Patel")
    clean.at_start(store)
    assert "warehouse-000001.duckdb" not in {file.name for file in store.published.iterdir()}


def test_withdrawing_deletes_files_and_figures_and_says_who(store, kept):
    documents.withdraw(store, kept, by="A Chief")
    [one] = documents.every(store, "NORTHSHIRE")
    assert (one.files, one.withdrawn_by, documents.figures(store, kept)) == ((), "A Chief", ())
    assert not list(store.documents.iterdir())
    with pytest.raises(NotWritten, match="no longer kept"):
        documents.withdraw(store, kept, by="A Chief")


@pytest.mark.parametrize(
    "change",
    ["UPDATE document SET title = 'Another'", "DELETE FROM document", "UPDATE document SET figures = ''"],
)
def test_a_document_is_not_rewritten(store, kept, change):
    with reading(store) as con, pytest.raises(sqlite3.IntegrityError, match="only be withdrawn"):
        con.execute(change)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE document_file SET sha256 = 'another'",
        "DELETE FROM document_file",
        "INSERT OR REPLACE INTO document_file SELECT document_id, name, 'other.pdf', sha256, bytes FROM "
        "document_file LIMIT 1",
        "INSERT OR REPLACE INTO document_file SELECT document_id, 'other.pdf', file, sha256, bytes FROM "
        "document_file LIMIT 1",
    ],
    ids=["rewritten", "deleted", "another under the same name", "another name for the same"],
)
def test_the_files_of_a_document_are_not_changed_beside_it(store, kept, change):
    with reading(store) as con, pytest.raises(sqlite3.IntegrityError, match="may not be changed"):
        con.execute(change)


def test_a_withdrawn_document_gets_no_files_again(store, kept):
    documents.withdraw(store, kept, by="J Patel")
    again = "INSERT INTO document_file VALUES (?, 'brief.pdf', 'other.pdf', 'none', 1)"
    with reading(store) as con, pytest.raises(sqlite3.IntegrityError, match="may not be changed"):
        con.execute(again, (kept,))


@pytest.mark.parametrize("wrong", ["the disk is full", "the record fails"])
def test_what_cannot_be_kept_whole_leaves_no_file_behind(store, monkeypatch, wrong):
    publish(store, 1)

    def fail(*_):
        raise OSError(28, "No space left on device")

    if wrong == "the disk is full":
        put, asked = document_files.put_in_place, []
        monkeypatch.setattr(
            document_files,
            "put_in_place",
            lambda *at: asked.append(at) or (put if len(asked) < 2 else fail)(*at),
        )
    else:
        monkeypatch.setattr(documents, "_record", fail)
    with pytest.raises(StoreProblem, match="could not be written to disk, and nothing was changed"):
        documents.keep(store, MADE, "J Patel")
    assert list(store.documents.iterdir()) == [] and documents.every(store, "NORTHSHIRE") == ()


@pytest.mark.parametrize("unit", ["CA1/2 North", "DA1-2", "Domestic abuse, " * 12])
def test_a_unit_may_be_called_as_the_force_calls_it(store, unit):
    publish(store, 1)
    title = f"{unit}: work and people"
    documents.keep(store, replace(MADE, title=title), "J Patel")
    [one] = documents.every(store, "NORTHSHIRE")
    assert one.title == title


def test_a_file_that_no_document_names_is_swept_and_one_that_is_named_stays(store, kept):
    (store.documents / ".half.pdf.tmp").write_bytes(b"half")
    clean.at_start(store)
    with reading(store) as con:
        named = {one.file for one in recorded.files(con) if one.kind == recorded.DOCUMENT}
    assert {file.name for file in store.documents.iterdir()} == named and len(named) == 2


def test_a_file_that_was_changed_is_not_handed_out(store, kept):
    [one] = documents.every(store, "NORTHSHIRE")
    path = store.documents / one.files[0].file
    path.chmod(0o600)
    path.write_bytes(b"another")
    with pytest.raises(NotWritten, match="etl doctor"):
        document_files.content(store, one.files[0])


def test_figures_that_are_kept_no_more_carry_no_document(store):
    for number in range(1, KEEP + 2):
        publish(store, number)
    with pytest.raises(NotWritten, match="kept no more"):
        documents.keep(store, MADE, "J Patel")
    assert documents.keep(store, replace(MADE, publication_id=KEEP + 1), "J Patel")
