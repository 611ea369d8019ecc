"""People in two units: counted once for the force, from which units they share and nothing about any one."""

from collections import Counter
from datetime import date

from hypothesis import given

from metrics import in_two_units
from metrics.in_two_units import InTwoUnits, read_in_two_units
from tests.depth import examples
from tests.metrics.warehouse import FORCE, Warehouse, month_end
from tests.metrics.world import UNITS, World, worlds

SEP = month_end("2025-09")
PEOPLE = """
    month_end | unit | person_key | fte | role
    2025-09   | DA1  | a          | 0.5 | investigator
    2025-09   | DA2  | a          | 0.5 | investigator
    2025-09   | DA1  | b          | 0.4 | investigator
    2025-09   | DA2  | b          | 0.3 | investigator
    2025-09   | RA1  | b          | 0.3 | investigator
    2025-09   | RA1  | c          | 1.0 | investigator
    2025-08   | DA1  | d          | 0.5 | investigator
    2025-08   | RA1  | d          | 0.5 | investigator
"""


def filled(text: str = PEOPLE) -> Warehouse:
    made = Warehouse().draw("people", text).build("attrition/headcount")
    in_two_units.fill(made.con)
    return made


def read(made: Warehouse, *units: str, month: date = SEP) -> InTwoUnits:
    return read_in_two_units(made.con.cursor(), frozenset((FORCE, u) for u in units), FORCE, month)


def test_somebody_in_three_units_is_counted_twice_too_often():
    made = filled()
    assert read(made, "DA1", "DA2", "RA1") == InTwoUnits(2, 3)
    heads = made.read("attrition/headcount", by=("month_end",), month_from=SEP, month_to=SEP)
    assert heads["numerator"].sum() - 3 == 3  # a, b and c


def test_somebody_with_a_unit_out_of_view_is_in_one_of_those_in_view():
    made = filled()
    assert read(made, "DA1", "RA1") == InTwoUnits(1, 1)
    assert read(made, "RA1") == read(made) == InTwoUnits(0, 0)
    assert read(made, "DA1", "RA1", month=month_end("2025-08")) == InTwoUnits(1, 1)


def test_no_person_is_kept_and_a_force_is_filled_anew():
    made = filled()
    in_two_units.fill(made.con)
    rows = made.con.execute("SELECT units, people FROM in_two_units ORDER BY ALL").fetchall()
    assert rows == [(["DA1", "DA2"], 1), (["DA1", "DA2", "RA1"], 1), (["DA1", "RA1"], 1)]


@examples(8)
@given(worlds(fewest_months=1, most_months=3))
def test_a_second_reckoning_agrees(world: World) -> None:
    made = world.publish("attrition/headcount")
    in_two_units.fill(made.con)
    for month in world.months:
        rows = [row for row in world.of("people", month=month) if row["unit"] in UNITS]
        counts = Counter(person for person, _ in {(row["person_key"], row["unit"]) for row in rows})
        found = read(made, *UNITS, month=month)
        assert found == InTwoUnits(
            sum(n > 1 for n in counts.values()), sum(n - 1 for n in counts.values() if n > 1)
        )
