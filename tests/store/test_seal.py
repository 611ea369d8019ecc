"""The seal of the control database: carried on with each change, it never vouches for a fault from before."""

import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Store, audit, control, open_store, seal, seal_of_before
from store.control import open_control, reading, transaction
from tests.depth import examples

LOAD = "INSERT OR REPLACE INTO load VALUES (?, ?, 'F', 'w', 'f', ?, 'published', 't', ?, NULL, NULL)"
COVERS = "INSERT OR IGNORE INTO coverage VALUES ('F', 'people', '2026-09-30', ?, ?, 0)"
# A match may be agreed anew; who agreed it may be whatever SQLite keeps in a column.
MATCHED = (
    "INSERT INTO remembered_match (force, list, text, code, agreed_by, agreed_at) VALUES ('F', 'units', ?, "
    "?, ?, 't') ON CONFLICT DO UPDATE SET code = excluded.code, agreed_by = excluded.agreed_by"
)
NAMES, ANYTHING = st.sampled_from("abc"), st.one_of(st.text(max_size=3), st.binary(max_size=2), st.floats())
STEPS = st.one_of(
    st.tuples(st.just(MATCHED), st.tuples(NAMES, st.text(max_size=2), ANYTHING)),
    st.tuples(st.just("DELETE FROM remembered_match WHERE text = ?"), st.tuples(NAMES)),
    st.tuples(st.just("UPDATE OR REPLACE remembered_match SET text = ?"), st.tuples(NAMES)),
    st.tuples(st.just("DELETE FROM remembered_match"), st.just(())),
    st.tuples(st.just(COVERS), st.tuples(NAMES, st.sampled_from(["L1", "none"]))),
    st.tuples(st.just("UPDATE coverage SET unit = ?"), st.tuples(NAMES)),
    st.tuples(st.just("INSERT INTO fact SELECT text, code FROM remembered_match"), st.just(())),
)


def whole(store) -> bool:
    with reading(store) as con:
        return seal.holds(con)


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    store = open_store(tmp_path_factory.mktemp("sealed") / "a store")
    with transaction(store) as con:
        con.execute(LOAD, (1, "L1", "s", "me"))
    return store


@given(steps=st.lists(st.one_of(STEPS, st.just("line"), st.just("back")), max_size=8))
@examples(40)
def test_whatever_a_transaction_changes_the_seal_holds_afterwards(one, steps):
    """Also where a statement is refused half way, or rows take the place of others."""
    with transaction(one) as con:
        con.execute("SAVEPOINT here")
        for step in steps:
            if step == "line":
                audit.write(con, "me", "alteration", "a thing", {})
            elif step == "back":
                con.execute("ROLLBACK TO here")
            else:
                with suppress(sqlite3.IntegrityError):
                    con.execute(*step)
    assert whole(one)


def test_no_part_of_a_table_is_read_that_is_not_changed(store):
    """What it costs to tell of a note does not grow with the coverage that is there."""
    with transaction(store) as con:
        con.execute(LOAD, (1, "L1", "s", "me"))
        con.executemany(COVERS, [(f"u{n}", "L1") for n in range(500)])
    with transaction(store) as con:
        read = []
        con.set_authorizer(lambda action, table, *_: read.append((action, table)) or sqlite3.SQLITE_OK)
        audit.write(con, "me", "disclosure", "backup", {})
    tables = {table for action, table in read if action == sqlite3.SQLITE_READ}
    assert "audit" in tables and "coverage" not in tables and "load" not in tables


@pytest.mark.parametrize(
    "fault",
    [
        "UPDATE load SET file_name = 'other' WHERE seq = 1",
        "DELETE FROM load WHERE seq = 1",
        "UPDATE load SET loaded_by = CAST(loaded_by AS BLOB) WHERE seq = 1",
        "UPDATE load SET loaded_by = CAST(x'ff' AS TEXT) WHERE seq = 1",
        "DELETE FROM seal WHERE part = 'load'",
        "UPDATE seal SET digest = 'nothing' WHERE part = 'load'",
        "UPDATE seal SET digest = CAST(x'ff' AS TEXT) WHERE part = 'load'",
        "ALTER TABLE seal RENAME COLUMN digest TO bigest",
        "CREATE TABLE one_more (a)",
    ],
)
def test_a_fault_is_found_and_not_vouched_for_by_changes_to_the_same_row_and_others(store, fault):
    with transaction(store) as con:
        con.execute(LOAD, (1, "L1", "s", "me"))
    with closing(open_control(store)) as con:
        con.execute(fault)
    assert not whole(store)
    for by in ("somebody", "another"):
        with transaction(store) as con:
            con.execute(LOAD, (2, "L2", "t", by))
            con.execute("UPDATE load SET workbook = ? WHERE seq = 1", (by,))
            audit.write(con, "me", "alteration", "a thing", {})
        assert not whole(store)
    with transaction(store) as con:
        con.execute("DELETE FROM load")
    assert not whole(store)


def test_a_change_that_was_taken_back_leaves_the_seal_as_it_was(store):
    with pytest.raises(RuntimeError), transaction(store) as con:
        con.execute(LOAD, (1, "L1", "s", "me"))
        raise RuntimeError
    assert whole(store)


def of_version(folder, number, monkeypatch, tmp_path):
    """A store as the version of that number left it, with a load; sealed as it sealed."""
    scripts = tmp_path / "migrations"
    scripts.mkdir()
    for file in sorted(control.MIGRATIONS.glob("*.sql"))[:number]:
        (scripts / file.name).write_text(file.read_text("utf-8"))
    with monkeypatch.context() as patch:
        patch.setattr(control, "MIGRATIONS", scripts)
        store = Store(folder)
        folder.mkdir()
        control.migrate(store)
    with closing(open_control(store)) as con:
        con.execute(LOAD, (1, "L1", "s", "me"))
        if number in seal_of_before.VERSIONS:
            con.execute("INSERT INTO seal VALUES (1, ?)", (seal_of_before.digest(con),))
        assert seal.holds(con)
    return store


@pytest.mark.parametrize("number", [1, 6, 7, 8])
@pytest.mark.parametrize("fault", [None, "UPDATE load SET file_name = 'other'"])
def test_an_older_store_is_sealed_when_it_is_brought_on_unless_its_own_seal_was_broken(
    number, fault, monkeypatch, tmp_path
):
    store = of_version(tmp_path / "older", number, monkeypatch, tmp_path)
    if fault:
        with closing(open_control(store)) as con:
            con.execute(fault)
    assert control.migrate(store) == control.newest_version()
    told = fault is None or number not in seal_of_before.VERSIONS
    assert whole(store) == told
    with transaction(store) as con:
        con.execute(LOAD, (2, "L2", "t", "me"))
    assert whole(store) == told
