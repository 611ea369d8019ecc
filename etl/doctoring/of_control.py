"""Whether the control database is whole, and its records agree with one another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from etl.doctoring.finding import Finding, found
from store import audit, coverage, seal
from store.control import newest_version

WHERE = "control.sqlite"


def version(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether this version of the product wrote it. Where not, nothing else in it can be judged."""
    have = con.execute("PRAGMA user_version").fetchone()[0]
    if have != newest_version():
        yield found("control_older" if have < newest_version() else "control_newer", WHERE)


def pages(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether its pages, indexes and references hold together."""
    said = [row[0] for row in con.execute("PRAGMA integrity_check(1)")]
    if said != ["ok"]:
        yield found("control_damaged", WHERE, detail=" ".join(str(said[0]).split())[:120])
    elif con.execute("PRAGMA foreign_key_check").fetchone():
        yield found("control_damaged", WHERE, detail="a record names a load that is not there")


def sealed(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether it says what it said when the product last changed it."""
    if not seal.of(con):
        yield found("control_not_sealed", WHERE)
    elif not seal.holds(con):
        yield found("control_changed", WHERE)


def audit_chain(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether each line of the audit follows from the one before."""
    broken = audit.first_broken_line(con)
    if broken:
        yield found("audit_changed", f"audit, line {broken}", detail=broken)


def as_audited(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether loads and publications are what the audit says was committed."""
    loads = {r["load_id"]: r for r in con.execute("SELECT load_id, force, sha256 FROM load")}
    made = {str(r["id"]): r for r in con.execute("SELECT id, file, sha256 FROM publication")}
    told = set()
    for what, said in _audited(con):
        kind, _, name = what.partition(" ")
        told.add(what)
        record = (loads if kind == "load" else made).get(name)
        if record is None:
            yield found("record_changed", what, detail="it is not there")
        elif kind == "load" and any(said.get(part, record[part]) != record[part] for part in _OF_LOAD):
            yield found("record_changed", what, detail="its force, or the bytes that were sent")
        # A file that a purge took the place of has another name and another hash, on purpose.
        elif kind != "load" and said.get("file") == record["file"] and said["sha256"] != record["sha256"]:
            yield found("record_changed", what, detail="the hash of its file")
    for what in sorted({f"load {name}" for name in loads} - told):
        yield found("record_changed", what, detail="no line of the audit tells of it")


_OF_LOAD = ("force", "sha256")


def _audited(con: sqlite3.Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    lines = con.execute(
        "SELECT verb, what, detail FROM audit WHERE verb = 'collection' AND what LIKE 'load %' "
        "OR verb = 'combination' AND what LIKE 'publication %' ORDER BY seq"
    )
    for line in lines:
        try:
            yield line["what"], json.loads(line["detail"])
        except ValueError:  # the chain tells of it
            continue


def loads_with_sheets(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether each load names its rows."""
    for row in con.execute("SELECT load_id FROM load WHERE load_id NOT IN (SELECT load_id FROM load_sheet)"):
        yield found("load_without_rows", f"load {row['load_id']}")


def coverage_settled(con: sqlite3.Connection) -> Iterator[Finding]:
    """Whether exactly the claims are active that follow from the loads that stand; so one for each scope."""
    follow = {(claim.scope, claim.load_id) for claim in coverage.active(coverage.standing(con))}
    rows = con.execute("SELECT force, dataset, month_end, unit, load_id FROM coverage WHERE active = 1")
    active = {(coverage.Scope(*row[:4]), row[4]) for row in (tuple(row) for row in rows)}
    if follow != active:
        yield found("coverage_unsettled", "coverage", detail=len(follow ^ active))


# Each of them looks at a database whose pages are whole.
CHECKS = (sealed, audit_chain, as_audited, loads_with_sheets, coverage_settled)
