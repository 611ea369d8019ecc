"""Who left a unit, where to and why: counts of people by month, as published."""

from collections import Counter

from hypothesis import given

from metrics import tenure
from tests.depth import examples
from tests.metrics.tenure.test_tenure_examples import filled, people, team
from tests.metrics.tenure.test_tenure_reckoning import destination, rows_of
from tests.metrics.warehouse import FORCE, Warehouse, month_end, months
from tests.metrics.world import UNITS, World, worlds

FIRST, LAST = month_end("2025-01"), month_end("2025-04")


def left(made: Warehouse, unit: str = "DA1", first=FIRST, last=LAST) -> list[tuple]:
    return list(tenure.read_left(made.con.cursor(), frozenset({(FORCE, unit)}), FORCE, unit, first, last))


def test_a_reader_without_the_unit_is_told_of_nobody():
    made = filled(*team("DA1", 3), leaver("a"))
    for scope in (frozenset(), frozenset({(FORCE, "RA1")}), frozenset({("ELSEWHERE", "DA1")})):
        assert tenure.read_left(made.con.cursor(), scope, FORCE, "DA1", FIRST, LAST) == ()
    assert left(made)


def leaver(name: str, unit: str = "DA1", many: int = 2):
    return (name, unit, "2024-12-05", months("2025-01", many))


def test_leavers_are_counted_by_where_to_and_a_move_within_protection_is_one():
    moved = [leaver("m"), ("m", "RA1", "2025-03-01", months("2025-03", 2))]
    made = filled(*team("DA1", 3), *team("RA1", 3), leaver("a"), leaver("b"), *moved)
    assert left(made) == [
        ("left_public_protection", "not recorded", 2),
        ("moved_unit", "not recorded", 1),
    ]
    assert left(made, "RA1") == []


def test_only_the_months_asked_for_count():
    made = filled(*team("DA1", 3), leaver("a"), leaver("b", many=3))
    assert left(made, last=month_end("2025-03")) == [("left_public_protection", "not recorded", 1)]
    assert left(made, first=month_end("2025-05")) == []


def test_movements_say_who_left_the_force_and_why():
    moves = """
        month_end | person_key | date       | event       | leaver_type | from_unit
        2025-03   | a          | 2025-03-12 | leave force | resignation | DA1
    """
    made = Warehouse().draw("people", people(leaver("a"), *team("DA1", 3))).draw("movements", moves)
    made.build("attrition/leavers_month")
    tenure.fill(made.con, [FORCE])
    assert left(made) == [("left_force", "resignation", 1)]


def test_going_with_a_unit_into_the_one_that_takes_it_over_is_not_leaving():
    went = [
        (f"p{n}", unit, "2024-12-05", months(first, 2))
        for n in range(3)
        for unit, first in (("DA1", "2025-01"), ("DA2", "2025-03"))
    ]
    made = filled(*went, leaver("behind"), ref_unit_succession="unit | succeeds\nDA2 | DA1")
    assert left(made) == [("left_public_protection", "not recorded", 1)]


@examples(8)
@given(worlds(fewest_months=2, most_months=4))
def test_a_second_reckoning_agrees_on_where_people_went(world: World) -> None:
    made = world.publish("attrition/leavers_month")
    tenure.fill(made.con, [FORCE])
    for unit in UNITS:
        for month in world.months[1:]:
            before = world.back(month, 1)
            mine: Counter[str] = Counter()
            if world.has_people(unit, before) and world.has_people(unit, month):
                gone = rows_of(world, unit, before).keys() - rows_of(world, unit, month).keys()
                mine = Counter(destination(world, unit, person, month) for person in gone)
            found: Counter[str] = Counter()
            for to, _, people_gone in left(made, unit, month, month):
                found[to] += people_gone
            assert found == mine
