"""The commit: one SQLite transaction after which the new publication is the current one."""

from __future__ import annotations

import sqlite3

from etl.faults import point
from etl.publishing.plan import NewEntry, Plan
from store import audit, coverage, matches, publications, purges
from store.control import now, transaction
from store.place import Store
from store.publications import Publication


class BaseMoved(Exception):
    """Another publication was committed after this one was planned; build again on top of it."""


def commit(store: Store, plan: Plan, made: Publication) -> None:
    """Write load states, coverage, audit and publication, all or nothing. Raises BaseMoved."""
    with transaction(store) as con:
        if publications.newest(con) != plan.base:
            raise BaseMoved
        for entry in plan.change.new:
            _load(con, entry)
        _undo(con, plan, made.made_by)
        _matches(con, plan, made.made_by)
        coverage.write(con, (claim for entry in plan.change.new for claim in entry.claims))
        point("control_half_written")
        coverage.settle(con, plan.holding, {force for force, _, _ in plan.touched})
        if plan.change.purge:
            purges.write(con, plan.change.purge, made.made_by)
        publications.add(con, made)
        audit.write(con, made.made_by, "combination", f"publication {made.id}", _counts(plan, made))
        point("control_before_commit")
    point("control_committed")


def _load(con: sqlite3.Connection, entry: NewEntry) -> None:
    load = entry.load
    con.execute(
        "INSERT INTO load (seq, load_id, force, workbook, file_name, sha256, state, loaded_at, loaded_by) "
        "VALUES (?,?,?,?,?,?,'published',?,?)",
        (load.seq, load.load_id, load.force, load.workbook, load.file_name, load.sha256, load.at, load.by),
    )
    con.executemany(
        "INSERT INTO load_sheet (load_id, dataset, sheet, file, file_sha256, month_end, rows_read, "
        "rows_loaded, rows_held, rows_ignored) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [
            (load.load_id, r.dataset, r.sheet, r.file, r.file_sha256, r.month_end, r.rows_read, r.rows_loaded,
             r.rows_held, r.rows_ignored)
            for r in (sheet.record for sheet in entry.sheets)
        ],
    )  # fmt: skip
    con.executemany(
        "INSERT INTO accepted_warning (load_id, code, dataset, sheet, says, cells, reason, units, "
        "accepted_by, accepted_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [
            (load.load_id, w.code, w.dataset, w.sheet, w.says, w.cells, w.reason, ",".join(w.units), load.by,
             load.at)
            for w in entry.warnings
        ],
    )  # fmt: skip
    _held(con, entry)
    matches.write(con, load.force, entry.agreed, load.by)
    rows = sum(sheet.record.rows_loaded for sheet in entry.sheets)
    held, released = sum(len(each.rows) for each in entry.held), len(entry.released)
    detail = {"force": load.force, "sha256": load.sha256, "rows": rows, "warnings": len(entry.warnings)}
    detail |= {name: n for name, n in (("held", held), ("released", released)) if n}
    audit.write(con, load.by, "collection", f"load {load.load_id}", detail)


def _held(con: sqlite3.Connection, entry: NewEntry) -> None:
    """The rows that were held back with this load, and those of earlier loads that it releases."""
    for kept in entry.held:
        one = kept.rows[0]
        con.execute(
            "INSERT INTO held_sheet (load_id, dataset, sheet, file, file_sha256, reason, held_by, held_at) "
            "VALUES (?,?,?,?,?,?,?,?)",
            (
                one.load_id,
                one.dataset,
                one.sheet,
                one.file,
                kept.file_sha256,
                one.reason,
                one.held_by,
                one.held_at,
            ),
        )
        con.executemany(
            "INSERT INTO held_row (load_id, dataset, sheet, row_number, month_end, unit) "
            "VALUES (?,?,?,?,?,?)",
            [(*row.key, row.month_end, row.unit) for row in kept.rows],
        )
    con.executemany(
        "INSERT INTO released_row (release_id, load_id, dataset, sheet, row_number, reason) "
        "VALUES (?,?,?,?,?,?)",
        [(entry.load.load_id, *each.row, each.reason) for each in entry.released],
    )


def _undo(con: sqlite3.Connection, plan: Plan, by: str) -> None:
    for load_id in sorted(plan.change.undone):
        con.execute(
            "UPDATE load SET state = 'undone', undone_at = ?, undone_by = ? WHERE load_id = ?",
            (now(), by, load_id),
        )
        audit.write(con, by, "alteration", f"load {load_id}", {"state": "undone"})


def _matches(con: sqlite3.Connection, plan: Plan, by: str) -> None:
    """What words mean otherwise from now on, and what the loads speak for whose rows they place."""
    for match in plan.change.forgotten:
        matches.remove(con, match, by)
    for force, agreed in plan.change.restated:
        matches.write(con, force, (agreed,), by)
    for load_id, _ in plan.change.reclaimed:
        coverage.forget(con, load_id)
        coverage.write(con, (claim for claim in plan.claims if claim.load_id == load_id))


def _counts(plan: Plan, made: Publication) -> dict[str, object]:
    return {
        "file": made.file,
        "sha256": made.sha256,
        "loads": [entry.load.load_id for entry in plan.change.new],
        "undone": sorted(plan.change.undone),
    }
