"""What reading a list has to tell, by rows and never by what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Fault = list[Any]  # message code, column, places, value, detail, rows, and what is told beside them
MOST_PLACES = 200
Found = dict[tuple[str, ...], list[tuple[str, int]]]
"""By code, column and what is told beside them: the places as they are told, each with its row."""


@dataclass
class Told:
    """Faults by code and column with their places, and the rows left out with the reason.

    `of_officers` are faults that matter only where open cases are counted by officer.
    """

    faults: Found = field(default_factory=dict)
    of_officers: Found = field(default_factory=dict)
    ignored: dict[str, list[int]] = field(default_factory=dict)

    def fault(self, code: str, column: str, number: int, place: str = "", near: str = "") -> None:
        """A fault of one row, or of the cell at `place`; `near` is told with it."""
        self.faults.setdefault((code, column, near), []).append((place or f"row {number}", number))

    def of_officer(self, code: str, column: str, number: int) -> None:
        """A fault of one row that only counting by officer meets."""
        self.of_officers.setdefault((code, column, ""), []).append((f"row {number}", number))

    def twice(self, column: str, number: int, before: str) -> None:
        """A case that stands twice, with both places."""
        self.faults.setdefault(("live_twice", column, ""), []).append((f"row {number} and {before}", number))

    def also_twice(self, column: str, number: int, where: str) -> None:
        """The row where a case stood first. In the same list that place is told with the other already."""
        place = f"row {number} and {where}" if where else ""
        self.faults.setdefault(("live_twice", column, ""), []).append((place, number))

    def ignore(self, reason: str, number: int) -> None:
        """A row that is not counted."""
        self.ignored.setdefault(reason, []).append(number)


def handed_on(faults: Found) -> list[Fault]:
    """Faults as JSON can hold them: of many places the first, and how many more; and every row."""
    return [
        [
            code,
            column,
            first_places([place for place, _ in found if place]),
            "",
            "",
            sorted({n for _, n in found}),
            near,
        ]
        for (code, column, near), found in faults.items()
    ]


def first_places(places: list[str]) -> list[str]:
    """Of many places the first, and how many more."""
    more = [f"and {len(places) - MOST_PLACES:,} more"] if len(places) > MOST_PLACES else []
    return [*places[:MOST_PLACES], *more]


def reasons(*ignored: dict[str, list[int]]) -> list[list[Any]]:
    """Rows left out as JSON can hold them, those of one reason together."""
    return [[reason, numbers] for each in ignored for reason, numbers in each.items()]
