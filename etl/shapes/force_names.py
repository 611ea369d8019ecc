"""Which police force a name in a published table stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contracts.forces import PoliceForce, by_code, by_key, key
from settings.spelling import only_misspelt


@dataclass(frozen=True)
class ForceNamed:
    """The force that a text names. `how`: name, close (a slip of the hand in one name alone), none.

    `near`: the forces that it may be, where it is none: to be asked about, never taken.
    """

    force: PoliceForce | None
    how: str
    near: tuple[PoliceForce, ...] = ()


def force_named(text: str) -> ForceNamed:
    """The force of England and Wales that a text names, however tables write it."""
    coded = by_code().get(text.strip().upper())
    if coded:
        return ForceNamed(coded, "name")
    said, known = key(text), by_key()
    if said in known:
        return ForceNamed(known[said], "name")
    slips = _each_once(force for name, force in known.items() if only_misspelt(said, name))
    if len(slips) == 1:
        return ForceNamed(slips[0], "close", slips)
    words = set(said.split())
    shared = _each_once(force for name, force in known.items() if words and words <= set(name.split()))
    return ForceNamed(None, "none", slips or shared)


def as_published(text: str) -> str:
    """The one name under which figures of a force are kept; a name that is no force's stays as it is."""
    found = force_named(text)
    return found.force.name if found.force and found.how == "name" else text


def _each_once(forces: Iterable[PoliceForce]) -> tuple[PoliceForce, ...]:
    return tuple(dict.fromkeys(forces))
