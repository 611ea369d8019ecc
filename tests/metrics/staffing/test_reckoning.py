"""Staffing, reckoned a second time in plain Python."""

from collections.abc import Callable
from datetime import date

from hypothesis import given

from tests.depth import examples
from tests.metrics.reckon import agrees, total
from tests.metrics.world import Parts, Reckon, Row, World, worlds

SHARE = {"full": 1.0, "reduced": 0.5}
CARRIERS = ("investigator", "offender manager")


def posts(world: World, unit: str, month: date) -> list[Row]:
    return world.of("establishment", unit, month)


def people(world: World, unit: str, month: date) -> list[Row]:
    return world.of("people", unit, month)


def in_post(
    world: World, unit: str, month: date, roles: Callable[[str], bool] = lambda role: True
) -> float | None:
    if world.has_people(unit, month):
        return sum(row["fte"] for row in people(world, unit, month) if roles(row["role"]))
    return total(row["in_post_fte"] for row in posts(world, unit, month) if roles(row["role"]))


def deployable(world: World, unit: str, month: date) -> float | None:
    if world.has_people(unit, month):
        carrying = [row for row in people(world, unit, month) if row["role"] in CARRIERS]
        return sum(row["fte"] * SHARE.get(row["carries_work"], 0) for row in carrying)
    held = in_post(world, unit, month, lambda role: role in CARRIERS)
    away = sum(row["fte"] for row in world.of("unavailable", unit, month))
    return None if held is None else max(0, held - away)


def counted(world: World, unit: str, month: date) -> bool:
    return world.has_people(unit, month) or world.was_sent("establishment", unit, month)


def funded(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.was_sent("establishment", unit, month):
        return None
    return sum(row["funded_fte"] for row in posts(world, unit, month)), 0


def strength(world: World, unit: str, month: date, _: str) -> Parts | None:
    return (in_post(world, unit, month), 0) if counted(world, unit, month) else None


def known_who_carries(world: World, unit: str, month: date) -> bool:
    return world.has_people(unit, month) or world.was_sent("unavailable", unit, month)


def can_carry(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not counted(world, unit, month) or not known_who_carries(world, unit, month):
        return None
    return deployable(world, unit, month), in_post(world, unit, month)


def accredited(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.has_people(unit, month):
        return None
    carrying = [row for row in people(world, unit, month) if row["role"] in CARRIERS]
    whole = sum(r["fte"] * SHARE.get(r["carries_work"], 0) for r in carrying)
    if carrying and not any(row["stage"] for row in people(world, unit, month)):
        return None, whole
    have = [r for r in carrying if (r["stage"] or "").startswith("PIP2") or r["stage"] == "not needed"]
    return sum(r["fte"] * SHARE.get(r["carries_work"], 0) for r in have), whole


def of_funded(world: World, unit: str, month: date, _: str) -> Parts | None:
    sent = world.was_sent("establishment", unit, month)
    if not sent or not known_who_carries(world, unit, month):
        return None
    paid = sum(row["funded_fte"] for row in posts(world, unit, month) if row["role"] in CARRIERS)
    return deployable(world, unit, month), paid


def away(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.was_sent("unavailable", unit, month):
        return None
    return sum(row["fte"] for row in world.of("unavailable", unit, month)), 0


def vacancy(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.was_sent("establishment", unit, month):
        return None
    paid, held = sum(row["funded_fte"] for row in posts(world, unit, month)), in_post(world, unit, month)
    return (None if held is None else paid - held), paid


def net_of_starts(world: World, unit: str, month: date, _: str) -> Parts | None:
    parts = vacancy(world, unit, month, _)
    starts = [row["start_agreed_fte"] for row in posts(world, unit, month)]
    if parts is None or parts[0] is None:
        return parts
    if starts and not any(start is not None for start in starts):
        return None, parts[1]
    return parts[0] - sum(start or 0 for start in starts), parts[1]


def span(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not counted(world, unit, month):
        return None
    top = in_post(world, unit, month, lambda role: role not in ("supervisor", "manager"))
    return top, in_post(world, unit, month, lambda role: role == "supervisor")


def acting(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.has_people(unit, month):
        return None
    held = [row for row in people(world, unit, month) if row["role"] == "supervisor"]
    said = any(row["acting_or_temporary"] for row in people(world, unit, month))
    top = sum(row["fte"] for row in held if row["acting_or_temporary"] in ("acting", "temporary", "yes"))
    return (top if said or not held else None), sum(row["fte"] for row in held)


def newer_than(years: int) -> Reckon:
    def reckon(world: World, unit: str, month: date, _: str) -> Parts | None:
        if not world.has_people(unit, month):
            return None
        since = [row["in_unit_since"] for row in people(world, unit, month) if row["in_unit_since"]]
        day = min(month.day, 28) if month.month == 2 else month.day
        return sum(each > month.replace(year=month.year - years, day=day) for each in since), len(since)

    return reckon


RECKONINGS: dict[str, Reckon] = {
    "staffing/funded_fte": funded,
    "staffing/in_post_fte": strength,
    "staffing/deployable_fte": can_carry,
    "staffing/deployable_accredited_fte": accredited,
    "staffing/deployable_share_of_funded": of_funded,
    "staffing/unavailable_fte": away,
    "staffing/vacancy_rate": vacancy,
    "staffing/vacancy_net_of_starts": net_of_starts,
    "staffing/staff_per_supervisor": span,
    "staffing/acting_supervisors": acting,
    "staffing/under_one_year": newer_than(1),
    "staffing/under_two_years": newer_than(2),
}


@examples(15)
@given(worlds())
def test_a_second_reckoning_agrees(world: World) -> None:
    agrees(world, RECKONINGS)


def rest_of_force(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.was_sent("establishment", unit, month):
        return None
    held = [(row["funded_fte"], row["in_post_fte"]) for row in posts(world, unit, month)]
    missing = any(given is None for _, given in held)
    paid = sum(money for money, _ in held)
    return (None if missing else paid - sum(given for _, given in held)), paid


BESIDE: dict[str, Reckon] = {"staffing/rest_of_force_vacancy_rate": rest_of_force}


@examples(8)
@given(worlds())
def test_a_second_reckoning_agrees_for_the_rest_of_force(world: World) -> None:
    agrees(world, BESIDE, units=("REST",))
