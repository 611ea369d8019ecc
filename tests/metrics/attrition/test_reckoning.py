"""Attrition, reckoned a second time in plain Python."""

from datetime import date

from hypothesis import given

from tests.depth import examples
from tests.metrics.reckon import agrees
from tests.metrics.world import UNITS, Parts, Reckon, Row, World, worlds


def keys(world: World, unit: str, month: date) -> set[str]:
    return {row["person_key"] for row in world.of("people", unit, month)}


def heard(world: World, unit: str, month: date, *back: int) -> bool:
    return all(month_of(world, month, n) and world.has_people(unit, world.back(month, n)) for n in back)


def month_of(world: World, month: date, back: int) -> bool:
    return world.back(month, back) in world.months


def movement(world: World, unit: str, month: date, person: str) -> str | None:
    """The reason of the newest movement out of the unit in the month."""
    held = [
        row
        for row in world.of("movements")
        if row["person_key"] == person
        and (row["date"].year, row["date"].month) == (month.year, month.month)
        and row["event"] in ("move", "temporary move", "leave force")
        and row["from_unit"] in (unit, None)
    ]
    reasons = [(row["date"], reason(row)) for row in held]
    given = [(day, said) for day, said in reasons if said]
    return max(given)[1] if given else None


def reason(row: Row) -> str | None:
    if row["event"] == "leave force":
        return row["leaver_type"]
    return None if row["move_reason"] == "not recorded" else row["move_reason"]


def gone(world: World, unit: str, month: date) -> set[str]:
    return keys(world, unit, world.back(month, 1)) - keys(world, unit, month)


def come(world: World, unit: str, month: date) -> set[str]:
    return keys(world, unit, month) - keys(world, unit, world.back(month, 1))


def monthly(count: Reckon) -> Reckon:
    def reckon(world: World, unit: str, month: date, _: str) -> Parts | None:
        return count(world, unit, month, _) if heard(world, unit, month, 0, 1) else None

    return reckon


def main_unit(world: World, person: str, month: date) -> str | None:
    held = [
        (-row["fte"], row["unit"]) for row in world.of("people", month=month) if row["person_key"] == person
    ]
    return min((place for place in held if place[1] in UNITS), default=(0, None))[1]


def left_public_protection(world: World, unit: str, month: date) -> float | None:
    before = world.back(month, 1)
    if any(world.has_people(each, before) and not world.has_people(each, month) for each in UNITS):
        return None if any(main_unit(world, p, before) == unit for p in keys(world, unit, before)) else 0
    now = {person for each in UNITS for person in keys(world, each, month)}
    mine = {person for person in keys(world, unit, before) if main_unit(world, person, before) == unit}
    return len(mine - now)


def joined_public_protection(world: World, unit: str, month: date) -> float | None:
    before = world.back(month, 1)
    mine = {person for person in keys(world, unit, month) if main_unit(world, person, month) == unit}
    if any(world.has_people(each, month) and not world.has_people(each, before) for each in UNITS):
        return None if mine else 0
    return len(mine - {person for each in UNITS for person in keys(world, each, before)})


def left_force(world: World, unit: str, month: date) -> float:
    days = {
        (row["person_key"], row["date"]): None
        for row in world.of("movements")
        if row["event"] == "leave force"
        and (row["date"].year, row["date"].month) == (month.year, month.month)
    }
    found = 0
    for person, day in days:
        units = {
            row["from_unit"]
            for row in world.of("movements")
            if (row["person_key"], row["date"], row["event"]) == (person, day, "leave force")
        } - {None}
        place = max(units) if units else main_unit(world, person, world.back(month, 1))
        found += place == unit
    return found


def rate(world: World, unit: str, month: date, left: list[float | None]) -> Parts:
    heads = sum(len(keys(world, unit, world.back(month, n))) for n in range(13)) / 13
    return (None if None in left else float(sum(n for n in left if n is not None))), heads


def left_unit_12m(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not heard(world, unit, month, *range(13)):
        return None
    return rate(world, unit, month, [len(gone(world, unit, world.back(month, n))) for n in range(12)])


def left_public_protection_12m(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not heard(world, unit, month, *range(13)):
        return None
    return rate(
        world, unit, month, [left_public_protection(world, unit, world.back(month, n)) for n in range(12)]
    )


def joined_public_protection_12m(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not heard(world, unit, month, *range(13)):
        return None
    return rate(
        world, unit, month, [joined_public_protection(world, unit, world.back(month, n)) for n in range(12)]
    )


def with_movements(world: World, unit: str, month: date) -> bool:
    sent = all(world.was_sent("movements", unit, world.back(month, n)) for n in range(13))
    return sent and heard(world, unit, month, *range(13))


def left_force_12m(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not with_movements(world, unit, month):
        return None
    return rate(world, unit, month, [left_force(world, unit, world.back(month, n)) for n in range(12)])


def reasons_12m(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not with_movements(world, unit, month):
        return None
    year = [world.back(month, n) for n in range(12)]
    said = [movement(world, unit, each, person) for each in year for person in gone(world, unit, each)]
    return sum(reason is not None for reason in said), len(said)


def stability(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not heard(world, unit, month, 0, 12):
        return None
    then = keys(world, unit, world.back(month, 12))
    return len(then & keys(world, unit, month)), len(then)


def headcount(world: World, unit: str, month: date, _: str) -> Parts | None:
    return (len(keys(world, unit, month)), 0) if world.has_people(unit, month) else None


MONTHLY: dict[str, Reckon] = {
    "attrition/headcount": headcount,
    "attrition/leavers_month": monthly(lambda w, u, m, _: (len(gone(w, u, m)), 0)),
    "attrition/joiners_month": monthly(lambda w, u, m, _: (len(come(w, u, m)), 0)),
    "attrition/net_flow_month": monthly(lambda w, u, m, _: (len(come(w, u, m)) - len(gone(w, u, m)), 0)),
}
YEARLY: dict[str, Reckon] = {
    "attrition/left_unit_12m": left_unit_12m,
    "attrition/left_public_protection_12m": left_public_protection_12m,
    "attrition/joined_public_protection_12m": joined_public_protection_12m,
    "attrition/left_force_12m": left_force_12m,
    "attrition/stability_12m": stability,
    "attrition/reason_recorded_share": reasons_12m,
}


@examples(15)
@given(worlds(fewest_months=2, most_months=5))
def test_a_second_reckoning_agrees_by_month(world: World) -> None:
    agrees(world, MONTHLY)


@examples(12)
@given(worlds(fewest_months=13, most_months=15))
def test_a_second_reckoning_agrees_over_a_year(world: World) -> None:
    agrees(world, YEARLY)
