"""Funnels: when there is one, what it flags, and that nothing hangs on the order of the units."""

import math
import random
from itertools import pairwise
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.funnels import Funnel, funnel
from analysis.intervals import USUAL, exact_poisson, wilson
from analysis.overdispersion import spread_beyond_chance

KINDS = st.sampled_from(["proportion", "rate", "ratio"])
SIZES = st.integers(1, 300)


@st.composite
def some_units(draw: st.DrawFn, fewest: int = 1, most: int = 16) -> dict[str, tuple[float, float]]:
    sizes = draw(st.lists(SIZES, min_size=fewest, max_size=most))
    return {f"u{i:02}": (draw(st.integers(0, n)), float(n)) for i, n in enumerate(sizes)}


def even(count: int, events: int = 10, size: int = 40) -> dict[str, tuple[float, float]]:
    return {f"u{i:02}": (events, size) for i in range(count)}


@pytest.mark.parametrize(
    ("count", "form", "looked"),
    [
        (1, "intervals", False),
        (4, "intervals", False),
        (5, "funnel", False),
        (9, "funnel", False),
        (10, "funnel", True),
    ],
)
def test_how_many_units_decides_what_is_drawn(count: int, form: str, looked: bool) -> None:
    found = funnel(even(count), "proportion")
    assert found.form == form
    assert (found.spread is not None) is looked
    assert found.why_not == ("fewer_than_5_units" if form == "intervals" else "")
    assert found.points[0].usual == wilson(10, 40)


def test_a_unit_without_a_figure_keeps_its_place_and_does_not_make_up_the_number() -> None:
    found = funnel({**even(4), "a": (3, 0), "b": (None, 40)}, "rate")
    assert found.form == "intervals"
    assert [point.usual.why_not for point in found.points] == ["no_denominator", "missing", "", "", "", ""]
    with_more = funnel({**even(5), "a": (3, 0)}, "rate")
    assert with_more.form == "funnel"
    assert with_more.points[0].upper998 is None


@pytest.mark.parametrize(("events", "kind"), [(0, "proportion"), (40, "proportion"), (0, "rate")])
def test_nobody_or_everybody_is_no_funnel(events: int, kind: Any) -> None:
    found = funnel(even(12, events), kind)
    assert (found.form, found.why_not) == ("intervals", "no_variation")
    assert not any(point.flag or point.noted or point.discovery for point in found.points)


def test_no_units_at_all_have_no_average() -> None:
    assert funnel({}, "ratio") == Funnel("ratio", "intervals", None, (), why_not="fewer_than_5_units")


def test_one_unit_far_from_nine_alike_is_flagged_and_no_other() -> None:
    for kind in ("proportion", "rate"):
        found = funnel({**even(8, 20, 200), "odd": (90, 200)}, kind)  # type: ignore[arg-type]
        assert [(p.unit, p.flag, p.discovery) for p in found.points if p.flag] == [("odd", "high", "high")]


def test_units_that_differ_among_themselves_widen_the_limits_and_the_flags_go() -> None:
    units = {f"u{i:02}": (60 + 15 * (-1) ** i * (1 + i % 3), 200.0) for i in range(12)}
    plain = funnel(units, "rate", fewest_for_overdispersion=99)
    wide = funnel(units, "rate")
    assert (plain.adjusted, wide.adjusted) == (False, True)
    assert wide.spread is not None and wide.spread.phi > 1 and wide.spread.tau2 > 0
    assert any(point.flag for point in plain.points)
    assert not any(point.flag for point in wide.points)
    for a, b in zip(plain.points, wide.points, strict=True):
        assert (b.lower998 or 0) < (a.lower998 or 0) and (a.upper998 or 0) < (b.upper998 or 0)


def test_tau_squared_by_hand() -> None:
    """Ten units in plain Python: the scores, their ends pulled in, and what chance does not explain."""
    units = {f"u{i:02}": (4 * i + 4, 5 * i + 60) for i in range(10)}
    a = sum(e for e, _ in units.values()) / sum(n for _, n in units.values())
    s = [1 / (2 * math.sqrt(n)) for _, n in units.values()]
    z = [
        (math.asin(math.sqrt(e / n)) - math.asin(math.sqrt(a))) / each
        for (e, n), each in zip(units.values(), s, strict=True)
    ]
    order = sorted(z)
    low, high = order[0] * 0.1 + order[1] * 0.9, order[8] * 0.9 + order[9] * 0.1
    phi = sum(min(max(each, low), high) ** 2 for each in z) / 10
    w = [each**-2 for each in s]
    tau2 = (10 * phi - 9) / (sum(w) - sum(each**2 for each in w) / sum(w))
    found = funnel(units, "proportion")
    assert found.spread is not None
    assert (found.spread.phi, found.spread.tau2) == pytest.approx((phi, tau2))
    half = NormalDist().inv_cdf(0.999) * math.sqrt(1 / (4 * 60) + tau2)
    assert found.points[0].upper998 == pytest.approx(math.sin(math.asin(math.sqrt(a)) + half) ** 2)


@given(some_units(), KINDS, st.randoms(use_true_random=False))
def test_the_order_of_the_units_changes_nothing(
    units: dict[str, tuple[float, float]], kind: Any, chance: random.Random
) -> None:
    shuffled = list(units.items())
    chance.shuffle(shuffled)
    assert funnel(dict(shuffled), kind) == funnel(units, kind)


@given(some_units(fewest=5), KINDS)
def test_limits_narrow_as_units_grow(units: dict[str, tuple[float, float]], kind: Any) -> None:
    found = funnel(units, kind)
    points = sorted(found.points, key=lambda p: p.usual.size or 0)
    if found.form == "funnel":
        for small, large in pairwise(points):
            assert (small.lower998 or 0) <= (large.lower998 or 0) + 1e-12
            assert (small.upper998 or 0) >= (large.upper998 or 0) - 1e-12
            assert (
                (large.lower998 or 0) <= (large.lower95 or 0) <= (found.average or 0) <= (large.upper95 or 0)
            )


@given(some_units(fewest=5), KINDS)
def test_the_flags_and_the_p_values_agree(units: dict[str, tuple[float, float]], kind: Any) -> None:
    for point in funnel(units, kind).points:
        if point.p_value is not None and abs(point.p_value - 0.002) > 1e-9:
            assert bool(point.flag) is (point.p_value < 0.002) or _on_the_curve(point, kind)
            assert not point.flag or point.noted == point.flag


def _on_the_curve(point: Any, kind: str) -> bool:
    """An arcsine cut at its end leaves nothing outside it, whatever the p-value."""
    return kind == "proportion" and (point.lower998 == 0 or point.upper998 == 1)


@given(st.integers(0, 80), st.integers(1, 90))
def test_a_rate_is_flagged_where_its_own_interval_misses_the_average(x: int, size: int) -> None:
    found = funnel({**even(5, 30, 40), "own": (x, size)}, "rate")
    own = next(point for point in found.points if point.unit == "own")
    mine = exact_poisson(x, size, USUAL)
    average = found.average or 0
    assert bool(own.noted) is (average < (mine.lower or 0) or average > (mine.upper or 0))


def test_one_unit_alone_has_no_spread_beyond_chance() -> None:
    assert spread_beyond_chance(np.array([3.0]), np.array([0.1])).tau2 == 0


@given(some_units(fewest=5), KINDS)
def test_a_unit_is_flagged_exactly_where_it_lies_beyond_the_limits_at_its_size(
    units: dict[str, tuple[float, float]], kind: Any
) -> None:
    for p in funnel(units, kind).points:
        if p.usual.value is not None and p.lower95 is not None:
            for said, ends in ((p.noted, (p.lower95, p.upper95)), (p.flag, (p.lower998, p.upper998))):
                assert (said == "low", said == "high") == (p.usual.value < ends[0], p.usual.value > ends[1])


def test_nobody_out_of_a_few_is_within_the_limits_that_are_drawn() -> None:
    """No leaver where three would be usual is within 95%: the lower limit at that size is nought."""
    found = funnel({**even(8, 10, 60), "own": (0, 20)}, "rate")
    own = next(point for point in found.points if point.unit == "own")
    assert (own.noted, own.flag, own.lower998) == ("", "", 0)
    assert 0 < (own.upper95 or 0) < (own.upper998 or 0)
