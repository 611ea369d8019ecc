"""Trust, reckoned a second time in plain Python."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.depth import examples
from tests.metrics.reckon import agrees
from tests.metrics.trust.test_examples import held
from tests.metrics.warehouse import months
from tests.metrics.world import TYPE_OF, Parts, Reckon, World, worlds


def matched(world: World, unit: str, month: date, _: str) -> Parts | None:
    if not world.has_people(unit, month):
        return None
    parts = [crime(world, unit, month), training(world, unit, month)]
    known = [part for part in parts if part is not None]
    return (sum(top for top, _ in known), sum(bottom for _, bottom in known)) if known else None


def crime(world: World, unit: str, month: date) -> tuple[int, int]:
    named = {row["person_key"] for row in world.of("investigators", unit, month)}
    everyone = world.of("people", month=month)
    known = {row["crime_key"] or row["person_key"] for row in everyone if row["unit"] != "REST"}
    return len(named & known), len(named)


def record(world: World, unit: str, month: date) -> set[str] | None:
    """The people in the newest record of a unit taken by the month end; None where there is none."""
    taken = [at for at, of in world.sent["training"] if of in (unit, None) and at <= month]
    if not taken:
        return None
    return {
        row["person_key"]
        for row in world.of("training")
        if row["month_end"] == max(taken) and row["unit"] in (unit, None)
    }


def training(world: World, unit: str, month: date) -> tuple[int, int] | None:
    if record(world, unit, month) is None:
        return None
    everywhere = set().union(*(record(world, each, month) or set() for each in TYPE_OF))
    keys = [row["training_key"] or row["person_key"] for row in world.of("people", unit, month)]
    return sum(key in everywhere for key in keys), len(keys)


def residual(world: World, unit: str, month: date, family: str) -> Parts | None:
    before = {row["work_type"]: row for row in world.of("caseload", unit, world.back(month, 1))}
    if not (
        world.was_sent("caseload", unit, month) and world.was_sent("caseload", unit, world.back(month, 1))
    ):
        return None
    top = bottom = 0
    for row in world.of("caseload", unit, month):
        if row["work_family"] == family and row["work_type"] in before:
            came = row["new"] + (row["reopened"] or 0) + (row["transferred_in"] or 0)
            went = row["closed"] + (row["transferred_out"] or 0)
            top += abs(row["open"] - before[row["work_type"]]["open"] - came + went)
            bottom += row["open"]
    return top, bottom


def in_less_out(world: World, unit: str, month: date, family: str) -> Parts | None:
    if not all(world.was_sent("caseload", unit, world.back(month, back)) for back in (0, 1)):
        return None
    rows = [row for row in world.of("caseload", unit, month) if row["work_family"] == family]
    came = sum(row["new"] + (row["reopened"] or 0) + (row["transferred_in"] or 0) for row in rows)
    return came - sum(row["closed"] + (row["transferred_out"] or 0) for row in rows), 0


def returns(world: World, unit: str, month: date, _: str) -> Parts | None:
    return sum(world.was_sent(name, unit, month) for name in ("caseload", "establishment", "training")), 3


RECKONINGS: dict[str, Reckon] = {
    "trust/people_matched": matched,
    "trust/stock_flow_residual": residual,
    "trust/in_less_out": in_less_out,
    "trust/returns_in": returns,
}


@examples(15)
@given(worlds(most_months=4))
def test_a_second_reckoning_agrees(world: World) -> None:
    agrees(world, RECKONINGS)


OF_THE_FORCE = {"trust/rows_held_back": "test_rows_held_back_add_up_by_month"}


@examples(6)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 50), st.integers(50, 99)), min_size=1, max_size=6)
)
def test_rows_held_back_add_up_by_month(loads: list[tuple[int, int, int]]) -> None:
    all_months = months("2025-01", 3)
    sent = [(f"L{n}", "caseload", all_months[at], top, bottom) for n, (at, top, bottom) in enumerate(loads)]
    wanted: dict[date, tuple[float, float]] = {}
    for _, _, month, top, bottom in sent:
        before = wanted.get(month, (0.0, 0.0))
        wanted[month] = (before[0] + top, before[1] + bottom)
    assert held(*sent).rows("trust/rows_held_back", ("month_end",)) == [
        (month, *parts) for month, parts in sorted(wanted.items())
    ]
