"""Who holds the allocated cases: the optional Investigators sheet, which adds up to Open less Unallocated."""

from dataclasses import dataclass

from etl.samples.chance import Chance
from etl.samples.person import Person, officer_cell
from etl.samples.staff import Staff
from etl.samples.work import CaseloadRow

STILL_HELD_WHEN_AWAY = 0.18  # of a usual load, by somebody who carries nothing now


@dataclass(frozen=True)
class Holding:
    """The open cases of one work type in one officer's name."""

    officer: str  # as the crime system prints it
    collar: str
    unit: str
    work_type: str
    open: int
    over_180_days: int
    charged_before_court: int


def hold(
    caseload: tuple[CaseloadRow, ...], staff: Staff, carriers: dict[str, str], chance: Chance
) -> tuple[Holding, ...]:
    """Share the allocated cases of each unit and work type among those who carry them."""
    held: list[Holding] = []
    for row in caseload:
        names = {person.collar: _cell(person) for person in staff.people}
        shares = _shares(row, staff.people, carriers[row.family])
        fixed = _left_in_names_of_the_gone(row, staff, names) if row.work_type in MAIN_WORK else {}
        counts = {**fixed, **_divide(row.open - row.unallocated - sum(fixed.values()), shares)}
        held.extend(_rows(row, counts, names))
    return tuple(held)


MAIN_WORK = ("child abuse", "online child abuse")  # where the cases of those who have gone were left


def _cell(person: Person) -> str:
    rank = person.rank if person.worker_type == "officer" else "PSI"
    return officer_cell(rank, person.collar, person.surname)


def _shares(row: CaseloadRow, people: list[Person], role: str) -> dict[str, float]:
    shares = {}
    for person in people:
        fte = person.fte_in(row.unit)
        if person.role != role or not fte:
            continue
        carried = STILL_HELD_WHEN_AWAY if person.absent else 0.5 if person.reduced_months else 1.0
        if person.absent != "in training":
            shares[person.collar] = fte * carried * person.load
    return shares


def _left_in_names_of_the_gone(row: CaseloadRow, staff: Staff, names: dict[str, str]) -> dict[str, int]:
    fixed = {}
    for gone in staff.gone:
        if gone.unit == row.unit:
            names[gone.collar] = officer_cell(gone.rank, gone.collar, gone.surname)
            fixed[gone.collar] = gone.cases
    return fixed


def _divide(cases: int, shares: dict[str, float]) -> dict[str, int]:
    """Divide whole cases in proportion to shares; the largest remainders get what is left over."""
    total = sum(shares.values())
    exact = {collar: cases * share / total for collar, share in shares.items()}
    counts = {collar: int(amount) for collar, amount in exact.items()}
    by_remainder = sorted(exact, key=lambda collar: (counts[collar] - exact[collar], collar))
    for collar in by_remainder[: cases - sum(counts.values())]:
        counts[collar] += 1
    return {collar: count for collar, count in counts.items() if count}


def _rows(row: CaseloadRow, counts: dict[str, int], names: dict[str, str]) -> list[Holding]:
    over = _divide(row.over_180_days, {collar: float(count) for collar, count in counts.items()})
    charged = _divide(row.charged_before_court, {collar: float(count) for collar, count in counts.items()})
    return [
        Holding(
            names[collar],
            collar,
            row.unit,
            row.work_type,
            count,
            min(count, over.get(collar, 0)),
            min(count, charged.get(collar, 0)),
        )
        for collar, count in sorted(counts.items())
    ]
