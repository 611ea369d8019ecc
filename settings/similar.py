"""The forces that a force compares itself with: its own choice, with the source it took the set from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from contracts.forces import FORCES, by_code, by_key, key
from settings.dated import Dated
from settings.table import Table, did_you_mean

FEWEST = 2


@dataclass(frozen=True, kw_only=True)
class SimilarForces(Dated):
    """A named set of other forces, by the codes of contracts/forces.py, with where the set is from."""

    name: str
    forces: tuple[str, ...]
    source: str
    set_by: str
    why: str


def similar_forces(table: Table, force_name: str) -> Iterator[SimilarForces]:
    """Entries of ``[[similar_forces]]``: forces by code or by any name that the national tables use."""
    for entry in table.tables("similar_forces"):
        yield SimilarForces(
            name=entry.text("name"),
            forces=_codes(entry, force_name),
            source=entry.text("source", why_needed="Say where the set is from: 'source' is missing."),
            set_by=entry.text("set_by", why_needed="Say who set this: 'set_by' is missing."),
            why=entry.text("why", why_needed="Say why this was set: 'why' is missing."),
            **entry.dates(),
        )
        entry.finish()


def _codes(entry: Table, force_name: str) -> tuple[str, ...]:
    found: list[str] = []
    for said in entry.texts("forces", required=True):
        code = _code(entry, said)
        if code in found:
            entry.refuse(f"'{said}' stands twice in this set.", "forces", said)
        if code == _own(force_name):
            entry.refuse(f"'{said}' is the force itself; a set holds the others.", "forces", said)
        found.append(code)
    if len(found) < FEWEST:
        entry.refuse(f"A set holds at least {FEWEST} forces.", "forces")
    return tuple(found)


def _code(entry: Table, said: str) -> str:
    known = by_code().get(said) or by_key().get(key(said))
    if known is None:
        hint = did_you_mean(said, tuple(force.name for force in FORCES))
        entry.refuse(f"There is no force '{said}'.{hint}", "forces", said)
    return known.code


def _own(force_name: str) -> str:
    known = by_key().get(key(force_name))
    return known.code if known else ""


def sets_on(sets: tuple[SimilarForces, ...], on: date) -> tuple[SimilarForces, ...]:
    """The sets that hold on a day, by name."""
    return tuple(sorted((each for each in sets if each.holds_on(on)), key=lambda each: each.name))
