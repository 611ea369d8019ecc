"""Deleting rows about people: new files without them, the figures made of them kept, and one commit."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from etl import in_memory
from etl.faults import point
from etl.publishing import kept_figures
from etl.publishing.plan import Change
from etl.publishing.publish import (
    Tell,
    lost_files,
    not_as_accepted,
    publish,
    said_plainly,
    settings_of,
    silent,
)
from etl.retention.going import Going, going, labels_through
from etl.retention.limits import limits
from store import clean, publications, purges
from store.control import now as at
from store.control import reading
from store.durable import put_in_place, sha256_of
from store.labels_left import PEOPLE
from store.lock import writing
from store.place import Store, StoreProblem
from store.publications import Publication
from store.purges import KeptFigures, Purge, Replaced, Through


@dataclass(frozen=True)
class Purged:
    """What was deleted, and the publication that followed; None where there was nothing to delete.

    `finished`: the references as sent have gone too. Where not, the next start tries again.
    """

    going: Going
    publication_id: int | None
    finished: bool


def to_go(store: Store, today: date) -> Going:
    """What a purge would delete today. Changes nothing. Raises CannotPurge, StoreProblem, SettingsProblem."""
    allowed = limits(settings_of(store), today)
    if allowed:
        _stop_if_damaged(store)
    return going(store, allowed)


def purge(store: Store, by: str, today: date, tell: Tell = silent) -> Purged:
    """Delete the rows about people, and references as sent, that are older than the settings say.

    All of it or nothing. Until the commit every old file is there; after it the next start deletes what a
    killed process left. Raises CannotPurge, StoreBusy, StoreProblem and SettingsProblem.
    """
    settings = settings_of(store)
    allowed = limits(settings, today)
    with writing(store), said_plainly(store):
        point("lock_held")
        clean.unreferenced(store)
        if allowed:
            _stop_if_damaged(store)  # before anything is read, as what is damaged cannot be
        found = going(store, allowed)
        if found.nothing:
            return Purged(found, None, _finished(store))
        tell("deleting", 0.2, "Writing the rows that stay.")
        asked = _prepared(store, found)
        point("purge_prepared")
        note = f"Deleted {sum(each.rows for each in found.rows)} rows about people"
        made = publish(store, settings, Change(everything=True, purge=asked), by, note, tell)
    return Purged(found, made.id, _finished(store))


def _finished(store: Store) -> bool:
    with reading(store) as con:
        return not purges.unfinished(con)


def _stop_if_damaged(store: Store) -> None:
    damaged = not_as_accepted(store)
    if damaged:
        raise StoreProblem(lost_files(damaged))


def _prepared(store: Store, found: Going) -> Purge:
    """All that the commit will name, on disk. Until then it is nothing, and the next start removes it."""
    through = found.through
    files = tuple(_without(store, file, months) for file, months in found.files)
    point("purge_half_prepared")
    with reading(store) as con:
        now, cited = publications.newest(con), publications.cited(con)
    if now is None:
        raise StoreProblem("Nothing has been published, so there is nothing to delete.")
    months = [
        Through(limit.force, limit.through.isoformat() if limit.through else "", labels)
        for limit in found.limits
        for labels in (labels_through((limit,))[limit.force],)
    ]
    kept = _figures(store, now, _all_through(store, through))
    stripped = tuple((made, _stripped(store, made, found)) for made in cited)
    return Purge(at(), tuple(months), found.rows, files, kept, stripped)


def _all_through(store: Store, through: dict[str, date]) -> dict[str, date]:
    """With what earlier purges closed: the new file of figures takes the place of theirs."""
    with reading(store) as con:
        before = purges.through(con)
    known = {force: date.fromisoformat(month) for force, (month, _) in before.items() if month}
    return {
        force: max(days)
        for force in {*known, *through}
        if (days := [each[force] for each in (known, through) if force in each])
    }


def _without(store: Store, file: str, months: Sequence[str]) -> Replaced:
    """A file of accepted or held rows again, without these months."""
    load, rest = file.split("-", 1)
    name = f"{load}-{rest.rsplit('-', 1)[0]}-{secrets.token_hex(4)}.parquet"
    half = store.accepted / f".{name}.tmp"
    where = str(half).replace("'", "''")
    with in_memory.cursor() as con:
        con.execute(
            "CREATE TEMP TABLE staying AS SELECT r.* "
            "FROM read_parquet($file, hive_partitioning = false) AS r "
            "WHERE NOT list_contains($months::DATE[], r.month_end) OR r.month_end IS NULL",
            {"file": str(store.accepted / file), "months": list(months)},
        )
        con.execute(f"COPY staying TO '{where}' (FORMAT parquet, COMPRESSION zstd)")
    put_in_place(half, store.accepted / name)
    return Replaced(file, name, sha256_of(store.accepted / name))


def _figures(store: Store, made: Publication, through: dict[str, date]) -> KeptFigures:
    name = f"figures-{secrets.token_hex(4)}.duckdb"
    half = store.accepted / f".{name}.tmp"
    try:
        kept_figures.keep(half, store.published / made.file, through)
    except duckdb.Error as reason:
        if isinstance(reason, duckdb.IOException) and _stands(store, made):
            raise  # the disk refused what is written, and not what is read
        raise StoreProblem(
            "Nothing was deleted: the published file is not there, is damaged or was made by an earlier "
            "version. `python -m etl rebuild` makes it again; then delete."
        ) from reason
    put_in_place(half, store.accepted / name)
    return KeptFigures(name, sha256_of(store.accepted / name))


def _stands(store: Store, made: Publication) -> bool:
    file = store.published / made.file
    return file.exists() and sha256_of(file) == made.sha256


def _stripped(store: Store, made: Publication, found: Going) -> Replaced:
    """A publication that a document rests on, with its figures and without the rows that go."""
    name = f"{Path(made.file).stem.rsplit('-', 1)[0]}-{secrets.token_hex(4)}.duckdb"
    half = store.published / f".{name}.tmp"
    with duckdb.connect(":memory:") as con:
        old, new = (str(each).replace("'", "''") for each in (store.published / made.file, half))
        con.execute(f"ATTACH '{old}' AS old (READ_ONLY)")
        con.execute("ATTACH ':memory:' AS staying")
        con.execute("COPY FROM DATABASE old TO staying")
        for force, month in found.through.items():
            for table in PEOPLE:
                con.execute(
                    f'DELETE FROM staying."{table}" AS t WHERE t."force" = $force AND t.month_end <= $month',
                    {"force": force, "month": month},
                )
        con.execute(f"ATTACH '{new}' AS new (STORAGE_VERSION 'v1.4.0')")
        con.execute("COPY FROM DATABASE staying TO new")
    put_in_place(half, store.published / name)
    return Replaced(made.file, name, sha256_of(store.published / name))
