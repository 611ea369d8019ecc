"""What reading a list has to tell, by rows and never by what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Fault = list[Any]  # message code, column, places, value, detail
MOST_PLACES = 200


@dataclass
class Told:
    """Faults by code and column with their places, and the rows left out with the reason.

    `of_officers` are faults that matter only where open cases are counted by officer.
    """

    faults: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    of_officers: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    ignored: dict[str, list[int]] = field(default_factory=dict)

    def fault(self, code: str, column: str, number: int) -> None:
        """A fault of one row."""
        self.faults.setdefault((code, column), []).append(f"row {number}")

    def of_officer(self, code: str, column: str, number: int) -> None:
        """A fault of one row that only counting by officer meets."""
        self.of_officers.setdefault((code, column), []).append(f"row {number}")

    def twice(self, column: str, number: int, before: str) -> None:
        """A case that stands twice, with both places."""
        self.faults.setdefault(("live_twice", column), []).append(f"row {number} and {before}")

    def ignore(self, reason: str, number: int) -> None:
        """A row that is not counted."""
        self.ignored.setdefault(reason, []).append(number)


def handed_on(faults: dict[tuple[str, str], list[str]]) -> list[Fault]:
    """Faults as JSON can hold them: of many places the first, and how many more."""
    return [[code, column, _first(places), "", ""] for (code, column), places in faults.items()]


def _first(places: list[str]) -> list[str]:
    more = [f"and {len(places) - MOST_PLACES:,} more"] if len(places) > MOST_PLACES else []
    return [*places[:MOST_PLACES], *more]


def reasons(*ignored: dict[str, list[int]]) -> list[list[Any]]:
    """Rows left out as JSON can hold them, those of one reason together."""
    return [[reason, numbers] for each in ignored for reason, numbers in each.items()]
