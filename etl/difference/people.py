"""People who appear, vanish or move between units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from etl.difference.model import Moved, PeopleChange, Person
from etl.difference.sides import Sides


def persons(sides: Sides) -> tuple[Person, ...]:
    """Everybody who is new, gone or moved at a month end of People that the new loads speak for.

    Beside the month as it stands where the unit was sent for it before, else the newest month before it.
    """
    return tuple(_persons(sides))


def _persons(sides: Sides) -> Iterator[Person]:
    for force, month, key, were, spoken, will, row in sides.ask("people"):
        left = tuple(unit for unit in spoken if unit not in will)
        joined = tuple(unit for unit in will if unit not in were)
        what = _what(were, will, left, joined)
        if what:
            from_units = left or tuple(unit for unit in were if unit not in will) or tuple(were)
            yield Person(force, month, what, key, from_units, joined or tuple(will), row)


def _what(were: list[str], will: list[str], left: tuple[str, ...], joined: tuple[str, ...]) -> Moved | None:
    """None where somebody is only no longer known of, because a unit has not sent the month yet."""
    if not were:
        return "new"
    if not will:
        return "gone" if set(left) == set(were) else None
    return "moved" if left or joined else None


def counted(people: tuple[Person, ...]) -> tuple[PeopleChange, ...]:
    """How many, by what, from where and to where."""
    found = Counter(
        (each.force, each.month_end, each.what, ", ".join(each.from_units), ", ".join(each.to_units))
        for each in people
    )
    return tuple(PeopleChange(*of, people=n) for of, n in sorted(found.items()))
