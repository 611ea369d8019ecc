"""Coverage: which load speaks for which unit and month of which sheet."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

WHOLE_FORCE = "*"
# The rows without a unit of a sheet that names units elsewhere: they take one another's place.
NO_UNIT = ""


@dataclass(frozen=True, order=True)
class Scope:
    """One thing a load speaks for: a unit by its permanent code, the whole force, or rows without a unit."""

    force: str
    dataset: str
    month_end: str
    unit: str


@dataclass(frozen=True)
class Claim:
    """That the load numbered `seq` speaks for `scope`."""

    scope: Scope
    seq: int
    load_id: str


def active(claims: Iterable[Claim]) -> frozenset[Claim]:
    """The claims that hold: the latest for each scope, and none older than a claim to the whole force.

    A pure function of what is loaded and not undone, so an undo needs no memory of what it replaces.
    """
    return _held(claims, lambda claim: claim.seq)


def as_first_reported(claims: Iterable[Claim]) -> frozenset[Claim]:
    """The claims as they would hold if no return had ever been sent again: the earliest for each scope.

    As pure as `active`, so an undone load is in neither: it takes back what it first reported too.
    """
    return _held(claims, lambda claim: -claim.seq)


def _held(claims: Iterable[Claim], turn: Callable[[Claim], int]) -> frozenset[Claim]:
    """Who holds each scope, where whoever's turn is later takes the place of those before."""
    groups: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.scope.force, claim.scope.dataset, claim.scope.month_end].append(claim)
    return frozenset(held for group in groups.values() for held in _in_force(group, turn).values())


def _in_force(group: list[Claim], turn: Callable[[Claim], int]) -> dict[str, Claim]:
    held: dict[str, Claim] = {}
    for claim in sorted(group, key=lambda c: (turn(c), c.scope.unit)):
        if claim.scope.unit == WHOLE_FORCE:
            held = {unit: other for unit, other in held.items() if other.seq == claim.seq}
        held[claim.scope.unit] = claim
    return held


def standing(con: sqlite3.Connection) -> list[Claim]:
    """Every claim of a load that is not undone."""
    rows = con.execute(
        "SELECT c.force, c.dataset, c.month_end, c.unit, l.seq, l.load_id FROM coverage AS c "
        "JOIN load AS l USING (load_id) WHERE l.state = 'published'"
    )
    return [Claim(Scope(*row[:4]), row[4], row[5]) for row in (tuple(row) for row in rows)]


def write(con: sqlite3.Connection, claims: Iterable[Claim]) -> None:
    """Write new claims, none of them holding yet."""
    con.executemany(
        "INSERT INTO coverage (force, dataset, month_end, unit, load_id, active) VALUES (?,?,?,?,?,0)",
        [(*_fields(claim.scope), claim.load_id) for claim in claims],
    )


def forget(con: sqlite3.Connection, load_id: str) -> None:
    """Take away every claim of a load, for others to be written."""
    con.execute("DELETE FROM coverage WHERE load_id = ?", (load_id,))


def settle(con: sqlite3.Connection, holding: Iterable[Claim], forces: Iterable[str]) -> None:
    """Make exactly `holding` active for these forces, inside the caller's transaction."""
    touched = set(forces)
    now = {claim for claim in holding if claim.scope.force in touched}
    wanted = {(*_fields(claim.scope), claim.load_id) for claim in now}
    before = {
        tuple(row)
        for force in touched
        for row in con.execute(
            "SELECT force, dataset, month_end, unit, load_id FROM coverage WHERE active = 1 AND force = ?",
            (force,),
        )
    }
    con.executemany(_SET.format(0), sorted(before - wanted))
    con.executemany(_SET.format(1), sorted(wanted - before))


_SET = (
    "UPDATE coverage SET active = {} "
    "WHERE force = ? AND dataset = ? AND month_end = ? AND unit = ? AND load_id = ?"
)


def _fields(scope: Scope) -> tuple[str, str, str, str]:
    return (scope.force, scope.dataset, scope.month_end, scope.unit)
