"""The control plane: one SQLite file, numbered migrations, and the transaction that is the commit."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from store import seal
from store.place import Store, StoreProblem, not_written
from store.troubles import is_of_the_disk

MIGRATIONS = Path(__file__).parent / "migrations"


def now() -> str:
    """The time in UTC to the second, as every table of the control plane writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_control(store: Store) -> sqlite3.Connection:
    """A connection that survives kills: write-ahead log, every commit on disk before it returns.

    What is taken out is overwritten in the file, not only left out of the tables.
    """
    con = sqlite3.connect(store.control, timeout=30, isolation_level=None)
    con.row_factory = sqlite3.Row
    try:
        con.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as reason:
        con.close()
        if not (is_of_the_disk(reason) and store.control.exists()):
            raise
        return only_to_read(store.control)
    con.execute("PRAGMA synchronous = FULL")
    con.execute("PRAGMA foreign_keys = ON")
    con.execute("PRAGMA secure_delete = ON")
    return con


def only_to_read(database: Path) -> sqlite3.Connection:
    """A connection where nothing can be written, not allowed or no room: pages go on showing what there is.

    SQLite wants to write beside a file that it reads, except where nobody can change it. A log of
    changes that were not taken into the file yet is read with it, and never passed over.
    """
    log = database.with_name(f"{database.name}-wal")
    nobody_writes = "" if log.exists() and log.stat().st_size else "&immutable=1"
    address = f"{database.as_uri()}?mode=ro{nobody_writes}"
    con = sqlite3.connect(address, uri=True, isolation_level=None)
    con.row_factory = sqlite3.Row
    return con


def only_looking(database: Path) -> sqlite3.Connection:
    """A connection that changes nothing, also where nothing can be written beside the database.

    Raises sqlite3.Error where the file is not there or is no database any more.
    """
    con = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=30, isolation_level=None)
    con.row_factory = sqlite3.Row
    try:
        con.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error as reason:
        con.close()
        if not (is_of_the_disk(reason) and database.exists()):
            raise
        return only_to_read(database)
    return con


@contextmanager
def reading(store: Store) -> Iterator[sqlite3.Connection]:
    """A connection for reads, closed afterwards."""
    with closing(open_control(store)) as con:
        yield con


@contextmanager
def looking(store: Store) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing, and sees one moment of the control plane for as long as it is open.

    Raises sqlite3.Error where the file is not there or is no database any more.
    """
    with closing(only_looking(store.control)) as con:
        con.execute("BEGIN")
        yield con


@contextmanager
def transaction(store: Store) -> Iterator[sqlite3.Connection]:
    """All of it or none of it, whatever ends the block: an exception, a stopped script, a kill.

    Raises StoreProblem where the disk is full or the store may not be written.
    """
    try:
        with _all_or_nothing(store) as con:
            yield con
    except sqlite3.Error as reason:
        if not is_of_the_disk(reason):
            raise
        raise not_written(store, reason) from reason


@contextmanager
def _all_or_nothing(store: Store) -> Iterator[sqlite3.Connection]:
    with closing(open_control(store)) as con:
        con.execute("BEGIN IMMEDIATE")
        try:
            seal.follow(con)
            yield con
            seal.carry_on(con)
            con.execute("COMMIT")
        except BaseException:
            if con.in_transaction:
                con.execute("ROLLBACK")
            raise


def migrate(store: Store) -> int:
    """Bring the control plane to the newest version; returns that version.

    Raises StoreProblem where the store was made by a newer version of the product.
    """
    steps = _steps()
    with closing(open_control(store)) as con:
        _take(con, steps)
        have = _have(con)
    with suppress(OSError):  # a store that may only be read keeps the mode it has
        store.control.chmod(0o600)
    if have > steps[-1][0]:
        raise StoreProblem(
            "This store was written by a newer version of the dashboard. "
            "Start it with that version, or choose another place with PPU_STORE."
        )
    return have


def newest_version() -> int:
    """The version of the control plane that this product writes."""
    return _steps()[-1][0]


def _steps() -> list[tuple[int, str]]:
    numbered = ((re.match(r"\d{4}", file.name), file) for file in sorted(MIGRATIONS.glob("*.sql")))
    return [(int(number.group()), file.read_text("utf-8")) for number, file in numbered if number]


def _take(con: sqlite3.Connection, steps: list[tuple[int, str]]) -> None:
    """All steps that are left in one transaction, asked again inside it: two processes may start together.

    What was whole is sealed as it is afterwards; what was not is left with a seal that does not hold.
    """
    if _have(con) >= steps[-1][0]:
        return
    con.execute("BEGIN IMMEDIATE")
    try:
        left = [step for step in steps if step[0] > _have(con)]
        whole = seal.holds(con)
        for number, script in left:
            for statement in _statements(script):
                con.execute(statement)
            con.execute(f"PRAGMA user_version = {number:d}")
        if left and whole and seal.can_be_kept(con):
            seal.write(con)
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise


def _have(con: sqlite3.Connection) -> int:
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """The statements one by one; `executescript` would commit what went before it."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
