"""Pressure, reckoned a second time in plain Python."""

from collections.abc import Callable
from datetime import date
from statistics import median

import pytest
from hypothesis import given

from analysis.staffing import CaseWeight, WorkTypeCounts, workload_ratio
from tests.depth import examples
from tests.metrics.reckon import agrees, total
from tests.metrics.world import Parts, Reckon, Row, World, worlds

Cell = Callable[[Row], float | None]
REDUCED = 0.5


def lines(world: World, unit: str, month: date, family: str) -> list[Row]:
    return [row for row in world.of("caseload", unit, month) if row["work_family"] == family]


def of_lines(top: Cell, bottom: Cell = lambda row: 0) -> Reckon:
    """A figure that adds cells of the caseload lines."""

    def reckon(world: World, unit: str, month: date, family: str) -> Parts | None:
        held = lines(world, unit, month, family)
        return (total(map(top, held)), total(map(bottom, held))) if held else None

    return reckon


def deployable(world: World, unit: str, month: date) -> float | None:
    """Deployable investigators: from People, else from Establishment less Unavailable."""
    if world.has_people(unit, month):
        weight = {"full": 1.0, "reduced": REDUCED}
        rows = [row for row in world.of("people", unit, month) if row["role"] == "investigator"]
        return sum(row["fte"] * weight.get(row["carries_work"], 0) for row in rows)
    posts = [
        row["in_post_fte"] for row in world.of("establishment", unit, month) if row["role"] == "investigator"
    ]
    away = sum(row["fte"] for row in world.of("unavailable", unit, month))
    held = total(posts)
    return None if held is None else max(0, held - away)


def per_carrier(top: Cell) -> Reckon:
    def reckon(world: World, unit: str, month: date, family: str) -> Parts | None:
        held = lines(world, unit, month, family)
        if not held or not (world.has_people(unit, month) or world.was_sent("establishment", unit, month)):
            return None
        return total(map(top, held)), deployable(world, unit, month)

    return reckon


def oldest(world: World, unit: str, month: date, family: str) -> Parts | None:
    held = lines(world, unit, month, family)
    ages = [0 if row["unallocated"] == 0 else row["oldest_unallocated_days"] for row in held]
    return (None if None in ages else max(ages), 0) if held else None


def not_carrying(world: World, unit: str, month: date, family: str) -> Parts | None:
    if not world.has_people(unit, month):
        return None
    held = [row for row in world.of("investigators", unit, month) if row["work_family"] == family]
    carrying = {
        row["crime_key"] or row["person_key"]
        for row in world.of("people", unit, month)
        if row["carries_work"] in ("full", "reduced")
    }
    left = [row["open"] for row in held if row["person_key"] not in carrying]
    return sum(left), sum(row["open"] for row in held)


RECKONINGS: dict[str, Reckon] = {
    "pressure/open_per_deployable_carrier": per_carrier(lambda row: row["open"]),
    "pressure/allocated_per_carrier": per_carrier(lambda row: row["open"] - row["unallocated"]),
    "pressure/open": of_lines(lambda row: row["open"]),
    "pressure/unallocated": of_lines(lambda row: row["unallocated"], lambda row: row["open"]),
    "pressure/high_risk_unallocated": of_lines(
        lambda row: row["high_risk_unallocated"], lambda row: row["high_risk"]
    ),
    "pressure/oldest_unallocated_days": oldest,
    "pressure/held_by_someone_not_carrying": not_carrying,
    "pressure/new": of_lines(lambda row: row["new"]),
    "pressure/closed": of_lines(lambda row: row["closed"]),
    "pressure/net_change": of_lines(lambda row: row["new"] - row["closed"]),
    **{
        f"pressure/{name}": of_lines(lambda row, name=name: row[name], lambda row: row["open"])
        for name in (
            "over_180_days", "over_365_days", "awaiting_cps", "awaiting_digital_forensics", "overdue",
            "charged_before_court",
        )
    },
}  # fmt: skip


@examples(15)
@given(worlds())
def test_a_second_reckoning_agrees(world: World) -> None:
    agrees(world, RECKONINGS)


def closures(world: World, unit: str, month: date, family: str) -> Parts | None:
    year = [world.back(month, n) for n in range(12)]
    if not all(world.was_sent("caseload", unit, each) for each in year):
        return None
    held = [row for each in year for row in lines(world, unit, each, family)]
    return (sum(row["closed"] for row in held), sum(row["new"] for row in held)) if held else None


HOURS = {"domestic abuse": (8, 10, 15), "rape": (60, 90, 140)}
FIRST_DAY = {"domestic abuse": date(2023, 1, 1), "rape": date(2024, 2, 1)}
LOW, MIDDLE, HIGH = range(3)


def workload(end: int) -> Reckon:
    """Hours of new work, by analysis where every type has hours, over hours of the deployable."""

    def reckon(world: World, unit: str, month: date, family: str) -> Parts | None:
        year = [world.back(month, n) for n in range(12)]
        if family != "investigations" or not all(answered(world, unit, each) for each in year):
            return None
        held = [(m, row) for m in year for row in lines(world, unit, m, family)]
        if not held:
            return None
        return hours(held, end), total(available(world, unit, m, family) for m in year)

    return reckon


def answered(world: World, unit: str, month: date) -> bool:
    """Whether Caseload came, and People or Establishment did."""
    people = world.was_sent("people", unit, month) and world.has_people(unit, month)
    return world.was_sent("caseload", unit, month) and (
        people or world.was_sent("establishment", unit, month)
    )


def hours(held: list[tuple[date, Row]], end: int) -> float | None:
    counted: dict[str, float] = {}
    for month, row in held:
        if row["new"] and month < FIRST_DAY[row["work_type"]]:
            return None
        counted[row["work_type"]] = counted.get(row["work_type"], 0) + row["new"]
    weights = {name: CaseWeight(middle, low, high) for name, (low, middle, high) in HOURS.items()}
    found = workload_ratio(
        [WorkTypeCounts(name, n, 0) for name, n in counted.items()], weights, 1.0, months=12
    )
    return (found.low, found.hours, found.high)[end]


def available(world: World, unit: str, month: date, family: str) -> float | None:
    people = deployable(world, unit, month) if lines(world, unit, month, family) else 0.0
    return None if people is None else people * 1440 / 12


OVER_A_YEAR: dict[str, Reckon] = {
    "pressure/closures_per_new": closures,
    "pressure/workload_per_hour": workload(MIDDLE),
    "pressure/workload_per_hour_low": workload(LOW),
    "pressure/workload_per_hour_high": workload(HIGH),
}


@examples(8)
@given(worlds(fewest_months=11, most_months=15))
def test_a_second_reckoning_agrees_over_a_year(world: World) -> None:
    agrees(world, OVER_A_YEAR)


SPREADS = {"pressure/open_per_person": "test_a_second_reckoning_of_the_spread_agrees"}


def loads(world: World, month: date, family: str) -> list[float]:
    """Open per FTE of each investigator of the force who carries fully."""
    found = []
    for row in world.of("people", month=month):
        unit, key = row["unit"], row["crime_key"] or row["person_key"]
        held = [r for r in world.of("investigators", unit, month) if r["work_family"] == family]
        if unit == "REST" or row["role"] != "investigator" or row["carries_work"] != "full" or not held:
            continue
        found.append(sum(r["open"] for r in held if r["person_key"] == key) / row["fte"])
    return found


@examples(8)
@given(worlds(most_months=2))
def test_a_second_reckoning_of_the_spread_agrees(world: World) -> None:
    crowd = [
        {**row, "person_key": f"{row['person_key']}-{n}", "crime_key": None}
        for row in world.rows["people"]
        for n in range(8)
    ]
    world.rows["people"] += crowd
    rows = world.publish("pressure/open_per_person").con.execute(
        "SELECT month_end, work_family, n, median FROM spread WHERE level = 'force'"
    )
    found = {(month, family): (n, middle) for month, family, n, middle in rows.fetchall()}
    wanted = {}
    for month in world.months:
        for family in ("investigations", "disclosures"):
            held = loads(world, month, family)
            if len(held) >= 10:
                wanted[(month, family)] = (len(held), pytest.approx(median(held)))
    assert found == wanted
