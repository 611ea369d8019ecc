"""What is said beside figures of rows held back and warnings accepted: of which units, why and by whom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ui.figures.status import TITLES
from ui.parts.wording import join, plural

WHOLE_FORCE = "the whole force"
NAMED = 3
OF_NO_PEOPLE = ("caseload", "establishment", "demand", "budget", "post_cost")
"""The sheets of which a row is no person: how many rows of any other are held back counts people."""
Title = Callable[[str], str]


@dataclass(frozen=True)
class Held:
    """A row that is held back, and one unit that it touches; None is the whole force."""

    dataset: str
    unit: str | None
    sheet: str
    row_number: int
    reason: str
    by: str
    load_id: str
    month_end: date


@dataclass(frozen=True)
class Accepted:
    """A warning that was accepted, and one unit that it is about; None is the whole force."""

    dataset: str
    unit: str | None
    sheet: str
    code: str
    says: str
    cells: int
    reason: str
    by: str
    load_id: str


Each = TypeVar("Each", Held, Accepted)


def in_view(each: Iterable[Each], units: frozenset[str]) -> tuple[Each, ...]:
    """Those about a unit that is in view, or about the whole force."""
    return tuple(one for one in each if one.unit is None or one.unit in units)


def held_said(held: Sequence[Held], title: Title, internal: bool = True) -> tuple[str, ...]:
    """`Caseload: 1 row held back, of Child abuse investigation, with the reason “...” by S Patel.`

    Readers outside the force (not `internal`) are told of rows of people, not of how many.
    """
    groups: dict[tuple[str, str, str], list[Held]] = {}
    for one in held:
        groups.setdefault((one.dataset, one.reason, one.by), []).append(one)
    return tuple(
        f"{_sheet(dataset)}: {mark(those, internal)}, of {_units(those, title)}, "
        f"with the reason “{reason}” by {by}; not in the figures."
        for (dataset, reason, by), those in groups.items()
    )


def accepted_said(accepted: Sequence[Accepted], title: Title) -> tuple[str, ...]:
    """`Caseload, Safeguarding hub: <the warning> Accepted with the reason “...” by S Patel.`"""
    groups: dict[tuple[str, str, str, str], list[Accepted]] = {}
    for one in accepted:
        groups.setdefault((one.dataset, one.says, one.reason, one.by), []).append(one)
    return tuple(
        f"{_sheet(dataset)}, {_units(those, title)}: {says} Accepted with the reason “{reason}” by {by}."
        for (dataset, says, reason, by), those in groups.items()
    )


def mark(held: Sequence[Held], internal: bool = True) -> str:
    """`1 row held back`, beside a figure; "" where there is none."""
    if not held:
        return ""
    counted = internal or all(one.dataset in OF_NO_PEOPLE for one in held)
    return f"{plural(_count(held), 'row')} held back" if counted else "rows held back"


def _count(held: Sequence[Held]) -> int:
    """Rows, however many units each touches."""
    return len({(one.load_id, one.sheet, one.row_number) for one in held})


def _units(each: Sequence[Held] | Sequence[Accepted], title: Title) -> str:
    """The units by title, or how many where they are many."""
    codes = dict.fromkeys(one.unit for one in each)
    if None in codes:
        return WHOLE_FORCE
    named = sorted(title(code) for code in codes if code)
    return join(named) if len(named) <= NAMED else plural(len(named), "unit")


def _sheet(dataset: str) -> str:
    return TITLES.get(dataset, dataset.replace("_", " ").capitalize())
