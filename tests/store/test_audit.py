"""The audit can be added to, and nothing else."""

import sqlite3

import pytest

from store import audit
from store.control import reading, transaction


def write(store, what="load L00001"):
    with transaction(store) as con:
        audit.write(con, "A. Officer", "collection", what, {"rows": 3})


def test_each_line_follows_from_the_one_before(store):
    for number in range(5):
        write(store, f"load {number}")
    with reading(store) as con:
        assert audit.first_broken_line(con) is None


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit SET who = 'somebody else' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 3",
        "INSERT OR REPLACE INTO audit SELECT seq, at, 'x', verb, what, detail, before, hash FROM audit",
    ],
)
def test_a_line_cannot_be_changed_or_removed(store, tampering):
    for number in range(3):
        write(store, f"load {number}")
    with transaction(store) as con, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        con.execute(tampering)
    with reading(store) as con:
        assert con.execute("SELECT count(*) FROM audit").fetchone()[0] == 3


def test_a_line_changed_behind_our_back_is_found(store):
    for number in range(4):
        write(store, f"load {number}")
    with transaction(store) as con:
        con.execute("DROP TRIGGER audit_is_not_changed")
        con.execute("UPDATE audit SET detail = '{}' WHERE seq = 3")
    with reading(store) as con:
        assert audit.first_broken_line(con) == 3


def test_a_transaction_that_fails_leaves_no_line(store):
    with pytest.raises(RuntimeError), transaction(store) as con:
        audit.write(con, "A. Officer", "collection", "load", {})
        raise RuntimeError
    with reading(store) as con:
        assert con.execute("SELECT count(*) FROM audit").fetchone()[0] == 0
