"""What the next publication will hold, from the control plane and one change, before anything is built."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, replace

from etl.holding.held_rows import KeptHeld
from etl.loading.accept import AcceptedSheet, NewLoad
from etl.publishing.noted import AcceptedNote, Noted, noted
from store import coverage, publications, purges
from store.coverage import Claim, Scope
from store.held import Released
from store.history import LoadRecord, read_loads
from store.matches import Agreed, Match
from store.publications import Publication
from store.purges import Gone, KeptFigures, Purge

Group = tuple[str, str, str]  # force, dataset, month end


@dataclass(frozen=True)
class Accepted:
    """A warning that somebody accepted, for how many cells, and why; of no units where it is of the sheet."""

    code: str
    dataset: str
    sheet: str
    says: str
    cells: int
    reason: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewEntry:
    """A new load with its sheets and what it covers; what was accepted, held back, released and agreed."""

    load: NewLoad
    sheets: tuple[AcceptedSheet, ...]
    scopes: frozenset[Scope]
    warnings: tuple[Accepted, ...] = ()
    held: tuple[KeptHeld, ...] = ()
    released: tuple[Released, ...] = ()
    agreed: tuple[Agreed, ...] = ()

    @property
    def claims(self) -> list[Claim]:
        """What it covers, as claims."""
        return [Claim(scope, self.load.seq, self.load.load_id) for scope in self.scopes]


@dataclass(frozen=True)
class Change:
    """What somebody asked for: loads to add, loads to undo, or nothing but a rebuild of everything.

    `forgotten` and `restated` are matches of words to remove, and to keep anew by force; `reclaimed`, by
    load, what the loads speak for whose rows are read otherwise then. `purge`: rows about people that go.
    """

    new: tuple[NewEntry, ...] = ()
    undone: frozenset[str] = frozenset()
    everything: bool = False
    forgotten: tuple[Match, ...] = ()
    restated: tuple[tuple[str, Agreed], ...] = ()
    reclaimed: tuple[tuple[str, frozenset[Scope]], ...] = ()
    purge: Purge | None = None


@dataclass(frozen=True)
class Plan:
    """The state after the change. `touched` is what of it has rows to be made anew.

    `gone` are returns whose rows about people were deleted, and `kept_figures` what was made of them.
    """

    base: Publication | None
    change: Change
    loads: tuple[LoadRecord, ...]
    claims: tuple[Claim, ...]
    holding: frozenset[Claim]
    touched: frozenset[Group] = field(default_factory=frozenset)
    noted: Noted = field(default_factory=Noted)
    gone: tuple[Gone, ...] = ()
    kept_figures: KeptFigures | None = None

    @property
    def closed(self) -> frozenset[Group]:
        """Forces, sheets and months of which rows are gone: nothing can be reckoned from them again."""
        return frozenset((each.force, each.dataset, each.month_end) for each in self.gone)

    @property
    def groups(self) -> frozenset[Group]:
        """All that the loads speak for, by force, sheet and month."""
        return frozenset(_group(claim.scope) for claim in self.claims)

    def files(self, dataset: str, groups: frozenset[Group]) -> list[str]:
        """Accepted files of a dataset by loads that still speak for something in these groups."""
        live = {claim.load_id for claim in self.holding if _group(claim.scope) in groups}
        old = [
            s.file
            for r in self.loads
            if r.load_id in live
            for s in r.sheets
            if s.dataset == dataset and s.rows_left
        ]
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
    otherwise = dict(change.reclaimed)
    gone = {*change.undone, *otherwise}
    claims = [claim for claim in coverage.standing(con) if claim.load_id not in gone]
    claims += [claim for entry in change.new for claim in entry.claims]
    loads = tuple(record for record in read_loads(con) if record.state == "published")
    claims += [
        Claim(scope, record.seq, record.load_id)
        for record in loads
        for scope in otherwise.get(record.load_id, ())
    ]
    holding = coverage.active(claims)
    return Plan(
        publications.newest(con),
        change,
        tuple(_as_purged(record, change.purge) for record in loads if record.load_id not in change.undone),
        tuple(claims),
        holding,
        _touched(con, change, claims),
        _noted(con, change, holding),
        *_gone(con, change.purge),
    )


def _as_purged(record: LoadRecord, purge: Purge | None) -> LoadRecord:
    """The load with the files that take the place of those whose rows go."""
    by = {each.file: each for each in purge.files} if purge else {}
    sheets = tuple(
        replace(s, file=by[s.file].by, file_sha256=by[s.file].sha256) if s.file in by else s
        for s in record.sheets
    )
    return replace(record, sheets=sheets)


def _gone(con: sqlite3.Connection, purge: Purge | None) -> tuple[tuple[Gone, ...], KeptFigures | None]:
    """What is gone, and what was kept of its figures, with the purge that is about to be committed."""
    before = purges.gone(con)
    if purge is None:
        return tuple(before), purges.kept_figures(con)
    new = [
        Gone(r.load_id, r.force, r.dataset, r.month_end, r.rows, purge.at) for r in purge.rows if not r.held
    ]
    return (*before, *new), purge.figures


def _noted(con: sqlite3.Connection, change: Change, holding: frozenset[Claim]) -> Noted:
    new = [
        AcceptedNote(
            e.load.load_id,
            w.code,
            w.dataset,
            w.sheet,
            w.says,
            w.cells,
            w.reason,
            w.units,
            e.load.by,
            e.load.at,
        )
        for e in change.new
        for w in e.warnings
    ]
    rows = [row for entry in change.new for kept in entry.held for row in kept.rows]
    released = {each.row: entry.load.load_id for entry in change.new for each in entry.released}
    return noted(con, change.undone, new, rows, released, holding)


def _touched(con: sqlite3.Connection, change: Change, claims: list[Claim]) -> frozenset[Group]:
    every = {_group(claim.scope) for claim in claims}
    if change.everything:
        return frozenset(every)
    touched = {_group(scope) for entry in change.new for scope in entry.scopes}
    for load_id in change.undone:
        rows = con.execute(
            "SELECT DISTINCT force, dataset, month_end FROM coverage WHERE load_id = ?", (load_id,)
        )
        touched |= {(row["force"], row["dataset"], row["month_end"]) for row in rows}
    # A movement may be told of in several months, and is counted once: all months of a force hang together.
    forces = {force for force, dataset, _ in touched if dataset == "movements"}
    return frozenset(touched | {g for g in every if g[0] in forces and g[1] == "movements"})


def _group(scope: Scope) -> Group:
    return (scope.force, scope.dataset, scope.month_end)
