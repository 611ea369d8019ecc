"""Who was at risk of leaving a unit, and left for where, reckoned a second time in plain Python."""

from collections import Counter
from datetime import date

from hypothesis import given

from metrics import tenure
from metrics.tenure import publish
from tests.depth import examples
from tests.metrics.warehouse import FORCE, Warehouse
from tests.metrics.world import TYPE_OF, UNITS, Row, World, worlds

GOES = ("leave force", "move", "temporary move")
Counted = tuple[Counter[tuple[str, int]], Counter[tuple[str, str, int]]]


def number(day: date) -> int:
    return day.year * 12 + day.month


def rows_of(world: World, unit: str, month: date) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in world.of("people", unit, month):
        found.setdefault(row["person_key"], []).append(row)
    return found


def began(world: World, unit: str, person: str, month: date) -> int | None:
    """The month they joined: as stated in any return of the spell, else when seen to come."""
    sent = [each for each in world.months if world.has_people(unit, each)]
    at = sent.index(month)
    first = at
    while first and person in rows_of(world, unit, sent[first - 1]):
        first -= 1
    last = at
    while last + 1 < len(sent) and person in rows_of(world, unit, sent[last + 1]):
        last += 1
    rows = [row for each in sent[first : last + 1] for row in rows_of(world, unit, each)[person]]
    said = [number(row["in_unit_since"]) for row in rows if row["in_unit_since"]]
    if said:
        return min(*said, number(sent[first]))
    follows = first and number(sent[first]) - number(sent[first - 1]) == 1
    return number(sent[first]) if follows else None


def destination(world: World, unit: str, person: str, month: date) -> str:
    before = world.back(month, 1)
    said = {
        row["event"]
        for row in world.of("movements")
        if row["person_key"] == person and number(row["date"]) == number(month)
    }
    if "leave force" in said:
        return "left_force"
    if any(world.has_people(each, month) and person in rows_of(world, each, month) for each in UNITS):
        return "moved_unit"
    quiet = any(world.has_people(each, before) and not world.has_people(each, month) for each in UNITS)
    return "left_unit" if quiet else "left_public_protection"


def counted(world: World, units: list[str], until: date) -> Counted:
    """Month by month: everybody in a unit whose next return came was at risk of being gone in it."""
    at_risk: Counter[tuple[str, int]] = Counter()
    gone: Counter[tuple[str, str, int]] = Counter()
    for unit in units:
        for month in world.months:
            before = world.back(month, 1)
            known = before in world.months and world.has_people(unit, before)
            if month > until or not known or not world.has_people(unit, month):
                continue
            for person in rows_of(world, unit, before):
                start = began(world, unit, person, before)
                if start is None:
                    continue
                served = number(month) - start
                at_risk["at risk", served] += 1
                if person not in rows_of(world, unit, month):
                    gone["gone", destination(world, unit, person, month), served] += 1
    return at_risk, gone


def published(warehouse: Warehouse, level: str, name: str, month: date) -> Counted:
    key = [level, name, month]
    at = "level = ? AND name = ? AND month_end = ? AND fewest = 0"
    found = warehouse.con.execute(f"SELECT months, at_risk FROM tenure WHERE {at}", key).fetchone()
    exits = warehouse.con.execute(f"SELECT destination, exits FROM tenure_exit WHERE {at}", key).fetchall()
    months, at_risk = found or ([], [])
    return (
        Counter({("at risk", int(m)): n for m, n in zip(months, at_risk, strict=True)}),
        Counter(
            {
                ("gone", to, int(m)): n
                for to, counts in exits
                for m, n in zip(months, counts, strict=True)
                if n
            }
        ),
    )


@examples(12)
@given(worlds(fewest_months=2, most_months=6))
def test_a_second_reckoning_agrees_at_every_month_end(world: World) -> None:
    warehouse = world.publish("attrition/leavers_month")
    kept = publish.FEWEST_AT_RISK, publish.FEWEST_PUBLISHED
    publish.FEWEST_AT_RISK, publish.FEWEST_PUBLISHED = 0, 10
    try:
        tenure.fill(warehouse.con, [FORCE])
    finally:
        publish.FEWEST_AT_RISK, publish.FEWEST_PUBLISHED = kept
    groups = [("force", FORCE, list(UNITS))]
    groups += [("unit type", t, [u for u in UNITS if TYPE_OF[u] == t]) for t in ("DA", "RASSO")]
    for month in world.months:
        for level, name, units in groups:
            at_risk, gone = published(warehouse, level, name, month)
            wanted, left = counted(world, units, month)
            if any(world.has_people(unit, month) for unit in UNITS):
                assert gone == left, (level, name, month)
                # Only lengths of time at which a watch ended have a row.
                assert at_risk == Counter({key: wanted[key] for key in at_risk}), (level, name, month)
                assert {key[2] for key in left} <= {key[1] for key in at_risk}
            else:
                assert not at_risk and not gone
