"""Reading the current published file: read-only, hardened, one cursor for each call."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from store.durable import sha256_of
from store.place import Store, StoreProblem
from store.publications import Publication, current
from store.troubles import says

# Set after attaching: from then on no other file, network address or extension can be reached.
_HARDENED = (
    "SET enable_external_access = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET lock_configuration = true",
)


@dataclass(frozen=True)
class Reader:
    """One publication, open for reading as schema `w`. Keep it for as long as its file is current."""

    publication: Publication
    _con: duckdb.DuckDBPyConnection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of one's own, for one call: a shared one returns other callers' rows."""
        cursor = self._con.cursor()
        cursor.execute("USE w")
        return cursor

    def close(self) -> None:
        """Let go of the file."""
        self._con.close()


def connect(store: Store) -> Reader | None:
    """The current publication, ready to read; None before the first load.

    Raises StoreProblem where the file is gone or damaged, with the command that makes it again.
    """
    made = current(store)
    return open_publication(store, made) if made else None


def open_publication(store: Store, made: Publication) -> Reader:
    """One publication, current or earlier, ready to read."""
    con = duckdb.connect(":memory:")
    try:
        con.execute(f"ATTACH '{_quoted(store, made)}' AS w (READ_ONLY)")
        for setting in _HARDENED:
            con.execute(setting)
    except duckdb.Error as reason:
        con.close()
        raise StoreProblem(says("published_damaged", file=made.file)) from reason
    return Reader(made, con)


def damage(store: Store, reason: BaseException) -> str | None:
    """What to say where reading figures ended because their file is damaged; None where it ended otherwise.

    DuckDB sums up every block as it reads it, so a damaged file gives no figure rather than a wrong one.
    """
    made = current(store) if is_damage(reason) else None
    return says("published_damaged", file=made.file) if made else None


def damage_on_disk(store: Store, reason: BaseException) -> str | None:
    """As `damage`, where files other than the published one were read as well: only if it is not as it was
    published. Not for a process that holds it open.
    """
    made = current(store)
    if made is None:
        return None
    file = store.published / made.file
    return None if file.is_file() and sha256_of(file) == made.sha256 else damage(store, reason)


def is_damage(reason: BaseException) -> bool:
    """Whether reading ended because of the file, and not of what was asked of it."""
    return isinstance(reason, duckdb.IOException | duckdb.FatalException | duckdb.SerializationException)


def _quoted(store: Store, made: Publication) -> str:
    return str(store.published / made.file).replace("'", "''")
