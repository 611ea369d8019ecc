"""Time in a unit as published: what is kept, what is no exit, and who may read it."""

import pytest

from metrics import tenure
from metrics.tenure import Comparison, publish
from metrics.tenure.read import together
from tests.metrics.warehouse import FORCE, Warehouse, month_end, months

EVERYONE = frozenset({(FORCE, unit) for unit in ("DA1", "DA2", "RA1")})
HEAD = "month_end | unit | person_key | role | worker_type | fte | carries_work | in_unit_since"
LAST = month_end("2025-04")


def people(*spells):
    """Rows of People from (person, unit, since, the months in which they are there)."""
    rows = [
        f"{month:%Y-%m} | {unit} | {person} | investigator | officer | 1.0 | full | {since}"
        for person, unit, since, held in spells
        for month in held
    ]
    return "\n".join([HEAD, *rows])


def team(unit, number, first="2025-01", many=4, since="2024-12-05"):
    return [(f"{unit}{n}", unit, since, months(first, many)) for n in range(number)]


def filled(*spells, **reference):
    made = Warehouse(**reference).draw("people", people(*spells))
    made.build("attrition/leavers_month")
    tenure.fill(made.con, [FORCE])
    return made


def read(made, scope=EVERYONE, month=LAST, fewest=5):
    curves, tests = tenure.read(made.con.cursor(), scope, FORCE, month, fewest)
    return {(each.level, each.name): each for each in curves}, tests


SIX = (*team("DA1", 6), ("gone", "DA1", "2024-12-05", months("2025-01", 2)))


def test_the_counts_are_those_of_the_months_served():
    found, _ = read(filled(*SIX, *team("RA1", 2)))
    force = found["force", FORCE]
    assert force.sets.times.tolist() == [3.0, 4.0]
    assert force.sets.at_risk.tolist() == [9.0, 8.0]
    assert {to: left.tolist() for to, left in force.sets.exits.items()} == {"left_public_protection": [1, 0]}
    assert force.every_year == (0,)


def test_an_earlier_month_knows_nothing_of_who_left_later():
    found, _ = read(filled(*SIX), month=month_end("2025-02"))
    assert found["force", FORCE].sets.all_exits.tolist() == [0]


def test_a_month_that_was_not_sent_is_no_exit():
    held = [month for month in months("2025-01", 4) if month != month_end("2025-03")]
    spells = [(f"p{n}", "DA1", "2024-12-05", held) for n in range(6)]
    found, _ = read(filled(*spells, *team("RA1", 6)))
    assert found["unit type", "DA"].sets.exits == {}
    assert read(filled(*spells), month=month_end("2025-03"))[0] == {}


def test_going_with_a_unit_into_the_one_that_takes_it_over_is_no_exit_and_staying_behind_is():
    went = [
        (f"p{n}", unit, "2024-12-05", months(first, 2))
        for n in range(6)
        for unit, first in (("DA1", "2025-01"), ("DA2", "2025-03"))
    ]
    behind = [(f"q{n}", "DA1", "2024-12-05", months("2025-01", 2)) for n in range(2)]
    unknown = read(filled(*went, *behind, *team("RA1", 6)))[0]
    taken_over = filled(*went, *behind, *team("RA1", 6), ref_unit_succession="unit | succeeds\nDA2 | DA1")
    exits = read(taken_over)[0]["force", FORCE].sets.exits
    assert unknown["force", FORCE].sets.exits == {}
    assert {to: left.sum() for to, left in exits.items()} == {"left_public_protection": 2}


def test_fewer_than_five_at_risk_have_no_curve_and_ten_are_asked_for_publication():
    made = filled(*SIX, *team("RA1", 4))
    inside, outside = read(made)[0], read(made, fewest=publish.FEWEST_PUBLISHED)[0]
    assert inside["unit type", "RASSO"].sets.times.tolist() == []
    assert inside["unit type", "DA"].sets.times.tolist() == [3, 4]
    assert outside["unit type", "DA"].sets.times.tolist() == []
    assert outside["force", FORCE].sets.times.tolist() == [3, 4]


@pytest.mark.parametrize(
    ("units", "seen"),
    [
        (("DA1", "DA2", "RA1"), {"force", "DA", "RASSO"}),
        (("DA1", "DA2"), {"DA"}),
        (("DA1",), set()),
        (("DA1", "RA1"), {"RASSO"}),
        ((), set()),
    ],
)
def test_a_curve_is_for_readers_of_every_unit_it_pools(units, seen):
    made = filled(*SIX, *team("RA1", 6))
    found, tests = read(made, frozenset((FORCE, unit) for unit in units))
    assert {level if level == "force" else name for level, name in found} == seen
    assert bool(tests) == ("force" in seen)


def test_units_of_another_force_open_nothing():
    made = filled(*SIX)
    assert read(made, frozenset(("ELSEWHERE", unit) for _, unit in EVERYONE)) == ({}, ())


def test_a_test_is_kept_only_with_ten_leavers_in_each():
    def leavers(unit, number):
        return [
            (f"{unit}x{n}", unit, f"2024-{1 + n % 9:02d}-03", months("2025-01", 2)) for n in range(number)
        ]

    few = filled(*team("DA1", 6), *leavers("DA1", 10), *team("RA1", 6), *leavers("RA1", 9))
    enough = filled(*team("DA1", 6), *leavers("DA1", 10), *team("RA1", 6), *leavers("RA1", 10))
    assert {test.p_value for test in read(few)[1]} == {None}
    da, rasso = read(enough)[1]
    assert da.exits == rasso.exits == 10
    assert da.p_value == pytest.approx(rasso.p_value)
    assert da.expected + rasso.expected == pytest.approx(20)


def test_filling_again_replaces_and_leaves_other_forces_as_they_were():
    made = filled(*SIX)
    made.con.execute("INSERT INTO tenure SELECT * REPLACE ('ELSEWHERE' AS \"force\") FROM tenure")
    before = dict(made.con.execute('SELECT "force", count(*) FROM tenure GROUP BY ALL').fetchall())
    tenure.fill(made.con, [FORCE])
    assert dict(made.con.execute('SELECT "force", count(*) FROM tenure GROUP BY ALL').fetchall()) == before
    assert before[FORCE] == before["ELSEWHERE"] > 0


def test_nothing_of_a_person_is_kept():
    made = filled(*SIX)
    tables = ("tenure", "tenure_exit", "tenure_test")
    rows = [str(row) for table in tables for row in made.con.execute(f"SELECT * FROM {table}").fetchall()]
    assert rows and not [row for row in rows if "gone" in row or "DA10" in row]


def test_the_tests_of_one_month_are_adjusted_for_how_many_there_were():
    rows = [("A", 14, 10.0, 5.0, 0.02), ("B", None, None, None, None), ("C", 12, 11.0, 0.1, 0.7)]
    found = together(Comparison(*row) for row in rows)
    assert [test.q_value for test in found] == [pytest.approx(0.04), None, pytest.approx(0.7)]
    assert [test.tested for test in found] == [2, 2, 2]
