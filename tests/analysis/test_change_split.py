"""The change in open work for each deployable carrier: demand, capacity and every part of it."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.change_split import ChangeSplit, Month, change_split
from contracts.words import REASONS

EXACT = 1e-9
OPEN = st.one_of(st.integers(0, 3000), st.floats(0, 3000))
FTE = st.floats(0, 200)
CARRYING = st.floats(0.1, 200)
REASON_FTE = st.dictionaries(st.sampled_from(REASONS), st.floats(0, 30))
MONTHS = st.builds(Month, OPEN, CARRYING, st.none() | FTE, st.none() | FTE, st.none() | REASON_FTE)


def effects(found: ChangeSplit) -> dict[str, float]:
    return {part.part: part.effect for part in found.parts}


def close(found: float | None, expected: float, scale: float) -> bool:
    """Within 1e-9 of the figures themselves, which may be cases for a tenth of a person."""
    return found is not None and abs(found - expected) <= EXACT * max(1.0, scale)


def test_the_rise_is_part_cases_and_part_people() -> None:
    """200 cases for 10, then 240 for 8: 20 becomes 30."""
    found = change_split(
        Month(200, 10, 14, 13, {"long-term sick": 1, "in training": 2}),
        Month(240, 8, 14, 12, {"long-term sick": 3}),
    )
    assert (found.before, found.after, found.change) == (20, 30, 10)
    assert (found.demand, found.capacity) == pytest.approx((4.5, 5.5))
    # 2.75 cases for every FTE: 1 more vacant, 2 more sick, 2 fewer in training, 1 not explained.
    assert effects(found) == pytest.approx(
        {
            "funded posts": 0,
            "vacant posts": 2.75,
            "long-term sick": 5.5,
            "in training": -5.5,
            "not explained": 2.75,
        }
    )


@given(MONTHS, MONTHS)
def test_demand_and_capacity_add_up_and_the_parts_to_capacity(before: Month, after: Month) -> None:
    found = change_split(before, after)
    assert found.why_not == "" and found.demand is not None and found.capacity is not None
    scale = max(found.before or 0, found.after or 0)
    assert close(found.change, found.demand + found.capacity, scale)
    parts = sum(abs(part.effect) for part in found.parts)
    assert close(found.capacity, math.fsum(part.effect for part in found.parts), scale + parts)


@given(MONTHS, MONTHS)
def test_going_back_undoes_what_going_on_did(before: Month, after: Month) -> None:
    """No order of causes is favoured, so the same path backwards has every effect the other way."""
    on, back = change_split(before, after), change_split(after, before)
    assert on.demand == -(back.demand or 0) and on.capacity == -(back.capacity or 0)
    assert effects(on) == {part: -effect for part, effect in effects(back).items()}


@given(MONTHS, MONTHS, st.floats(0.1, 10))
def test_twice_the_cases_double_every_effect(before: Month, after: Month, times: float) -> None:
    one = change_split(before, after)
    more = change_split(*(replace(month, open=(month.open or 0) * times) for month in (before, after)))
    assert more.demand == pytest.approx((one.demand or 0) * times, abs=1e-9)
    assert effects(more) == pytest.approx({k: v * times for k, v in effects(one).items()}, abs=1e-6)


@given(OPEN, MONTHS)
def test_the_same_people_leave_it_all_to_demand(cases: float, month: Month) -> None:
    found = change_split(month, replace(month, open=cases))
    assert found.capacity == 0 and found.demand == pytest.approx(found.change, abs=1e-9)
    assert set(effects(found).values()) <= {0.0}


@given(MONTHS, st.floats(0.1, 200))
def test_the_same_cases_leave_it_all_to_capacity(month: Month, carrying: float) -> None:
    found = change_split(month, replace(month, deployable=carrying))
    assert found.demand == 0 and found.capacity == pytest.approx(found.change, abs=1e-6)


def test_absences_that_cancel_are_still_told() -> None:
    before = Month(100, 10, 12, 12, {"long-term sick": 2})
    found = change_split(before, replace(before, unavailable={"in training": 2}))
    assert found.capacity == 0
    assert effects(found) == pytest.approx(
        {"funded posts": 0, "vacant posts": 0, "in training": 2, "long-term sick": -2, "not explained": 0}
    )


@pytest.mark.parametrize(
    ("away", "names", "not_sent"),
    [
        (
            {"unavailable": None},
            ["funded posts", "vacant posts", "unavailable, reasons not sent"],
            ("unavailable",),
        ),
        ({"funded": None}, ["in post", "in training", "not explained"], ("funded",)),
        ({"in_post": math.nan}, ["deployable, parts not sent"], ("in_post",)),
    ],
)
def test_a_part_missing_from_one_month_is_not_told_apart(
    away: dict[str, float | None], names: list[str], not_sent: tuple[str, ...]
) -> None:
    month = Month(200, 10, 14, 12, {"in training": 2})
    found = change_split(replace(month, **away), replace(month, deployable=8))  # type: ignore[arg-type]
    assert ([part.part for part in found.parts], found.not_sent) == (names, not_sent)
    assert math.fsum(effects(found).values()) == pytest.approx(found.capacity)


def test_a_reason_whose_fte_is_not_known_is_left_to_what_is_not_explained() -> None:
    month = Month(200, 10, 14, 12, {"in training": 2, "other": math.nan})
    found = change_split(month, replace(month, deployable=8))
    assert [part.part for part in found.parts][2:] == ["in training", "not explained"]


@pytest.mark.parametrize(
    ("month", "why_not"),
    [
        (Month(None, 5), "missing"),
        (Month(30, math.nan), "missing"),
        (Month(-1, 5), "negative"),
        (Month(30, 0), "nobody_deployable"),
    ],
)
def test_a_month_without_a_figure_is_not_split(month: Month, why_not: str) -> None:
    assert change_split(month, Month(30, 5)) == ChangeSplit(why_not=why_not)
    assert change_split(Month(30, 5), month) == ChangeSplit(why_not=why_not)


def test_no_open_cases_in_one_month_are_split_like_any_other() -> None:
    found = change_split(Month(0, 4), Month(30, 6))
    assert found.demand is not None and found.capacity is not None
    assert found.demand + found.capacity == pytest.approx(5)
