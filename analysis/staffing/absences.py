"""Which step takes each kind of absence away, so that none is taken away twice.

An absence leaves either the *deployable* people (whole people who do not carry work, in FTE) or the *hours*
of those who are deployable (abstraction: leave, courts, courses). One in both would count one day twice.
The kinds are those of the sheets Unavailable and Abstraction, and what a working year loses besides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Step = Literal["deployable", "abstraction"]


@dataclass(frozen=True)
class AbsenceType:
    """A kind of absence and the one step that takes it away."""

    name: str
    step: Step


REGISTER: tuple[AbsenceType, ...] = (
    AbsenceType("long-term sick", "deployable"),
    AbsenceType("maternity or parental", "deployable"),
    AbsenceType("career break", "deployable"),
    AbsenceType("seconded or attached out", "deployable"),
    AbsenceType("recuperative or adjusted, not carrying", "deployable"),
    AbsenceType("in training", "deployable"),
    AbsenceType("other", "deployable"),
    AbsenceType("public holidays", "abstraction"),
    AbsenceType("annual leave", "abstraction"),
    AbsenceType("short-term sick", "abstraction"),
    AbsenceType("training courses", "abstraction"),
    AbsenceType("court", "abstraction"),
    AbsenceType("mutual aid or public order", "abstraction"),
    AbsenceType("football or events", "abstraction"),
    AbsenceType("other duties", "abstraction"),
)


def plain(name: str) -> str:
    """A name as it is compared: case and spaces do not tell two kinds of absence apart."""
    return " ".join(name.split()).casefold()


def faults_of(register: Iterable[AbsenceType]) -> Mapping[str, tuple[Step, ...]]:
    """The kinds of absence that are registered more than once, each with every step it was given."""
    steps: dict[str, list[Step]] = {}
    for kind in register:
        steps.setdefault(plain(kind.name), []).append(kind.step)
    return MappingProxyType({name: tuple(given) for name, given in steps.items() if len(given) > 1})


def step_of(name: str, register: Iterable[AbsenceType] = REGISTER) -> Step | None:
    """The step that takes away this kind of absence; None for one that is not registered.

    Raises ValueError for a kind that is registered more than once: it would be taken away twice.
    """
    steps = [kind.step for kind in register if plain(kind.name) == plain(name)]
    if len(steps) > 1:
        raise ValueError(f"{name} is registered {len(steps)} times, and one absence belongs to one step")
    return steps[0] if steps else None


def not_of(step: Step, names: Iterable[str], register: Iterable[AbsenceType] = REGISTER) -> tuple[str, ...]:
    """Those of `names` that the register does not give to `step`: taken away elsewhere, or unknown."""
    known = tuple(register)
    return tuple(name for name in names if step_of(name, known) != step)
