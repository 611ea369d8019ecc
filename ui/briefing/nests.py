"""Which named people are part of which others: cells of several measures are cells of the same people.

People in post are those away, those at work and not accredited, and those accredited; courses needed are in
date, expired or without a record.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.disclosure.audit import Counts
from metrics.told import ACCREDITED, COUNTED_BY, DEPLOYABLE, IN_POST, Tells
from ui.briefing.cells import EXACT, Atom, Cell, Whole

Parts = frozenset[int]
WHOLE: Parts = frozenset({0})
COURSES = tuple(
    f"training/{name}" for name in ("required_course_in_date", "required_course_ever", "expired", "no_record")
)
IN_DATE, EVER, EXPIRED, NO_RECORD = (f"{name} numerator" for name in COURSES)
LEVELS = (frozenset({0, 1, 2}), frozenset({1, 2}), frozenset({2}))
NESTS: tuple[tuple[tuple[str, str, str], Mapping[str, frozenset[int]]], ...] = (
    (
        (IN_POST, DEPLOYABLE, ACCREDITED),
        {
            **dict(zip((IN_POST, DEPLOYABLE, ACCREDITED), LEVELS, strict=True)),
            f"{COUNTED_BY[DEPLOYABLE]} rest": frozenset({0}),
            f"{COUNTED_BY[ACCREDITED]} rest": frozenset({1}),
        },
    ),
    (
        (f"{COURSES[0]} denominator", EVER, IN_DATE),
        {
            **{f"{name} denominator": LEVELS[0] for name in COURSES},
            EVER: LEVELS[1],
            IN_DATE: LEVELS[2],
            EXPIRED: frozenset({1}),
            NO_RECORD: frozenset({0}),
            f"{COURSES[0]} rest": frozenset({0, 1}),
            f"{COURSES[1]} rest": frozenset({0}),
        },
    ),
)
"""The people of which each next is a part, then which parts each named people are: 0 the outermost alone."""


@dataclass(frozen=True)
class Nest:
    """The smallest counts of one month, part by part, and which parts each named people are."""

    people: Mapping[Atom, tuple[float, ...]]
    parts: Mapping[str, Parts]

    def counts(self, atoms: Iterable[Atom], parts: Parts) -> Counts:
        """Those of these atoms and parts in which there is anybody."""
        return frozenset(
            (part, *atom)
            for atom in atoms
            for part in parts
            if part < len(self.people.get(atom, ())) and abs(self.people[atom][part]) > EXACT
        )

    def size(self, counts: Counts) -> float:
        """How many people they are."""
        return sum(self.people[at[1:]][at[0]] for at in counts)  # type: ignore[index]


def counted_by(of: str) -> tuple[Tells, str]:
    """How people are counted: by the measure that counts those named, or by a part of a measure."""
    if of in COUNTED_BY:
        return Tells(of, 1), COUNTED_BY[of]
    name, part = of.rsplit(" ", 1)
    return Tells(of, **{part: 1}), name


def kin(wholes: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Names whose cells are of the same people; every other by itself."""
    nested = [tuple(name for name in parts if name in wholes) for _, parts in NESTS]
    yield from (names for names in nested if names)
    yield from ((name,) for name in wholes if not any(name in names for names in nested))


def nest_of(names: Sequence[str], wholes: Mapping[str, Whole], month: date) -> Nest:
    """The people of these names at a month, part by part where all that nest in each other are known."""
    for chain, parts in NESTS:
        if set(chain) <= wholes.keys() and set(names) <= parts.keys():
            outer = [wholes[name].each.get(month, {}) for name in chain]
            atoms = {atom for each in outer for atom in each}
            sizes = {atom: [each.get(atom, 0.0) for each in outer] for atom in atoms}
            split = {atom: (n[0] - n[1], n[1] - n[2], n[2]) for atom, n in sizes.items()}
            if all(part > -EXACT for each in split.values() for part in each):
                return Nest(split, {name: parts[name] for name in names})
    alone = {(name, *atom): (n,) for name in names for atom, n in wholes[name].each.get(month, {}).items()}
    return Nest(alone, dict.fromkeys(names, WHOLE))


def region_of(nest: Nest, cell: Cell) -> frozenset[Atom]:
    """The smallest counts that a cell is of, whichever part of them it counts."""
    alone = frozenset((cell.of, *atom) for atom in cell.counts)  # type: ignore[misc]
    return alone if alone <= nest.people.keys() else cell.counts  # type: ignore[return-value]
