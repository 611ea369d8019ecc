"""What is published, and that it can be made again."""

import os
import stat
from dataclasses import replace
from datetime import date

import duckdb
import pytest

import settings as settings_door
from etl.loading.pseudonym import normal
from etl.loading.undo import CannotUndo
from etl.publishing import publish as publishing
from etl.publishing.plan import Change
from etl.publishing.rebuild import rebuild
from store import audit, history, publications
from store.control import reading, transaction
from store.lock import writing
from store.place import StoreProblem
from store.publications import Publication
from store.warehouse import connect

CASES = [{"unit": "DA1", "open": 100, "unallocated": 3}, {"unit": "CA1", "open": 50, "unallocated": 1}]
AUGUST = date(2026, 8, 31)


def everything(loads) -> dict[str, list]:
    """All tables but meta, in an order of their own."""
    reader = connect(loads.store)
    cursor = reader.cursor()
    names = [
        n
        for (n,) in cursor.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'w'"
        ).fetchall()
    ]
    content = {
        n: cursor.execute(f'SELECT * FROM "{n}" ORDER BY ALL').fetchall() for n in names if n != "meta"
    }
    reader.close()
    return content


def test_texts_become_codes_and_work_gets_its_family(loads):
    loads.load(caseload=CASES)
    assert loads.ask("SELECT unit, work_type, work_family FROM caseload ORDER BY unit") == [
        ("CA1", "domestic abuse", "investigations"),
        ("DA1", "domestic abuse", "investigations"),
    ]


def test_figures_are_published_with_the_rows(loads):
    loads.load(caseload=CASES)
    found = loads.ask("SELECT unit, numerator FROM figure WHERE metric = 'pressure/open' ORDER BY unit")
    assert dict(found)["DA1"] == 100


@pytest.mark.deep
def test_a_rebuild_gives_the_same_tables(loads):
    loads.load(caseload=CASES)
    loads.load(caseload=[{**CASES[0], "month_end": AUGUST}])
    loads.undo(loads.load(caseload=[{**CASES[0], "open": 9}]))
    before = everything(loads)
    rebuild(loads.store, "me")
    assert everything(loads) == before


def test_a_lost_or_damaged_published_file_is_made_again(loads):
    loads.load(caseload=CASES)
    before = everything(loads)
    file = loads.store.published / publications.current(loads.store).file
    file.unlink()
    file.write_bytes(b"not a database")
    with pytest.raises(StoreProblem, match="etl rebuild"):
        connect(loads.store)
    rebuild(loads.store, "me")
    assert everything(loads) == before


def test_a_damaged_accepted_file_is_named_and_nothing_changes(loads):
    loads.load(caseload=CASES)
    (file,) = loads.store.accepted.iterdir()
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(StoreProblem, match=file.name):
        rebuild(loads.store, "me")
    assert publications.current(loads.store).id == 1


def test_accepted_and_published_files_are_read_only_and_hold_no_reference(loads):
    loads.load(people=[{"person_ref": "SECRET4417", "unit": "DA1"}])
    for folder in (loads.store.accepted, loads.store.published):
        for file in folder.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o444
            assert b"SECRET4417" not in file.read_bytes()
    assert loads.ask("SELECT length(person_key) FROM people") == [(64,)]


def test_one_person_has_one_key_in_every_sheet(loads):
    loads.load(
        people=[{"person_ref": " ab 12 ", "unit": "DA1", "training_ref": "T9"}],
        investigators=[{"person_ref": "AB12", "unit": "DA1"}],
        training=[{"person_ref": "t9", "unit": None}],
    )
    assert loads.ask("SELECT count(*) FROM people JOIN investigators USING (person_key)") == [(1,)]
    assert loads.ask(
        "SELECT count(*) FROM people AS p JOIN training AS t ON p.training_key = t.person_key"
    ) == [(1,)]


@pytest.mark.parametrize(
    ("sent", "width", "kept"),
    [
        ("dc 1234", 0, "DC1234"),
        ("0044", 0, "0044"),
        ("44", 6, "000044"),
        ("00044", 4, "0044"),
        ("４４", 3, "044"),
    ],
)
def test_a_reference_is_written_one_way(sent, width, kept):
    assert normal(sent, width) == kept


def test_a_file_opens_with_the_older_storage_format(loads):
    loads.load(caseload=CASES)
    file = loads.store.published / publications.current(loads.store).file
    with file.open("rb") as source:
        head = source.read(4096)
    assert head[8:12] == b"DUCK"
    assert int.from_bytes(head[12:20], "little") <= 67  # what 1.4 reads


def test_a_reader_cannot_reach_anything_else(loads, tmp_path):
    loads.load(caseload=CASES)
    (tmp_path / "other.csv").write_text("a\n1\n")
    reader = connect(loads.store)
    for statement in (
        f"SELECT * FROM read_csv('{tmp_path / 'other.csv'}')",
        "SET enable_external_access = true",
        "CREATE TABLE w.x AS SELECT 1 AS a",
        "DELETE FROM caseload",
        f"ATTACH '{tmp_path / 'y.duckdb'}'",
    ):
        with pytest.raises(duckdb.Error):
            reader.cursor().execute(statement)
    reader.close()


def test_a_reader_goes_on_reading_the_file_it_opened(loads):
    loads.load(caseload=CASES)
    reader = connect(loads.store)
    loads.load(caseload=[{**CASES[0], "open": 1}])
    assert reader.cursor().execute('SELECT max("open") FROM caseload').fetchall() == [(100,)]
    assert loads.ask('SELECT min("open") FROM caseload') == [(1,)]
    reader.close()


def test_when_the_base_moved_the_file_is_built_again_on_the_new_one(loads, monkeypatch):
    loads.load(caseload=[CASES[0]])
    build, moved = publishing.build_file, []

    def build_while_another_commits(store, plan, settings):
        made = build(store, plan, settings)
        if not moved:
            base = publications.current(store)
            other = replace(base, id=base.id + 1, file="another.duckdb")
            os.link(store.published / base.file, store.published / other.file)
            with transaction(store) as con:
                publications.add(con, other)
            moved.append(other)
        return made

    monkeypatch.setattr(publishing, "build_file", build_while_another_commits)
    loads.load(caseload=[CASES[1]])
    assert publications.current(loads.store).id == 3
    assert loads.ask("SELECT count(*) FROM caseload") == [(2,)]


def test_changed_settings_publish_with_another_hash_and_every_force_anew(loads):
    loads.load(caseload=CASES)
    force = loads.settings.forces[0]
    changed = replace(loads.settings, forces=(replace(force, name="Renamed"), *loads.settings.forces[1:]))
    with writing(loads.store):
        made = publishing.publish(loads.store, changed, Change(everything=True), "me", "settings changed")
    assert made.settings_hash == settings_door.digest(changed)
    assert loads.ask("SELECT name FROM ref_force") == [("Renamed",)]


def test_a_word_the_settings_no_longer_know_is_held_back_and_said(loads):
    loads.load(caseload=CASES)
    force = loads.settings.forces[0]
    fewer = tuple(unit for unit in force.units if unit.code != "CA1")
    changed = replace(loads.settings, forces=(replace(force, units=fewer),))
    with writing(loads.store):
        publishing.publish(loads.store, changed, Change(everything=True), "me", "settings changed")
    assert loads.ask("SELECT unit FROM caseload") == [("DA1",)]
    assert loads.ask("SELECT id, n, detail FROM finding WHERE id LIKE 'etl.%'") == [
        ("etl.held_unknown_word", 1, "caseload: unit “Child abuse investigation”")
    ]


def test_a_supervisor_whose_sheet_says_permanent_is_not_acting(loads):
    said = ("Permanent", "Sub", "None", "Not acting", "T/DS", "acting")
    top = [{"unit": "DA1", "role": "supervisor", "person_ref": str(n), "fte": 1.0} for n in range(len(said))]
    loads.load(people=[{**who, "acting_or_temporary": word} for who, word in zip(top, said, strict=True)])
    asked = "SELECT sum(numerator), sum(denominator) FROM figure WHERE metric = 'staffing/acting_supervisors'"
    assert loads.ask(asked) == [(2.0, 6.0)]


def test_history_says_what_stands(loads):
    first = loads.load(caseload=CASES)
    second = loads.load(caseload=[CASES[0]])
    third = loads.load(caseload=CASES)
    loads.undo(third)
    standing = {record.load_id: record.standing for record in history.loads(loads.store)}
    assert standing == {first: "replaced in part", second: "current", third: "undone"}


def test_a_load_is_undone_once(loads):
    first = loads.load(caseload=CASES)
    loads.undo(first)
    with pytest.raises(CannotUndo, match="undone already"):
        loads.undo(first)
    with pytest.raises(CannotUndo, match="no load L99999"):
        loads.undo("L99999")
    assert publications.current(loads.store).id == 2


def test_every_change_is_in_the_audit_and_the_chain_holds(loads):
    loads.undo(loads.load(caseload=CASES))
    with reading(loads.store) as con:
        verbs = [row["verb"] for row in con.execute("SELECT verb FROM audit ORDER BY seq")]
        assert audit.first_broken_line(con) is None
    assert verbs == ["collection", "combination", "alteration", "combination"]


def test_no_room_on_the_disk_changes_nothing(loads, monkeypatch):
    loads.load(caseload=CASES)
    monkeypatch.setattr(publishing, "SPARE_BYTES", 10**18)
    with pytest.raises(StoreProblem, match="Nothing was changed"):
        loads.load(caseload=[CASES[0]])
    assert isinstance(publications.current(loads.store), Publication)
    assert publications.current(loads.store).id == 1


def test_publishing_step_by_step_gives_what_a_rebuild_gives(loads):
    post = {"unit": "DA1"}
    loads.load(caseload=CASES)
    loads.load(establishment=[post, {"unit": "CA1"}], people=[{"unit": "DA1", "person_ref": "1"}])
    loads.load(caseload=[{**CASES[0], "month_end": AUGUST}])
    undone = loads.load(training=[{"person_ref": "1", "unit": None}])
    loads.load(
        establishment=[{**post, "month_end": AUGUST}],
        people=[{**post, "person_ref": "1", "month_end": AUGUST}],
    )
    loads.undo(undone)
    before = everything(loads)
    rebuild(loads.store, "me")
    assert everything(loads) == before


def test_a_base_damaged_inside_does_not_stop_the_next_load(loads):
    loads.load(caseload=CASES)
    file = loads.store.published / publications.current(loads.store).file
    file.chmod(0o644)
    content = bytearray(file.read_bytes())
    for place in range(3 * 4096, len(content), 4096):
        content[place + 100] ^= 0xFF
    file.write_bytes(content)
    loads.load(caseload=[{**CASES[0], "month_end": AUGUST}])
    assert loads.ask("SELECT count(*) FROM caseload") == [(3,)]
