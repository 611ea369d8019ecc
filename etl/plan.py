"""What the next publication will hold: decided from the control plane and one change, before anything is built."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from etl.accept import MANY_FORCES, AcceptedSheet, NewLoad
from store import coverage, publications
from store.coverage import Claim, Scope
from store.history import LoadRecord, read_loads
from store.publications import Publication


@dataclass(frozen=True)
class NewEntry:
    """A new load with its sheets and what it covers."""

    load: NewLoad
    sheets: tuple[AcceptedSheet, ...]
    scopes: frozenset[Scope]
    warnings: tuple[
        tuple[str, str, str, str, int, str], ...
    ] = ()  # code, dataset, sheet, says, cells, reason

    @property
    def claims(self) -> list[Claim]:
        """What it covers, as claims."""
        return [Claim(scope, self.load.seq, self.load.load_id) for scope in self.scopes]


@dataclass(frozen=True)
class Change:
    """What somebody asked for: loads to add, loads to undo, or nothing but a rebuild of everything."""

    new: tuple[NewEntry, ...] = ()
    undone: frozenset[str] = frozenset()
    everything: bool = False


@dataclass(frozen=True)
class Plan:
    """The state after the change. `touched` are the forces whose tables are made anew; None is all of them."""

    base: Publication | None
    change: Change
    loads: tuple[LoadRecord, ...]
    claims: tuple[Claim, ...]
    holding: frozenset[Claim]
    touched: frozenset[str] = field(default_factory=frozenset)

    def files(self, dataset: str, forces: frozenset[str]) -> list[str]:
        """Accepted files of a dataset in which a load that still speaks for these forces sent rows."""
        live = {claim.load_id for claim in self.holding if claim.scope.force in forces}
        old = [s.file for r in self.loads if r.load_id in live for s in r.sheets if s.dataset == dataset]
        new = [
            s.record.file
            for e in self.change.new
            if e.load.load_id in live
            for s in e.sheets
            if s.record.dataset == dataset
        ]
        return sorted(old + new)


def make(con: sqlite3.Connection, change: Change) -> Plan:
    """The plan for a change, as the control plane stands for this connection."""
    claims = [claim for claim in coverage.standing(con) if claim.load_id not in change.undone]
    claims += [claim for entry in change.new for claim in entry.claims]
    loads = tuple(record for record in read_loads(con) if record.state == "published")
    return Plan(
        publications.newest(con),
        change,
        tuple(record for record in loads if record.load_id not in change.undone),
        tuple(claims),
        coverage.active(claims),
        _touched(con, change, claims),
    )


def _touched(con: sqlite3.Connection, change: Change, claims: list[Claim]) -> frozenset[str]:
    if change.everything:
        return frozenset(claim.scope.force for claim in claims)
    new = {scope.force for entry in change.new for scope in entry.scopes}
    undone = {
        row["force"]
        for load_id in change.undone
        for row in con.execute("SELECT DISTINCT force FROM coverage WHERE load_id = ?", (load_id,))
    }
    return frozenset(new | undone) - {MANY_FORCES}
