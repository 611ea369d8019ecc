"""Notes and new limits: kept with who and when, taken back without being rewritten, and nobody named."""

import sqlite3
from datetime import date

import pytest

from store import annotations, audit, open_store, rebases
from store.control import MIGRATIONS, migrate, open_control, reading, transaction
from store.place import Store
from store.rebases import Series
from store.written import LONGEST_TEXT, NotWritten, looks_like_a_reference, words

MARCH = date(2026, 3, 31)
SERIES = Series("NORTHSHIRE", "DA1", "pressure/new", "investigations")


def add(store, text="New crime recording rule", unit="DA1"):
    return annotations.add(store, force="NORTHSHIRE", unit=unit, month_end=MARCH, text=text, by="A. Manager")


def begin(store, month=MARCH, series=SERIES):
    return rebases.begin(store, series, month, cause="recording rule", by="A. Manager")


def lines(store):
    with reading(store) as con:
        assert audit.first_broken_line(con) is None
        return [(r["who"], r["verb"], r["what"]) for r in con.execute("SELECT * FROM audit ORDER BY seq")]


def test_a_note_is_kept_with_who_and_when_and_in_the_audit(store):
    number = add(store)
    (note,) = annotations.standing(store, "NORTHSHIRE")
    assert (note.id, note.unit, note.month_end, note.text, note.by) == (
        number, "DA1", MARCH, "New crime recording rule", "A. Manager",
    )  # fmt: skip
    assert note.at.endswith("Z") and note.removed_at is None
    assert lines(store) == [("A. Manager", "collection", f"annotation {number}")]
    assert annotations.standing(store, "OTHERSHIRE") == ()


def test_the_audit_holds_no_words_of_the_note(store):
    add(store)
    begin(store)
    with reading(store) as con:
        said = " ".join(str(tuple(row)) for row in con.execute("SELECT * FROM audit"))
    assert "recording rule" not in said


def test_a_note_on_the_whole_force_has_no_unit(store):
    add(store, unit=None)
    assert annotations.standing(store, "NORTHSHIRE")[0].unit is None


def test_a_removed_note_is_off_the_charts_and_on_record(store):
    number = add(store)
    annotations.remove(store, number, by="B. Officer")
    assert annotations.standing(store, "NORTHSHIRE") == ()
    (note,) = annotations.every(store, "NORTHSHIRE")
    assert note.removed_by == "B. Officer" and note.removed_at and note.text == ""
    assert lines(store)[-1] == ("B. Officer", "erasure", f"annotation {number}")
    with pytest.raises(NotWritten, match="no longer there"):
        annotations.remove(store, number, by="B. Officer")
    assert len(lines(store)) == 2


def test_the_words_of_a_note_that_was_removed_are_nowhere_in_the_store(store):
    number = add(store, "Left with Sergeant Hollowbrook")
    annotations.remove(store, number, by="B. Officer")
    files = [file.read_bytes() for file in store.path.rglob("*") if file.is_file()]
    assert files and not any(b"Hollowbrook" in each for each in files)


def test_notes_removed_before_lose_their_words_too(tmp_path, monkeypatch):
    store = old_store(tmp_path, monkeypatch, "000[1-5]*.sql")
    con = open_control(store)
    con.execute(
        "INSERT INTO annotation VALUES "
        "(1, 'NORTHSHIRE', 'DA1', '2026-03-31', 'Words', 'A', '2026', NULL, NULL)"
    )
    con.execute("UPDATE annotation SET removed_by = 'B', removed_at = '2026'")
    con.close()
    (note,) = annotations.every(open_store(store.path), "NORTHSHIRE")
    assert (note.text, note.by, note.removed_by) == ("", "A", "B")


def test_new_limits_are_kept_with_cause_and_name_and_can_be_undone(store):
    number = begin(store)
    (rebase,) = rebases.standing(store, "NORTHSHIRE")
    assert (rebase.series, rebase.from_month, rebase.cause, rebase.by) == (
        SERIES, MARCH, "recording rule", "A. Manager",
    )  # fmt: skip
    rebases.undo(store, number, by="B. Officer")
    assert rebases.standing(store, "NORTHSHIRE") == ()
    assert rebases.every(store, "NORTHSHIRE")[0].undone_by == "B. Officer"
    assert [what for *_, what in lines(store)] == [f"rebase {number}", f"undo of rebase {number}"]
    with pytest.raises(NotWritten, match="no longer there"):
        rebases.undo(store, number, by="B. Officer")


def test_the_same_limits_stand_once_and_may_begin_again_after_an_undo(store):
    number = begin(store)
    with pytest.raises(NotWritten, match="stand already"):
        begin(store)
    rebases.undo(store, number, by="B. Officer")
    begin(store)
    begin(store, series=Series("NORTHSHIRE", "DA1", "attrition/joiners_month"))
    assert len(rebases.standing(store, "NORTHSHIRE")) == 2
    assert {r.work_family for r in rebases.standing(store, "NORTHSHIRE")} == {"investigations", None}


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE annotation SET says = 'other words'",
        "UPDATE annotation SET removed_at = 'now', removed_by = 'x', says = 'other words'",
        "UPDATE annotation SET removed_at = 'now', removed_by = 'x'",
        "DELETE FROM annotation",
        "INSERT OR REPLACE INTO annotation SELECT * FROM annotation",
        "UPDATE rebase SET cause = 'other words'",
        "UPDATE rebase SET undone_at = 'now', undone_by = 'x', from_month = '2026-01-31'",
        "DELETE FROM rebase",
        "INSERT OR REPLACE INTO rebase SELECT * FROM rebase",
        "INSERT OR REPLACE INTO rebase SELECT 99, force, unit, metric, work_family, from_month, 'other', "
        "begun_by, begun_at, undone_by, undone_at FROM rebase",
    ],
)
def test_what_was_written_is_not_rewritten(store, tampering):
    add(store)
    begin(store)
    with transaction(store) as con, pytest.raises(sqlite3.IntegrityError, match=r"only be|stand already"):
        con.execute(tampering)
    assert len(annotations.standing(store, "NORTHSHIRE")) == len(rebases.standing(store, "NORTHSHIRE")) == 1


def test_what_was_taken_back_is_not_brought_back(store):
    annotations.remove(store, add(store), by="B. Officer")
    with transaction(store) as con, pytest.raises(sqlite3.IntegrityError):
        con.execute("UPDATE annotation SET removed_at = NULL, removed_by = NULL")


@pytest.mark.parametrize(
    "text",
    ["NP/014/26 closed", "see 14/0012345/26", "officer AB12345", "call 01632960123", "a.person@force.uk",
     "ref 445566", "crime CR/20/1", "123/45 again"],
)  # fmt: skip
def test_words_that_read_like_a_reference_are_refused_and_named(store, text):
    with pytest.raises(NotWritten, match="leave out people and cases"):
        add(store, text)
    assert annotations.every(store, "NORTHSHIRE") == () and lines(store) == []


@pytest.mark.parametrize(
    "text",
    ["New rule from 31/03/2026", "12,500 old crimes moved in", "DA/RASSO teams merged",
     "Op Soteria 2026-03-31",
     "24/7 cover began", "2025/26 budget", "Up 12.5% after HMICFRS", "5 of 12 posts filled", "Q1 2026"],
)  # fmt: skip
def test_ordinary_words_and_dates_are_kept(text):
    assert words(text, "The note") == text


def test_a_reference_is_named_so_that_it_can_be_taken_out():
    assert looks_like_a_reference("moved NP/014/26 to RASSO") == "NP/014/26"


@pytest.mark.parametrize("text, why", [("  \n", "is empty"), ("x" * (LONGEST_TEXT + 1), "has 51 characters")])
def test_no_words_or_too_many_are_refused(store, text, why):
    with pytest.raises(NotWritten, match=why):
        add(store, text)
    with pytest.raises(NotWritten, match="Your name is empty"):
        annotations.add(store, force="N", unit="DA1", month_end=MARCH, text="Fine", by=" ")


def test_words_come_to_one_line_without_odd_characters():
    assert words("two\nlines\u200b and\x07 a bell", "The note") == "two lines and a bell"


def old_store(tmp_path, monkeypatch, steps):
    """A store as an earlier version left it, by the names of its migrations."""
    store = Store(tmp_path / "old")
    store.path.mkdir()
    early = tmp_path / "migrations"
    early.mkdir()
    for file in sorted(MIGRATIONS.glob(steps)):
        (early / file.name).write_bytes(file.read_bytes())
    with monkeypatch.context() as then:
        then.setattr("store.control.MIGRATIONS", early)
        migrate(store)
    return store


def test_notes_made_before_the_columns_existed_stay(tmp_path, monkeypatch):
    store = old_store(tmp_path, monkeypatch, "000[12]*.sql")
    con = open_control(store)
    con.execute("INSERT INTO annotation VALUES (1, 'NORTHSHIRE', 'DA1', '2026-03-31', 'Early', 'A', '2026')")
    con.close()
    assert annotations.standing(open_store(store.path), "NORTHSHIRE")[0].text == "Early"
