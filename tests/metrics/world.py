"""Made-up returns of a force, many of them with gaps, for checking figures against a second reckoning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from contracts.words import ACTING, FAMILY_OF
from tests.metrics.warehouse import Warehouse, months

Row = dict[str, Any]
UNITS = ("DA1", "DA2", "RA1")
EVERYWHERE = (*UNITS, "REST")
TYPE_OF = {"DA1": "DA", "DA2": "DA", "RA1": "RASSO", "REST": "REST"}
WORK = ("domestic abuse", "rape", "DVDS right to ask")
ROLES = ("investigator", "investigator", "investigator", "supervisor", "manager", "support")
DATASETS = ("caseload", "investigators", "establishment", "people", "unavailable", "movements")
OPTIONAL = (
    "oldest_unallocated_days",
    "over_180_days",
    "over_365_days",
    "high_risk",
    "high_risk_unallocated",
    "overdue",
    "charged_before_court",
    "awaiting_cps",
    "awaiting_digital_forensics",
    "transferred_in",
    "transferred_out",
    "reopened",
)


@dataclass
class World:
    """Rows by dataset, and for which month and unit each dataset was sent."""

    months: list[date]
    rows: dict[str, list[Row]] = field(default_factory=dict)
    sent: dict[str, set[tuple[date, str | None]]] = field(default_factory=dict)

    def of(self, dataset: str, unit: str | None = None, month: date | None = None) -> list[Row]:
        """Rows of a dataset, of one unit and month where they are named."""
        return [
            row
            for row in self.rows.get(dataset, [])
            if (unit is None or row["unit"] == unit) and (month is None or row["month_end"] == month)
        ]

    def was_sent(self, dataset: str, unit: str, month: date) -> bool:
        """Whether the sheet came, for the unit or for the whole force."""
        return bool({(month, unit), (month, None)} & self.sent.get(dataset, set()))

    def has_people(self, unit: str, month: date) -> bool:
        """Whether People counts: it came, with rows, or with none while Establishment gives no in post
        either.
        """
        given = any(row["in_post_fte"] is not None for row in self.of("establishment", unit, month))
        return self.was_sent("people", unit, month) and (bool(self.of("people", unit, month)) or not given)

    def back(self, month: date, number: int) -> date:
        """The month end that many months before."""
        for _ in range(number):
            month = month.replace(day=1) - timedelta(days=1)
        return month

    def publish(self, *metrics: str) -> Warehouse:
        """A warehouse with these rows, and the figures."""
        warehouse = Warehouse()
        for dataset, rows in self.rows.items():
            warehouse.add(dataset, rows, sent=False)
        for dataset, units in self.sent.items():
            warehouse.covers(dataset, units)
        return warehouse.build(*metrics, months=self.months)


@st.composite
def worlds(draw: st.DrawFn, fewest_months: int = 1, most_months: int = 3) -> World:
    """A world of some months. `gap` is how often a sheet does not come, `blank` how often a cell has no
    value.
    """
    chance = Random(draw(st.integers(0, 2**32)))
    number = draw(st.integers(fewest_months, most_months))
    gap = draw(st.sampled_from([0.0, 0.02, 0.2]))
    blank = draw(st.sampled_from([0.0, 0.1]))
    people = draw(st.integers(0, 12))
    world = World(months("2024-01", number))
    for dataset in DATASETS:
        world.sent[dataset] = {
            (month, unit) for month in world.months for unit in EVERYWHERE if chance.random() >= gap
        }
    _work(world, chance, blank)
    _posts(world, chance, blank)
    _people(world, chance, people, blank)
    _training(world, chance, people, gap)
    return world


def _places(world: World, dataset: str) -> Iterator[Row]:
    """A row's beginning for each month and unit a dataset was sent for."""
    for month, unit in sorted(world.sent[dataset], key=str):
        yield {"month_end": month, "unit": unit}


def _work(world: World, chance: Random, blank: float) -> None:
    def cell() -> int | None:
        return None if chance.random() < blank else chance.randint(0, 9)

    world.rows["caseload"] = [
        {
            **place,
            "work_type": kind,
            "work_family": FAMILY_OF[kind],
            "open": 10 + chance.randint(0, 30),
            "unallocated": chance.choice([0, 3, 9]),
            "new": chance.randint(0, 9),
            "closed": chance.randint(0, 9),
            **{name: cell() for name in OPTIONAL},
        }
        for place in _places(world, "caseload")
        for kind in WORK
        if chance.random() < 0.7
    ]


def _posts(world: World, chance: Random, blank: float) -> None:
    world.rows["establishment"] = [
        {
            **place,
            "role": role,
            "worker_type": "officer",
            "funded_fte": chance.randint(0, 8),
            "in_post_fte": None if chance.random() < blank else chance.randint(0, 8),
            "start_agreed_fte": chance.choice([None, 1.0]),
        }
        for place in _places(world, "establishment")
        for role in sorted(set(ROLES))
        if chance.random() < 0.7
    ]
    if chance.random() < 0.5:
        for row in world.rows["establishment"]:
            row["in_post_fte"] = None
    world.rows["unavailable"] = [
        {**place, "reason": reason, "worker_type": "officer", "fte": chance.choice([0.5, 1.0, 4.0])}
        for place in _places(world, "unavailable")
        for reason in ("long-term sick", "other")
        if chance.random() < 0.4
    ]


def _people(world: World, chance: Random, number: int, blank: float) -> None:
    people, named, moves = [], [], []
    for n in range(number):
        where: str | None = chance.choice([*EVERYWHERE, None])
        role, keys = chance.choice(ROLES), {"crime_key": chance.choice([None, f"c{n}"])}
        keys["training_key"] = chance.choice([None, f"t{n}"])
        since = chance.choice([None, date(2022, 6, 1), date(2023, 3, 1), date(2023, 11, 1)])
        for month in world.months:
            if chance.random() < 0.15:
                moves.append(_move(chance, n, month, where))
                where = chance.choice([*EVERYWHERE, None])
            for unit in {where, where, chance.choice(UNITS) if chance.random() < 0.3 else where} - {None}:
                named += _named(world, chance, month, unit, keys["crime_key"] or f"p{n}")
                if (month, unit) in world.sent["people"]:
                    people.append(
                        {
                            "month_end": month,
                            "unit": unit,
                            "person_key": f"p{n}",
                            "role": role,
                            "worker_type": "officer",
                            "fte": chance.choice([0.5, 0.8, 1.0]),
                            **keys,
                            "carries_work": chance.choice(
                                ["full", "full", "reduced", "none", "not a carrying post"]
                            ),
                            "stage": chance.choice(
                                [None, "trainee", "PIP2", "PIP2 and specialist", "not needed"]
                            ),
                            "in_unit_since": since,
                            "acting_or_temporary": chance.choice([None, *ACTING]),
                        }
                    )
    world.rows |= {"people": people, "investigators": named, "movements": [m for m in moves if m]}


def _named(world: World, chance: Random, month: date, unit: str | None, key: str) -> list[Row]:
    if (month, unit) not in world.sent["investigators"]:
        return []
    return [
        {
            "month_end": month,
            "unit": unit,
            "person_key": key,
            "work_type": kind,
            "work_family": FAMILY_OF[kind],
            "open": chance.randint(0, 20),
        }
        for kind in WORK
        if chance.random() < 0.5
    ]


def _move(chance: Random, n: int, month: date, where: str | None) -> Row | None:
    event = chance.choice(["move", "leave force", "leave force", "temporary move", "join", None])
    if event is None:
        return None
    return {
        "month_end": month,
        "date": month.replace(day=chance.randint(1, 28)),
        "person_key": f"p{n}",
        "event": event,
        "from_unit": chance.choice([where, None]),
        "leaver_type": chance.choice(["resignation", None]),
        "move_reason": chance.choice(["posted", "not recorded", None]),
    }


def _training(world: World, chance: Random, number: int, gap: float) -> None:
    whole = chance.random() < 0.5
    places: list[tuple[date, str | None]] = [
        (month, unit)
        for month in world.months
        for unit in ([None] if whole else list(EVERYWHERE))
        if chance.random() >= max(gap, 0.3)
    ]
    world.sent["training"] = set(places)
    world.rows["training"] = [
        _course(chance, month, unit, chance.choice([f"p{n}", f"t{n}"]), course)
        for month, unit in places
        for n in range(number)
        for course in ("TIP", "DAM", "ONCE")
        if chance.random() < 0.6
    ]


def _course(chance: Random, month: date, unit: str | None, key: str, course: str) -> Row:
    status = chance.choice(["completed", "completed", "accredited", None, "booked", "exempt"])
    row: Row = dict.fromkeys(("completed_on", "booked_for", "expires_on"))
    if status in ("completed", "accredited", None):
        row["completed_on"] = month - timedelta(days=chance.choice([-5, chance.randint(0, 900)]))
        row["expires_on"] = chance.choice(
            [None, None, row["completed_on"] + timedelta(days=chance.randint(0, 900))]
        )
    if status == "booked":
        row["booked_for"] = month + timedelta(days=chance.randint(-10, 120))
    return {**row, "month_end": month, "unit": unit, "person_key": key, "course": course, "status": status}


Parts = tuple[float | None, float | None]
Reckon = Callable[[World, str, date, str], Parts | None]
